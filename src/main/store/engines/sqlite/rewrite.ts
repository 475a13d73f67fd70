import type Database from 'better-sqlite3'
import type { Ask, Stored } from '../../computed.ts'

const rowsAPage = 500

/** Prepares each statement once. */
function preparing(connection: Database.Database): (sql: string) => Database.Statement {
  const prepared = new Map<string, Database.Statement>()
  return (sql) => {
    const statement = prepared.get(sql) ?? connection.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
}

/** Asks the rows of a shop file. */
function askerOf(connection: Database.Database): Ask {
  const prepared = preparing(connection)
  return (sql, ...values) =>
    prepared(sql)
      .pluck()
      .get(...values) as ReturnType<Ask>
}

/** Goes through the rows of a table and writes what is to change in each. */
export function rewriteRows(
  connection: Database.Database,
  table: string,
  changed: (row: Stored, ask: Ask) => Stored,
): void {
  const ask = askerOf(connection)
  const prepared = preparing(connection)
  const rows = connection.prepare(`SELECT * FROM "${table}" WHERE id > ? ORDER BY id LIMIT ${rowsAPage}`)
  for (const row of paged<Stored>(rows)) {
    const differing = Object.entries(changed(row, ask)).filter(([column, value]) => row[column] !== value)
    if (differing.length === 0) continue
    const columns = differing.map(([column]) => `"${column}" = ?`).join(', ')
    prepared(`UPDATE "${table}" SET ${columns} WHERE id = ?`).run(
      ...differing.map(([, value]) => value),
      row['id'],
    )
  }
}

/** Goes through a table's rows of before in the log; answers the acts of those that came to nothing. */
export function rewriteImages(
  connection: Database.Database,
  table: string,
  rewritten: (image: Stored, ask: Ask) => Stored | null,
): readonly number[] {
  const ask = askerOf(connection)
  const lost = new Set<number>()
  const images = connection.prepare(
    `SELECT id, actId, before FROM changes WHERE id > ? AND tableName = '${table}' AND before <> '' ORDER BY id LIMIT ${rowsAPage}`,
  )
  const write = connection.prepare('UPDATE changes SET before = ? WHERE id = ?')
  for (const { id, actId, before } of paged<{ id: number; actId: number; before: string }>(images)) {
    const image = rewritten(JSON.parse(before) as Stored, ask)
    if (image === null) lost.add(actId)
    else write.run(JSON.stringify(image), id)
  }
  return [...lost]
}

/** A page after the other, for nothing can be written while a statement is being read. */
function* paged<R extends object>(statement: Database.Statement): Generator<R> {
  for (let after = 0; ;) {
    const page = statement.all(after) as (R & { readonly id: number })[]
    yield* page
    if (page.length < rowsAPage) return
    after = page.at(-1)!.id
  }
}
