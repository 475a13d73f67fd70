import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import type { FileShop } from '../../../src/main/store/engines/sqlite/open-file.ts'
import { openShop } from '../../../src/main/store/open.ts'

const folder = join(import.meta.dirname, '../../data/shops')
const ending = '.wellkept.gz'

const packedFile = (name: string): string => join(folder, `${name}${ending}`)
const rowsFile = (name: string): string => join(folder, `${name}.rows.txt`)

/** The golden shops by name: of each schema that was released, and of the one of today. */
export const goldenShops = (): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted()

/** Puts a golden shop, as the version that made it left it, at a path. */
export function unpack(name: string, path: string): void {
  writeFileSync(path, gunzipSync(readFileSync(packedFile(name))))
}

/** Keeps a closed shop file as a golden one. */
export function pack(name: string, path: string): void {
  writeFileSync(packedFile(name), gzipSync(readFileSync(path), { level: 9 }))
}

/** The rows that a golden shop is to have in the newest schema; a checkout may have given the lines other ends. */
export const expectedRows = (name: string): string =>
  readFileSync(rowsFile(name), 'utf8').replaceAll('\r\n', '\n')

/** Says what rows a golden shop is to have in the newest schema. */
export function expectRows(name: string, rows: string): void {
  writeFileSync(rowsFile(name), rows)
}

/** Opens a golden shop at a path, which brings it to the newest schema. */
export async function upgrade(name: string, path: string): Promise<FileShop> {
  unpack(name, path)
  const opened = await openShop(path, { backupFolder: `${path}-backups` })
  if (!opened.ok) throw new Error(opened.problem.message)
  return opened.value
}

/** The tables of a shop file, without those that SQLite keeps for itself and for a search. */
export const tablesIn = (connection: Database.Database): readonly string[] =>
  connection
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
       AND name NOT IN ('sqlite_schema', 'sqlite_stat1', 'sqlite_stat4') ORDER BY name`,
    )
    .pluck()
    .all() as string[]

/** All rows of all tables, whole, a line each: the table, then the row as JSON. */
export function rowsOf(connection: Database.Database): string {
  const lines = tablesIn(connection).flatMap((table) =>
    (connection.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all() as Row[]).map(
      (row) => `${table} ${JSON.stringify(table === 'changes' ? readable(row) : row)}\n`,
    ),
  )
  return lines.join('')
}

/** The rows of a golden shop that was upgraded, as {@link rowsOf}; what chance gave in the upgrade is left out. */
export function upgradedRows(name: string, path: string, connection: Database.Database): string {
  const before = `${path}-before`
  unpack(name, before)
  const old = new Database(before, { readonly: true })
  const hadCode = tablesIn(old).includes('fileNotes')
  old.close()
  const rows = rowsOf(connection)
  return hadCode
    ? rows
    : rows
        .replace(/^(fileNotes .*"kind":"code".*"what":")[0-9a-f]{32}/m, '$1(by chance)')
        .replace(/^(suppressionSalts .*"salt":")[0-9a-f]{32}/m, '$1(by chance)')
}

type Row = Record<string, unknown>

/** A row of before is easier to read and to compare as a row than as a text. */
const readable = ({ before, ...change }: Row): Row => ({
  ...change,
  before: typeof before === 'string' && before !== '' ? (JSON.parse(before) as unknown) : before,
})
