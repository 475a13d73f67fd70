import { visitImport } from '../../core/customers/visit-import.ts'
import type { Visitor } from '../../core/customers/visitors.ts'
import type { Day } from '../../core/day.ts'
import type { Kept } from '../../core/import/kind.ts'
import { inSlices } from '../import/slices.ts'
import type { Context } from '../store/context.ts'

/** A visit as a file says it, by its lines' places. */
export interface Said {
  readonly visitor: Visitor
  readonly day: Day
  readonly number: string
  readonly amountMills: number | null
  readonly places: readonly number[]
}

/** A visit that an earlier file brought. */
export interface KeptVisit {
  readonly id: number
  readonly amountMills: number | null
}

/** By what a visit of a file is known again: whose, the day, and the number of the order, which tills begin anew. */
export const keyOf = (customerId: number, day: Day, number: string): string =>
  `${customerId} ${day} ${number}`

/** What earlier files brought of these customers. */
export async function visitsKnown(
  context: Context,
  said: readonly Pick<Said, 'visitor'>[],
): Promise<ReadonlyMap<string, readonly KeptVisit[]>> {
  const known = new Map<string, KeptVisit[]>()
  const customers = [...new Set(said.map(({ visitor }) => visitor.id))]
  await inSlices(context, customers, comparing, async (some) => {
    const rows = await context.db
      .selectFrom('visits')
      .select(['id', 'customerId', 'day', 'sourceId', 'amountMills'])
      .where('customerId', 'in', some)
      .where('origin', '=', 'file')
      .orderBy('id')
      .execute()
    for (const { id, customerId, day, sourceId, amountMills } of rows) {
      const key = keyOf(customerId, day, sourceId)
      known.set(key, [...(known.get(key) ?? []), { id, amountMills }])
    }
  })
  return known
}

/** An order that is kept as the visit of somebody. */
interface KeptOrder {
  readonly customerId: number
  readonly name: string
  readonly amountMills: number | null
}

/** Whose visits orders of these numbers are kept as, by number and day. */
export async function ordersKept(
  context: Context,
  said: readonly Pick<Said, 'number'>[],
): Promise<ReadonlyMap<string, readonly KeptOrder[]>> {
  const kept = new Map<string, KeptOrder[]>()
  const numbers = [...new Set(said.map(({ number }) => number))]
  await inSlices(context, numbers, comparing, async (some) => {
    const rows = await context.db
      .selectFrom('visits')
      .innerJoin('customers', 'customers.id', 'visits.customerId')
      .select(['customerId', 'name', 'day', 'visits.sourceId', 'amountMills'])
      .where('visits.sourceId', '<>', '')
      .where('visits.sourceId', 'in', some)
      .where('origin', '=', 'file')
      .orderBy('visits.id')
      .execute()
    for (const { day, sourceId, ...order } of rows) {
      const key = orderKey(sourceId, day)
      const before = kept.get(key)
      if (before) before.push(order)
      else kept.set(key, [order])
    }
  })
  return kept
}

/** By what the same order is told, whoever a file says it is of. */
export const orderKey = (number: string, day: Day): string => `${number} ${day}`

const comparing = 'Comparing with the visits kept'

interface Keeping {
  readonly added: readonly Said[]
  readonly repriced: readonly { readonly id: number; readonly amountMills: number }[]
  readonly takenBack: readonly number[]
}

/** Keeps what a file says of visits, and takes off those that it says came to nothing. */
export async function keepVisits(context: Context, { added, repriced, takenBack }: Keeping): Promise<Kept> {
  const { keeping } = visitImport.doing
  await inSlices(context, added, keeping, async (some) => {
    await context.insertMany(
      'visits',
      some.map(({ visitor, day, number, amountMills }) => ({
        customerId: visitor.id,
        day,
        origin: 'file' as const,
        sourceId: number,
        amountMills,
      })),
    )
  })
  await inSlices(context, repriced, keeping, async (some) => {
    await context.updateMany('visits', some)
  })
  await inSlices(context, takenBack, keeping, async (some) => {
    await context.db.deleteFrom('visits').where('id', 'in', some).execute()
  })
  return { added: added.length, updated: repriced.length + takenBack.length }
}
