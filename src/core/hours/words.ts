import type { WallTime } from '../day.ts'
import type { Formats } from '../formats.ts'
import type { Judged } from './adherence.ts'
import type { AskedTime } from './asked.ts'
import type { ClosedStatus, HoursStatus, OpenStatus } from './status.ts'

/** The reason of what is told because the PC was started after the shop opened. */
export const pcWasOff = 'The PC was not on yet'

/** `45 min`, `2 h`, `4 h 20 min`; whole minutes, 0 and up. */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** `1 day already logged`, `3 days already logged`. */
export const loggedWords = (days: number, { counted }: Formats): string =>
  `${counted(days, 'day', 'days')} already logged`

/** `2 min late`, `3 min early`, `on time`. */
export function latenessWords(minutesLate: number): string {
  if (minutesLate === 0) return 'on time'
  return `${minutesWords(Math.abs(minutesLate))} ${minutesLate > 0 ? 'late' : 'early'}`
}

/** `opening 07:00`, `closing 19:00`, `closing after 10:00` where none was scheduled. */
export const askedWords = (
  { event, due }: AskedTime,
  since: WallTime | undefined,
  { time }: Formats,
): string =>
  due === null
    ? `closing after ${since && time(since)}`
    : `${event === 'open' ? 'opening' : 'closing'} ${time(due)}`

/** What became of a scheduled opening or closing: `07:02, 2 min late`, `missed`, `not known`. */
export function judgedWords({ verdict, at, minutesLate }: Judged, { time }: Formats): string {
  if (at === null || minutesLate === null) return verdict === 'no data' ? 'not known' : verdict
  return verdict === 'missed' ? `${time(at)}, reconstructed` : `${time(at)}, ${latenessWords(minutesLate)}`
}

/**
 * The shop now: `Open since 07:02 (2 min late)`, `Should be open: closed for 12 min`, `Closed at 15:00, 4 h before closing
 * time`, `Closed until 14:00`, `Pause, back at 14:30`.
 */
export function statusWords(status: HoursStatus, formats: Formats): string {
  return status.open ? openWords(status, formats) : closedWords(status, formats)
}

function openWords(
  { since, pause, overtimeMinutes, outside, lateMinutes }: OpenStatus,
  { time }: Formats,
): string {
  if (pause)
    return pause.overdueMinutes === undefined
      ? `Pause, back at ${time(pause.until)}`
      : `Pause, back was due ${minutesWords(pause.overdueMinutes)} ago`
  if (outside) return `Open since ${time(since)}, outside opening hours`
  if (overtimeMinutes)
    return `Open since ${time(since)}, closing was due ${minutesWords(overtimeMinutes)} ago`
  return `Open since ${time(since)}${lateMinutes === undefined ? '' : ` (${latenessWords(lateMinutes)})`}`
}

function closedWords(status: ClosedStatus, { time }: Formats): string {
  const { overdueMinutes, closedEarly, next, today, nothingScheduled } = status
  if (closedEarly) {
    const { at, minutesBefore } = closedEarly
    if (minutesBefore === null) return `Closed at ${time(at)}, within opening hours`
    return minutesBefore === 0
      ? `Closed at ${time(at)}`
      : `Closed at ${time(at)}, ${minutesWords(minutesBefore)} before closing time`
  }
  if (overdueMinutes !== undefined)
    return overdueMinutes === 0
      ? 'Closed, opening is due now'
      : `Should be open: closed for ${minutesWords(overdueMinutes)}`
  if (next) return next.day === today.day ? `Closed until ${time(next.time)}` : 'Closed'
  return nothingScheduled ? 'No opening hours yet' : 'Closed'
}
