import { resolve } from 'node:path'
import type { SavedRefused } from '../../core/import/call.ts'
import type { CardsReader } from '../../core/import/cards.ts'
import { refusedTable, whyWords, type RefusedRow } from '../../core/import/refused.ts'
import type { LineMessage } from '../../core/import/report.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { diskSays } from '../disk-codes.ts'
import type { Context } from '../store/context.ts'
import { writeWhole } from '../write-whole.ts'
import type { TableFile } from './table-file.ts'

/** What an import leaves out of a file, and what it says of the file as a whole. */
interface LeftOut {
  readonly table: TableFile
  readonly refused: readonly RefusedRow[]
  readonly aboutFile: readonly LineMessage[]
  readonly cards: CardsReader | undefined
}

/** Whether the refused rows would be written over the file that they are of. */
export const sameFile = (path: string, to: string): Result<never> | null =>
  resolve(path) === resolve(to)
    ? fail('same-file', 'This is the file that was read. Nothing was written. Choose another name.', 'to')
    : null

/** Writes the rows to a file, whole or not at all. Problems: none-left, not-written. */
export async function writeRefused(
  context: Context,
  to: string,
  left: LeftOut,
): Promise<Result<SavedRefused>> {
  if (left.refused.length === 0)
    return fail('none-left', 'No line of the file is left out now. Nothing was written.')
  try {
    await writeWhole(to, Buffer.from(textOf(left, context), 'utf8'))
  } catch (error) {
    // A full or failing disk is told as for every call.
    const said = diskSays(error)
    if (said === undefined || said === 'full' || said === 'disk') throw error
    return fail(
      'not-written',
      'The file could not be written there. Nothing was lost. Choose another folder, or close the program that holds it.',
      'to',
    )
  }
  return ok({ rows: left.refused.length })
}

function textOf({ table, refused, aboutFile, cards }: LeftOut, { formats }: Context): string {
  const oddities = byLine(table.problems)
  const about = aboutFile.map(({ message }) => message)
  const rows = refused.map(({ row, messages }) => {
    const told = [...(oddities.get(row.line) ?? []), ...messages]
    return { row, why: whyWords({ row, messages: told }, about, formats) }
  })
  if (table.format === 'cards') return rows.map(({ row, why }) => cards!.refused(row.source!(), why)).join('')
  return refusedTable(
    table,
    rows.map(({ row: { cells }, why }) => ({ cells, why })),
  )
}

function byLine(problems: readonly LineMessage[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>()
  for (const { line, message } of problems) found.set(line, [...(found.get(line) ?? []), message])
  return found
}
