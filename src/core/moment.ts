import { type Day, dayAt, instantOf, localAt } from './day.ts'
import type { Formats } from './formats.ts'
import { fail, ok, type Result } from './result.ts'

/** Where a moment is: in which zone, and how it is said there. */
export interface Place {
  readonly zone: string
  readonly formats: Formats
}

/** And when it is asked about. */
interface Clock extends Place {
  readonly now: number
}

/** The instant of a local day and time that somebody wrote; one that the clocks skipped is the problem `no-such-time`. */
export function momentAt(local: string, { zone, formats }: Place, field = 'at'): Result<number> {
  const atMs = instantOf(local, zone)
  const real = localAt(atMs, zone)
  if (real === local) return ok(atMs)
  const instead = real.startsWith(local.slice(0, 10)) ? formats.time(real.slice(11)) : inWords(real, formats)
  return fail(
    'no-such-time',
    `The clocks skipped ${inWords(local, formats)}. Nothing was changed. Use ${instead}.`,
    field,
  )
}

/** As {@link momentAt}, of what has happened: one later than now is the problem `future`. */
export function pastMomentAt(local: string, clock: Clock, field = 'at'): Result<number> {
  const moment = momentAt(local, clock, field)
  return moment.ok && moment.value > clock.now ? stillToCome(inWords(local, clock.formats), field) : moment
}

/** A day on which something has happened: one after today is the problem `future`. */
export const pastDay = (day: Day, { zone, now, formats }: Clock, field: string): Result<Day> =>
  day > dayAt(now, zone) ? stillToCome(formats.fullDay(day), field) : ok(day)

const stillToCome = (when: string, field: string): Result<never> =>
  fail('future', `${when} is still to come. Nothing was changed. Enter it when it has happened.`, field)

/** A local day and time in full: `02:30 on Sunday 29 March 2026`. */
export const inWords = (local: string, formats: Formats): string =>
  `${formats.time(local.slice(11))} on ${formats.fullDay(local.slice(0, 10))}`
