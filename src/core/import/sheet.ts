import type { TableRow } from './records.ts'

/** A table as its file has it, each column named once. */
export interface Sheet {
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

/** The cells of a column, '' where a row is short. */
export function* columnCells({ header, rows }: Sheet, column: string): Generator<string, void, undefined> {
  const place = header.indexOf(column)
  for (const { cells } of rows) yield cells[place] ?? ''
}

/** Lines that tell whether a column is used at all. */
const lookedAt = 2000

/** The columns that have nothing in them in the first lines. */
export function blankColumns({ header, rows }: Sheet): ReadonlySet<string> {
  const blank = new Set(header)
  const first = rows.slice(0, lookedAt)
  for (const [i, column] of header.entries())
    if (first.some(({ cells }) => (cells[i] ?? '').trim() !== '')) blank.delete(column)
  return blank
}
