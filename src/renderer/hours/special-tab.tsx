import { ActionIcon, Grid, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { addDays, type Day } from '../../core/day.ts'
import { formatBlocks } from '../../core/hours/blocks-text.ts'
import type { SpecialDay, SpecialOccurrence } from '../../core/hours/special-day.ts'
import { formatDate, formatDay } from '../ui/format.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useRead, useWrite } from '../use-call.ts'
import { HolidayList } from './holiday-list.tsx'
import { SpecialForm } from './special-form.tsx'

/** The special days of the coming year, and the public holidays proposed for it. */
export function SpecialTab({ today }: { readonly today: Day }) {
  const coming = useRead('hours.specialDays', { from: today, to: addDays(today, 366) })
  const [editing, setEditing] = useState<SpecialDay>()
  const remove = useWrite('hours.removeSpecialDay')
  return (
    <Grid>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="md">
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
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>When</Table.Th>
                    <Table.Th>What</Table.Th>
                    <Table.Th>Hours</Table.Th>
                    <Table.Th ta="right">Change</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {coming.value.map((one) => (
                    <Occurrence
                      key={`${one.rule.id} ${one.from}`}
                      occurrence={one}
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
      <Grid.Col span={{ base: 12, md: 5 }}>
        <HolidayList today={today} />
      </Grid.Col>
    </Grid>
  )
}

interface OccurrenceProps {
  readonly occurrence: SpecialOccurrence
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function Occurrence({ occurrence: { from, to, rule }, onEdit, onRemove }: OccurrenceProps) {
  const { label, reason, blocks, yearly } = rule
  const when =
    from === to ? `${formatDay(from)} ${from.slice(0, 4)}` : `${formatDay(from)} – ${formatDate(to)}`
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {when}
        {yearly && (
          <Text size="xs" className="quiet">
            every year
          </Text>
        )}
      </Table.Th>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {label}
        {reason && (
          <Text size="xs" className="quiet">
            {reason}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{formatBlocks(blocks)}</Table.Td>
      <Table.Td>
        <Group gap={2} wrap="nowrap" justify="flex-end">
          <ActionIcon variant="transparent" aria-label={`Change ${label}, ${when}`} onClick={onEdit}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="transparent" aria-label={`Remove ${label}, ${when}`} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
