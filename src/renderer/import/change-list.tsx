import { formatNumber } from '../ui/format.ts'
import { counted } from './report-parts.tsx'

interface Change {
  readonly line: number
  readonly name: string
  readonly field: string
  readonly before: string
  readonly after: string
  /** Whose value stays although the file has another; null where the file's is taken. */
  readonly kept: string | null
}

interface ChangeListProps {
  readonly changes: readonly Change[]
  readonly changeCount: number
  /** Field -> what the owner calls it. */
  readonly fields: Readonly<Record<string, string>>
}

/** What on file would change, old and new, and what stays as the owner has it. */
export function ChangeList({ changes, changeCount, fields }: ChangeListProps) {
  if (changeCount === 0) return null
  const more = changeCount - changes.length
  return (
    <div>
      <div>{`${counted(changeCount, { one: 'value differs', many: 'values differ' })} from what is on file`}</div>
      <div className="import-scroll panel" tabIndex={0} role="region" aria-label="Old and new values">
        <table className="import-sample">
          <thead>
            <tr>
              {['Line', 'Name', 'What', 'Now', 'In the file', ''].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map(({ line, name, field, before, after, kept }) => (
              <tr key={`${line} ${field}`}>
                <td className="figures quiet">{formatNumber(line)}</td>
                <td className="clip" title={name}>
                  {name}
                </td>
                <td>{fields[field] ?? field}</td>
                <td className="clip" title={before}>
                  {before}
                </td>
                <td className="clip" title={after}>
                  {after}
                </td>
                <td>{kept === null ? 'changes' : kept === 'owner' ? 'stays as you have it' : 'stays'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p className="quiet import-messages">{`and ${formatNumber(more)} more`}</p>}
      </div>
    </div>
  )
}
