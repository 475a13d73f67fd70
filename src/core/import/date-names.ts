import { fold } from '../fold.ts'

/** Languages in which files write the names of months and weekdays. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'pl']

/** Also written, and no language's own short form. */
const otherMonths: readonly (readonly [name: string, month: number])[] = [
  ['janner', 1],
  ['feber', 2],
  ['mrz', 3],
  ['marzec', 3],
]

type Part = 'month' | 'weekday'

/** Every way a part of a date is written in words, folded, with its number from 1. */
function namesOf(part: Part): ReadonlyMap<string, number> {
  const names = new Map<string, number>(part === 'month' ? otherMonths : [])
  // 5 January 2026 is a Monday.
  const dates = part === 'month' ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] : [5, 6, 7, 8, 9, 10, 11]
  for (const language of languages)
    for (const length of ['long', 'short'] as const) {
      const day = part === 'month' ? { day: 'numeric' as const } : {}
      const format = new Intl.DateTimeFormat(language, { ...day, [part]: length, timeZone: 'UTC' })
      for (const [i, n] of dates.entries()) {
        const ms = part === 'month' ? Date.UTC(2026, n, 15) : Date.UTC(2026, 0, n)
        const name = format.formatToParts(ms).find(({ type }) => type === part)?.value ?? ''
        names.set(fold(name), i + 1)
      }
    }
  return names
}

const known = new Map<Part, ReadonlyMap<string, number>>()

/** The number of the month or weekday a word names, or begins so that it can be no other; null for any other word. */
function numberOf(part: Part, word: string): number | null {
  let names = known.get(part)
  if (!names) known.set(part, (names = namesOf(part)))
  const folded = fold(word)
  const whole = names.get(folded)
  if (whole !== undefined || folded.length < 3) return whole ?? null
  const numbers = new Set([...names].filter(([name]) => name.startsWith(folded)).map(([, number]) => number))
  const [only] = numbers
  return numbers.size === 1 ? only! : null
}

/** The month, 1-12, that a word names: `Mar`, `März`, `mars`, `Sept.`. */
export const monthOf = (word: string): number | null => numberOf('month', word)

/** The ISO weekday, 1-7, that a word names: `Fri`, `Freitag`, `ven.`. */
export const weekdayOf = (word: string): number | null => numberOf('weekday', word)
