import { addDays, type Day, daysFrom, localAt, type WallTime } from '../../day.ts'
import { daysToSearch } from '../open-time.ts'
import { planOf, type Plan, type Schedule } from '../schedule.ts'
import { type SpecialDay, specialOn } from '../special-day.ts'
import type { Closing } from './entry.ts'

/** The first opening after a closing. */
export interface Back {
  readonly day: Day
  readonly time: WallTime
}

/** What a closing comes to beside the hours on file. */
export interface ClosingPlan {
  /** All its days, and those of them on which the shop would be open. */
  readonly days: number
  readonly openDays: number
  /** Days whose own hours the closing takes away; each becomes a closed day of its own. */
  readonly overruled: readonly { readonly day: Day; readonly special: SpecialDay }[]
  /** Null where no opening is found. */
  readonly back: Back | null
  /** The hours as they are with the closing. */
  readonly plan: Plan
}

/** The special days that a closing makes: the whole of it, and each day on which another one would win over it. */
export const closedDays = (
  closing: Closing,
  { overruled }: Pick<ClosingPlan, 'overruled'>,
): readonly Closing[] => [
  closing,
  ...overruled.map(({ day }) => ({ from: day, to: day, label: closing.label })),
]

/** Works out a closing beside the hours and special days on file. */
export function planClosing(
  closing: Closing,
  schedules: readonly Schedule[],
  specialDays: readonly SpecialDay[],
  zone: string,
): ClosingPlan {
  const { from, to } = closing
  const range = ruleOf(closing, Number.MAX_SAFE_INTEGER - 1)
  const before = planOf({ schedules, specialDays }, zone)
  const all = daysFrom(from, to)
  const overruled = all.flatMap((day) => {
    const special = specialOn([...specialDays, range], day)
    return special && special !== range && special.blocks.length > 0 ? [{ day, special }] : []
  })
  const singles = overruled.map(({ day }) =>
    ruleOf({ ...closing, from: day, to: day }, Number.MAX_SAFE_INTEGER),
  )
  const plan = planOf({ schedules, specialDays: [...specialDays, range, ...singles] }, zone)
  return {
    days: all.length,
    openDays: all.filter((day) => (before.blocks(day) ?? []).length > 0).length,
    overruled,
    back: backAfter(plan, to),
    plan,
  }
}

const ruleOf = ({ from, to, label }: Closing, id: number): SpecialDay => ({
  id,
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
 * When a promise that falls into the closing could be kept instead: at its own time of day on the first open day, where the shop is
 * open then, else when it closes that day. Local `YYYY-MM-DDTHH:MM`.
 */
export function offeredInstead(
  { plan, back }: Pick<ClosingPlan, 'plan' | 'back'>,
  told: string,
): string | null {
  if (!back) return null
  const same = `${back.day}${told.slice(10)}`
  const hours = plan
    .intervals(back.day)
    .map(({ fromMs, toMs }) => [localAt(fromMs, plan.zone), localAt(toMs, plan.zone)] as const)
  if (hours.some(([opens, closes]) => opens < same && same <= closes)) return same
  return hours.at(-1)?.[1] ?? null
}
