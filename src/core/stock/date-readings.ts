import { daysBetween, type Day } from '../day.ts'
import { parseDateEntry, type DateEntry, type SlashOrder } from './date-entry.ts'

/**
 * What else a typed date can mean besides what `parseDateEntry` reads, likeliest first: day and month the other way
 * round, the same day a year on where it was taken as just past, `05/27` as the end of May 2027. Empty where it can be
 * read in one way only.
 */
export function otherReadings(text: string, today: Day, order: SlashOrder): readonly Day[] {
  const own = dayOf(parseDateEntry(text, today, order))
  if (own === null) return []
  const turned = order === 'day-first' ? 'month-first' : 'day-first'
  const others = [
    dayOf(parseDateEntry(text, today, turned)),
    // With points the day is first, but not for whoever is used to months first.
    order === 'month-first' ? dayOf(parseDateEntry(text.replaceAll('.', '/'), today, order)) : null,
    dayOf(parseDateEntry(text, today, order, 0)),
    monthOfYear(text.trim(), today),
  ]
  return [...new Set(others)].filter((day): day is Day => day !== null && day !== own)
}

const dayOf = (entry: DateEntry): Day | null => ('day' in entry ? entry.day : null)

/** `05/27` as packs write a month and its year, from two years back to ten ahead; null for anything else. */
function monthOfYear(typed: string, today: Day): Day | null {
  const day = /^\d{1,2}[-/]\d{2}$/.test(typed) ? dayOf(parseDateEntry(`${typed}e`, today)) : null
  if (day === null) return null
  const days = daysBetween(today, day)
  return days > -2 * 366 && days < 10 * 366 ? day : null
}
