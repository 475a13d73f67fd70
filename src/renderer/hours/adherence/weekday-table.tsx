import { Stack, Table, Title, UnstyledButton } from '@mantine/core'
import type { Formats } from '../../../core/formats.ts'
import type { Adherence, Share } from '../../../core/hours/figures.ts'
import { type Weekday, weekdayNames } from '../../../core/hours/week.ts'
import { TableHead } from '../../ui/table-head.tsx'
import { useFormats } from '../../ui/use-formats.ts'
import { type Drill, type Side, weakestWeekday } from './drill.ts'

interface WeekdayTableProps {
  readonly adherence: Adherence
  readonly drill: Drill | undefined
  readonly onDrill: (drill: Drill) => void
}

/** Openings and closings on time by weekday, under the weakest one as a sentence. */
export function WeekdayTable({ adherence, drill, onDrill }: WeekdayTableProps) {
  const formats = useFormats()
  const { number } = formats
  const cell = (weekday: Weekday, side: Side, { due, met, unknown }: Share) =>
    due === 0 ? (
      <span className="quiet">{unknown > 0 ? `${number(unknown)} not known` : 'nothing due'}</span>
    ) : (
      <>
        {unknown > 0 && `${number(unknown)} not known `}
        <UnstyledButton
          className="share-button"
          aria-label={`${weekdayNames[weekday]}: ${number(met)} of ${number(due)} ${side === 'opened' ? 'openings' : 'closings'} on time`}
          aria-pressed={drill?.kind === 'judged' && drill.weekday === weekday && drill.side === side}
          onClick={() => onDrill({ kind: 'judged', side, which: 'due', weekday })}
        >
          {`${number(met)} of ${number(due)}`}
        </UnstyledButton>
      </>
    )
  return (
    <Stack className="panel" p="md" gap="xs" h="100%" component="section" aria-label="By weekday">
      <Title order={3} size={16}>
        {weakestWords(adherence, formats)}
      </Title>
      <Table verticalSpacing={2} horizontalSpacing={6} aria-label="On time by weekday">
        <TableHead columns={['Weekday', 'Openings on time', 'Closings on time']} rightFrom={1} />
        <Table.Tbody>
          {adherence.weekdays.map(({ weekday, opened, closed }) => (
            <Table.Tr key={weekday}>
              <Table.Th scope="row" fw={400}>
                {weekdayNames[weekday]}
              </Table.Th>
              <Table.Td ta="right">{cell(weekday, 'opened', opened)}</Table.Td>
              <Table.Td ta="right">{cell(weekday, 'closed', closed)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

function weakestWords(adherence: Adherence, { number }: Formats): string {
  if (adherence.opened.due + adherence.closed.due === 0) return 'No weekday has data yet'
  const weakest = weakestWeekday(adherence)
  if (weakest === undefined) return 'By weekday: too little is known yet to name the weakest'
  if (weakest === 'kept') return 'Every weekday was kept'
  const { weekday, met, due } = weakest
  return `${weekdayNames[weekday]} is the weakest weekday: ${number(met)} of ${number(due)} openings and closings on time`
}
