import { z } from 'zod'
import { addDays, type Day } from '../../day.ts'
import { day } from '../../inputs.ts'

/** A public holiday of which Today knows. */
export interface KnownHoliday {
  readonly day: Day
  readonly name: string
}

/** The public holidays of a year as a shop file holds them. */
export const storedHolidays = z.array(z.object({ day, name: z.string() })).readonly()

/** What is to be decided, as far as it is known: the first holiday, and the years of which nothing is decided yet. */
export interface HolidaysWaiting {
  readonly first: KnownHoliday | null
  readonly count: number
  readonly years: readonly number[]
}

const daysAhead = 60
const proposedFrom = '-11-01'

/** How far ahead holidays are asked after: 60 days, and from November on the whole next year. */
export function holidaysUntil(today: Day): Day {
  const year = today.slice(0, 4)
  return today < `${year}${proposedFrom}` ? addDays(today, daysAhead) : `${Number(year) + 1}-12-31`
}

/**
 * The holidays ahead that nobody decided. `known` is null for a year that was never looked over; only days on which the
 * shop would trade are asked after.
 */
export function holidaysWaiting(
  today: Day,
  known: (year: number) => readonly KnownHoliday[] | null,
  isDecided: (day: Day) => boolean,
  trades: (day: Day) => boolean,
): HolidaysWaiting {
  const until = holidaysUntil(today)
  const [from, to] = [Number(today.slice(0, 4)), Number(until.slice(0, 4))]
  const asked = Array.from({ length: to - from + 1 }, (_, n) => from + n)
  const waiting = asked
    .flatMap((year) => known(year) ?? [])
    .filter(({ day }) => today <= day && day <= until && !isDecided(day) && trades(day))
  return {
    first: waiting[0] ?? null,
    count: waiting.length,
    years: asked.filter((year) => known(year) === null),
  }
}
