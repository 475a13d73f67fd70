import { Button, Checkbox, Group, SegmentedControl, Text, TextInput, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import { type Day, isDay } from '../../core/day.ts'
import { explainBlocks, formatBlocks, parseBlocks } from '../../core/hours/blocks-text.ts'
import type { SpecialDay } from '../../core/hours/special-day.ts'
import { Form } from '../ui/form.tsx'
import { formatDate } from '../ui/format.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'

interface SpecialFormProps {
  readonly today: Day
  /** The one to change; none makes a new one. */
  readonly special: SpecialDay | undefined
  readonly onDone: () => void
}

/** The form's fields. */
type Special = Readonly<Record<Exclude<keyof typeof fieldNames, 'kind' | 'yearly'>, string>> & {
  readonly kind: 'closed' | 'hours'
  readonly yearly: boolean
}

const fieldNames = {
  day: 'The day',
  to: 'The last day',
  kind: 'Open or closed',
  text: 'The hours',
  label: 'The name',
  reason: 'The reason',
  yearly: 'Every year',
}

const fieldsOf = (special: SpecialDay | undefined): Special => ({
  day: special?.from ?? '',
  to: special && special.to !== special.from ? special.to : '',
  kind: special && special.blocks.length > 0 ? 'hours' : 'closed',
  text: special && special.blocks.length > 0 ? formatBlocks(special.blocks) : '',
  label: special?.label ?? '',
  reason: special?.reason ?? '',
  yearly: special?.yearly ?? false,
})

/** A special day, or several in a row: closed or with its own typed hours. Enter saves. */
export function SpecialForm({ today, special, onDone }: SpecialFormProps) {
  const kept = useKept(`special:${special?.id ?? 'new'}`, fieldsOf(special))
  const { day, to, kind, text, label, reason, yearly } = kept.value
  const [tried, setTried] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const set = useWrite('hours.setSpecialDay')
  const blocks = parseBlocks(text)
  const hoursWrong = (): string | undefined => {
    if (kind === 'closed') return undefined
    if (!blocks.ok) return blocks.problem.message
    return blocks.value.length === 0 ? 'Write the hours of the day, such as 7-12.' : undefined
  }
  const wrong = {
    day: isDay(day) ? undefined : 'Choose the day.',
    hours: hoursWrong(),
    label: label.trim() === '' ? 'Give it a name, such as Christmas Eve.' : undefined,
  }
  const save = async () => {
    setTried(true)
    if (wrong.day || wrong.hours || wrong.label) return
    const saved = await set.run({
      day,
      ...(to !== '' && { to }),
      yearly,
      ...(kind === 'closed' ? { closed: true as const } : blocks.ok && { blocks: blocks.value }),
      label,
      reason,
      ...(special && { specialDayId: special.id }),
    })
    if (!saved.ok) return
    if (special) kept.saved()
    else kept.startOver()
    setTried(false)
    first.current?.focus()
    onDone()
  }
  return (
    <Form
      className="panel"
      p="md"
      gap="sm"
      label={special ? 'Change the special day' : 'Add a special day'}
      kept={kept}
      names={special && fieldNames}
      onSave={save}
      onLeave={special && onDone}
    >
      <Title order={2} size={20}>
        {special ? `Change ${special.label}` : 'Add a special day'}
      </Title>
      <Group align="flex-start" gap="sm">
        <TextInput
          ref={first}
          label="Day"
          type="date"
          value={day}
          autoFocus={special !== undefined}
          error={tried && wrong.day}
          onChange={(change) => kept.set({ day: change.currentTarget.value })}
        />
        <TextInput
          label="Last day, if several"
          type="date"
          value={to}
          onChange={(change) => kept.set({ to: change.currentTarget.value })}
        />
        <TextInput
          label="Name"
          className="grow"
          miw={180}
          placeholder="Christmas Eve"
          maxLength={100}
          value={label}
          error={tried && wrong.label}
          onChange={(change) => kept.set({ label: change.currentTarget.value })}
        />
      </Group>
      <Group align="flex-start" gap="sm">
        <SegmentedControl
          mt={23}
          aria-label="Open or closed"
          value={kind}
          onChange={(next) => kept.set({ kind: next })}
          data={[
            { value: 'closed', label: 'Closed' },
            { value: 'hours', label: 'Other hours' },
          ]}
        />
        {kind === 'hours' && (
          <TextInput
            label="Hours"
            w={232}
            placeholder="7-12"
            autoComplete="off"
            value={text}
            error={(tried || text !== '') && wrong.hours}
            description={blocks.ok && blocks.value.length > 0 ? explainBlocks(blocks.value) : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            onChange={(change) => kept.set({ text: change.currentTarget.value })}
          />
        )}
        <TextInput
          label="Reason, if you like"
          description="For yourself. Customers read the name and the hours."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          className="grow"
          miw={170}
          maxLength={500}
          value={reason}
          onChange={(change) => kept.set({ reason: change.currentTarget.value })}
        />
      </Group>
      <Checkbox
        label="Every year on this date"
        checked={yearly}
        onChange={(change) => kept.set({ yearly: change.currentTarget.checked })}
      />
      {isDay(day) && day <= today && (
        <Text size="sm" className="quiet">
          {`${formatDate(day)} ${day < today ? 'is over' : 'is today'}: its openings are then judged by these hours.`}
        </Text>
      )}
      <ProblemNote problem={set.problem} />
      <Group gap="xs">
        <Button type="submit" loading={set.busy}>
          {special ? 'Save the change' : 'Add the special day'}
        </Button>
        {special && (
          <Button variant="default" onClick={() => (kept.startOver(), onDone())}>
            Cancel
          </Button>
        )}
      </Group>
    </Form>
  )
}
