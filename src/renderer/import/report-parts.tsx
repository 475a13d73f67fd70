import { Checkbox, Select } from '@mantine/core'
import type { CustomerReport } from '../../core/customers/answers.ts'
import { wholeLists, wholeListWords, type WholeList } from '../../core/customers/whole-list.ts'
import type { ImportReport } from '../../core/import/report.ts'
import { importTable, shown, type ImportWhat } from './tables.ts'
import { useFormats } from '../ui/use-formats.ts'
import { ValueCell } from './value-cell.tsx'

type Report = Pick<
  ImportReport<unknown>,
  'added' | 'updated' | 'unchanged' | 'skipped' | 'errors' | 'errorCount'
>

/** What the file would do, in words. */
export function ReportCounts({ report, name }: { readonly report: Report; readonly name: string }) {
  const formats = useFormats()
  const moreLines = 'moreLines' in report && typeof report.moreLines === 'number' ? report.moreLines : 0
  const { added, updated, unchanged, skipped } = report
  const lines = added + updated + unchanged + skipped
  const parts = [
    `${formats.number(added)} new`,
    `${formats.number(updated)} changed`,
    `${formats.number(unchanged - moreLines)} on file already`,
    `${formats.number(skipped)} left out`,
    ...(moreLines > 0
      ? [formats.counted(moreLines, 'line more of the same visits', 'lines more of the same visits')]
      : []),
  ]
  return (
    <div aria-live="polite">
      <strong>{name}</strong>
      <span className="quiet">{` · ${formats.counted(lines, 'line', 'lines')}: `}</span>
      <span className="figures">{parts.join(', ')}</span>
    </div>
  )
}

interface MailAnswersProps extends Pick<CustomerReport, 'consents' | 'mailBrought' | 'wholeList'> {
  readonly busy: boolean
  readonly onRead: (column: string, isRead: boolean) => void
  readonly onWhole: (wholeList: WholeList) => void
}

/** What the customers in the file answered about mail, once it is kept, and what each column brings. */
export function MailAnswers({ consents, mailBrought, wholeList, busy, onRead, onWhole }: MailAnswersProps) {
  const formats = useFormats()
  const { yes, no, unasked } = consents
  return (
    <div className="figures">
      {`Mail: ${formats.number(yes)} yes, ${formats.number(no)} no, ${formats.number(unasked)} not asked`}
      <span className="quiet">; a no is never turned by a file, and stays if the import is undone</span>
      {mailBrought.map(({ column, isRead, ...brought }) => (
        <Checkbox
          key={column}
          mt={4}
          size="xs"
          label={`Read “${column}” as an answer about mail: ${formats.number(brought.yes)} yes, ${formats.number(brought.no)} no`}
          checked={isRead}
          disabled={busy}
          onChange={(event) => onRead(column, event.currentTarget.checked)}
        />
      ))}
      <Select
        mt={6}
        w={330}
        label="The list as a whole"
        data={wholeLists.map((value) => ({ value, label: wholeListWords[value] }))}
        value={wholeList}
        allowDeselect={false}
        disabled={busy}
        onChange={(value) => onWhole(wholeLists.find((one) => one === value) ?? 'nothing')}
      />
    </div>
  )
}

/** How many customers in the file are put aside: it does not take them back. */
export function AsideInFile({ aside }: Pick<CustomerReport, 'aside'>) {
  const formats = useFormats()
  if (aside === 0) return null
  return (
    <p className="figures">
      {`${formats.counted(aside, 'customer in the file is put aside, and stays', 'customers in the file are put aside, and stay')} so.`}
    </p>
  )
}

interface SampleTableProps {
  readonly what: ImportWhat
  readonly rows: readonly object[]
}

/** The first lines as they would be kept. */
export function SampleTable({ what, rows }: SampleTableProps) {
  const formats = useFormats()
  const { columns, many } = importTable(what)
  if (rows.length === 0) return null
  return (
    <div className="import-scroll panel" tabIndex={0} role="region" aria-label="The first lines">
      <table className="import-sample">
        <caption>{`The first ${many} as they would be kept`}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- the lines of a file have no other name
            <tr key={i}>
              {columns.map((column) => (
                <ValueCell key={column.key} words={shown(row, column, formats)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Lines that were odd, and what became of them. */
export function LineMessages({ report }: { readonly report: Report }) {
  const formats = useFormats()
  const { errors, errorCount } = report
  if (errorCount === 0) return null
  const more = errorCount - errors.length
  // A line can have several remarks, and of what is not listed the lines are not known.
  const lines = more === 0 ? new Set(errors.map(({ line }) => line)).size : undefined
  return (
    <div>
      <div className="risk">{`${lines === undefined ? formats.counted(errorCount, 'remark', 'remarks') : formats.counted(lines, 'line', 'lines')} to look at`}</div>
      <div className="import-scroll panel" tabIndex={0} role="region" aria-label="Lines to look at">
        <ul className="plain-list import-messages">
          {errors.map(({ line, message }, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- a line can have several messages, and none moves
            <li key={i}>
              <span className="quiet figures">{`Line ${formats.number(line)} `}</span>
              {message}
            </li>
          ))}
          {more > 0 && <li className="quiet">{`and ${formats.number(more)} more`}</li>}
        </ul>
      </div>
    </div>
  )
}
