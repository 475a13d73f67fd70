import Database from 'better-sqlite3'
import { migrate } from './migrate.ts'
import { migrations } from '../../migrations/index.ts'

interface SchemaObject {
  readonly type: string
  readonly name: string
  readonly tbl_name: string
  readonly sql: string | null
}

/** What SQLite itself adds to a file when it measures its tables. */
const statistics = new Set([
  'table sqlite_stat1 of sqlite_stat1: CREATE TABLE sqlite_stat1(tbl,idx,stat)',
  'table sqlite_stat4 of sqlite_stat4: CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)',
])

/** Whether a file holds exactly the tables and indexes that the migrations up to `version` make, and no code of anybody. */
export function isOurSchema(connection: Database.Database, version: number): boolean {
  if (!migrations.some(({ number }) => number === version)) return false
  if (connection.prepare(sharedPlace).pluck().get() === 1) return false
  const expected = expectedSchema(version)
  const found = objectsOf(connection).filter((object) => !statistics.has(object))
  return found.length === expected.size && found.every((object) => expected.has(object))
}

/** Two that share a place in the file: what is written to one changes the other. */
const sharedPlace = `SELECT count(*) > count(DISTINCT rootpage) FROM sqlite_schema WHERE rootpage <> 0`

function expectedSchema(version: number): ReadonlySet<string> {
  const connection = new Database(':memory:')
  try {
    migrate(
      connection,
      migrations.filter(({ number }) => number <= version),
    )
    return new Set(objectsOf(connection))
  } finally {
    connection.close()
  }
}

const objectsOf = (connection: Database.Database): string[] =>
  (connection.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').all() as SchemaObject[]).map(
    ({ type, name, tbl_name, sql }) => `${type} ${name} of ${tbl_name}: ${sql}`,
  )
