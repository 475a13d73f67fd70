import { Temporal } from 'temporal-polyfill'

const dayMs = 86_400_000
const mostKnown = 50_000

/** The offsets at UTC midnights already asked for; working one out costs far more than remembering it. */
const known = new Map<string, Map<number, number>>()

/**
 * The offset of a zone from UTC (ms) over whole UTC days, numbered since 1970-01-01, both included; null where it changes
 * between them. Throws a RangeError for a zone that does not exist.
 */
export function steadyOffset(zone: string, fromDay: number, toDay: number): number | null {
  let offsets = known.get(zone)
  if (!offsets || offsets.size > mostKnown) known.set(zone, (offsets = new Map()))
  let steady: number | null = null
  for (let day = fromDay; day <= toDay + 1; day++) {
    let offset = offsets.get(day)
    if (offset === undefined) offsets.set(day, (offset = offsetAt(day * dayMs, zone)))
    if (steady === null) steady = offset
    else if (steady !== offset) return null
  }
  return steady
}

const offsetAt = (ms: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000
