import { sql } from 'kysely'
import type { Context } from '../store/context.ts'

/** A price on file; with `part`, one that is no multiple of it. Undefined where there is none. */
export async function priceOnFile({ db }: Pick<Context, 'db'>, part?: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('products')
    .select('priceMills')
    .where('priceMills', 'is not', null)
    .$if(part !== undefined, (query) => query.where(sql<boolean>`"priceMills" % ${part} <> 0`))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.priceMills ?? undefined
}

/** Every price on file, in mills, by the id of its product. */
export async function pricesOnFile({ db }: Pick<Context, 'db'>): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('products')
    .select(['id', 'priceMills'])
    .where('priceMills', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, priceMills }) => [id, priceMills!]))
}
