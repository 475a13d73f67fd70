import { startOfDay, type Day } from '../../core/day.ts'

const locale = navigator.language

const utcDay = (day: Day) => startOfDay(day, 'UTC')

const dayFormat = new Intl.DateTimeFormat(locale, {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
})
const fullDayFormat = new Intl.DateTimeFormat(locale, {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const longDayFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' })
const dayYearFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' })
const number = new Intl.NumberFormat(locale)
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })

/** "Mon, 23 Nov" in the PC's language. */
export const formatDay = (day: Day): string => dayFormat.format(utcDay(day))

/** "Mon, 23 Nov 2026". */
export const formatDayOfYear = (day: Day): string => fullDayFormat.format(utcDay(day))

/** "Monday, 23 November 2026". */
export const formatLongDay = (day: Day): string => longDayFormat.format(utcDay(day))

/** "23 Nov 2026". */
export const formatDate = (day: Day): string => dayYearFormat.format(utcDay(day))

/** An instant's day and time in the shop's zone: "Mon, 23 Nov, 07:02". */
export const formatInstant = (ms: number, zone: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms)

/** An instant's time in the shop's zone: "07:02". */
export const formatTime = (ms: number, zone: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms)

/** 12,345 as the PC's language writes it. */
export const formatNumber = (n: number): string => number.format(n)

/** A share of 0-1 as "93 %"; "no data" when there is none. */
export const formatShare = (share: number | null): string =>
  share === null ? 'no data' : percent.format(share)
