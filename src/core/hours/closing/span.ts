import { addDays, type Day, daysBetween } from '../../day.ts'
import type { SlashOrder } from '../../slash-order.ts'
import { type Dated, type Days, daysOf, isDated, longestBegun } from './span-days.ts'
import { dayBegins } from './spoken-day.ts'
import { type Begun, dayOfIso, numberBegins, type Written } from './written-day.ts'

/** Days at the beginning of a text, and what follows them. */
export interface Span extends Days {
  readonly rest: string
  /** They may be other days: the owner is to be asked. */
  readonly unsure: boolean
}

const article = String.raw`(?:(?:the|den|dem|zum|einschlie(?:ß|ss)lich|einschl\.|le|el|il|en met)\s+)*`
const leads = new RegExp(
  String.raw`^(?:dall['’]\s*|(?:from|on|von|vom|ab|am|du|des|dès|depuis|le|del?|desde|da|dal|dalle|il|el|van|vanaf|op)\s+)${article}`,
  'iu',
)
/** What stands between the first and the last day. */
export const joins = new RegExp(
  String.raw`^\s*(?:\p{Dash}+\s*|(?:to|until|till|through|thru|bis|au|à|jusqu['’](?:au|à)|jusque|al?|all['’]|hasta|fino\s+al?|tot|t/m|tm)(?=[\s\d])\s*)${article}`,
  'iu',
)
const untils = new RegExp(
  String.raw`^(?:until|till?|through|thru|bis|jusqu['’](?:au|à)|jusque|hasta|fino\s+al?|tot|t/m|tm)(?=[\s\d])\s*${article}`,
  'iu',
)
const ands = new RegExp(
  String.raw`^\s*(?:[&+]|(?:and|['’]?n['’]?|as well as|plus|und|u\.?|sowie|et|ainsi que|y|así como|e|ed|en)(?=\s))\s*${article}`,
  'iu',
)
/** Said of a day alone: from then on, who knows until when. */
const since = /^(?:from|von|vom|ab|du|des|dès|depuis|del?|desde|da|dal|dalle|dall['’]|van|vanaf)(?!\p{L})/iu
/** Said of a weekday alone: every one of them, perhaps. */
const always = /^(?:le|il)\s/i
/** du 8 au 11, dal 8 all'11: said of days, where hours are said otherwise. */
const ofDays =
  /^(?:du|del|dal|dall['’]|vom)(?!\p{L})|^(?:au|zum|al|all['’])(?!\p{L})|(?:\s|^)(?:t\/m|zum|jusqu['’]au|al)\s+$/iu
const nth = /^\d{1,2}(?:\.|st|nd|rd|th|er|e|º|ª|°)(?![\d\p{L}])/iu
const wordFollows = (rest: string): boolean => /^\s+\p{L}/u.test(rest)

/** Reads the days that a text begins with, as of today: `24.12.-2.1.`, `today - fri`, `until Friday`, `du 8 au 11`. */
export function spanBegins(text: string, today: Day, order: SlashOrder): Span | null {
  const reader = { today, order }
  const until = untils.exec(text)?.[0]
  if (until !== undefined) return untilIn(text.slice(until.length), until, reader)
  const lead = leads.exec(text)?.[0]
  return (
    spanIn(text, '', reader) ?? (lead === undefined ? null : spanIn(text.slice(lead.length), lead, reader))
  )
}

interface Reader {
  readonly today: Day
  readonly order: SlashOrder
}

/** "until Friday": from today on. */
function untilIn(text: string, until: string, { today, order }: Reader): Span | null {
  const first = dayOfIso(today)
  const isOfDays = ofDays.test(until) || nth.test(text)
  const end = dayBegins(text, today, order) ?? (isOfDays ? numberBegins(text, 'last') : null)
  if (!end || (end.isShort && wordFollows(end.rest))) return null
  const span = spanOf(first, end, today)
  // On a Friday, until Friday is until today or for a week.
  return span && { ...span, unsure: span.unsure || (isWeekday(end.day) && span.to === today) }
}

function spanIn(text: string, lead: string, reader: Reader): Span | null {
  const { today, order } = reader
  const whole = dayBegins(text, today, order)
  const begun = whole ?? numberBegins(text, 'first')
  if (!begun) return null
  const join = joins.exec(begun.rest)
  const after = join ? begun.rest.slice(join[0].length) : ''
  const mayBeNumber = whole !== null || (join !== null && areDays(text, after, lead, join[0]))
  const end = join && endIn(begun, join[0], after, { ...reader, mayBeNumber })
  // The reason may follow a dash, and perhaps more of the days.
  if (end) return spanOf(begun.day, end, today, begun.unsure)
  return whole && (twoIn(whole, reader) ?? oneIn(whole, lead, today))
}

/** Whether two bare numbers are days rather than hours. */
const areDays = (text: string, after: string, lead: string, join: string): boolean =>
  ofDays.test(lead) || ofDays.test(join) || (nth.test(text) && nth.test(after))

interface EndReader extends Reader {
  readonly mayBeNumber: boolean
}

/** The last day. A short name that a word follows is one in di-fr krank; in 24.12. - mit Familie it is none. */
function endIn(begun: Begun, join: string, after: string, reader: EndReader): Begun | null {
  const day = dayBegins(after, reader.today, reader.order)
  const isTight = /^\p{Dash}$/u.test(join) || (begun.isShort === true && isWeekday(begun.day))
  if (day && (isTight || !day.isShort || !wordFollows(day.rest))) return day
  const number = reader.mayBeNumber ? numberBegins(after, 'last') : null
  // today - 15: until the 15th, or until three o'clock.
  const isHour = begun.isSpoken && !nth.test(after) && Number(number?.day.date) <= 24
  return number && isHour ? { ...number, unsure: true } : number
}

/** "tomorrow and Thursday", where the one follows the other. */
function twoIn(begun: Begun, reader: Reader): Span | null {
  const and = ands.exec(begun.rest)
  const end = and && endIn(begun, and[0], begun.rest.slice(and[0].length), { ...reader, mayBeNumber: false })
  const span = end && spanOf(begun.day, end, reader.today, begun.unsure)
  return span && daysBetween(span.from, span.to) === 1 ? span : null
}

function oneIn({ day, rest, isShort, unsure }: Begun, lead: string, today: Day): Span | null {
  if (isShort && wordFollows(rest)) return null
  const days = daysOf(day, day, today)
  return (
    days && {
      ...days,
      rest,
      unsure: unsure === true || since.test(lead) || (isWeekday(day) && always.test(lead)),
    }
  )
}

const isWeekday = (day: Written): boolean => day.weekday !== undefined && day.date === undefined

function spanOf(first: Written, { day, rest, unsure }: Begun, today: Day, isUnsure = false): Span | null {
  const ends = endsOf(first, day)
  const days = ends && daysOf(ends.first, ends.last, today)
  if (!days) return null
  const { from, to } = days
  const hasBegun = isWeekday(first) && from < today
  // Only one end says its year, and today may be the one that does.
  const isLoose = day.year === undefined ? first.year !== undefined : first.year === undefined && from < today
  const isFar = isLoose && to > addDays(from, longestBegun)
  return { from, to, rest, unsure: isUnsure || unsure === true || ends.isNext || hasBegun || isFar }
}

interface Ends {
  readonly first: Written
  readonly last: Written
  /** A bare number begins another month: it may be an hour. */
  readonly isNext: boolean
}

/** Both ends, each with the month that the other one says. */
function endsOf(first: Written, last: Written): Ends | null {
  // From Friday to Friday is a day or a week.
  if (isWeekday(first) && isWeekday(last) && first.weekday === last.weekday) return null
  const [isFirst, isLast] = [first, last].map((day) => day.month === undefined && day.date !== undefined)
  if (isFirst && isLast) return { first, last, isNext: last.date! < first.date! }
  if (isFirst) return isDated(last) ? { first: before(first.date!, last), last, isNext: false } : null
  if (!isLast) return { first, last, isNext: false }
  if (!isDated(first)) return null
  return { first, last: afterwards(first, last.date!, last.year), isNext: last.date! < first.date }
}

/** `30.` in 30.-2.1.: of the month before where that month has to be another one. */
const before = (date: number, { month, date: last, year }: Dated): Dated => {
  if (date <= last) return { date, month, year }
  return month === 1 ? { date, month: 12, year: year && year - 1 } : { date, month: month - 1, year }
}

/** `7` in Sept 5 - 7. */
const afterwards = ({ month, date: first, year }: Dated, date: number, said: number | undefined): Dated => {
  if (date >= first) return { date, month, year: said ?? year }
  const isNext = month === 12
  return { date, month: isNext ? 1 : month + 1, year: said ?? (year && (isNext ? year + 1 : year)) }
}
