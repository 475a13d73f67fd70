import type { Context } from '../store/context.ts'

/** On how many days customers came, and what they paid, where files say it. */
export async function customersWorth(
  { db }: Pick<Context, 'db'>,
  ids: readonly number[],
): Promise<{ visits: number; paidMills: number }> {
  if (ids.length === 0) return { visits: 0, paidMills: 0 }
  const came = await db
    .selectFrom('customerRhythm')
    .select((eb) => eb.fn.sum<number | null>('days').as('days'))
    .where('customerId', 'in', ids)
    .executeTakeFirstOrThrow()
  const paid = await db
    .selectFrom('visits')
    .select((eb) => eb.fn.sum<number | null>('amountMills').as('mills'))
    .where('customerId', 'in', ids)
    .executeTakeFirstOrThrow()
  return { visits: came.days ?? 0, paidMills: paid.mills ?? 0 }
}
