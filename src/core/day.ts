import { Temporal } from 'temporal-polyfill'
import { steadyOffset } from './offset.ts'

/** A local calendar day, `YYYY-MM-DD`. */
export type Day = string
/** A local wall time, `HH:MM`. */
export type WallTime = string

/** Whether text is a real calendar day written `YYYY-MM-DD` (Gregorian, years 1000-9999). */
export function isDay(text: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!m) return false
  const [year, month, date] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return year >= 1000 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
}

/** Days of a month, 28-31. `month` is 1-12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** A date of a year (1000-9999); null where the year has no such date. */
export function dayIn(year: number, month: number, date: number): Day | null {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
  return isDay(day) ? day : null
}

/** Day number, days since 1970-01-01. The inverse of {@link dayFromNumber}. */
export function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000
}

/** The day with this number of days since 1970-01-01. */
export const dayFromNumber = (n: number): Day => new Date(n * 86_400_000).toISOString().slice(0, 10)

/** The day `n` days later (earlier when negative). */
export const addDays = (day: Day, n: number): Day => dayFromNumber(dayNumber(day) + n)

/** Whole days from `a` to `b`, negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a)

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export const isoWeekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** Every day from `from` to `to`, both included. */
export function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let n = dayNumber(from), last = dayNumber(to); n <= last; n++) days.push(dayFromNumber(n))
  return days
}

/** The Monday of an ISO 8601 week `YYYY-Www`; null when the year has no such week. */
export function mondayOfWeek(week: string): Day | null {
  const m = /^(\d{4})-W(\d{2})$/.exec(week)
  if (!m) return null
  const fourth = `${m[1]}-01-04`
  const monday = addDays(fourth, (Number(m[2]) - 1) * 7 - (isoWeekday(fourth) - 1))
  return isoWeek(monday) === week ? monday : null
}

/** The ISO 8601 week of a day, `YYYY-Www`. */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - isoWeekday(day))
  const year = thursday.slice(0, 4)
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The local day of an instant (epoch ms) in an IANA zone. */
export const dayAt = (ms: number, zone: string): Day => localAt(ms, zone).slice(0, 10)

/** The local date and wall time of an instant, `YYYY-MM-DDTHH:MM`. */
export function localAt(ms: number, zone: string): string {
  const utcDay = Math.floor(ms / 86_400_000)
  const offset = steadyOffset(zone, utcDay, utcDay)
  if (offset !== null) return new Date(ms + offset).toISOString().slice(0, -8)
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/**
 * The instant (epoch ms) of a local date and time `YYYY-MM-DDTHH:MM` in a zone. RFC 5545 / Temporal "compatible":
 * a time skipped by DST moves forward by the gap, a repeated one is the first.
 */
export function instantOf(local: string, zone: string): number {
  const minutes = isDay(local.slice(0, 10)) ? /^T([01]\d|2[0-3]):([0-5]\d)$/.exec(local.slice(10)) : null
  if (minutes) {
    const utcDay = dayNumber(local.slice(0, 10))
    const offset = steadyOffset(zone, utcDay - 1, utcDay + 1)
    if (offset !== null)
      return utcDay * 86_400_000 + Number(minutes[1]) * 3_600_000 + Number(minutes[2]) * 60_000 - offset
  }
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds
}

/** The instant at which a local day begins in a zone. */
export function startOfDay(day: Day, zone: string): number {
  if (isDay(day)) {
    const utcDay = dayNumber(day)
    const offset = steadyOffset(zone, utcDay - 1, utcDay)
    if (offset !== null) return utcDay * 86_400_000 - offset
  }
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds
}

/** The instant at which a local day ends in a zone; the last day there is has no next one. */
export const endOfDay = (day: Day, zone: string): number =>
  day === '9999-12-31' ? Number.MAX_SAFE_INTEGER : startOfDay(addDays(day, 1), zone)

/** Whether the zone is an IANA zone this machine knows. */
export function isZone(zone: string): boolean {
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
    return known !== '' && /^[A-Za-z_]+(\/|$)/.test(zone)
  } catch {
    return false
  }
}
