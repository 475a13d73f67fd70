import { Group, NativeSelect, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { checklistsCalls, type OwnLine } from '../../core/checklists/calls.ts'
import { parts, type Part } from '../../core/checklists/own-line.ts'
import { weekdayName } from '../../core/day-words.ts'
import { CancelButton, Form, SaveButton } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

const partData = [
  { value: 'opening', label: 'at opening' },
  { value: 'day', label: 'through the day' },
  { value: 'closing', label: 'at closing' },
]

const dayData = [
  { value: '', label: 'every trading day' },
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => ({ value: String(n), label: `on ${weekdayName(n)}s` })),
]

const names = { text: 'The line', part: 'The part of the day', weekday: 'The day' }

interface LineFormProps {
  /** The line to change; without it a new one is added. */
  readonly line?: OwnLine
  readonly onDone?: () => void
}

/** As the call has it; 0 is every day. */
const lineOf = <T extends { weekday?: number }>({ weekday, ...line }: T) => ({
  ...line,
  ...(weekday !== undefined && { weekday: weekday === 0 ? null : weekday }),
})

/** One line of the sheet: what, when. Enter saves, Esc leaves. */
export function LineForm({ line, onDone }: LineFormProps) {
  // The next new line is likely for the same time as the one before.
  const [last, setLast] = useState<{ part: Part; weekday: number }>({ part: 'opening', weekday: 0 })
  const kept = useKept(`line:${line?.lineId ?? 'new'}`, {
    text: line?.text ?? '',
    part: line?.part ?? last.part,
    weekday: line ? (line.weekday ?? 0) : last.weekday,
  })
  const { part, weekday } = kept.value
  const field = useRef<HTMLInputElement>(null)
  const form = useCallForm(checklistsCalls, 'checklists.saveLine', {
    kept,
    names: line && names,
    input: line ? { ...lineOf(kept.changes), lineId: line.lineId } : lineOf(kept.value),
    onSaved: () => {
      setLast({ part, weekday })
      field.current?.focus()
      onDone?.()
    },
    onLeave: onDone,
  })
  return (
    <Form form={form} p={12} gap={8} label={line ? `Change: ${line.text}` : 'New line'}>
      <TextInput
        ref={field}
        label={line ? 'Change the line' : 'New line'}
        placeholder="Read the fridges"
        autoFocus={line !== undefined}
        {...form.text('text')}
      />
      <Group gap={8} wrap="nowrap">
        <NativeSelect
          aria-label="Part of the day"
          data={partData}
          value={part}
          error={form.error('part')}
          onChange={({ currentTarget: { value } }) => form.set({ part: parts.find((one) => one === value)! })}
        />
        <NativeSelect
          aria-label="Days"
          className="grow"
          data={dayData}
          value={weekday === 0 ? '' : String(weekday)}
          error={form.error('weekday')}
          onChange={({ currentTarget: { value } }) => form.set({ weekday: Number(value) })}
        />
        {line && <CancelButton form={form} />}
        <SaveButton form={form} variant="light">
          {line ? 'Save' : 'Add'}
        </SaveButton>
      </Group>
    </Form>
  )
}
