import { sql } from 'kysely'
import type { Context } from '../store/context.ts'

/** The limit of a promise on file; with `part`, one that is no multiple of it. Undefined where there is none. */
export async function priceCapOnFile(
  { db }: Pick<Context, 'db'>,
  part?: number,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('promises')
    .select('priceCapMills')
    .where('priceCapMills', 'is not', null)
    .$if(part !== undefined, (query) => query.where(sql<boolean>`"priceCapMills" % ${part} <> 0`))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.priceCapMills ?? undefined
}

/** Every limit on file, in mills, by the id of its promise. */
export async function priceCapsOnFile({ db }: Pick<Context, 'db'>): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('promises')
    .select(['id', 'priceCapMills'])
    .where('priceCapMills', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, priceCapMills }) => [id, priceCapMills!]))
}
