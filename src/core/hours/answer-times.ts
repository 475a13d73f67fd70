import type { Formats } from '../formats.ts'
import { fail, ok, type Result } from '../result.ts'
import type { DayAdherence, Judged } from './adherence.ts'
import type { AskedTime } from './asked.ts'
import { forgottenFrom, type HoursEvent } from './log.ts'
import type { Plan } from './schedule.ts'

/** What was said at which time; null where it was not kept, or nobody knows. */
export interface ToldTime extends AskedTime {
  readonly atMs: number | null
}

/** The last entry of the trading days before, and the first of those after. */
export interface Around {
  readonly beforeMs: number
  readonly afterMs: number
}

/**
 * Whether each time that differs from the schedule can be that of its opening or closing: within its own hours, and
 * between what is known or told before and after it. The problem `out-of-order` says between which times it has to lie.
 */
export function checkTold(
  plan: Plan,
  judged: DayAdherence,
  told: readonly ToldTime[],
  around: Around,
  formats: Formats,
): Result<null> {
  const slots = slotsOf(plan, judged, told, around)
  const time = (ms: number) => formats.timeAt(ms, plan.zone)
  for (const [i, one] of told.entries()) {
    if (one.atMs === null || one.atMs === one.forMs) continue
    const at = slots.findIndex((slot) => slot.told === one)
    const { fromMs, toMs } = slots[at]!
    const known = (slot: Slot) => slot.atMs ?? slot.told?.atMs ?? null
    const earlier = slots.slice(0, at).map((slot) => known(slot) ?? -Infinity)
    const later = slots.slice(at + 1).map((slot) => known(slot) ?? Infinity)
    const low = Math.max(fromMs, around.beforeMs, ...earlier)
    const high = Math.min(toMs, around.afterMs, ...later)
    if (one.atMs < low || one.atMs > high) {
      const limits = [
        ...(low > -Infinity ? [`from ${time(low)}`] : []),
        ...(high < Infinity ? [`to ${time(high)}`] : []),
      ]
      return between(one.event, limits, i)
    }
  }
  return ok(null)
}

interface Slot {
  readonly told: ToldTime | undefined
  readonly atMs: number | null
  readonly fromMs: number
  readonly toMs: number
}

/** The day's openings and closings in order, each with the minutes it may lie in. */
function slotsOf(
  plan: Plan,
  { day, blocks }: DayAdherence,
  told: readonly ToldTime[],
  around: Around,
): Slot[] {
  const stretches = plan.stretches(day)
  const minute = 60_000
  const slot = (event: HoursEvent, judged: Judged, fromMs: number, toMs: number): Slot => ({
    told: told.find((one) => one.event === event && one.due !== null && one.forMs === judged.dueMs),
    atMs: judged.atMs,
    fromMs,
    toMs,
  })
  const due = blocks.flatMap(({ opened, closed }, i) => {
    const { opensMs, closesMs } = stretches[i]!
    return [
      slot('open', opened, stretches[i - 1]?.closesMs ?? -Infinity, (closesMs ?? Infinity) - minute),
      ...(closed
        ? [
            slot(
              'close',
              closed,
              opensMs + minute,
              stretches[i + 1]?.opensMs ?? forgottenFrom(plan, day) - minute,
            ),
          ]
        : []),
    ]
  })
  const unscheduled = told.find((one) => one.due === null)
  return unscheduled
    ? [
        ...due,
        {
          told: unscheduled,
          atMs: null,
          fromMs: unscheduled.forMs,
          toMs: Math.min(around.afterMs, forgottenFrom(plan, day) - minute),
        },
      ]
    : due
}

const between = (event: HoursEvent, limits: readonly string[], i: number): Result<never> =>
  fail(
    'out-of-order',
    `For this ${event === 'open' ? 'opening' : 'closing'} say a time ${limits.join(' ')}. Nothing was changed.`,
    `answers.${i}.at`,
  )
