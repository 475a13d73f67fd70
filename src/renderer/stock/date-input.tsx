import { TextInput } from '@mantine/core'
import type { KeyboardEvent, Ref } from 'react'
import type { Day } from '../../core/day.ts'
import { moveDay, shortExample, type DateEntry } from '../../core/stock/date-entry.ts'
import type { SlashOrder } from '../../core/slash-order.ts'

interface DateInputProps {
  readonly label?: string
  readonly value: string
  readonly entry: DateEntry
  /** What else it can mean. */
  readonly others?: readonly Day[]
  readonly onChange: (value: string) => void
  readonly today: Day
  readonly order: SlashOrder
  readonly error: string | boolean | undefined
  /** The id of the element that says what the date means. */
  readonly meaningId: string
  /** A dialog begins with it. */
  readonly isFirst?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/**
 * A date in shorthand. Up and down move it by a day, with Shift by a week, page up and down by a month; Alt and down
 * take what else it can mean.
 */
export function DateInput(props: DateInputProps) {
  const {
    label = 'Date',
    value,
    entry,
    others = [],
    onChange,
    today,
    order,
    error,
    meaningId,
    isFirst,
    ref,
  } = props
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowDown' && others[0]) {
      event.preventDefault()
      return onChange(others[0])
    }
    const move = {
      ArrowUp: [event.shiftKey ? 'week' : 'day', 1],
      ArrowDown: [event.shiftKey ? 'week' : 'day', -1],
      PageUp: ['month', 1],
      PageDown: ['month', -1],
    }[event.key] as ['day' | 'week' | 'month', number] | undefined
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onChange(moveDay('day' in entry ? entry.day : today, move[0], move[1]))
  }
  return (
    <TextInput
      label={label}
      placeholder={shortExample(order)}
      w={130}
      ref={ref}
      data-autofocus={isFirst}
      value={value}
      error={error}
      aria-describedby={meaningId}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKey}
    />
  )
}
