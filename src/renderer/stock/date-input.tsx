import { TextInput } from '@mantine/core'
import type { KeyboardEvent, Ref } from 'react'
import type { Day } from '../../core/day.ts'
import { moveDay, parseDateEntry, type SlashOrder } from '../../core/stock/date-entry.ts'

interface DateInputProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly today: Day
  readonly order: SlashOrder
  readonly invalid: boolean
  /** The id of the element that says what the date means. */
  readonly meaningId: string
  readonly ref?: Ref<HTMLInputElement>
}

/** A date in shorthand. Up and down move it by a day, with Shift by a week, page up and down by a month. */
export function DateInput({ value, onChange, today, order, invalid, meaningId, ref }: DateInputProps) {
  const onKey = (event: KeyboardEvent) => {
    const move = {
      ArrowUp: [event.shiftKey ? 'week' : 'day', 1],
      ArrowDown: [event.shiftKey ? 'week' : 'day', -1],
      PageUp: ['month', 1],
      PageDown: ['month', -1],
    }[event.key] as ['day' | 'week' | 'month', number] | undefined
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const entry = parseDateEntry(value, today, order)
    onChange(moveDay('day' in entry ? entry.day : today, move[0], move[1]))
  }
  return (
    <TextInput
      label="Date"
      placeholder="0517"
      w={130}
      ref={ref}
      value={value}
      error={invalid}
      aria-describedby={meaningId}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKey}
    />
  )
}
