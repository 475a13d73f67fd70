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
  const newestFirst = all.filter((one) => one.verified).toSorted((a, b) => b.order - a.order)
  const stays = new Set(spans.flatMap(({ count, of }) => newestOfEach(newestFirst, of, count)))
  for (const id of putAside(newestFirst)) stays.add(id)
  return newestFirst.filter(({ id }) => !stays.has(id)).map(({ id }) => id)
}

function newestOfEach(newestFirst: readonly Dated[], of: (day: Day) => string, count: number): string[] {
  const newest = new Map<string, string>()
  for (const { id, day } of newestFirst) {
    if (newest.size === count) break
    if (!newest.has(of(day))) newest.set(of(day), id)
  }
  return [...newest.values()]
}

function putAside(newestFirst: readonly Dated[]): string[] {
  const weeks = new Set<string>()
  const ids: string[] = []
  for (const { id, day, aside } of newestFirst) {
    weeks.add(isoWeek(day))
    if (weeks.size > keptFor.asideWeeks) break
    if (aside) ids.push(id)
  }
  return ids
}
