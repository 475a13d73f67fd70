import { addDays, daysInMonth, type Day } from '../day.ts'
import { comingDays, weekLines } from '../hours/coming-days.ts'
import { scheduleOn, type Schedule } from '../hours/schedule.ts'
import type { SpecialDay } from '../hours/special-day.ts'
import { outBlocks } from '../hours/told/out-blocks.ts'
import type { Week } from '../hours/week.ts'
import { capital } from '../out/capital.ts'
import type { Voice } from '../out/voice.ts'
import { headerText } from '../greeting/header-text.ts'
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
  voice: Voice,
): readonly PrintedHours[] {
  const { formats, say } = voice
  const first = today > `${month}-01` ? today : `${month}-01`
  const last = `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`
  const valid = scheduleOn(schedules, first)
  const later = schedules
    .filter(({ validFrom }) => validFrom > first && validFrom <= last)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const weekly = [
    ...(valid ? [{ title: null, lines: linesOf(valid.week, voice) }] : []),
    ...later.map(({ validFrom, week }) => ({
      title: say('mail.from', { day: formats.longDate(validFrom) }),
      lines: linesOf(week, voice),
    })),
  ]
  const special = first > last ? [] : comingDays(specialDays, first, addDays(last, daysBeyond))
  if (weekly.length === 0 || special.length === 0) return weekly
  const lines = special.map(({ from, to, special: { label, blocks } }) => ({
    days: capital(formats.spokenDays(from, to, first)),
    times: `${outBlocks(blocks, voice)}${label === '' ? '' : ` (${headerText(label)})`}`,
  }))
  return [...weekly, { title: say('mail.special'), lines }]
}

const linesOf = (week: Week, voice: Voice): PrintedHours['lines'] =>
  weekLines(week).map(({ first, last, blocks }) => ({
    days: voice.weekdays(first, last),
    times: outBlocks(blocks, voice),
  }))
