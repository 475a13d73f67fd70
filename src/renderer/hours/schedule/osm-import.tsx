import { Group, List, Stack, Table, Text, Textarea, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRef } from 'react'
import { type Day, isDay } from '../../../core/day.ts'
import { formatBlocks } from '../../../core/hours/blocks-text.ts'
import { hoursCalls } from '../../../core/hours/calls.ts'
import type { OsmImport as Imported } from '../../../core/hours/osm/read.ts'
import { weekdayNames, weekdays } from '../../../core/hours/week.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Form, SaveButton } from '../../ui/form.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { type CallForm, useCallForm } from '../../ui/use-call-form.ts'
import { useKept } from '../../ui/use-kept.ts'
import { useFormats } from '../../ui/use-formats.ts'
import { useRead } from '../../use-call.ts'
import { PreviewWords } from './schedule-preview.tsx'

/** Takes hours over from an OSM text: what it says is shown first, and what is not understood is said. */
export function OsmImport({ today }: { readonly today: Day }) {
  const kept = useKept('osm', { text: '', validFrom: today })
  const { text, validFrom } = kept.value
  const [sent] = useDebouncedValue(text.trim(), 200)
  const { value, problem } = useRead('hours.osm', { text: sent }, { enabled: sent !== '' })
  const field = useRef<HTMLTextAreaElement>(null)
  const read = sent !== '' && value && 'understood' in value ? value : undefined
  const input = read?.understood && { validFrom, week: read.week, specialDays: read.specialDays }
  const form = useCallForm(hoursCalls, 'hours.takeOver', {
    kept,
    input: input || undefined,
    // What was typed a moment ago is not read yet: what was read before is not what is meant.
    isBlocked: sent !== text.trim(),
    onSaved: () => field.current?.focus(),
  })
  return (
    <section aria-label="Take hours over">
      <Form
        form={form}
        className="panel"
        p="md"
        head={
          <Title order={2} size={18}>
            Take hours over from a map
          </Title>
        }
      >
        <Textarea
          ref={field}
          label="The opening_hours text"
          placeholder="Mo-Fr 07:00-12:00,14:00-19:00; Sa 08:00-13:00; PH off"
          autosize
          minRows={2}
          maxRows={6}
          {...form.text('text')}
        />
        <ProblemNote problem={sent === '' ? undefined : problem} />
        <div aria-live="polite">
          {read && !read.understood && <Refused refused={read.refused} />}
          {read?.understood && <TakeOver key={sent} read={read} form={form} />}
        </div>
      </Form>
    </section>
  )
}

type Understood = Extract<Imported, { understood: true }>
type NotUnderstood = Extract<Imported, { understood: false }>

function Refused({ refused }: Pick<NotUnderstood, 'refused'>) {
  return (
    <Stack gap={4}>
      <StateMark mark="risk">Not taken over</StateMark>
      <List size="sm" spacing={2}>
        {refused.map(({ part, reason }) => (
          <List.Item key={`${part} ${reason}`}>
            {part !== '' && <b style={{ overflowWrap: 'anywhere' }}>{part}: </b>}
            {reason}
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}

interface TakeOverProps {
  readonly read: Understood
  readonly form: CallForm<'hours.takeOver', { readonly text: string; readonly validFrom: string }>
}

function TakeOver({ read: { week, specialDays, notes }, form }: TakeOverProps) {
  const formats = useFormats()
  const { validFrom } = form.value
  const { value: preview, problem } = useRead(
    'hours.previewSchedule',
    { validFrom, week, specialDays },
    { keepPrevious: true, enabled: isDay(validFrom) },
  )
  return (
    <Stack gap="xs">
      <StateMark mark="kept">Understood</StateMark>
      <Table verticalSpacing={2} horizontalSpacing={6} aria-label="What the text says">
        <Table.Tbody>
          {weekdays.map((day) => (
            <Table.Tr key={day}>
              <Table.Th scope="row" fw={400}>
                {weekdayNames[day]}
              </Table.Th>
              <Table.Td>{formatBlocks(week[day])}</Table.Td>
            </Table.Tr>
          ))}
          {specialDays.map(({ from, to, yearly, blocks, label }) => (
            <Table.Tr key={`${from} ${to} ${label}`}>
              <Table.Th scope="row" fw={400}>
                {from === to ? formats.date(from) : `${formats.date(from)} – ${formats.date(to)}`}
                {yearly && ', every year'}
              </Table.Th>
              <Table.Td>{label === 'Closed' ? 'closed' : `${formatBlocks(blocks)}, ${label}`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {notes.map((note) => (
        <Text key={note} size="sm">
          {note}
        </Text>
      ))}
      {isDay(validFrom) && preview && <PreviewWords preview={preview} />}
      <Group align="flex-end" gap="sm">
        <DayInput label="Valid from" {...form.field('validFrom')} />
        <SaveButton form={form} disabled={!isDay(validFrom) || preview?.changes === false}>
          Take over
        </SaveButton>
      </Group>
      <ProblemNote problem={problem} />
    </Stack>
  )
}
