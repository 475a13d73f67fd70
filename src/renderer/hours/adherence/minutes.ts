import { type Day, isoWeek } from '../../../core/day.ts'
import { type DayAdherence, isTimed } from '../../../core/hours/adherence.ts'

/** A day's, or a week's, latest opening against its schedule; negative is early. */
export interface Opening {
  readonly day: Day
  readonly due: string
  readonly at: string
  readonly minutesLate: number
}

/** Openings that were due and logged, in order; not those whose known time another one took the place of from memory. */
export const openingsOf = (days: readonly DayAdherence[]): readonly Opening[] =>
  days.flatMap(({ day, blocks }) =>
    blocks.flatMap(({ opened: { verdict, due, at, minutesLate } }) =>
      isTimed(verdict) && at !== null && minutesLate !== null ? [{ day, due, at, minutesLate }] : [],
    ),
  )

/** The opening of each week that was latest: for ranges of too many bars. */
export function latestByWeek(openings: readonly Opening[]): readonly Opening[] {
  const weeks = new Map<string, Opening>()
  for (const opening of openings) {
    const week = isoWeek(opening.day)
    const best = weeks.get(week)
    if (!best || opening.minutesLate > best.minutesLate) weeks.set(week, opening)
  }
  return [...weeks.values()]
}
