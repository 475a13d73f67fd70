import { type Day, daysBetween } from '../day.ts'
import type { Formats } from '../formats.ts'

interface Due {
  readonly dueDay: Day
  /** Who is to do it; '' where that is open. */
  readonly who: string
  /** It waits until a complaint of the same customer is settled. */
  readonly isHeld: boolean
  /** The end of a pause that the customer asked for; '' for none. */
  readonly pauseEnds: Day | ''
}

/** How far the day of something to do is, and who does it: “due 2 days ago, for Mia”. */
export function dueWords({ dueDay, who, isHeld, pauseEnds }: Due, today: Day, formats: Formats): string {
  if (isHeld) return 'waits until they are satisfied again'
  if (pauseEnds !== '') return `waits until their pause ends, ${formats.near(pauseEnds, today)}`
  const days = daysBetween(today, dueDay)
  const due =
    days > 1 ? `due ${formats.near(dueDay, today)}, ${formats.away(days)}` : `due ${formats.away(days)}`
  return who === '' ? due : `${due}, for ${who}`
}

/** How something to do stands, before what it is. */
export const stateWords = { open: 'To do', done: 'Done', dropped: 'Not to be done any more' } as const
