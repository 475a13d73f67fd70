import { isoWeek, type Day } from '../day.ts'

/** A backup as the rule of thinning sees it. */
export interface Dated {
  readonly id: string
  /** Rises in the order in which backups were made, whatever the clock said. */
  readonly order: number
  /** The day the clock said. */
  readonly day: Day
  readonly verified: boolean
  /** Made before a restore or an update: the only one of its moment. */
  readonly aside: boolean
}

/** How many days, weeks and months keep their newest backup, and how many weeks keep all that was put aside. */
export const keptFor = { days: 12, weeks: 10, months: 9, asideWeeks: 5 } as const

const spans = [
  { count: keptFor.days, of: (day: Day) => day },
  { count: keptFor.weeks, of: isoWeek },
  { count: keptFor.months, of: (day: Day) => day.slice(0, 7) },
]

/**
 * The backups that may go: the newest of each of the last 12 days, 10 weeks and 9 months that have one stay, and what was
 * put aside in the last five such weeks. Newest is what was made last, so that a clock that was set back loses nothing. What
 * is not verified takes no place of another, and is left to a person to judge.
 */
export function backupsToDrop(all: readonly Dated[]): readonly string[] {
  const verified = all.filter((one) => one.verified).toSorted((a, b) => b.order - a.order)
  const stays = new Set(verified.filter(isPutAside).map(({ id }) => id))
  for (const { count, of } of spans) {
    const newest = new Map<string, string>()
    for (const { id, day } of verified) if (!newest.has(of(day))) newest.set(of(day), id)
    for (const id of [...newest.values()].slice(0, count)) stays.add(id)
  }
  return verified.filter(({ id }) => !stays.has(id)).map(({ id }) => id)
}

function isPutAside({ aside }: Dated, index: number, newestFirst: readonly Dated[]): boolean {
  if (!aside) return false
  return new Set(newestFirst.slice(0, index + 1).map(({ day }) => isoWeek(day))).size <= keptFor.asideWeeks
}
