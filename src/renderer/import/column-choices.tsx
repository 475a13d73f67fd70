import { Select } from '@mantine/core'
import type { ImportReport } from '../../core/import/report.ts'
import { fieldOfKey } from '../../core/import/mapping.ts'
import { type ChosenFields, chosenFields } from './choices.ts'
import { importTable, type ImportWhat } from './tables.ts'

interface ColumnChoicesProps {
  readonly what: ImportWhat
  readonly report: Pick<ImportReport<unknown>, 'header' | 'examples' | 'mapping' | 'guess'>
  /** Columns that are read as answers about mail, those that fill a field among them. */
  readonly aboutMail: readonly string[]
  /** Columns that could be read so, and are not. */
  readonly mayBeAboutMail: readonly string[]
  readonly busy: boolean
  /** A column is read as an answer about mail now, or not any more. */
  readonly onMail: (column: string, isRead: boolean) => void
  /** The column is chosen for the field, or for none: what that makes of the fields. */
  readonly onChange: (fields: ChosenFields, column: string, field: string | null) => void
}

/** As what a further column about mail is read, which fills no field of its own. */
const answers = 'answers'

/** Each column of the file, what stands in it, and as what it is read. */
export function ColumnChoices({
  what,
  report,
  aboutMail,
  mayBeAboutMail,
  busy,
  onMail,
  onChange,
}: ColumnChoicesProps) {
  const { fields, kinds } = importTable(what)
  const { header, examples, mapping } = report
  const fieldOf = new Map(Object.entries(mapping).map(([key, column]) => [column, fieldOfKey(key)]))
  const choices = Object.entries(fields).map(([value, label]) => ({ value, label }))
  const labels: Readonly<Record<string, string>> = { ...fields, [answers]: 'Answers about mail' }
  const choose = (column: string, field: string | null) => {
    if (field === answers) return onMail(column, true)
    if (field === null && aboutMail.includes(column)) return onMail(column, false)
    onChange(chosenFields(report, column, field, kinds), column, field)
  }
  return (
    <div className="import-scroll panel" tabIndex={0} role="region" aria-label="The columns of the file">
      <table className="import-sample import-columns">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">What stands in it</th>
            <th scope="col">Read as</th>
          </tr>
        </thead>
        <tbody>
          {header.map((column, i) => {
            const field = fieldOf.get(column) ?? (aboutMail.includes(column) ? answers : null)
            const maySayAnswers = field === answers || mayBeAboutMail.includes(column)
            const values = (examples[i] ?? []).join(' · ')
            return (
              <tr key={column}>
                <th scope="row" className="clip" title={column}>
                  {column}
                </th>
                <td className="clip" title={values}>
                  {values === '' ? <span className="quiet">nothing in the first lines</span> : values}
                </td>
                <td>
                  <Select
                    size="xs"
                    aria-label={`${column}, ${field === null ? 'not read' : `read as ${labels[field] ?? field}`}`}
                    placeholder="not read"
                    data={maySayAnswers ? [{ value: answers, label: labels[answers]! }, ...choices] : choices}
                    value={field}
                    clearable
                    clearButtonProps={{ 'aria-label': `${column}: do not read`, size: '24px' }}
                    searchable
                    disabled={busy}
                    // What is typed takes the place of what stands there.
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(chosen) => choose(column, chosen)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
