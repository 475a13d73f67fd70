import type { Seen } from './bg-nbd.ts'
import type { Group } from './fit.ts'
import type { Rhythm } from './rhythm.ts'

/** What the model asks of a customer, by their days, as of a day. */
export function seenOf({ days, firstDayNo, lastDayNo }: Rhythm, asOfDayNo: number): Seen {
  const tx = (lastDayNo - firstDayNo) / 7
  return { x: days - 1, tx, T: Math.max(tx, (asOfDayNo - firstDayNo) / 7) }
}

/** How many customers are alike, as they come. */
export function groupsOf(asOfDayNo: number) {
  const counts = new Map<number, { seen: Seen; count: number }>()
  return {
    add(rhythm: Rhythm): void {
      const { days, firstDayNo, lastDayNo } = rhythm
      // Days of 150 years fit into 16 bits.
      const key = ((firstDayNo + 0x8000) * 0x10000 + (lastDayNo - firstDayNo)) * 0x10000 + days
      const known = counts.get(key)
      if (known) known.count++
      else counts.set(key, { seen: seenOf(rhythm, asOfDayNo), count: 1 })
    },
    groups: (): readonly Group[] => [...counts.values()].map(({ seen, count }) => ({ ...seen, count })),
  }
}

/** As many weeks are looked ahead as the first visit lies back, at most a year. */
export const weeksAhead = (groups: readonly Group[]): number =>
  Math.min(
    52,
    Math.max(
      1,
      groups.reduce((most, { T }) => Math.max(most, Math.ceil(T)), 0),
    ),
  )
