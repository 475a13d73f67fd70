import type { Day } from '../day.ts'
import { fullYear } from './century.ts'
import { monthOfYear, parseDateEntry, type DateEntry } from './date-entry.ts'
import { printedDate } from './printed-date.ts'
import { isNear, sixDigits, yearFirstDay } from './six-digits.ts'
import type { SlashOrder } from '../slash-order.ts'

/**
 * What else a typed date can mean besides what `parseDateEntry` reads, likeliest first: day and month the other way
 * round, the same day a year on where it was taken as just past, `05/27` as the end of May 2027 or as 27 May, `27-03-28` with the
 * year first. Six digits can be read in more ways. Empty where it can be read in one way only.
 */
export function otherReadings(text: string, today: Day, order: SlashOrder): readonly Day[] {
  const own = dayOf(parseDateEntry(text, today, order))
  if (own === null) return []
  const printed = printedDate(text, today, order)
  const six = sixDigits(printed.text, today, order)
  if (six.length > 0) return [...new Set(six.map(({ day }) => day))].filter((day) => day !== own)
  const turned = order === 'day-first' ? 'month-first' : 'day-first'
  const others = [
    dayOf(parseDateEntry(text, today, turned)),
    // With points the day is first, but not for whoever is used to months first.
    order === 'month-first' && !printed.isNamed
      ? dayOf(parseDateEntry(printed.text.replaceAll('.', '/'), today, order))
      : null,
    dayOf(parseDateEntry(text, today, order, 0)),
    monthOfYear(printed.text, today),
    printed.isNamed ? near(dayOf(parseDateEntry(`end ${text}`, today, order)), today) : null,
    near(dayOf(parseDateEntry(yearLast(printed.text, today), today, order)), today),
    // With points or strokes a year stands last, as everybody writes it.
    /\d[./]/.test(text) ? null : yearFirstDay(printed.text, today),
  ]
  return [...new Set(others)].filter((day): day is Day => day !== null && day !== own)
}

/** With all digits of the year behind, so that it can be no year in front. */
const yearLast = (typed: string, today: Day): string =>
  typed.replace(
    /^(\d{1,2}([-./])\d{1,2}\2)(\d\d)$/,
    (_, before: string, _mark, year: string) => `${before}${fullYear(Number(year), today)}`,
  )

const near = (day: Day | null, today: Day): Day | null => (day && isNear(day, today) ? day : null)

const dayOf = (entry: DateEntry): Day | null => ('day' in entry ? entry.day : null)
