import { addDays, type Day, dayIn } from '../../day.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { SlashOrder } from '../../slash-order.ts'
import { isClosedWord } from '../blocks-text.ts'
import { type Begun, dateBegins, numberBegins, type Written } from './written-day.ts'

/** Days in a row on which the shop is closed, both included, and why, as customers read it. */
export interface Closing {
  readonly from: Day
  readonly to: Day
  readonly label: string
}

/** A closing as it was typed. */
export interface TypedClosing extends Closing {
  /** What was taken for the reason may say more of the days: the owner is to be asked. */
  readonly unsure?: true
}

/** What stands on the sign where the owner gives no reason. */
export const usualLabel = 'Closed for a while'

const article = String.raw`(?:(?:the|den|dem|zum|einschlie(?:ß|ss)lich|einschl\.|le|el|il|en met)\s+)*`
const leads = new RegExp(
  String.raw`^(?:from|on|von|vom|ab|am|du|des|dès|depuis|le|del?|desde|dal|dalle|il|el|van|vanaf|op)\s+${article}`,
  'iu',
)
const joins = new RegExp(
  String.raw`^\s*(?:\p{Dash}+\s*|(?:to|until|till|through|thru|bis|au|à|jusqu['’](?:au|à)|jusque|al?|hasta|fino\s+al?|tot|t/m|tm)(?=[\s\d])\s*)${article}`,
  'iu',
)
/** What goes on with the days, rather than to begin a reason. */
const goesOn =
  /^(?:[&+/\p{Dash}]|(?:to|until|till|through|thru|bis|au|à|jusqu|jusque|al|hasta|fino|tot|t\/m|and|und|et|y|e|ed|en|or|oder|ou|o|of|plus|also|auch|then|from|von|vom|ab)(?!\p{L}))/iu
/** That the last day is one of them, which it is. */
const bothIncluded =
  /^\s*\(?(?:inkl(?:usive|\.)?|inclus(?:ive|ief)?|incl\.|einschlie(?:ß|ss)lich|einschl\.|inclu[iy]do|incluso|compreso)\)?(?=[\s,;]|$)/iu
/** Where in a reason an end may be said: family until New Year. */
const saysEnd =
  /(?<!\p{L})(?:until|till?|through|thru|bis|jusqu\p{L}*|hasta|fino|tot|onwards?|indefinitely|further|weiteres|unbestimmte?|übers?|week-?ends?|wochenende|ferien|vacances|vacanze|vacaciones|vakantie|holidays)(?!\p{L})|\p{L}ferien(?!\p{L})/iu
/** What may say how long, or which of the days: two weeks, half a day, every year, all but Monday. */
const saysDays = new RegExp(
  String.raw`(?<!\p{L})(?:${[
    'days?|weeks?|fortnight|months?|years?|half|every|each|except|but|mornings?|afternoons?|evenings?',
    '(?:mon|tues|wednes|thurs|fri|satur|sun)days?',
    'tage?n?|wochen?|monate?n?|jahre?n?|halb\\p{L}*|jede\\p{L}*|ausser|außer|(?:vor|nach)mittag\\p{L}*',
    '(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?',
    'jours?|journée|semaines?|mois|années?|ans|demi\\p{L}*|chaque|tou(?:s|tes)|sauf|excepté|matin\\p{L}*|soirs?',
    'lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?',
    'días?|semanas?|meses|años?|medi[oa]|cada|todos|excepto|salvo|mañanas?|tardes?',
    'lunes|martes|miércoles|jueves|viernes|sábados?|domingos?',
    'giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|mezz[ao]|ogni|tranne|eccetto|mattin\\p{L}*|pomeriggi\\p{L}*',
    '(?:lune|marte|mercole|giove|vener)d[iì]|sabato|domenica',
    'dag(?:en)?|weken|maand(?:en)?|jaar|jaren|halve|elke?|ieder\\p{L}*|behalve|ochtend|middag',
    '(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en)?',
  ].join('|')})(?!\p{L})`,
  'iu',
)

/** Another day that cannot be one. */
const noDay = new RegExp(String.raw`^(?:${joins.source.slice(1)})?\s*\d`, 'iu')

/**
 * Reads an entry such as `closed 24.12.-2.1., family`: the next such days from `today` on, or those that have begun and are not over.
 * The last day lies after the first, and an end without its month takes it from the other. 3/4 is read by `order`.
 */
