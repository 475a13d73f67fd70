import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { checklistsCalls, type OwnLine } from '../../core/checklists/calls.ts'
import { parts } from '../../core/checklists/own-line.ts'
import { weekdayName } from '../../core/day-words.ts'
import type { Problem } from '../../core/result.ts'
import { useWrite } from '../use-call.ts'

const partData = [
  { value: 'opening', label: 'at opening' },
  { value: 'day', label: 'through the day' },
  { value: 'closing', label: 'at closing' },
]

const dayData = [
  { value: '', label: 'every trading day' },
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => ({ value: String(n), label: `on ${weekdayName(n)}s` })),
]

interface LineFormProps {
  /** The line to change; without it a new one is added. */
  readonly line?: OwnLine
  readonly onDone?: () => void
}

/** One line of the sheet: what, when. Enter saves, Esc leaves. */
export function LineForm({ line, onDone }: LineFormProps) {
  const [text, setText] = useState(line?.text ?? '')
  const [part, setPart] = useState(line?.part ?? 'opening')
  const [weekday, setWeekday] = useState(line?.weekday ?? null)
  const [problem, setProblem] = useState<Problem>()
  const field = useRef<HTMLInputElement>(null)
  const save = useWrite('checklists.saveLine')
  const submit = async () => {
    const input = { lineId: line?.lineId, part, weekday, text }
    const parsed = checklistsCalls['checklists.saveLine'].input.safeParse(input)
    if (!parsed.success) return setProblem({ code: 'bad-input', message: parsed.error.issues[0]!.message })
    const saved = await save.run(input)
    if (!saved.ok) return setProblem(saved.problem)
    setProblem(undefined)
    setText('')
    field.current?.focus()
    onDone?.()
  }
  return (
    <form
      style={{ padding: 12 }}
      aria-label={line ? `Change: ${line.text}` : 'New line'}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextInput
        ref={field}
        label={line ? 'Change the line' : 'New line'}
        placeholder="Read the fridges"
        autoFocus={line !== undefined}
        value={text}
        error={problem?.message}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone?.()
        }}
      />
      <Group gap={8} mt={8} wrap="nowrap">
        <NativeSelect
          aria-label="Part of the day"
          data={partData}
          value={part}
          onChange={({ currentTarget: { value } }) => setPart(parts.find((one) => one === value)!)}
        />
        <NativeSelect
          aria-label="Days"
          className="grow"
          data={dayData}
          value={weekday === null ? '' : String(weekday)}
          onChange={({ currentTarget: { value } }) => setWeekday(value === '' ? null : Number(value))}
        />
        {line && (
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
        )}
        <Button type="submit" variant="light" loading={save.busy}>
          {line ? 'Save' : 'Add'}
        </Button>
      </Group>
    </form>
  )
}
