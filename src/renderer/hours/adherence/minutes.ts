import { type Day, isoWeek } from '../../../core/day.ts'
import type { Formats } from '../../../core/formats.ts'
import { type DayAdherence, isTimed } from '../../../core/hours/adherence.ts'
import { latenessWords } from '../../../core/hours/words.ts'
import type { BarPoint } from '../../ui/charts/bar-chart.tsx'

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

const fewBars = 16

/** An opening as a bar; where there are many only the bad ones say their minutes. */
export function barsOf(
  openings: readonly Opening[],
  toleranceMinutes: number,
  formats: Formats,
): readonly BarPoint[] {
  return openings.map(({ day, due, at, minutesLate }) => {
    const good = Math.abs(minutesLate) <= toleranceMinutes
    return {
      label: formats.shortDate(day),
      value: minutesLate,
      says: !good || openings.length <= fewBars ? formats.number(minutesLate) : '',
      good,
      words: `${formats.day(day)}: due ${formats.time(due)}, opened ${formats.time(at)}, ${latenessWords(minutesLate)}`,
    }
  })
}

/** Minutes as the chart's axis says them: `1,200 min`. */
export const tickWords = (minutes: number, { number }: Formats): string => `${number(minutes)} min`