export function parseClosing(text: string, today: Day, order: SlashOrder): Result<TypedClosing> {
  const plain = withoutClosed(text.normalize('NFC').trim())
  const own = orderIn(plain, order)
  const span = own && (spanIn(plain, own) ?? spanIn(plain.replace(leads, ''), own))
  if (!span) return notUnderstood
  const { first, last } = span
  const rest = span.rest.replace(bothIncluded, '')
  const days = first && last && daysOf(first, last, today)
  if (!days || noDay.test(rest) || /^[^\s,;:\p{Dash}&+]/u.test(rest)) return notUnderstood
  const reason = rest.replace(/^\s*[,;:]?\s*/, '').trim()
  const unsure = span.unsure || /\d/.test(reason) || goesOn.test(reason) || says(reason, days)
  const label = reason.replace(/^\p{Dash}\s*/u, '').replace(/^for /i, '') || usualLabel
  return ok({ ...days, label, ...(unsure && { unsure }) })
}

/** Whether a reason may say how long it is closed; that it is a holiday says nothing more where several days are given. */
const says = (reason: string, { from, to }: Pick<Closing, 'from' | 'to'>): boolean =>
  saysDays.test(reason) || (from === to && saysEnd.test(reason))

/** How all dates with a slash of a line are read: as those of them that can only be one; null where two cannot both be. */
function orderIn(text: string, order: SlashOrder): SlashOrder | null {
  const pairs = [...text.matchAll(/(?<!\d)(\d{1,2})\/(\d{1,2})(?!\d)/g)].map(([, a, b]) => [
    Number(a),
    Number(b),
  ])
  const isDayFirst = pairs.some(([a]) => a! > 12)
  const isMonthFirst = pairs.some(([, b]) => b! > 12)
  if (isDayFirst && isMonthFirst) return null
  return isDayFirst ? 'day-first' : isMonthFirst ? 'month-first' : order
}

const notUnderstood = fail('bad-date', 'Write the first and the last day, and why: 24.12.-2.1., family')

function withoutClosed(text: string): string {
  const [first = '', ...rest] = text.split(/\s+/)
  return isClosedWord(first.replace(/[:,]$/, '')) ? rest.join(' ') : text
}

interface Span {
  readonly first: Dated | null
  readonly last: Dated | null
  readonly rest: string
  readonly unsure: boolean
}

/** A date with its month. */
type Dated = Required<Pick<Written, 'month' | 'date'>> & Pick<Written, 'year'>

function spanIn(text: string, order: SlashOrder): Span | null {
  const whole = dateBegins(text, order)
  const begun = whole ?? numberBegins(text, 'first')
  if (!begun) return null
  const join = joins.exec(begun.rest)
  const after = join ? begun.rest.slice(join[0].length) : ''
  const end: Begun | null = join && (dateBegins(after, order) ?? (whole && numberBegins(after, 'last')))
  const first = begun.day
  // The reason may follow a dash, and perhaps more of the days.
  if (!end) return isDated(first) ? { first, last: first, rest: begun.rest, unsure: false } : null
  const last = end.day
  const span = { rest: end.rest, unsure: false }
  if (isDated(last)) return { ...span, first: isDated(first) ? first : before(first, last), last }
  if (!isDated(first)) return null
  return { ...span, first, last: afterwards(first, last), unsure: last.date < first.date }
}

const isDated = (day: Written): day is Dated => day.month !== undefined

/** `30.` in 30.-2.1.: of the month before where that month has to be another one. */
const before = ({ date }: Written, { month, date: last, year }: Dated): Dated => {
  if (date <= last) return { date, month, year }
  return month === 1 ? { date, month: 12, year: year && year - 1 } : { date, month: month - 1, year }
}

/** `7` in Sept 5 - 7. */
const afterwards = ({ month, date: first, year }: Dated, { date, year: said }: Written): Dated => {
  if (date >= first) return { date, month, year: said ?? year }
  const isNext = month === 12
  return { date, month: isNext ? 1 : month + 1, year: said ?? (year && (isNext ? year + 1 : year)) }
}

/** Days after which one that looks begun is rather meant a year ahead. */
const longestBegun = 183

function daysOf(first: Dated, last: Dated, today: Day): Pick<Closing, 'from' | 'to'> | null {
  const begin = Number(today.slice(0, 4)) - 1
  // 29 February is at most eight years away.
  for (let year = begin; year <= begin + 9; year++) {
    const from = dayIn(yearsOf(first, last) ?? year, first.month, first.date)
    const to = from && endAfter(last, from)
    if (first.year !== undefined || last.year !== undefined) return from && to ? { from, to } : null
    if (from && to && to >= today && (from >= today || to <= addDays(from, longestBegun))) return { from, to }
  }
  return null
}

/** The year that the first day is given in, or that the last one gives it. */
function yearsOf(first: Dated, last: Dated): number | undefined {
  if (first.year !== undefined || last.year === undefined) return first.year
  const isLater = first.month > last.month || (first.month === last.month && first.date > last.date)
  return isLater ? last.year - 1 : last.year
}

function endAfter({ year, month, date }: Dated, from: Day): Day | null {
  for (let n = 0; n <= 8; n++) {
    const day = dayIn(year ?? Number(from.slice(0, 4)) + n, month, date)
    if (day && day >= from) return day
  }
  return null
}
