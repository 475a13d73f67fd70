import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { ImportInput } from '../../src/core/import/call.ts'
import { cellsFor, mappingFor, type ImportKind } from '../../src/core/import/kind.ts'
import { readingsFor } from '../../src/core/import/readings.ts'
import { fileLists } from '../../src/core/feature-calls.ts'
import { imports } from '../../src/core/imports.ts'
import { formatsOf } from '../../src/core/formats.ts'
import { readTable } from '../../src/main/import/table-file.ts'
import { oddTables, ownTables, type OddTable, type Right } from './odd-tables.ts'

/** What Wellkept says of a file before anything is kept, or the problem by which it is refused. */
export async function guessOf({ bytes, call }: OddTable): Promise<Right | string> {
  const folder = mkdtempSync(join(tmpdir(), 'wellkept-table-'))
  const path = join(folder, 'table.csv')
  writeFileSync(path, bytes)
  try {
    const kind: ImportKind | undefined = call
      ? imports[fileLists.find((one) => one.call === call)!.what]
      : undefined
    const read = await readTable(path, { known: kind?.isHeader })
    if (!read.ok) return read.problem.code
    const { encoding, delimiter, header, rows } = read.value
    const table = { encoding, delimiter, header, rows: rows.length }
    if (!kind) return table
    const input: ImportInput = { path, commit: false }
    const sheet = { header, rows }
    const mapped = mappingFor(kind, sheet, input)
    if (!mapped.ok) return mapped.problem.code
    const { mapping } = mapped.value
    const { cell } = cellsFor(kind, sheet, mapping)
    const customs = { money: formatsOf('DE').money, order: 'day-first', zone: 'Europe/Berlin' } as const
    const { dates, numbers } = readingsFor(kind, { sheet, mapping, cell }, input, customs)
    const asks = dates.length > 0 ? ('date' as const) : numbers.length > 0 ? ('number' as const) : undefined
    return { ...table, mapping: { ...mapping }, ...(asks && { asks }) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Each file with what was guessed of it, and whether that is right. */
export const guesses = async () =>
  Promise.all(
    oddTables.map(async (table) => {
      const guessed = await guessOf(table)
      return { table, guessed, isRight: isDeepStrictEqual(guessed, table.right) }
    }),
  )

const delimiterWords = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

const short = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')

function words(guessed: Right | string): string {
  if (typeof guessed === 'string') return `refused: ${guessed} | – | – | –`
  const { encoding, delimiter, header, rows, mapping, asks } = guessed
  const columns = Object.entries(mapping ?? {}).map(([field, column]) => `${column} → ${field}`)
  const read =
    mapping === undefined ? header.join(', ') : `${columns.join(', ')}${asks ? `; asks about a ${asks}` : ''}`
  return `${encoding} | ${delimiterWords[delimiter]} | ${rows} | ${short(read)}`
}

/** The page about odd tables. */
export async function oddTablesPage(): Promise<string> {
  const all = await guesses()
  const wrong = all.filter(({ isRight }) => !isRight)
  const rows = all.map(
    ({ table, guessed, isRight }) =>
      `| ${table.name} | ${short(table.what)} | ${words(guessed)} | ${isRight ? 'yes' : '**no**'} |`,
  )
  return `# Tables as files come

What is guessed of a table before the owner sees it: ${all.length} files, ${ownTables.length} made ones (\`tests/support/odd-tables.ts\`) and ${all.length - ownTables.length} of
csv-spectrum. The right answer of each is written by hand. Made by \`npm run tables\`; held by
\`tests/main/import/odd-tables.test.ts\`, which wants 95 % right.

**${all.length - wrong.length} of ${all.length} are guessed right (${((100 * (all.length - wrong.length)) / all.length).toFixed(1)} %).** Nothing comes in unseen, right or wrong: the window imports only what a preview showed, and
what can be read in two ways is asked first.

| file | what it is | letters | parted by | lines | columns | right |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`
}

export const oddTablesFile = join(import.meta.dirname, '../../docs/csv.md')

/** Writes the page. */
export const writeReport = async (): Promise<void> => writeFileSync(oddTablesFile, await oddTablesPage())
