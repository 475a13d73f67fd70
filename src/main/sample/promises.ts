import { addDays, dayAt, isoWeekday, localAt } from '../../core/day.ts'
import { ok, type Result } from '../../core/result.ts'
import { promises } from '../promises.ts'
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
  const { id: customerId } = await context.db
    .selectFrom('customers')
    .select('id')
    .where('sourceId', '=', promise.customer)
    .executeTakeFirstOrThrow()
  const made = await promises['promises.make'](at(promise.made), {
    customerId,
    what: promise.what,
    kind: promise.kind,
    told: toldOn(localAt(momentOf(promise.told, context), context.zone), context),
    ...(promise.priceCap && { priceCap: Number(promise.priceCap) * 100 }),
    note: '',
  })
  if (!made.ok) return made
  const promiseId = made.value.id
  const met = (point: 'inBudget' | 'fullScope' | 'leftClean') => !promise.missed?.includes(point)
  const steps = [
    promise.warned && (() => promises['promises.warn'](at(promise.warned!), { promiseId })),
    promise.ready && (() => promises['promises.ready'](at(promise.ready!), { promiseId })),
    promise.done &&
      (() =>
        promises['promises.close'](at(promise.done!), {
          promiseId,
          inBudget: met('inBudget'),
          fullScope: met('fullScope'),
          leftClean: met('leftClean'),
        })),
    promise.broken &&
      (() => promises['promises.break'](at(promise.told), { promiseId, reason: promise.broken! })),
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
