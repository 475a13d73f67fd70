import { addDays, daysBetween, isoWeekday, mondayOfWeek, type Day } from './day.ts'

/** January to December. */
export const monthNames = [
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

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The English name of an ISO weekday, 1-7. */
export const weekdayName = (weekday: number): string => weekdayNames[weekday - 1]!

const monthName = (day: Day): string => monthNames[Number(day.slice(5, 7)) - 1]!
const yearOf = (day: Day): string => day.slice(0, 4)

/** "24 November". */
export const dateAndMonth = (day: Day): string => `${Number(day.slice(8))} ${monthName(day)}`

/** "24 November 2026". */
export const dateInWords = (day: Day): string => `${dateAndMonth(day)} ${yearOf(day)}`

/** "Tue". */
export const shortWeekday = (day: Day): string => weekdayName(isoWeekday(day)).slice(0, 3)

/** "Tue 24 Nov". */
export const shortDay = (day: Day): string =>
  `${shortWeekday(day)} ${Number(day.slice(8))} ${monthName(day).slice(0, 3)}`

/** "Tuesday 24 November". */
export const longDay = (day: Day): string => `${weekdayName(isoWeekday(day))} ${dateAndMonth(day)}`

/** "Tuesday 24 November 2026". */
export const fullDay = (day: Day): string => `${longDay(day)} ${yearOf(day)}`

/** "Thursday 24 December"; with the year unless it is that of `today`. */
export const spokenDay = (day: Day, today: Day): string =>
  yearOf(day) === yearOf(today) ? longDay(day) : fullDay(day)

/** "Thursday 24 December", "Thursday 24 December – Wednesday 6 January 2027". */
export const spokenDays = (from: Day, to: Day, today: Day): string =>
  from === to ? spokenDay(from, today) : `${spokenDay(from, today)} – ${spokenDay(to, today)}`

/** A day as the owner says it: "today", "Fri" within six days, "Fri 4 Dec", with the year when it is another. */
export function nearDay(day: Day, today: Day): string {
  const away = daysBetween(today, day)
  if (away === 0) return 'today'
  if (away === 1) return 'tomorrow'
  if (away === -1) return 'yesterday'
  if (Math.abs(away) < 7) return shortWeekday(day)
  return yearOf(day) === yearOf(today) ? shortDay(day) : `${shortDay(day)} ${yearOf(day)}`
}

/** An ISO week as "Week 48: Mon 23 – Sun 29 November 2026"; months and years that differ are both named. */
export function weekInWords(week: string): string {
  const monday = mondayOfWeek(week)!
  const sunday = addDays(monday, 6)
  const month = monthName(monday) === monthName(sunday) ? '' : ` ${monthName(monday)}`
  const year = yearOf(monday) === yearOf(sunday) ? '' : ` ${yearOf(monday)}`
  const from = `${shortWeekday(monday)} ${Number(monday.slice(8))}${month}${year}`
  return `Week ${Number(week.slice(6))}: ${from} – ${shortWeekday(sunday)} ${dateInWords(sunday)}`
}
