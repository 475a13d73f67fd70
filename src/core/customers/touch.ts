import type { Formats } from '../formats.ts'
import { dueWords, type Tier } from './tiers.ts'

/** One contact with a customer. */
export type TouchKind = 'visit' | 'call' | 'note' | 'mail' | 'letter' | 'delivery' | 'billing' | 'newsletter'

/** What can be logged by hand; newsletters log themselves. */
export const loggedKinds = [
  'visit',
  'call',
  'note',
  'mail',
  'letter',
  'delivery',
  'billing',
] as const satisfies readonly TouchKind[]

/** A strong touch starts the cadence anew; bills and newsletters do not. */
export const isStrong = (kind: TouchKind): boolean => kind !== 'billing' && kind !== 'newsletter'

/** The touch as the customer's time line calls it. */
export const touchWords: Readonly<Record<TouchKind, string>> = {
  visit: 'Visit',
  call: 'Call',
  note: 'Note',
  mail: 'Mail',
  letter: 'Letter',
  delivery: 'Delivery',
  billing: 'Bill',
  newsletter: 'Newsletter',
}

/** Why somebody should hear from the shop: days of silence, what came last, and how often their tier should. */
export function silenceWords(days: number, last: TouchKind | null, tier: Tier, formats: Formats): string {
  const { counted } = formats
  const count = counted(days, 'day', 'days')
  if (last === null) {
    const own = tier.name === '' ? '' : `; ${dueWords(days, tier, formats)}`
    return `Never heard from us; on file for ${count}${own}`
  }
  return `${count} since ${last === 'visit' ? 'their' : 'your'} last ${touchWords[last].toLowerCase()}; ${dueWords(days, tier, formats)}`
}
