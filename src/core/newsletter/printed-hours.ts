import { addDays, daysInMonth, type Day } from '../day.ts'
import type { Formats } from '../formats.ts'
import { blocksWords } from '../hours/blocks-text.ts'
import { comingDays, weekLines } from '../hours/coming-days.ts'
import { scheduleOn, type Schedule } from '../hours/schedule.ts'
import type { SpecialDay } from '../hours/special-day.ts'
import type { Week } from '../hours/week.ts'
import { headerText } from './header-text.ts'
import type { PrintedHours } from './shop-facts.ts'

/** Days of the next month whose special days an issue tells already: until its readers have the next issue. */
const daysBeyond = 14

/**
 * The hours an issue prints: those of its month (`YYYY-MM`), from today on if it has begun, each change later in that
 * month, and the special days until the next issue. Empty where no schedule holds by the month's end.
 */
export function printedHours(
  schedules: readonly Schedule[],
  specialDays: readonly SpecialDay[],
  month: string,
  today: Day,
  formats: Formats,
): readonly PrintedHours[] {
  const first = today > `${month}-01` ? today : `${month}-01`
  const last = `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`
  const valid = scheduleOn(schedules, first)
  const later = schedules
    .filter(({ validFrom }) => validFrom > first && validFrom <= last)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const weekly = [
    ...(valid ? [{ title: null, lines: linesOf(valid.week, formats) }] : []),
    ...later.map(({ validFrom, week }) => ({
      title: `From ${formats.longDate(validFrom)}`,
      lines: linesOf(week, formats),
    })),
  ]
  const special = first > last ? [] : comingDays(specialDays, first, addDays(last, daysBeyond))
  if (weekly.length === 0 || special.length === 0) return weekly
  const lines = special.map(({ from, to, special: { label, blocks } }) => ({
    days: formats.spokenDays(from, to, first),
    times: `${blocksWords(blocks, formats)}${label === '' ? '' : ` (${headerText(label)})`}`,
  }))
  return [...weekly, { title: 'Special days', lines }]
}

const linesOf = (week: Week, formats: Formats): PrintedHours['lines'] =>
  weekLines(week).map(({ days, blocks }) => ({ days, times: blocksWords(blocks, formats) }))
