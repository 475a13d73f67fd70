import { instantOf, localAt } from '../../core/day.ts'
import { fail, ok, type Result } from '../../core/result.ts'

/** The instant of a local day and time that somebody wrote; one that the clocks skipped is a problem. */
export function momentAt(local: string, zone: string, field = 'at'): Result<number> {
  const atMs = instantOf(local, zone)
  const real = localAt(atMs, zone)
  if (real === local) return ok(atMs)
  return fail(
    'no-such-time',
    `The clocks skipped ${local.slice(11)} on ${local.slice(0, 10)}. Nothing was logged. Use ${real.slice(11)}.`,
    field,
  )
}

/** As {@link momentAt}, and not later than now. */
export function pastMomentAt(local: string, zone: string, now: number): Result<number> {
  const moment = momentAt(local, zone)
  if (!moment.ok || moment.value <= now) return moment
  return fail(
    'future',
    `${local.replace('T', ' ')} is still to come. Nothing was logged. Log it when it happens.`,
    'at',
  )
}
