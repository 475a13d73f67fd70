import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What says SQLite's own: the engine, the migrations, and the backups, which carry whole files of it about. */
const mayBeOwn = /^src\/main\/(?:store\/(?:engines|migrations)|backups)\//

const own =
  /'better-sqlite3'|\bPRAGMA\b|\bpragma[(_]|\browid\b|\bjson_\w+\(|\bMATCH\b|\bsqlite_\w+|\btemp\.|\binstr\(|\bGLOB\b|\bINSERT OR\b|\bSQLITE_/

const errorCode = /'E(?:NOSPC|DQUOT|FBIG|ACCES|PERM|ROFS|BUSY|IO|NXIO|NODEV|STALE|NOENT|ISDIR|NOTDIR|EXIST)'/

const sources = globSync('src/main/**/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }))

test('what is SQLite’s own stands in its engine', () => {
  expect(sources.length).toBeGreaterThan(150)
  const strangers = sources.filter(({ file, text }) => !mayBeOwn.test(file) && own.test(text))
  expect(strangers.map(({ file }) => file)).toEqual([])
})

test('codes of the system are known in one place', () => {
  expect(sources.filter(({ text }) => errorCode.test(text)).map(({ file }) => file)).toEqual([])
})

/** The files in which a feature reaches the disk: each is asked by the first half of a `FilingHandler` only, or renames at the end. */
const onDisk = [
  'customers/export-person.ts',
  'customers/export.ts',
  'import/table-file.ts',
  'newsletter/drafts.ts',
  'sample/month/written.ts',
  'sample/story.ts',
]

test('features reach the disk only where it is done before the write', () => {
  const features = /^src\/main\/(?!backups\/|store\/)[\w-]+\//
  const reaching = sources.filter(({ file, text }) => features.test(file) && /'node:fs/.test(text))
  expect(reaching.map(({ file }) => file.replace('src/main/', '')).toSorted()).toEqual(onDisk)
})

test.each([
  'sql`PRAGMA freelist_count`',
  'SELECT rowid FROM customersSearch',
  'customersSearch MATCH ${query}',
  'INSERT INTO temp.actNow',
  'SELECT value FROM json_each(${ids})',
  "import Database from 'better-sqlite3'",
])('it is seen: %s', (source) => expect(source).toMatch(own))
