import { addDays, isoWeekday, mondayOfWeek, type Day } from '../day.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The English name of an ISO weekday, 1-7. */
export const weekdayName = (weekday: number): string => weekdays[weekday - 1]!

const dateOf = (day: Day) => Number(day.slice(8))
const monthOf = (day: Day) => months[Number(day.slice(5, 7)) - 1]!
const yearOf = (day: Day) => day.slice(0, 4)
const shortName = (day: Day) => weekdayName(isoWeekday(day)).slice(0, 3)

/** "Tue 24 Nov". */
export const shortDay = (day: Day): string => `${shortName(day)} ${dateOf(day)} ${monthOf(day).slice(0, 3)}`

/** "Tuesday 24 November". */
export const longDay = (day: Day): string => `${weekdayName(isoWeekday(day))} ${dateOf(day)} ${monthOf(day)}`

/** "Week 48: Mon 23 – Sun 29 November 2026"; months and years that differ are both named. */
export function weekInWords(week: string): string {
  const monday = mondayOfWeek(week)!
  const sunday = addDays(monday, 6)
  const month = monthOf(monday) === monthOf(sunday) ? '' : ` ${monthOf(monday)}`
  const year = yearOf(monday) === yearOf(sunday) ? '' : ` ${yearOf(monday)}`
  const from = `${shortName(monday)} ${dateOf(monday)}${month}${year}`
  return `Week ${Number(week.slice(6))}: ${from} – ${shortName(sunday)} ${dateOf(sunday)} ${monthOf(sunday)} ${yearOf(sunday)}`
}
