import { addDays, dayAt, isoWeekday, localAt } from '../../core/day.ts'
import { ok, type Result } from '../../core/result.ts'
import { customersNumbered } from '../customers/edge.ts'
import { breakPromise, closePromise, makePromise, readyPromise, warnOf } from '../promises/edge.ts'
import type { Context } from '../store/context.ts'
import { momentOf, type Moment, type Story, type StoryPromise } from './story.ts'

/** Makes the promises of the story and keeps them as it says, each at its own time. */
export async function makePromises(context: Context, story: Story): Promise<Result<unknown>> {
  for (const promise of story.promises) {
    const made = await makeOne(context, promise)
    if (!made.ok) return made
  }
  return ok(null)
}

async function makeOne(context: Context, promise: StoryPromise): Promise<Result<unknown>> {
  const at = (moment: Moment) => ({ ...context, now: momentOf(moment, context) })
  const [customer] = await customersNumbered(context.db, [promise.customer])
  const made = await makePromise(at(promise.made), {
    customerId: customer!.id,
    what: promise.what,
    kind: promise.kind,
    told: toldOn(localAt(momentOf(promise.told, context), context.zone), context),
    priceCap: promise.priceCap ?? '',
    note: '',
  })
  if (!made.ok) return made
  const promiseId = made.value.id
  const met = (point: 'inBudget' | 'fullScope' | 'leftClean') => !promise.missed?.includes(point)
  const steps = [
    promise.warned && (() => warnOf(at(promise.warned!), { promiseId })),
    promise.ready && (() => readyPromise(at(promise.ready!), { promiseId })),
    promise.done &&
      (() =>
        closePromise(at(promise.done!), {
          promiseId,
          inBudget: met('inBudget'),
          fullScope: met('fullScope'),
          leftClean: met('leftClean'),
        })),
    promise.broken && (() => breakPromise(at(promise.told), { promiseId, reason: promise.broken! })),
  ]
  for (const step of steps) {
    const done = step ? await step() : ok(null)
    if (!done.ok) return done
  }
  return ok(null)
}

/** Nobody is told a Sunday to come: the shop is closed. */
function toldOn(local: string, { now, zone }: Context): string {
  const day = local.slice(0, 10)
  return day > dayAt(now, zone) && isoWeekday(day) === 7 ? `${addDays(day, 1)}${local.slice(10)}` : local
}
