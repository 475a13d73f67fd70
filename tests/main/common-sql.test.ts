import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Where SQL is one engine's own: SQLite's, its files and its migrations. */
const engines = /^src\/main\/(?:store\/(?:engines|migrations)|backups)\//

/** What of a source is SQL in words; what is put in is `?`. */
const sqlIn = (source: string): readonly string[] =>
  [
    ...source.matchAll(
      /\bsql(?:<(?:[^<>`]|<[^<>]*>)*>)?`((?:[^`\\$]|\$(?!\{)|\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\})*)`/g,
    ),
  ].map(([, text]) => text!.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '?'))

const bare = (sql: string): string => sql.replace(/"[^"]*"|'[^']*'/g, "''")

/** Names that PostgreSQL would fold to small letters: not in quotes. */
const unquoted = (sql: string): readonly string[] => bare(sql).match(/\b[a-z]+[A-Z]\w*/g) ?? []

/** What one engine alone knows, or the other means otherwise. */
const ownWords =
  /\b(?:rowid|json_each|instr|GLOB|LIKE|PRAGMA|iif|ifnull|group_concat|total|strftime|julianday|datetime|unixepoch|printf|random|typeof)\b|INSERT OR|->>|\bmax\s*\(\s*id\s*\)\s*\+/i

const saysOwn = (sql: string): boolean => ownWords.test(bare(sql))

/** Digits alone are looked for there: large and small letters are not asked. */
const digitsOnly = 'src/main/customers/beside.ts'

const sources = globSync('src/main/**/*.ts')
  .filter((file) => !engines.test(file))
  .flatMap((file) => sqlIn(readFileSync(file, 'utf8')).map((sql) => ({ file, sql })))

test('SQL in words quotes its names, so that every engine takes them as they are', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(sources.filter(({ sql }) => unquoted(sql).length > 0)).toEqual([])
})

test('SQL in words says nothing that one engine alone knows', () => {
  const own = sources.filter(({ sql }) => saysOwn(sql))
  expect(own.filter(({ file, sql }) => file !== digitsOnly || !/ LIKE \?/.test(sql))).toEqual([])
})

test.each([
  ['sql`SELECT customerId FROM a`', ['customerId'], false],
  ['sql<{ a: number }>`SELECT "customerId" FROM b WHERE c = \'mailConsent\'`', [], false],
  ['sql<boolean>`${db.notHere} AND tradingDay = ${{ a: 1 }}`', ['tradingDay'], false],
  ['sql`SELECT max(id) + 1 FROM a`', [], true],
  ['sql`INSERT OR IGNORE INTO a`', [], true],
  ['sql`SELECT rowid FROM a`', [], true],
  ["sql`SELECT a ->> '$.b' FROM a`", [], true],
  ['sql`SELECT borrowing, total_ FROM a`', [], false],
])('%s', (source, names, isOwn) => {
  const [sql] = sqlIn(source)
  expect([unquoted(sql!), saysOwn(sql!)]).toEqual([names, isOwn])
})
