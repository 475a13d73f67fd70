import type { Formats } from '../formats.ts'
import { asCell, withoutMark } from './mapping.ts'
import type { TableRow } from './records.ts'

/** A row that an import leaves out. */
export interface RefusedRow {
  readonly row: TableRow
  /** In sentences; none where its file as a whole says why. */
  readonly messages: readonly string[]
}

/** The column that says why, by which a mended file is known: it is never read as one of the file's own. */
export const whyColumn = 'Why Wellkept left it out'

/** Why a row was left out, for the owner who mends it. `aboutFile` is what is said of the file as a whole. */
export function whyWords(
  { row, messages }: RefusedRow,
  aboutFile: readonly string[],
  { number }: Pick<Formats, 'number'>,
): string {
  const said = messages.length > 0 ? messages : aboutFile
  return `Line ${number(row.line)}: ${said.length > 0 ? said.join(' ') : 'It was left out.'}`
}

/**
 * The refused rows as a table (RFC 4180, with a mark of UTF-8): first why, then the columns of the file, parted as there. Every cell
 * reads as before, and none is a formula to a spreadsheet.
 */
export function refusedTable(
  { header, delimiter }: { readonly header: readonly string[]; readonly delimiter: string },
  rows: readonly { readonly cells: readonly string[]; readonly why: string }[],
): string {
  const lines = [
    [whyColumn, ...header.map((name) => safe(asCell(name)))],
    ...rows.map(({ cells, why }) => [why, ...cells.map(safe)]),
  ]
  return `\ufeff${lines.map((cells) => `${cells.map(quoted).join(delimiter)}\r\n`).join('')}`
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A cell that a spreadsheet would take for a formula gets the mark that an import takes off. */
function safe(text: string): string {
  const plain = text.trim()
  return /^[=+\-@]/.test(plain) ? `'${plain}` : text
}

/** A table without the column that says why, and its header as it was; any other as it is. */
export function withoutWhy(rows: readonly TableRow[]): readonly TableRow[] {
  const [header, ...lines] = rows
  const place = header?.cells.findIndex((cell) => cell.trim() === whyColumn) ?? -1
  if (!header || place < 0) return rows
  const rest = (cells: readonly string[]) => cells.filter((_, i) => i !== place)
  const names = rest(header.cells).map(withoutMark)
  const kept = lines.map((row) => ({ ...row, cells: rest(row.cells) }))
  return [
    { ...header, cells: names },
    ...kept.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  ]
}
