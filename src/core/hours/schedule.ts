import { addDays, type Day, dayAt, instantOf, startOfDay, daysFrom } from '../day.ts'
import type { Pause } from './pause.ts'
import { type SpecialDay, specialOn } from './special-day.ts'
import { type Block, closingMinutes, type Week, weekdayOf } from './week.ts'

/** One version of the weekly hours; it holds until a later version's `validFrom`. */
export interface Schedule {
  readonly validFrom: Day
  readonly week: Week
}

/** Open from `fromMs` up to, not including, `toMs`. */
export interface Interval {
  readonly fromMs: number
  readonly toMs: number
  /** A closing for a while ends it there, before its time: no closing is due. */
  readonly cut?: true
}

/**
 * Unbroken opening hours, of the trading day on which they start. Where the next day's hours follow without a gap the
 * stretch goes on. `closesMs` is null where it goes on for more than a week.
 */
export interface Stretch {
  readonly day: Day
  readonly opensMs: number
  readonly closesMs: number | null
  /** As the {@link Interval}'s. */
  readonly cut?: true
}

/** What a shop's hours are made of; the order does not matter. */
export interface Hours {
  readonly schedules: readonly Schedule[]
  readonly specialDays?: readonly SpecialDay[]
  readonly pauses?: readonly Pause[]
}

/** The hours of a shop in its zone, worked out about once a day asked for. Only `pauses` are not taken off them. */
export interface Plan extends Required<Hours> {
  readonly zone: string
  /** The special day that holds on a day. */
  specialDay(day: Day): SpecialDay | null
  /** What is said of a day; null before the first version, unless it is a special day. */
  blocks(day: Day): readonly Block[] | null
  /**
   * The opening hours that start on a day as instants, in order and apart from each other. Those before the moment of a closing for a
   * while stay, though nothing is open on its days.
   */
  intervals(day: Day): readonly Interval[]
  stretches(day: Day): readonly Stretch[]
  /** The stretch that an instant lies in, of whichever trading day; null where it lies in none or never ends. */
  stretchAt(ms: number): Stretch | null
  /** When the unbroken hours end that end the trading day; null without hours, Infinity when not within a week. */
  lastClosing(day: Day): number | null
}

const weekMs = 7 * 86_400_000

/** The version valid on a day; null before the first. The order of `schedules` does not matter. */
export function scheduleOn(schedules: readonly Schedule[], day: Day): Schedule | null {
  let valid: Schedule | null = null
  for (const schedule of schedules)
    if (schedule.validFrom <= day && (!valid || schedule.validFrom > valid.validFrom)) valid = schedule
  return valid
}

/**
 * The blocks of a day as instants, in order and apart from each other. Wall times follow RFC 5545: one that DST skips
 * moves forward by the gap, a repeated one is the first. Hours that DST leaves nothing of are left out, and so is a day
 * that its zone never had.
 */
export function openIntervals(blocks: readonly Block[], day: Day, zone: string): readonly Interval[] {
  if (blocks.length === 0 || dayAt(startOfDay(day, zone), zone) !== day) return []
  const inOrder = blocks
    .map(([opens, closes]) => ({
      fromMs: instantOf(`${day}T${opens}`, zone),
      toMs: instantOf(`${closingMinutes([opens, closes]) >= 1440 ? addDays(day, 1) : day}T${closes}`, zone),
    }))
    .filter(({ fromMs, toMs }) => fromMs < toMs)
    // Hours that DST skips move past others that it does not: 02:10-02:20 past 02:30-03:00 on Lord Howe.
    .toSorted((a, b) => a.fromMs - b.fromMs)
  return joinedWhereTheyTouch(inOrder)
}

/** Intervals in order, those in one that touch or overlap. */
export function joinedWhereTheyTouch(inOrder: readonly Interval[]): readonly Interval[] {
  const joined: Interval[] = []
  for (const one of inOrder) {
    const last = joined.at(-1)
    if (last && one.fromMs <= last.toMs)
      joined[joined.length - 1] = { ...last, toMs: Math.max(last.toMs, one.toMs) }
    else joined.push(one)
  }
  return joined
}

