import type { Formats } from '../../core/formats.ts'
import { dayAt, localAt, type Day } from '../../core/day.ts'
import { useShop } from './shop-context.ts'
import { nowAgeMs, useNow } from './use-now.ts'
import { useFormats } from './use-formats.ts'

/**
 * How a field is read in which days are written from today on: as of the moment it was typed. `said` is that day in words where
 * today the same words would mean something else.
 */
export function useTypedMoment(typedAtMs: number | undefined) {
  const { zone } = useShop()
  const formats = useFormats()
  const shownMs = useNow()
  // What was typed just now was typed after the time that is shown.
  const isNewer = typedAtMs !== undefined && typedAtMs > shownMs && typedAtMs - shownMs <= nowAgeMs
  const nowMs = isNewer ? typedAtMs : shownMs
  const atMs = typedAtMs ?? nowMs
  const day = dayAt(atMs, zone)
  return {
    today: dayAt(nowMs, zone),
    nowLocal: localAt(nowMs, zone),
    day,
    local: localAt(atMs, zone),
    said: (meant: unknown, meantNow: unknown) => saidOf(day, meant, meantNow, formats),
  }
}

const saidOf = (day: Day, meant: unknown, meantNow: unknown, formats: Formats): string =>
  JSON.stringify(meant) === JSON.stringify(meantNow) ? '' : `as typed on ${formats.fullDay(day)}`
