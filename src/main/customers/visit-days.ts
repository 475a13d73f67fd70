import type { Kysely } from 'kysely'
import { dayFromNumber, type Day } from '../../core/day.ts'
import { rhythmOf, type Rhythm } from '../../core/customers/silence/rhythm.ts'
import type { Context } from '../store/context.ts'
import type { Schema } from '../store/schema.ts'

type Db = Kysely<Schema>

/** A customer with their rhythm. */
export type Known = Rhythm & { readonly customerId: number }

/** What is being done, for the progress bar. */
export const looking = 'Looking at the visits'

/** Customers a page holds; of more the thread would be held for too long. */
const aPage = 500

/** The days on which one customer came, each once, in no order. */
export async function visitDays(db: Db, customerId: number): Promise<readonly Day[]> {
  const rows = await daysBetween(db, customerId - 1, customerId).execute()
  return rows.map(({ day }) => day)
}

/** The visits of those behind one id and up to another; a contact that was a visit is one by its day. */
const daysBetween = (db: Db, after: number, upTo: number) =>
  db
    .selectFrom('visits')
    .select(['customerId', 'day'])
    .where('customerId', '>', after)
    .where('customerId', '<=', upTo)
    .union(
      db
        .selectFrom('touches')
        .select(['customerId', 'visitDay as day'])
        .where('customerId', '>', after)
        .where('customerId', '<=', upTo)
        .where('visitDay', '<>', ''),
    )

/** Every customer that ever came, a page at a time; of a day in the past as they were known on it. */
export async function* rhythms({ db, step }: Context, until?: number): AsyncGenerator<readonly Known[]> {
  for (let after = 0; ;) {
    const page = await db
      .selectFrom('customerRhythm')
      .selectAll()
      .where('customerId', '>', after)
      .orderBy('customerId')
      .limit(aPage)
      .execute()
    const last = page.at(-1)
    if (!last) return
    yield until === undefined ? page : await untilDay(db, after, last.customerId, dayFromNumber(until))
    after = last.customerId
    await step(0, 1, looking)
  }
}

/** All of them at once. */
export async function allRhythms(context: Context, until?: number): Promise<readonly Known[]> {
  const all: Known[] = []
  for await (const page of rhythms(context, until)) all.push(...page)
  return all
}

async function untilDay(db: Db, after: number, upTo: number, until: Day): Promise<readonly Known[]> {
  const byCustomer = new Map<number, Day[]>()
  for (const { customerId, day } of await daysBetween(db, after, upTo).execute()) {
    if (day > until) continue
    const days = byCustomer.get(customerId)
    if (days) days.push(day)
    else byCustomer.set(customerId, [day])
  }
  return [...byCustomer]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([customerId, days]) => {
      const rhythm = rhythmOf(days)
      return rhythm ? [{ customerId, ...rhythm }] : []
    })
}
