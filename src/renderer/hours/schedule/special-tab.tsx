import { ActionIcon, Grid, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { addDays, type Day, daysFrom } from '../../../core/day.ts'
import { blockWords } from '../../../core/hours/week.ts'
import { type SpecialDay, type SpecialOccurrence, specialOn } from '../../../core/hours/special-day.ts'
import { ClosingForm } from '../closing/closing-form.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useShop } from '../../ui/shop-context.ts'
import { TableHead } from '../../ui/table-head.tsx'
import { useFormats } from '../../ui/use-formats.ts'
import { useRead, useWrite } from '../../use-call.ts'
import { HolidayList } from './holiday-list.tsx'
import { SpecialForm } from './special-form.tsx'

/** The special days of the coming year, and the public holidays proposed for it. */
export function SpecialTab({ today }: { readonly today: Day }) {
  const coming = useRead('hours.specialDays', { from: today, to: addDays(today, 366) })
  const [editing, setEditing] = useState<SpecialDay>()
  const remove = useWrite('hours.removeSpecialDay')
  return (
    <Grid>
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Stack gap="md">
          <ClosingForm today={today} />
          <SpecialForm
            key={editing?.id ?? 0}
            today={today}
            special={editing}
            onDone={() => setEditing(undefined)}
          />
          <Stack
            className="panel"
            p="md"
            gap="xs"
            component="section"
            aria-label="Special days of the coming year"
          >
            <Title order={2} size={18}>
              The coming year
            </Title>
            <ProblemNote problem={coming.problem ?? remove.problem} />
            {!coming.value && !coming.problem && <Skeleton height={120} />}
            {coming.value?.length === 0 && (
              <Text className="quiet">
                No special day yet. Add the days on which you are closed or keep other hours; your door sign,
                the newsletter and the figures follow.
              </Text>
            )}
            {coming.value && coming.value.length > 0 && (
              <Table verticalSpacing={3} horizontalSpacing={6} aria-label="Special days">
                <TableHead columns={['When', 'What', 'Hours', 'Change']} rightFrom={3} />
                <Table.Tbody>
                  {coming.value.map((one) => (
                    <Occurrence
                      key={`${one.rule.id} ${one.from}`}
                      occurrence={one}
                      overruledBy={overruling(one, coming.value ?? [])}
                      onEdit={() => setEditing(one.rule)}
                      onRemove={() => void remove.run({ specialDayId: one.rule.id })}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </Stack>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <HolidayList today={today} />
      </Grid.Col>
    </Grid>
  )
}

/** The closing for a while that takes the place of a special day on all its days. */
function overruling(
  { from, to, rule }: SpecialOccurrence,
  all: readonly SpecialOccurrence[],
): SpecialDay | undefined {
  const rules = [...new Set(all.map((one) => one.rule))]
  const [first, ...others] = daysFrom(from, to).map((day) => specialOn(rules, day))
  const isOne = first && first.id !== rule.id && others.every((one) => one?.id === first.id)
  return isOne && first.closedSinceMs !== undefined ? first : undefined
}

interface OccurrenceProps {
  readonly occurrence: SpecialOccurrence
  readonly overruledBy: SpecialDay | undefined
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function Occurrence({ occurrence: { from, to, rule }, overruledBy, onEdit, onRemove }: OccurrenceProps) {
  const formats = useFormats()
  const { label, reason, blocks, yearly, closedUntilMs } = rule
  const { zone } = useShop()
  const [first, last] = from === to ? [formats.dayAndYear(from), ''] : [formats.day(from), formats.date(to)]
  const when = last === '' ? first : `${first} – ${last}`
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Th scope="row" fw={400} pt={6}>
        <span className="whole">{last === '' ? first : `${first} –`}</span>{' '}
        {last !== '' && <span className="whole">{last}</span>}
        {yearly && (
          <Text size="xs" className="quiet">
            every year
          </Text>
        )}
      </Table.Th>
      <Table.Td pt={6} style={{ overflowWrap: 'anywhere' }}>
        {label}
        {reason && (
          <Text size="xs" className="quiet">
            {reason}
          </Text>
        )}
        {closedUntilMs !== undefined && (
          <Text size="xs" className="quiet" data-fact>
            {`changed at ${formats.timeAt(closedUntilMs, zone)}: what held on this day`}
          </Text>
        )}
      </Table.Td>
      <Table.Td pt={6}>
        {(blocks.length === 0 ? ['closed'] : blocks.map((block) => blockWords(block, formats))).map(
          (line) => (
            <div key={line} className="whole">
              {line}
            </div>
          ),
        )}
        {overruledBy && closedUntilMs === undefined && (
          <Text size="xs" className="quiet" data-fact>
            closed this time: {overruledBy.label}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={2} wrap="nowrap" justify="flex-end">
          <ActionIcon variant="transparent" aria-label={`Change ${label}, ${when}`} onClick={onEdit}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          {closedUntilMs === undefined && (
            <ActionIcon variant="transparent" aria-label={`Remove ${label}, ${when}`} onClick={onRemove}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
