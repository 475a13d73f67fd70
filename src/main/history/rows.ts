import { sql, type Kysely } from 'kysely'
import type { Schema } from '../store/schema.ts'
import { things, type LoggedTable } from '../store/schema.ts'

/** A row as stored, by its columns. */
export type AnyRow = Readonly<Record<string, string | number | null>>

/** A row as it stands now. */
export async function rowNow(
  db: Kysely<Schema>,
  table: LoggedTable,
  rowId: number,
): Promise<AnyRow | undefined> {
  const { rows } = await sql<AnyRow>`SELECT * FROM ${sql.table(table)} WHERE id = ${rowId}`.execute(db)
  return rows[0]
}

/** What the row that is pointed at is called: now, or when it was last there. */
export async function nameOfRow(db: Kysely<Schema>, table: LoggedTable, rowId: number): Promise<string> {
  const row = (await rowNow(db, table, rowId)) ?? (await lastImage(db, table, rowId))
  if (!row) return `${things[table].thing} ${rowId}`
  if (table !== 'batches') return things[table].named(row as never)
  const product = await nameOfRow(db, 'products', Number(row['productId']))
  return [product, things.batches.named(row as never)].filter(Boolean).join(', ')
}

async function lastImage(db: Kysely<Schema>, table: LoggedTable, rowId: number): Promise<AnyRow | undefined> {
  const change = await db
    .selectFrom('changes')
    .select('before')
    .where('tableName', '=', table)
    .where('rowId', '=', rowId)
    .where('before', '<>', '')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return change?.before ? (JSON.parse(change.before) as AnyRow) : undefined
}
