import type { Formats } from '../../formats.ts'
import { fewestCustomers, fewestRepeats, type Enough } from './fit.ts'
import { fewestVisits } from './rhythm.ts'

/** What is known of somebody's coming and staying away, for its words. */
export interface Silence {
  readonly days: number
  /** Null below the fewest visits that make a rhythm. */
  readonly everyDays: number | null
  readonly silentDays: number
  readonly isQuiet: boolean
  /** Null where there is not enough data. */
  readonly pAlive: number | null
}

/** The evidence in words: `came every 9 days, silent for 34; 22% likely still with us`. */
export function evidenceWords(
  { days, everyDays, silentDays, isQuiet, pAlive }: Silence,
  formats: Formats,
): string {
  const last = isQuiet
    ? `silent for ${(everyDays ?? 2) > 1 ? formats.number(silentDays) : formats.counted(silentDays, 'day', 'days')}`
    : `last here ${formats.away(-silentDays)}`
  if (everyDays === null)
    return `came on ${formats.counted(days, 'day', 'days')}, last here ${formats.away(-silentDays)}; not enough data for a rhythm, which takes ${formats.number(fewestVisits)}`
  const every = Math.round(everyDays)
  const rhythm = `came every ${every === 1 ? 'day' : formats.counted(every, 'day', 'days')}, ${last}`
  return pAlive === null ? rhythm : `${rhythm}; ${chanceWords(pAlive, formats)} likely still with us`
}

/** A chance in whole percent; never 0 or all, which nobody knows. */
function chanceWords(chance: number, { share }: Formats): string {
  if (chance < 0.01) return `less than ${share(0.01)}`
  return chance > 0.99 ? `over ${share(0.99)}` : share(Math.round(chance * 100) / 100)
}

/** How many of somebody's own pauses were as long as this silence; '' where all were, which says nothing of it. */
export function pausesWords(pauses: readonly number[], silentDays: number, formats: Formats): string {
  const asLong = pauses.filter((pause) => pause >= silentDays).length
  if (asLong === pauses.length) return ''
  const all = formats.counted(pauses.length, 'pause', 'pauses')
  return asLong === 0
    ? `none of their ${all} was this long`
    : `${formats.number(asLong)} of their ${all} ${asLong === 1 ? 'was' : 'were'} this long or longer`
}

/** Why nothing is said of who is still with us. */
export const notEnoughWords = ({ customers, repeats }: Enough, { number, counted }: Formats): string =>
  `Not enough data to say who is still with us: ${counted(customers, 'customer', 'customers')} with visits and ${counted(repeats, 'visit', 'visits')} after a first. It takes ${number(fewestCustomers)} and ${number(fewestRepeats)}.`

/** A sentence of the evidence. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
