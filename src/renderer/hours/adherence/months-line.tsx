import { Table } from '@mantine/core'
import { useMemo } from 'react'
import type { Formats } from '../../../core/formats.ts'
import type { MonthShare } from '../../../core/hours/months.ts'
import { ChartFigure } from '../../ui/charts/chart-figure.tsx'
import { LineChart } from '../../ui/charts/line-chart.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { useFormats } from '../../ui/use-formats.ts'
import { monthPoints, monthsFinding } from './months.ts'

/** How much of what was due was on time, in each of the last twelve months. */
export function MonthsLine({ months }: { readonly months: readonly MonthShare[] }) {
  const formats = useFormats()
  const points = useMemo(() => monthPoints(months, formats), [months, formats])
  const title = monthsFinding(months, formats)
  return (
    <ChartFigure
      title={title}
      chart={<LineChart title={title} points={points} tick={formats.share} />}
      table={<MonthTable months={months} formats={formats} />}
    />
  )
}

const MonthTable = ({ months, formats }: { months: readonly MonthShare[]; formats: Formats }) => (
  <Table verticalSpacing={2} horizontalSpacing={6} aria-label="On time by month">
    <TableHead columns={['Month', 'On time', 'Due and known', 'Share']} rightFrom={1} />
    <Table.Tbody>
      {months.map(({ month, met, due }) => (
        <Table.Tr key={month}>
          <Table.Th scope="row" fw={400}>
            {formats.month(month)}
          </Table.Th>
          <Table.Td ta="right">{formats.number(met)}</Table.Td>
          <Table.Td ta="right">{formats.number(due)}</Table.Td>
          <Table.Td ta="right">{formats.share(due === 0 ? null : met / due)}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
)
