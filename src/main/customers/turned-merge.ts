import { dayAt } from '../../core/day.ts'
import { fail } from '../../core/result.ts'
import { anySince, momentOf } from '../store/acts.ts'
import { rowsTakenAway } from '../store/changes.ts'
import type { Context } from '../store/context.ts'
import type { Guard } from '../store/undo.ts'
import { called } from './no-customer.ts'
import { suppressedFor } from './suppressed.ts'

/**
 * Where an address of two who were made one got its no since, nobody can say which of the two asked for it: the undo of the merge,
 * which would leave one of them without it, is refused.
 */
export const noNoParted: Guard = async (context, taking, turn) => {
  const merged = turn === 'undo' ? await mergedBy(context, taking) : undefined
  const no = merged && (await suppressedFor(context.db, merged.customerId))
  if (!no || !(await anySince(context.db, taking, suppressing))) return async () => undefined
  if (no.day < dayAt(await momentOf(context.db, taking), context.zone)) return async () => undefined
  return async () => {
    const { customerId, goneId } = merged
    for (const id of [customerId, goneId])
      if (!(await suppressedFor(context.db, id)) && (await hasAddress(context, id)))
        return fail(
          'said-no',
          `An address of ${called(merged.name)} gets no mail since, and which of the two asked for it nobody can tell. Nothing was changed. Ask, note the yes on the page of ${called(merged.name)}, and undo then; or enter the other one anew.`,
        )
    return undefined
  }
}

/** Who was made of two by an act. */
async function mergedBy(context: Context, actId: number) {
  const [run] = await rowsTakenAway(context, actId, 'formerCustomers')
  return (
    run &&
    context.db
      .selectFrom('formerCustomers as former')
      .innerJoin('customers as who', 'who.id', 'former.customerId')
      .select(['former.customerId', 'former.goneId', 'who.name'])
      .where('former.id', '=', run.rowId)
      .executeTakeFirst()
  )
}

const hasAddress = async ({ db }: Context, id: number): Promise<boolean> =>
  (await db
    .selectFrom('customers')
    .select('id')
    .where('id', '=', id)
    .where('emailKey', '<>', '')
    .executeTakeFirst()) !== undefined

/** Acts by which an address gets its no: asked for, by a code, or as of somebody erased. */
const suppressing = ['customers.suppress', 'customers.erase', 'newsletter.optOut'] as const
