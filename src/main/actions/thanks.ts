import { openDayAfter } from '../../core/actions/after-sale.ts'
import { dayAt } from '../../core/day.ts'
import { readPlan } from '../hours/edge.ts'
import type { Context } from '../store/context.ts'
import { startAction } from './start.ts'

/** A customer is to be thanked, on the next day the shop opens. */
export async function oweThanks(
  context: Context,
  customer: { readonly id: number; readonly name: string },
  what: string,
): Promise<void> {
  const dueDay = openDayAfter(await readPlan(context), dayAt(context.now, context.zone), 1)
  await startAction(context, { what, about: { kind: 'customer', ...customer }, dueDay, source: 'thanks' })
}

/** What a customer was to be thanked for did not happen. */
export const thanksNotOwed = ({ db, now }: Context, customerId: number, what: string) =>
  db
    .updateTable('actions')
    .set({ state: 'dropped', closedAtMs: now })
    .where('aboutKind', '=', 'customer')
    .where('aboutId', '=', customerId)
    .where('state', '=', 'open')
    .where('source', '=', 'thanks')
    .where('what', '=', what)
    .execute()
