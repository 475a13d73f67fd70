import { addDays, type Day, type WallTime } from '../../day.ts'

/** The most binding first. */
export const holidayTypes = ['public', 'bank', 'optional'] as const
export type HolidayType = (typeof holidayTypes)[number]

/** A holiday as date-holidays tells it: its first day and time by the wall clock, and how long it lasts. */
export interface ToldHoliday {
  /** `2027-12-24 14:00:00`; `2027-03-09 00:00:00 -0600` begins at the sunset before. */
  readonly date: string
  readonly hours: number
  readonly name: string
  readonly localName: string
  readonly type: HolidayType
}

/** What a day of the year is, one row a day. */
export interface HolidayDay {
  readonly day: Day
  /** In English, as Wellkept's pages and papers; two holidays that meet are both named. */
  readonly name: string
  /** In the country's own first language. */
  readonly localName: string
  readonly type: HolidayType
  /** From when it holds, where it is not the whole day; else null. */
  readonly from: WallTime | null
}

/**
 * The holidays of one year, a row a day, in order. A holiday of several days is one row each; a day it has left by noon
 * is no longer its own. Where holidays meet, the more binding kind is told, and all of that kind are named.
 */
export function holidayDays(told: readonly ToldHoliday[], year: number): readonly HolidayDay[] {
  const days = new Map<Day, HolidayDay[]>()
  for (const one of told.flatMap(daysOf)) days.set(one.day, [...(days.get(one.day) ?? []), one])
  return [...days]
    .filter(([day]) => Number(day.slice(0, 4)) === year)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, met]) => meet(met))
}

function daysOf({ date, hours, name, localName, type }: ToldHoliday): HolidayDay[] {
  const time = date.slice(11, 16)
  const startsAt = date.endsWith('-0600') ? -6 : Number(time.slice(0, 2))
  const later = Math.max(0, Math.ceil((hours + startsAt - 12) / 24) - 1)
  return Array.from({ length: later + 1 }, (_, n) => ({
    day: addDays(date.slice(0, 10), n),
    name,
    localName,
    type,
    from: n === 0 && time !== '00:00' ? time : null,
  }))
}

function meet(holidays: readonly HolidayDay[]): HolidayDay {
  const type = holidayTypes.find((one) => holidays.some((holiday) => holiday.type === one))!
  const told = holidays.filter((holiday) => holiday.type === type)
  const all = (names: readonly string[]) => [...new Set(names)].join(', ')
  return {
    ...told[0]!,
    name: all(told.map(({ name }) => name)),
    localName: all(told.map(({ localName }) => localName)),
    from: told.some(({ from }) => from === null) ? null : told[0]!.from,
  }
}
