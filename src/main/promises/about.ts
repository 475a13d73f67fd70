import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../store/context.ts'
import type { AboutReader } from '../about/reader.ts'

/** Where a promise is seen. */
export const promisePage = ({ what, name }: { readonly what: string; readonly name: string }): string =>
  `/promises?find=${encodeURIComponent(`${name} ${what}`.trim())}`

/** Promises as a link to them names them. */
export const promisesNamed: AboutReader = async ({ db }, ids) => {
  const rows = await db.selectFrom('promises').select(['id', 'what', 'name']).where('id', 'in', ids).execute()
  return new Map(
    rows.map(({ id, what, name }) => [
      id,
      {
        name: [what, name].filter(Boolean).join(', '),
        page: promisePage({ what, name }),
      },
    ]),
  )
}

/** A promise as a letter about it tells it: what, and by when the customer heard that it would be. */
export const promiseToTell = ({ db }: Pick<Context, 'db'>, id: number) =>
  db.selectFrom('promises').select(['customerId', 'what', 'toldAtMs']).where('id', '=', id).executeTakeFirst()

/** How many promises to customers were done. */
export async function promisesDone(
  { db }: Pick<Context, 'db'>,
  customerIds: readonly number[],
): Promise<number> {
  if (customerIds.length === 0) return 0
  const { n } = await db
    .selectFrom('promises')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('customerId', 'in', customerIds)
    .where('doneAtMs', 'is not', null)
    .executeTakeFirstOrThrow()
  return n
}

/** The ids of the promises to a customer, for a condition. */
export const promisesTo = (customerId: number): RawBuilder<number> =>
  sql<number>`(SELECT id FROM promises WHERE "customerId" = ${customerId})`
