import type { DueContact } from '../../core/customers/answers.ts'
import { silenceWords, type TouchKind } from '../../core/customers/touch.ts'
import { dayAt, daysBetween } from '../../core/day.ts'
import { ok } from '../../core/result.ts'
import type { Handler } from '../store/context.ts'
import { cadenceNow, type Cadence, type Seen } from './cadence.ts'
import { countDue, dueContacts, type Due } from './due.ts'
import { whoRefusesCalls } from './standing.ts'
import { mostUnusual, newlyQuiet, quietBefore, quietWords, type QuietRegular } from './quiet.ts'

/** Who has not heard from the shop for longer than their tier may wait, or stays away unlike them, and how many they are in all. */
export const whoToday: Handler<'customers.whoToday'> = async (context, { limit }) => {
  const cadence = await cadenceNow(context)
  const { quiet, cappedQuiet, before } = await quietNow(context, cadence, limit)
  const { due, overdue, capped } = await countDue(context.db, cadence)
  return ok({
    rows: await withoutCalls(
      context,
      await worst(context, cadence, [...quiet, ...before.first].toSorted(mostUnusual), limit),
    ),
    total: due + quiet.filter((one) => !isDue(one, cadence)).length + before.total,
    overdue,
    capped: capped + cappedQuiet.filter((one) => !isDue(one, cadence)).length + before.capped,
  })
}

/** The first of them, without counting the others. */
export async function dueNow(context: Seen, limit: number): Promise<DueContact[]> {
  const cadence = await cadenceNow(context)
  const { quiet, before } = await quietNow(context, cadence, limit)
  return withoutCalls(
    context,
    await worst(context, cadence, [...quiet, ...before.first].toSorted(mostUnusual), limit),
  )
}

/** Who said no to calls is proposed all the same, for a letter or a word in the shop, and that is said. */
async function withoutCalls({ db }: Seen, due: readonly DueContact[]): Promise<DueContact[]> {
  const refusing = await whoRefusesCalls(
    db,
    due.map(({ customerId }) => customerId),
  )
  return due.map((one) =>
    refusing.has(one.customerId) ? { ...one, reason: `${one.reason}; wants no calls` } : one,
  )
}

/** Regulars who fell silent lately, those apart who had as many contacts as are enough, and the first of those who did before. */
async function quietNow(context: Seen, cadence: Cadence, limit: number) {
  const { tiers, capSinceMs } = cadence
  const within = new Map([...tiers].map(([id, { idealDays }]) => [id, idealDays]))
  const all = await newlyQuiet(context, within)
  const isCapped = ({ capTouchMs }: QuietRegular) => capTouchMs !== null && capTouchMs >= capSinceMs
  return {
    quiet: all.filter((one) => !isCapped(one)),
    cappedQuiet: all.filter(isCapped),
    before: await quietBefore(context, cadence, limit),
  }
}

const isDue = ({ silentSinceMs, tierId }: QuietRegular, { tiers }: Cadence): boolean =>
  silentSinceMs < tiers.get(tierId)!.proposedBeforeMs

/**
 * A regular who is about to be lost comes first, but to no more than half of the places while others wait as well; then those who have
 * waited longest.
 */
async function worst(
  context: Seen,
  cadence: Cadence,
  quiet: readonly QuietRegular[],
  limit: number,
): Promise<DueContact[]> {
  const mayBeFirst = quiet.slice(0, limit)
  const waiting = await dueContacts(context, cadence, limit + mayBeFirst.length)
  const behind = (n: number) => {
    const ids = new Set(mayBeFirst.slice(0, n).map(({ id }) => id))
    return waiting.filter(({ id }) => !ids.has(id)).slice(0, limit - n)
  }
  const half = Math.ceil(limit / 2)
  const places = Math.min(mayBeFirst.length, Math.max(half, limit - behind(half).length))
  return [
    ...(await ofQuiet(context, mayBeFirst.slice(0, places))),
    ...(await byCadence(context, cadence, behind(places))),
  ]
}

async function ofQuiet({ db, formats }: Seen, quiet: readonly QuietRegular[]): Promise<DueContact[]> {
  const ids = quiet.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'name', 'company', 'email', 'phone'])
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map(({ id, ...person }) => [id, person]))
  return quiet.map((one) => ({
    customerId: one.id,
    ...byId.get(one.id)!,
    reason: quietWords(one, formats),
    overdueDays: one.unusualDays,
  }))
}

async function byCadence(context: Seen, { today }: Cadence, due: readonly Due[]): Promise<DueContact[]> {
  const { zone, formats } = context
  return Promise.all(
    due.map(async ({ id, silentSinceMs, tier, ...person }) => {
      const days = daysBetween(dayAt(silentSinceMs, zone), today)
      const reason = silenceWords(days, await lastHeardKind(context, id), tier, formats)
      return { customerId: id, ...person, reason, overdueDays: Math.max(0, days - tier.maxDays) }
    }),
  )
}

/** What the last contact was that started the days anew. */
async function lastHeardKind({ db, shop }: Seen, customerId: number): Promise<TouchKind | null> {
  const weak: TouchKind[] = []
  if (shop?.newsletterResets === 1) weak.push('newsletter')
  if (shop?.billResets === 1) weak.push('billing')
  const touch = await db
    .selectFrom('touches')
    .select('kind')
    .where('customerId', '=', customerId)
    .where((eb) =>
      weak.length === 0 ? eb('strong', '=', 1) : eb.or([eb('strong', '=', 1), eb('kind', 'in', weak)]),
    )
    .orderBy('atMs', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return touch ? touch.kind : null
}
