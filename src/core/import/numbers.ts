import { isOpen, readingsOf, type DecimalMark } from '../numbers.ts'
import type { OpenCell } from './questions.ts'

/** The numbers of one column together: its mark where one is written, and where it stays open, the first open number. */
export interface ColumnNumbers {
  readonly mark: DecimalMark | null
  readonly open: OpenCell | null
}

/**
 * Decides a column's decimal mark from all of its numbers: whatever can be read with one mark only (`0.250`, `1,5`,
 * `1.234,50`, `1.234.567`) speaks for it. Open where nothing speaks, or the column contradicts itself.
 */
export function columnNumbers(cells: Iterable<OpenCell>): ColumnNumbers {
  const seen = { '.': false, ',': false }
  let open: OpenCell | null = null
  for (const cell of cells) {
    const readings = readingsOf(cell.text.replace(/^\s*[-−+(]\s*/, ''))
    if (isOpen(readings)) open ??= cell
    else if (readings['.'] === null && readings[','] !== null) seen[','] = true
    else if (readings[','] === null && readings['.'] !== null) seen['.'] = true
  }
  if (seen['.'] !== seen[',']) return { mark: seen['.'] ? '.' : ',', open: null }
  return { mark: null, open }
}
