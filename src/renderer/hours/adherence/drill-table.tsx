import { Button, Group, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core'
import { type RefObject, useState } from 'react'
import type { Day } from '../../../core/day.ts'
import type { Formats } from '../../../core/formats.ts'
import type { DayAdherence, DayState, Judged, Verdict } from '../../../core/hours/adherence.ts'
import { judgedWords } from '../../../core/hours/words.ts'
import { type Mark, StateMark } from '../../ui/state-mark.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { useFormats } from '../../ui/use-formats.ts'
import { DayDialog } from './day-dialog.tsx'
import { type Drill, drillWords, type JudgedRow, type Rows, stateWords } from './drill.ts'
import { dueWords } from '../words.ts'

interface DrillTableProps {
  /** All days up to today, in order. */
  readonly days: readonly DayAdherence[]
  /** What the chosen figure counts; undefined shows all days. */
  readonly rows: Rows | undefined
  readonly drill: Drill | undefined
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly onAll: () => void
}

const atOnce = 62

/** The days of the range, or exactly the rows a figure counts; the latest first. */
export function DrillTable({
  days,
  rows = { of: 'days', rows: days },
  drill,
  heading,
  onAll,
}: DrillTableProps) {
  const formats = useFormats()
  const [limit, setLimit] = useState(atOnce)
  const [asked, setAsked] = useState<Day>()
  const [opened, setOpened] = useState(false)
  const count = rows.rows.length
  const title = drill ? drillWords(drill, count, formats) : 'The days, the latest first'
  const open = (day: Day) => {
    setAsked(day)
    setOpened(true)
  }
  return (
    <Stack className="panel" p="md" gap="sm" component="section" aria-label="The rows">
      <Group justify="space-between">
        <Title order={2} size={18} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {drill && (
          <Button size="compact-sm" variant="default" onClick={onAll}>
            Show all days
          </Button>
        )}
      </Group>
      {count === 0 ? (
        <Text className="quiet">No row: there is nothing of this kind on these days.</Text>
      ) : (
        <Table.ScrollContainer minWidth={620} type="native">
          <Table className="day-table" verticalSpacing={4} horizontalSpacing={6} aria-label={title}>
            {rows.of === 'days' ? (
              <DayRows rows={rows.rows.toReversed().slice(0, limit)} onOpen={open} />
            ) : (
              <JudgedRows rows={rows.rows.toReversed().slice(0, limit)} onOpen={open} />
            )}
          </Table>
        </Table.ScrollContainer>
      )}
      {count > limit && (
        <Button variant="default" onClick={() => setLimit(limit + atOnce * 4)}>
          {`Show more of ${formats.number(count)}`}
        </Button>
      )}
      {asked && <DayDialog day={asked} opened={opened} onClose={() => setOpened(false)} />}
    </Stack>
  )
}

const stateMarks = {
  kept: 'kept',
  missed: 'broken',
  reconstructed: 'risk',
  'partly known': 'none',
  'under way': 'kept',
  'closed early': 'risk',
  'no data': 'none',
  'to come': 'none',
  closed: 'none',
  extra: 'none',
  'around the clock': 'none',
  'no schedule': 'none',
} as const satisfies Record<DayState, Mark>

interface RowsProps<T> {
  readonly rows: readonly T[]
  readonly onOpen: (day: Day) => void
}

function DayRows({ rows, onOpen }: RowsProps<DayAdherence>) {
  return (
    <>
      <TableHead columns={['Day', 'Hours', 'Opened', 'Closed', 'State', 'Log']} />
      <Table.Tbody>
        {rows.map((row) => (
          <DayRow key={row.day} row={row} onOpen={onOpen} />
        ))}
      </Table.Tbody>
    </>
  )
}

function DayRow({ row, onOpen }: { readonly row: DayAdherence; readonly onOpen: (day: Day) => void }) {
  const formats = useFormats()
  const { day, state, blocks, reasons, special, pausedMinutes } = row
  const silent = state === 'no data' || state === 'to come'
  const lines = (line: (block: DayAdherence['blocks'][number]) => string) =>
    blocks.map((block) => (
      <div key={block.opened.dueMs} style={{ whiteSpace: 'nowrap' }}>
        {line(block)}
      </div>
    ))
  const notes = [
    ...(special ? [special.reason ? `${special.label}: ${special.reason}` : special.label] : []),
    ...reasons,
    ...(pausedMinutes > 0 ? [`${pausedMinutes} min pause`] : []),
  ]
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} style={{ whiteSpace: 'nowrap' }}>
        {formats.day(day)}
      </Table.Th>
      <Table.Td>{lines((block) => dueWords(block, formats))}</Table.Td>
      <Table.Td>{!silent && lines(({ opened }) => told(opened, formats))}</Table.Td>
      <Table.Td>{!silent && lines(({ closed }) => (closed ? told(closed, formats) : 'not due'))}</Table.Td>
      <Table.Td>
        <StateMark mark={stateMarks[state]}>{stateWords[state]}</StateMark>
        {notes.map((note) => (
          <Text key={note} size="xs" className="quiet" style={{ overflowWrap: 'anywhere' }}>
            {note}
          </Text>
        ))}
      </Table.Td>
      <Table.Td>
        <OpenDay day={day} onOpen={onOpen} />
      </Table.Td>
    </Table.Tr>
  )
}

const told = (judged: Judged, formats: Formats): string =>
  judged.verdict === 'reconstructed' && judged.at !== null
    ? `${formats.time(judged.at)}, reconstructed`
    : judgedWords(judged, formats)

const verdictMarks = {
  met: 'kept',
  early: 'broken',
  late: 'broken',
  missed: 'broken',
  'no data': 'none',
  'to come': 'none',
  reconstructed: 'risk',
} as const satisfies Record<Verdict, Mark>

const verdictWords = {
  met: 'on time',
  early: 'early',
  late: 'late',
  missed: 'missed',
  'no data': 'not known',
  'to come': 'to come',
  reconstructed: 'reconstructed',
} as const satisfies Record<Verdict, string>

function JudgedRows({ rows, onOpen }: RowsProps<JudgedRow>) {
  const formats = useFormats()
  return (
    <>
      <TableHead columns={['Day', 'What', 'Due', 'Logged', 'Verdict', 'Log']} />
      <Table.Tbody>
        {rows.map(({ day, side, judged }) => (
          <Table.Tr key={`${side} ${judged.dueMs}`}>
            <Table.Th scope="row" fw={400} style={{ whiteSpace: 'nowrap' }}>
              {formats.day(day.day)}
            </Table.Th>
            <Table.Td>{side === 'opened' ? 'Opening' : 'Closing'}</Table.Td>
            <Table.Td>{formats.time(judged.due)}</Table.Td>
            <Table.Td>{judged.at === null ? 'nothing' : told(judged, formats)}</Table.Td>
            <Table.Td>
              <StateMark mark={verdictMarks[judged.verdict]}>{verdictWords[judged.verdict]}</StateMark>
              {judged.reason !== '' && (
                <Text size="xs" className="quiet" style={{ overflowWrap: 'anywhere' }}>
                  {judged.reason}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              <OpenDay day={day.day} onOpen={onOpen} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </>
  )
}

/** One element where a button of the library is three: there is one in each of many rows. */
function OpenDay({ day, onOpen }: { readonly day: Day; readonly onOpen: (day: Day) => void }) {
  const formats = useFormats()
  return (
    <UnstyledButton
      className="state-key answer"
      aria-label={`The log of ${formats.date(day)}`}
      onClick={() => onOpen(day)}
    >
      Log…
    </UnstyledButton>
  )
}
