import { type Day, dayAt, instantOf, localAt } from './day.ts'
import { fullDay } from './day-words.ts'
import { fail, ok, type Result } from './result.ts'

/** The instant of a local day and time that somebody wrote; one that the clocks skipped is the problem `no-such-time`. */
export function momentAt(local: string, zone: string, field = 'at'): Result<number> {
  const atMs = instantOf(local, zone)
  const real = localAt(atMs, zone)
  if (real === local) return ok(atMs)
  const instead = real.startsWith(local.slice(0, 10)) ? real.slice(11) : inWords(real)
  return fail(
    'no-such-time',
    `The clocks skipped ${inWords(local)}. Nothing was changed. Use ${instead}.`,
    field,
  )
}

/** As {@link momentAt}, of what has happened: one later than now is the problem `future`. */
export function pastMomentAt(local: string, zone: string, now: number, field = 'at'): Result<number> {
  const moment = momentAt(local, zone, field)
  return moment.ok && moment.value > now ? stillToCome(inWords(local), field) : moment
}

/** A day on which something has happened: one after today is the problem `future`. */
export const pastDay = (day: Day, zone: string, now: number, field: string): Result<Day> =>
  day > dayAt(now, zone) ? stillToCome(fullDay(day), field) : ok(day)

const stillToCome = (when: string, field: string): Result<never> =>
  fail('future', `${when} is still to come. Nothing was changed. Enter it when it has happened.`, field)

/** `02:30 on Sunday 29 March 2026` */
const inWords = (local: string): string => `${local.slice(11)} on ${fullDay(local.slice(0, 10))}`
