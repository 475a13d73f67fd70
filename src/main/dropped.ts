import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { imports } from '../core/imports.ts'
import type { DroppedFile, ListFit } from '../core/machine/dropped.ts'
import type { ImportKind } from '../core/import/kind.ts'
import { guessMapping } from '../core/import/mapping.ts'
import type { ImportWhat } from '../core/feature-calls.ts'
import { ok, type Result } from '../core/result.ts'
import type { Files } from './files.ts'
import { readTable } from './import/table-file.ts'

/** Endings of files that an import reads; a name without one may be a table. */
const readable = new Set(['', '.csv', '.tsv', '.tab', '.txt', '.vcf', '.vcard'])
const workbooks = new Set(['.xlsx', '.xls', '.xlsm', '.xlsb', '.ods', '.numbers'])

/** The header and some lines under it tell what a list is of. */
const headBytes = 64 * 1024

/** What a dropped file could be; nothing is kept of it, and the window gets no path. */
export async function lookAtDropped(path: string, files: Pick<Files, 'give'>): Promise<DroppedFile> {
  const name = basename(path)
  const refused = (why: string): DroppedFile => ({ name, refused: `${why} Nothing was changed.` })
  const info = await stat(path).catch(() => undefined)
  if (!info) return refused(`“${name}” is not there any more, or Wellkept may not read it.`)
  if (info.isDirectory()) return refused(`“${name}” is a folder. Drop the file that lies in it.`)
  const ending = extname(name).toLowerCase()
  if (workbooks.has(ending))
    return refused(`“${name}” is a workbook. Save it as CSV in your spreadsheet program, and drop that file.`)
  if (!info.isFile() || !readable.has(ending))
    return refused(`“${name}” is no list. Wellkept reads tables (CSV, TSV, TXT) and address cards (VCF).`)
  const looked = await fitsOf(path)
  if (!looked.ok) return { name, refused: `“${name}”: ${looked.problem.message}` }
  return { ...files.give(path), ...looked.value }
}

async function fitsOf(
  path: string,
): Promise<Result<{ readonly columns: number; readonly fits: readonly ListFit[] }>> {
  const found: (ListFit & { readonly columns: number })[] = []
  for (const [what, kind] of Object.entries(imports) as [ImportWhat, ImportKind][]) {
    const read = await readTable(path, { head: headBytes, known: kind.isHeader, cards: kind.cards })
    // Cards are for the lists that take them, whichever page is in front.
    if (!read.ok && read.problem.code === 'address-cards') continue
    if (!read.ok) return read
    const { header, rows } = read.value
    const guess = kind.guess?.({ header, rows }) ?? guessMapping(header, kind.fields)
    const takes = kind.needs.anyOf.some((field) => field in guess)
    found.push({ what, columns: header.length, known: takes ? new Set(Object.values(guess)).size : 0 })
  }
  const fits = found.toSorted((a, b) => b.known - a.known).map(({ what, known }) => ({ what, known }))
  return ok({ columns: found[0]?.columns ?? 0, fits })
}
