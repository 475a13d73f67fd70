import { addDays, type Day, daysFrom, localAt, type WallTime } from '../../day.ts'
import { daysToSearch } from '../open-time.ts'
import { dayOfHours, planOf, type Plan, type Schedule } from '../schedule.ts'
import { type SpecialDay, specialOn } from '../special-day.ts'
import type { Closing } from './entry.ts'

/** The first opening after a closing. */
export interface Back {
  readonly day: Day
  readonly time: WallTime
}

/** What a closing comes to beside the hours on file. */
export interface ClosingPlan {
  /** What it closes: of days that have begun, those of the present hours are the first. */
  readonly closing: Closing
  /** All its days, and those of them on which the shop would be open. */
  readonly days: number
  readonly openDays: number
  /** Days whose own hours the closing takes away while it is there. */
  readonly overruled: readonly { readonly day: Day; readonly special: SpecialDay }[]
  /** Null where no opening is found. */
  readonly back: Back | null
  /** The hours as they were without the closing, and as they are with it. */
  readonly before: Plan
  readonly plan: Plan
}

/** When a closing is entered, and where. */
interface Entered {
  readonly now: number
  readonly zone: string
}

/** Works out a closing that is entered now beside the hours and special days on file. */
export function planClosing(
  asked: Closing,
  schedules: readonly Schedule[],
  specialDays: readonly SpecialDay[],
  { now, zone }: Entered,
): ClosingPlan {
  const before = planOf({ schedules, specialDays }, zone)
  const today = dayOfHours(before, now)
  const closing = { ...asked, from: asked.from < today && today <= asked.to ? today : asked.from }
  const { from, to } = closing
  const range = ruleOf(closing)
  const all = daysFrom(from, to)
  const overruled = all.flatMap((day) => {
    const special = specialOn([...specialDays, range], day)
    // What says how a changed day was is not a day of its own.
    const isOwn = special && special !== range && special.closedUntilMs === undefined
    return isOwn && special.blocks.length > 0 ? [{ day, special }] : []
  })
  const closed = { ...range, closedSinceMs: sinceOf(now) }
  const plan = planOf({ schedules, specialDays: [...specialDays, closed] }, zone)
  return {
    closing,
    days: all.length,
    openDays: all.filter((day) => (before.blocks(day) ?? []).length > 0).length,
    overruled,
    back: backAfter(plan, to),
    before,
    plan,
  }
}

/** The moment from which a closing holds that is entered at an instant. */
export const sinceOf = (now: number): number => now - (now % 60_000)

/** The days of the hours that a moment told to a customer is of, by the hours without the closing. */
export const fallsInto = ({ closing: { from, to }, before }: ClosingPlan, atMs: number): boolean => {
  const day = dayOfHours(before, atMs)
  return from <= day && day <= to
}

/** Closed days as a rule that would be made next. */
export const ruleOf = ({ from, to, label }: Closing): SpecialDay => ({
  id: Number.MAX_SAFE_INTEGER,
  from,
  to,
  label,
  yearly: false,
  until: null,
  blocks: [],
  reason: '',
  source: 'owner',
})

function backAfter(plan: Plan, to: Day): Back | null {
  for (const day of daysToSearch(plan, addDays(to, 1))) {
    const [first] = plan.stretches(day)
    if (first) return { day, time: localAt(first.opensMs, plan.zone).slice(11) }
  }
  return null
}

/**
 * When a promise that falls into the closing could be kept instead: at its own time of day on the first open day, or in the night
 * after it, where the shop is open then, else when it closes that day. Local `YYYY-MM-DDTHH:MM`.
 */
export function offeredInstead({ plan, before, back }: ClosingPlan, toldAtMs: number): string | null {
  if (!back) return null
  const told = localAt(toldAtMs, plan.zone)
  const isNight = dayOfHours(before, toldAtMs) < told.slice(0, 10)
  const same = `${isNight ? addDays(back.day, 1) : back.day}${told.slice(10)}`
  const hours = plan
    .intervals(back.day)
    .map(({ fromMs, toMs }) => [localAt(fromMs, plan.zone), localAt(toMs, plan.zone)] as const)
  if (hours.some(([opens, closes]) => opens < same && same <= closes)) return same
  return hours.at(-1)?.[1] ?? null
}
