import { openDayAfter, thanksWords } from '../../core/actions/after-sale.ts'
import { dayAt } from '../../core/day.ts'
import { readPlan } from '../hours/edge.ts'
import type { Context } from '../store/context.ts'
import { isStillMeant } from './open-action.ts'
import { startAction } from './start.ts'

/** That a customer was sent by another, as both are called. */
interface SentBy {
  readonly referralId: number
  readonly by: { readonly id: number; readonly name: string }
  readonly sent: string
}

/** Who sent a customer is to be thanked, on the next day the shop opens, unless they were already. */
export async function oweThanks(context: Context, { referralId, by, sent }: SentBy): Promise<void> {
  const thanked = await context.db
    .selectFrom('actions')
    .select('id')
    .where('referralId', '=', referralId)
    .where('aboutId', '=', by.id)
    .where('state', '=', 'done')
    .executeTakeFirst()
  if (thanked) return
  const dueDay = openDayAfter(await readPlan(context), dayAt(context.now, context.zone), 1)
  await startAction(context, {
    what: thanksWords(by.name, sent),
    about: { kind: 'customer', ...by },
    dueDay,
    source: 'thanks',
    referralId,
  })
}

/** What a customer was to be thanked for did not happen, whatever both are called by now. */
export async function thanksNotOwed({ db, now }: Context, referralId: number): Promise<void> {
  await db
    .updateTable('actions')
    .set({ state: 'dropped', closedAtMs: now, closedByDeath: 0 })
    .where('referralId', '=', referralId)
    .where(isStillMeant)
    .execute()
}