/** The shop's hours, ready to be asked for many days. */
export function planOf({ schedules, specialDays = [], pauses = [] }: Hours, zone: string): Plan {
  const specialDay = remembered((day) => specialOn(specialDays, day))
  const blocks = (day: Day): readonly Block[] | null =>
    specialDay(day)?.blocks ?? scheduleOn(schedules, day)?.week[weekdayOf(day)] ?? null
  /** The hours of a day, by the special days made before one. */
  const hoursBefore = (id: number, day: Day): readonly Interval[] => {
    const special = specialOn(
      specialDays.filter((one) => one.id < id),
      day,
    )
    const said = special?.blocks ?? scheduleOn(schedules, day)?.week[weekdayOf(day)] ?? []
    return cutBy(special, day) ?? openIntervals(said, day, zone)
  }
  const cutBy = (special: SpecialDay | null, day: Day): readonly Interval[] | null =>
    special?.closedSinceMs === undefined ? null : upTo(hoursBefore(special.id, day), special.closedSinceMs)
  const intervals = remembered(
    (day) => cutBy(specialDay(day), day) ?? openIntervals(blocks(day) ?? [], day, zone),
  )
  /** Where hours of `day` really end, when following days join on; Infinity when not within a week of their start. */
  const unbroken = (day: Day, { fromMs, toMs }: Interval): number => {
    let end = toMs
    for (let n = 1; end - fromMs <= weekMs; n++) {
      const next = intervals(addDays(day, n))
      let [met, all] = [0, next.length]
      for (; met < all && next[met]!.fromMs <= end; met++) end = Math.max(end, next[met]!.toMs)
      // A closed day within which the hours go on, and one the zone never had, such as 30 December 2011 in Apia, do not
      // part their neighbours.
      const over = all === 0 && end < startOfDay(addDays(day, n + 1), zone)
      if (over || met < all) return end - fromMs <= weekMs ? end : Infinity
    }
    return Infinity
  }
  /** Whether the hours of a day that following days join on end where a closing for a while cuts one of those. */
  const isCutAt = (day: Day, { fromMs, toMs }: Interval, end: number): boolean =>
    end !== toMs &&
    end !== Infinity &&
    daysFrom(addDays(day, 1), addDays(day, 1 + Math.ceil((end - fromMs) / 86_400_000))).some((next) =>
      intervals(next).some((one) => one.cut === true && one.toMs === end),
    )
  const stretches = remembered((day): readonly Stretch[] => {
    const own = intervals(day)
    if (own.length === 0) return []
    const before = [-1, -2].flatMap((n) => intervals(addDays(day, n)).map(({ toMs }) => toMs))
    return own
      .map((interval, i) => {
        const end = i === own.length - 1 ? unbroken(day, interval) : interval.toMs
        const stretch = { day, opensMs: interval.fromMs, closesMs: end === Infinity ? null : end }
        return interval.cut || isCutAt(day, interval, end) ? { ...stretch, cut: true as const } : stretch
      })
      .filter(({ opensMs }) => before.every((toMs) => toMs < opensMs))
  })
  return {
    zone,
    schedules,
    specialDays,
    pauses,
    specialDay,
    blocks,
    intervals,
    stretches,
    stretchAt(ms) {
      const days = Array.from({ length: 10 }, (_, n) => addDays(dayAt(ms, zone), -n))
      const within = days.slice(0, 3).some((day) => intervals(day).some((i) => i.fromMs <= ms && ms < i.toMs))
      if (!within) return null
      for (const day of days)
        for (const stretch of stretches(day))
          if (stretch.opensMs <= ms && ms < (stretch.closesMs ?? Infinity)) return stretch
      return null
    },
    lastClosing(day) {
      const last = intervals(day).at(-1)
      return last ? unbroken(day, last) : null
    },
  }
}

/** The hours up to an instant. */
const upTo = (intervals: readonly Interval[], endMs: number): readonly Interval[] =>
  intervals
    .filter(({ fromMs }) => fromMs < endMs)
    .map((one) => (one.toMs > endMs ? { fromMs: one.fromMs, toMs: endMs, cut: true } : one))

/** The day of the hours that something due at an instant is done in: what is due by 02:00 in a night is of the day it began on. */
export function dayOfHours({ zone, intervals }: Plan, atMs: number, day = dayAt(atMs, zone)): Day {
  const before = addDays(day, -1)
  return intervals(before).some(({ fromMs, toMs }) => fromMs < atMs && atMs <= toMs) ? before : day
}

/** About ten years and what a call of ten years needs besides. */
const mostRemembered = 10_000

function remembered<T>(workOut: (day: Day) => T): (day: Day) => T {
  const known = new Map<Day, T>()
  return (day) => {
    let found = known.get(day)
    if (found !== undefined) return found
    found = workOut(day)
    if (known.size >= mostRemembered) known.clear()
    known.set(day, found)
    return found
  }
}
