import { dayAt, localAt, type Day } from '../../core/day.ts'
import { formatLongDay } from './format.ts'
import { useShop } from './shop-context.ts'
import { useNow } from './use-now.ts'

/**
 * How a field is read in which days are written from today on: as of the moment it was typed. `said` is that day in words where
 * today the same words would mean something else.
 */
export function useTypedMoment(typedAtMs: number | undefined) {
  const { zone } = useShop()
  const nowMs = useNow()
  const atMs = typedAtMs ?? nowMs
  const day = dayAt(atMs, zone)
  return {
    today: dayAt(nowMs, zone),
    nowLocal: localAt(nowMs, zone),
    day,
    local: localAt(atMs, zone),
    said: (meant: unknown, meantNow: unknown) => saidOf(day, meant, meantNow),
  }
}

const saidOf = (day: Day, meant: unknown, meantNow: unknown): string =>
  JSON.stringify(meant) === JSON.stringify(meantNow) ? '' : `as typed on ${formatLongDay(day)}`
