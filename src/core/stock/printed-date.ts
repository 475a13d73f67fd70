import { monthNamed } from '../out/month-names.ts'
import type { Day } from '../day.ts'
import type { SlashOrder } from '../slash-order.ts'
import { fullYear } from './century.ts'
import type { DateKind } from './expiry.ts'
import { isLongPast } from './six-digits.ts'

/** A date as printed on a pack, in the shorthand of `parseDateEntry`. */
interface PrintedDate {
  readonly text: string
  /** What the word before the date says; '' where none says it. */
  readonly kind: Exclude<DateKind, 'none' | 'after-opening'> | ''
  /** The month is a name, so that it cannot be taken for the day. */
  readonly isNamed: boolean
}

/** The words before a date on packs, without accents: those of a kind, then those that may be of any. */
const prefixes = [
  {
    kind: 'use-by',
    words:
      "dlc|use by|use-by|tgt|te gebruiken tot|(zu )?verbrauchen bis|a consommer (avant|jusqu'au)( le)?|da consumare entro( il)?|da consumarsi entro( il)?|fecha de caducidad|caducidad",
  },
  { kind: 'best-before', words: 'bbe|best before end' },
  {
    kind: 'best-before',
    words:
      'ddm|dluo|mhd|tht|bbd|bb|best before|best by|mindestens haltbar bis|ten minste houdbaar tot|a consommer de preference avant( le)?|da consumarsi preferibilmente entro( il)?|consumir preferentemente antes del?',
  },
  { kind: '', words: 'expiry|expires|exp|cad|scad' },
].map(({ kind, words }) => ({
  kind: kind as PrintedDate['kind'],
  before: new RegExp(`^(?:${words})(?![a-z])[ .:]*(?=.)`),
}))

/** Words before a month that mean its end. */
const endWords = /^(?:fin|ende|end|fine|einde)(?: de| of| van)?[ .:]+/

/** The same, printed on packs also before a whole day. */
const bestBeforeEnd = /^(?:bbe|best before end)(?![a-z])/

const monthAndYear = /^(\d{1,2})(?: ?[-./ ] ?(\d{4}|\d{2}))?$/

/** Capitals, accents, names of months, the words before a date and gaps as packs have them are put into the shorthand. */
export function printedDate(text: string, today: Day, order: SlashOrder): PrintedDate {
  const typed = text.trim().toLowerCase()
  const plain = typed.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").replace(/\s+/g, ' ')
  const prefix = prefixes.find(({ before }) => before.test(plain))
  const date = prefix ? plain.replace(prefix.before, '') : plain
  const ended = date.replace(endWords, '')
  const isEnd = ended !== date
  const isLoose = bestBeforeEnd.test(plain)
  const named = withMonth(ended, today, isEnd ? 'end' : isLoose ? 'loose' : order)
  const rest = named ?? joined(ended)
  const read = isEnd || isLoose ? (endOf(rest, today, isLoose) ?? (isLoose ? rest : null)) : rest
  const isChanged = prefix !== undefined || isEnd || named !== null || rest !== plain
  return {
    text: read !== null && isChanged ? read : typed,
    kind: prefix?.kind ?? '',
    isNamed: named !== null,
  }
}

/** The end of a month in the shorthand; null where the words name no month. `isLoose` where a number may be a day, too. */
function endOf(rest: string, today: Day, isLoose: boolean): string | null {
  if (/^[\d/]+e$/.test(rest)) return rest
  const [, month, year] = monthAndYear.exec(rest) ?? []
  if (month === undefined || (isLoose && (year === undefined || !isNearYear(year, today)))) return null
  return year === undefined ? `${month}e` : `${month}/${year}e`
}

const two = (n: number): string => String(n).padStart(2, '0')

const isNearYear = (year: string, today: Day): boolean =>
  year.length === 4 || Math.abs(fullYear(Number(year), today) - Number(today.slice(0, 4)) - 4) <= 6

/** `04 12 26`, `04. 12. 26`, `07 / 27`: gaps between numbers are marks, or nothing beside one. */
const joined = (date: string): string =>
  /^\d[\d ./-]*\d[.]?$/.test(date)
    ? date
        .replace(/ ?([./-]) ?/g, '$1')
        .replace(/^(\d{4}) (\d{1,2})(?: (\d{1,2}))?$/, (_, y, m, d) => [y, m, d].filter(Boolean).join('-'))
        .replaceAll(' ', '/')
    : date

/** A date with the name of its month, day first with points, or as the month's end; null without such a name. `end`: no day stands beside it; `loose`: rather none. */
function withMonth(date: string, today: Day, order: SlashOrder | 'end' | 'loose'): string | null {
  const parts =
    /^(\d{1,4})?(?:er|st|nd|rd|th|º|°)?[ ./-]*(?:de )?([a-z]{3,})[ ./-]*(?:de )?(\d{1,4})?(?:[ ,./-]+(\d{4}|\d{2}))?$/.exec(
      date,
    )
  const month = parts && monthNamed(parts[2]!)
  if (!month) return null
  const [, first, , second, third] = parts
  if (first?.length === 4 && second && !third) return `${second}.${month}.${first}`
  if (first)
    return first.length > 2 || third || second?.length === 1 || second?.length === 3
      ? null
      : `${first}.${month}.${second ?? ''}`
  if (third) return second!.length > 2 ? null : `${second}.${month}.${third}`
  if (second === undefined) return `${month}e`
  // DEC0426 has no year of four digits.
  if (second.length === 4)
    return /^(?:19|2[01])/.test(second) || order === 'end'
      ? `${month}/${second}e`
      : `${second.slice(0, 2)}.${month}.${second.slice(2)}`
  if (second.length > 2) return null
  // DEC 26 is a year where the day comes first, and a day where the month does; so where it can be no other.
  const isYear = second.length === 2 && (order === 'end' || isNearYear(second, today))
  const isOver =
    order === 'day-first' && isLongPast(`${fullYear(Number(second), today)}-${two(month)}-28`, today)
  const isDate = Number(second) >= 1 && Number(second) <= 31
  return isDate && (order === 'month-first' || isOver || !isYear)
    ? `${second}.${month}.`
    : `${month}/${second}e`
}
