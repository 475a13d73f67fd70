import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { checklistsCalls, type OwnLine } from '../../core/checklists/calls.ts'
import { parts, type Part } from '../../core/checklists/own-line.ts'
import { weekdayName } from '../../core/day-words.ts'
import type { Problem } from '../../core/result.ts'
import { KeptLine } from '../ui/kept-line.tsx'
import { useKept } from '../ui/use-kept.ts'
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

const names = { text: 'The line', part: 'The part of the day', weekday: 'The day' }

interface LineFormProps {
  /** The line to change; without it a new one is added. */
  readonly line?: OwnLine
  readonly onDone?: () => void
}

/** One line of the sheet: what, when. Enter saves, Esc leaves. */
export function LineForm({ line, onDone }: LineFormProps) {
  // The next new line is likely for the same time as the one before.
  const [last, setLast] = useState<{ part: Part; weekday: number }>({ part: 'opening', weekday: 0 })
  const kept = useKept(`line:${line?.lineId ?? 'new'}`, {
    text: line?.text ?? '',
    part: line?.part ?? last.part,
    weekday: line ? (line.weekday ?? 0) : last.weekday,
  })
  const { text, part } = kept.value
  const weekday = kept.value.weekday === 0 ? null : kept.value.weekday
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
    if (line) kept.saved()
    else {
      setLast({ part, weekday: weekday ?? 0 })
      kept.startOver()
    }
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
      <KeptLine kept={kept} names={line && names} />
      <TextInput
        ref={field}
        label={line ? 'Change the line' : 'New line'}
        placeholder="Read the fridges"
        autoFocus={line !== undefined}
        value={text}
        error={problem?.message}
        onChange={(event) => kept.set({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone?.()
        }}
      />
      <Group gap={8} mt={8} wrap="nowrap">
        <NativeSelect
          aria-label="Part of the day"
          data={partData}
          value={part}
          onChange={({ currentTarget: { value } }) => kept.set({ part: parts.find((one) => one === value)! })}
        />
        <NativeSelect
          aria-label="Days"
          className="grow"
          data={dayData}
          value={weekday === null ? '' : String(weekday)}
          onChange={({ currentTarget: { value } }) => kept.set({ weekday: Number(value) })}
        />
        {line && (
          <Button variant="default" onClick={() => (kept.startOver(), onDone?.())}>
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
