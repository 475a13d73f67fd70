import { addDays, type Day, daysBetween, isoWeekday } from '../../../core/day.ts'

/** Where the days of a calendar lie: `week` counts from 1, `weekday` is 1 (Monday) to 7. */
export interface CalendarLayout {
  readonly monday: Day
  readonly weeks: number
  placeOf(day: Day): { readonly week: number; readonly weekday: number }
}

/** Lays out the days from one to another, both with their whole weeks. */
export function calendarLayout(from: Day, to: Day): CalendarLayout {
  const monday = addDays(from, 1 - isoWeekday(from))
  const placeOf = (day: Day) => ({
    week: Math.floor(daysBetween(monday, day) / 7) + 1,
    weekday: isoWeekday(day),
  })
  return { monday, weeks: placeOf(to).week, placeOf }
}
