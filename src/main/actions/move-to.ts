import { wordsAnew } from '../../core/actions/after-sale.ts'
import type { Context } from '../store/context.ts'
import { isStillMeant } from './open-action.ts'

/** Makes what is to be done about one customer be about another. */
export async function moveActions({ db, now }: Context, goneId: number, keepId: number): Promise<void> {
  const meant = db
    .selectFrom('actions')
    .select('id')
    .where('aboutKind', '=', 'customer')
    .where(isStillMeant)
    .where('source', '=', 'referral')
  // Nobody is asked twice whom they would send.
  const [asked] = await meant.where('aboutId', '=', keepId).execute()
  if (asked)
    await db
      .updateTable('actions')
      .set({ state: 'dropped', closedAtMs: now, closedByDeath: 0 })
      .where('id', 'in', meant.where('aboutId', '=', goneId))
      .execute()
  await db
    .updateTable('actions')
    .set({ aboutId: keepId })
    .where('aboutKind', '=', 'customer')
    .where('aboutId', '=', goneId)
    .execute()
}

/** What is to be done about a customer, and was not written down by anybody, names them as they are called now. */
export async function nameActions({ db, updateMany }: Context, customerId: number, name: string) {
  const meant = await db
    .selectFrom('actions')
    .select(['id', 'what', 'aboutName', 'source'])
    .where('aboutKind', '=', 'customer')
    .where('aboutId', '=', customerId)
    .where(isStillMeant)
    .where('aboutName', '<>', name)
    .execute()
  await updateMany(
    'actions',
    meant.map(({ id, what, aboutName, source }) => ({
      id,
      aboutName: name,
      what: source === '' ? what : wordsAnew(source, what, aboutName, name),
    })),
  )
}
