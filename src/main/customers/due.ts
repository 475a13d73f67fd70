import { sql, type Kysely } from 'kysely'
import type { Schema } from '../store/schema.ts'
import { capSince, type Cadence, type Seen, type TierNow } from './cadence.ts'

/** Somebody who is due by their tier. */
export interface Due {
  readonly id: number
  readonly name: string
  readonly company: string
  readonly email: string
  readonly phone: string
  readonly silentSinceMs: number
  readonly tier: TierNow
}

const dayMs = 86_400_000

/**
 * Who is overdue before who is only proposed, and in each by how much of the days of their tier has gone by; of those alike the one
 * longest on file. Within a tier that is the order of its index, so that the first of each tier hold the first of all.
 */
export async function dueContacts({ db, now }: Seen, cadence: Cadence, limit: number): Promise<Due[]> {
  const ofEach: Due[][] = []
  for (const tier of cadence.tiers.values()) ofEach.push(await dueOfTier(db, cadence, tier, limit))
  const isOverdue = ({ silentSinceMs, tier }: Due) => (silentSinceMs < tier.overdueBeforeMs ? 1 : 0)
  const share = ({ silentSinceMs, tier }: Due) => (now - silentSinceMs) / (tier.maxDays * dayMs)
  return ofEach
    .flat()
    .toSorted((a, b) => isOverdue(b) - isOverdue(a) || share(b) - share(a) || a.id - b.id)
    .slice(0, limit)
}

async function dueOfTier(db: Kysely<Schema>, cadence: Cadence, tier: TierNow, limit: number) {
  const rows = await db
    .selectFrom('customerContact')
    .innerJoin('customers', 'customers.id', 'customerContact.customerId')
    .select(['id', 'name', 'company', 'email', 'phone', 'silentSinceMs'])
    .where('customerContact.tierId', '=', tier.id)
    .where('silentSinceMs', '<', tier.proposedBeforeMs)
    .where((eb) => eb.or([eb('capTouchMs', 'is', null), eb('capTouchMs', '<', cadence.capSinceMs)]))
    .where('snoozedUntil', '<=', cadence.today)
    .where('pausedUntil', '<=', cadence.today)
    .orderBy('silentSinceMs')
    .orderBy('customerContact.customerId')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, silentSinceMs: row.silentSinceMs ?? 0, tier }))
}

interface Counts {
  /** Proposed or overdue, neither snoozed nor capped. */
  readonly due: number
  /** Those of them beyond the most days of their tier. */
  readonly overdue: number
  /** Would be due, but had as many contacts as are enough. */
  readonly capped: number
}

/** All due less the snoozed and the capped, each counted from its index. */
export async function countDue(db: Kysely<Schema>, cadence: Cadence): Promise<Counts> {
  let [due, overdue, capped] = [0, 0, 0]
  for (const tier of cadence.tiers.values()) {
    const proposed = await countBefore(db, cadence, tier, tier.proposedBeforeMs)
    const late =
      tier.idealDays === tier.maxDays ? proposed : await countBefore(db, cadence, tier, tier.overdueBeforeMs)
    due += proposed.free
    overdue += late.free
    capped += proposed.capped
  }
  return { due, overdue, capped }
}

async function countBefore(db: Kysely<Schema>, { today, capSinceMs }: Cadence, { id }: TierNow, ms: number) {
  const silent = db
    .selectFrom('customerContact')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('customerContact.tierId', '=', id)
    .where('silentSinceMs', '<', ms)
  // From the few who are snoozed or paused to their contacts, and never the other way: a cross join keeps its order.
  const snoozed = db
    .selectFrom('customers')
    .crossJoin('customerContact')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .whereRef('customerContact.customerId', '=', 'customers.id')
    .where('customerContact.tierId', '=', id)
    .where('silentSinceMs', '<', ms)
    .where('customers.id', 'in', (eb) =>
      eb
        .selectFrom('customers as later')
        .select('later.id')
        .where('later.snoozedUntil', '<>', sql.lit(''))
        .where('later.snoozedUntil', '>', today)
        .union((of) =>
          of
            .selectFrom('customers as paused')
            .select('paused.id')
            .where('paused.pausedUntil', '<>', sql.lit(''))
            .where('paused.pausedUntil', '>', today),
        ),
    )
  const [all, full, off, both] = await Promise.all(
    [
      silent,
      silent.where('capTouchMs', '>=', capSinceMs),
      snoozed,
      snoozed.where('capTouchMs', '>=', capSinceMs),
    ].map(async (query) => (await query.executeTakeFirstOrThrow()).n),
  )
  return { free: all! - full! - off! + both!, capped: full! - both! }
}

/** Who had as many contacts as are enough. */
export async function customersCapped(
  context: Pick<Seen, 'db' | 'now' | 'zone'>,
): Promise<ReadonlySet<number>> {
  const rows = await context.db
    .selectFrom('customerContact')
    .select('customerId')
    .where('capTouchMs', '>=', capSince(context))
    .execute()
  return new Set(rows.map(({ customerId }) => customerId))
}
