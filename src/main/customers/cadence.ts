import { capDays, usualTier, type Tier } from '../../core/customers/tiers.ts'
import { addDays, dayAt, startOfDay, type Day } from '../../core/day.ts'
import type { Context } from '../store/context.ts'
import { allTiers } from './tiers.ts'

/** What is known of the shop and the moment. */
export type Seen = Pick<Context, 'db' | 'shop' | 'now' | 'zone' | 'formats'>

/** A tier with the moments before which who heard last is proposed, and overdue. */
export interface TierNow extends Tier {
  /** 0 for the usual one. */
  readonly id: number
  readonly proposedBeforeMs: number
  readonly overdueBeforeMs: number
}

/** How often everybody should hear from the shop, reckoned from now. */
export interface Cadence {
  readonly today: Day
  readonly tiers: ReadonlyMap<number, TierNow>
  /** Who had as many contacts as are enough since then has had them within the last days. */
  readonly capSinceMs: number
}

/** The shop's tiers as they are now, the usual one among them. */
export async function cadenceNow(context: Seen): Promise<Cadence> {
  const { shop, now, zone } = context
  const today = dayAt(now, zone)
  const before = (days: number) => startOfDay(addDays(today, 1 - days), zone)
  const all = [{ id: 0, ...usualTier(shop?.cadenceDays ?? 30) }, ...(await allTiers(context))]
  const tiers = new Map(
    all.map((tier) => [
      tier.id,
      { ...tier, proposedBeforeMs: before(tier.idealDays), overdueBeforeMs: before(tier.maxDays) },
    ]),
  )
  return { today, tiers, capSinceMs: capSince(context) }
}

/** From when on contacts count as within the last days. */
export const capSince = ({ now, zone }: Pick<Seen, 'now' | 'zone'>): number =>
  startOfDay(addDays(dayAt(now, zone), 1 - capDays), zone)
