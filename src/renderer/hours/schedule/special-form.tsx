import { Checkbox, Group, SegmentedControl, Text, TextInput, Title } from '@mantine/core'
import { useRef } from 'react'
import { type Day, isDay } from '../../../core/day.ts'
import { hoursCalls } from '../../../core/hours/calls.ts'
import { explainBlocks, formatBlocks, parseBlocks } from '../../../core/hours/blocks-text.ts'
import type { SpecialDay } from '../../../core/hours/special-day.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { CancelButton, Form, SaveButton } from '../../ui/form.tsx'
import { type CallForm, useCallForm } from '../../ui/use-call-form.ts'
import { useKept } from '../../ui/use-kept.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { OpensToo } from './opens-too.tsx'

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
  const formats = useFormats()
  const kept = useKept(`special:${special?.id ?? 'new'}`, fieldsOf(special))
  const { day, to, kind, text, ...rest } = kept.value
  const first = useRef<HTMLInputElement>(null)
  const blocks = parseBlocks(text)
  const form = useCallForm(hoursCalls, 'hours.setSpecialDay', {
    kept,
    names: special && fieldNames,
    input: {
      ...rest,
      day,
      ...(to !== '' && { to }),
      ...(kind === 'closed' ? { closed: true } : blocks.ok && { blocks: [...blocks.value] }),
      ...(special && { specialDayId: special.id }),
    },
    shownAt: { blocks: 'text' },
    missing: {
      day: !isDay(day) && 'Choose the day.',
      text: kind === 'hours' && wrongHours(blocks),
    },
    onSaved: () => {
      first.current?.focus()
      onDone()
    },
    onLeave: special && onDone,
  })
  return (
    <Form
      form={form}
      className="panel"
      p="md"
      gap="sm"
      label={special ? 'Change the special day' : 'Add a special day'}
      buttons={
        <>
          <SaveButton form={form}>{special ? 'Save the change' : 'Add the special day'}</SaveButton>
          {special && <CancelButton form={form} />}
        </>
      }
      head={
        <Title order={2} size={20}>
          {special ? `Change ${special.label}` : 'Add a special day'}
        </Title>
      }
    >
      <Group align="flex-start" gap="sm">
        <DayInput
          ref={first}
          label="Day"
          autoFocus={special !== undefined}
          nearest={special ? { to: special.from } : 'ahead'}
          {...form.field('day')}
        />
        <DayInput
          label="Last day, if several"
          nearest={isDay(day) ? { since: day } : 'ahead'}
          {...form.field('to')}
        />
        <TextInput
          label="Name"
          className="grow"
          miw={180}
          placeholder="Christmas Eve"
          maxLength={100}
          {...form.text('label')}
        />
      </Group>
      <HoursOfDay form={form} blocks={blocks} />
      <OpensToo {...kept.value} specialDayId={special?.id} />
      <Checkbox label="Every year on this date" {...form.tick('yearly')} />
      {isDay(day) && day <= today && (
        <Text size="sm" className="quiet">
          {heldWords(formats.date(day), special, { day, to, yearly: rest.yearly }, today)}
        </Text>
      )}
    </Form>
  )
}

/** What is judged by the hours that are typed, of days that have begun. */
function heldWords(
  date: string,
  special: SpecialDay | undefined,
  { day, to, yearly }: { readonly day: Day; readonly to: string; readonly yearly: boolean },
  today: Day,
): string {
  const last = isDay(to) ? to : day
  const isCorrected = special?.closedUntilMs !== undefined || (!yearly && last < today)
  if (special && !isCorrected && special.from <= today)
    return 'Days that are over stay judged as they were; this holds from now on.'
  return `${date} ${day < today ? 'is over' : 'is today'}: its openings are then judged by these hours.`
}

type ReadBlocks = ReturnType<typeof parseBlocks>

function wrongHours(blocks: ReadBlocks): string | undefined {
  if (!blocks.ok) return blocks.problem.message
  return blocks.value.length === 0 ? 'Write the hours of the day, such as 7-12.' : undefined
}

interface HoursOfDayProps {
  readonly form: CallForm<'hours.setSpecialDay', Special>
  readonly blocks: ReadBlocks
}

/** Closed or open, when, and why. Hours that are typed say at once what is wrong with them. */
function HoursOfDay({ form, blocks }: HoursOfDayProps) {
  const formats = useFormats()
  return (
    <Group align="flex-start" gap="sm">
      <SegmentedControl
        mt={23}
        aria-label="Open or closed"
        data={[
          { value: 'closed', label: 'Closed' },
          { value: 'hours', label: 'Other hours' },
        ]}
        {...form.pick('kind')}
      />
      {form.value.kind === 'hours' && (
        <TextInput
          label="Hours"
          w={232}
          placeholder="7-12"
          autoComplete="off"
          description={
            blocks.ok && blocks.value.length > 0 ? explainBlocks(blocks.value, formats) : undefined
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.text('text')}
          error={(form.value.text !== '' && wrongHours(blocks)) || form.error('text')}
        />
      )}
      <TextInput
        label="Reason, if you like"
        description="For yourself. Customers read the name and the hours."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        className="grow"
        miw={170}
        maxLength={500}
        {...form.text('reason')}
      />
    </Group>
  )
}
