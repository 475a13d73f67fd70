import { type Day, isDay } from '../../day.ts'
import type { SlashOrder } from '../../slash-order.ts'
import { monthNamed } from '../../out/month-names.ts'

/** A date as it is written, perhaps without its year, or as the bare number of a day, or a weekday alone or before its date. */
export interface Written {
  readonly year?: number | undefined
  readonly month?: number
  readonly date?: number
  readonly weekday?: number
}

/** A date at the beginning of a text, and what follows it. */
export interface Begun {
  readonly day: Written
  readonly rest: string
  /** It may be another word where a word follows. */
  readonly isShort?: true
  /** It is said in a word that holds its date: today. */
  readonly isSpoken?: true
  /** It may be another day. */
  readonly unsure?: true
}

const number = String.raw`(\d{1,2})(?!\d)`
const nth = String.raw`(?:\.|st|nd|rd|th|er|º)?`
const name = String.raw`(\p{L}{3,})\.?`
const year = String.raw`(?:,?\s*(?:de\s+)?(\d{4})(?!\d))?`

const forms = {
  iso: /^(\d{4}-\d{2}-\d{2})(?!\d)/,
  // Of two digits only what is written to its month is a year: in 24.12. 26.12. it is a day.
  dots: new RegExp(String.raw`^${number}\.\s?${number}(?:\.\s?(\d{4})(?!\d)|\.(\d{2})(?![\d.])|\.)?`, 'u'),
  slashes: new RegExp(String.raw`^${number}/${number}(?:/(\d{4}|\d{2})(?!\d))?(?!/)`, 'u'),
  dateFirst: new RegExp(String.raw`^${number}${nth}\s*(?:of\s+|de\s+)?${name}${year}`, 'iu'),
  nameFirst: new RegExp(String.raw`^${name}\s*${number}(?:st|nd|rd|th)?${year}`, 'iu'),
}

/** Reads the date with its month that a text begins with; null where it begins with none. 3/4 is read by `order`. */
export function dateBegins(text: string, order: SlashOrder): Begun | null {
  const found = (match: RegExpExecArray, day: Written | null): Begun | null =>
    day && { day, rest: text.slice(match[0].length) }
  const iso = forms.iso.exec(text)
  if (iso?.[1]) return isDay(iso[1]) ? found(iso, dayOfIso(iso[1])) : null
  const dots = forms.dots.exec(text)
  if (dots) return found(dots, dated(dots[3] ?? dots[4], Number(dots[2]), Number(dots[1])))
  const slashes = forms.slashes.exec(text)
  if (slashes) {
    const [a, b] = [Number(slashes[1]), Number(slashes[2])]
    const monthFirst = b > 12 || (a <= 12 && order === 'month-first')
    return found(slashes, monthFirst ? dated(slashes[3], a, b) : dated(slashes[3], b, a))
  }
  const dateFirst = forms.dateFirst.exec(text)
  if (dateFirst) return found(dateFirst, dated(dateFirst[3], monthNamed(dateFirst[2]!), Number(dateFirst[1])))
  const nameFirst = forms.nameFirst.exec(text)
  return nameFirst && found(nameFirst, dated(nameFirst[3], monthNamed(nameFirst[1]!), Number(nameFirst[2])))
}

const bareFirst = new RegExp(String.raw`^${number}${nth}(?=\s|\p{Dash}|\D*$)`, 'iu')
// What follows has to be parted from it: 2 weeks and 8:00 are no second day.
const bareLast = new RegExp(String.raw`^${number}${nth}${year}(?=\s*(?:$|[,;]|:\s))`, 'iu')

/** Reads the number of a day whose month the other end of a span says. */
export function numberBegins(text: string, end: 'first' | 'last'): Begun | null {
  const match = (end === 'first' ? bareFirst : bareLast).exec(text)
  const date = Number(match?.[1])
  if (!match || date < 1 || date > 31) return null
  return {
    day: { date, year: match[2] === undefined ? undefined : Number(match[2]) },
    rest: text.slice(match[0].length),
  }
}

/** A day with its year. */
export const dayOfIso = (day: Day): Written => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  date: Number(day.slice(8)),
})

function dated(written: string | undefined, month: number | null, date: number): Written | null {
  if (month === null || month < 1 || month > 12 || date < 1) return null
  const said = written === undefined ? undefined : Number(written)
  return { year: said !== undefined && said < 100 ? 2000 + said : said, month, date }
}
