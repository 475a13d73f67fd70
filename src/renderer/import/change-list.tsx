import { detailWords } from '../../core/customers/detail-words.ts'
import type { Formats } from '../../core/formats.ts'
import { useFormats } from '../ui/use-formats.ts'
import { ValueCell } from './value-cell.tsx'

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

/** Where the file says something else than what is on file: old and new, and whose stays. */
export function ChangeList({ changes, changeCount, fields }: ChangeListProps) {
  const formats = useFormats()
  if (changeCount === 0) return null
  const more = changeCount - changes.length
  return (
    <details className="import-choices" open>
      <summary>{summaryOf(changes, more, formats)}</summary>
      <div className="import-scroll panel" tabIndex={0} role="region" aria-label="Old and new values">
        <table className="import-sample import-changes">
          <thead>
            <tr>
              {['Line', 'Name', 'What', 'Now', 'In the file', 'Then'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map(({ line, name, field, before, after, kept }) => (
              <tr key={`${line} ${field}`}>
                <td className="figures quiet">{formats.number(line)}</td>
                <ValueCell words={name} />
                <td className="quiet">{field === 'mailConsent' ? 'Mail' : (fields[field] ?? field)}</td>
                <ValueCell words={valueWords(field, before, formats)} isOver={kept === null} />
                <ValueCell words={valueWords(field, after, formats)} isOver={kept !== null} />
                <td className={kept === null ? 'kept' : 'quiet'}>{thenWords(kept)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p className="quiet import-messages">{`and ${formats.number(more)} more`}</p>}
      </div>
    </details>
  )
}

function summaryOf(changes: readonly Change[], more: number, formats: Formats): string {
  if (more > 0) return `${formats.number(changes.length + more)} values differ from what is on file`
  const taken = changes.filter(({ kept }) => kept === null).length
  const stays = changes.length - taken
  const parts = [
    taken > 0 && formats.counted(taken, 'value changes', 'values change'),
    stays > 0 && formats.counted(stays, 'stays as it is', 'stay as they are'),
  ]
  return parts.filter((part) => part !== false).join(', ')
}

function thenWords(kept: string | null): string {
  if (kept === null) return 'changes'
  return kept === 'owner' ? 'stays as you have it' : 'a later file’s stays'
}

function valueWords(field: string, value: string, formats: Formats): string {
  if (field === 'mailConsent') return value === 'unasked' ? 'not asked' : value
  return value === '' ? '–' : detailWords(field, value, formats)
}
