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
  await inSlices(context, customers, 'Comparing with the visits kept', async (some) => {
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
