import type { Day } from '../../day.ts'
import { fail, ok, type Result } from '../../result.ts'
import { monthNamed } from '../../out/month-names.ts'
import { dayWord, isShortDay } from '../../when-words.ts'
import type { SlashOrder } from '../../slash-order.ts'
import { isClosedWord } from '../blocks-text.ts'
import { joins, spanBegins } from './span.ts'

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

/** What goes on with the days, rather than to begin a reason. */
const goesOn =
  /^['’]?(?:[&+/\p{Dash}]|(?:to|until|till|through|thru|bis|au|à|jusqu|jusque|al|hasta|fino|tot|t\/m|and|n|as well|und|u|sowie|et|ainsi|y|así|e|ed|en|or|oder|ou|o|of|plus|also|auch|then|from|von|vom|ab)(?!\p{L}))/iu
/** That the last day is one of them, which it is. */
const bothIncluded =
  /^\s*\(?(?:inkl(?:usive|\.)?|inclus(?:ive|ief)?|incl\.|einschlie(?:ß|ss)lich|einschl\.|inclu[iy]do|incluso|compreso)\)?(?=[\s,;]|$)/iu
/** Where in a reason an end may be said: family until New Year. */
const saysEnd =
  /(?<!\p{L})(?:until|till?|through|thru|bis|jusqu\p{L}*|hasta|fino|tot|onwards?|indefinitely|further|weiteres|unbestimmte?|übers?|week-?ends?|wochenende|ferien|vacances|vacanze|vacaciones|vakantie|holidays)(?!\p{L})|\p{L}ferien(?!\p{L})/iu
/** What may say how long, or which part of the days: two weeks, half a day, every year, all but Monday, in the afternoon. */
const saysDays = new RegExp(
  String.raw`(?<!\p{L})(?:${[
    'days?|weeks?|fortnight|months?|years?|half|every|each|except|but|mornings?|afternoons?|evenings?',
    '(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:after)?noon|midday|lunch\\p{L}*|nights?|hours?|p\\.?m|a\\.m',
    'early|earlier|later|exclu\\p{L}*|excl|not incl\\p{L}*',
    'tage?n?|wochen?|monate?n?|jahre?n?|halb\\p{L}*|jede\\p{L}*|ausser|außer|(?:vor|nach)m(?:ittag\\p{L}*)?',
    'abends?|mittag\\p{L}*|nachts?|stunden?|früh|früher|eher|zeitig\\p{L}*|spät|später|nach (?:dem essen|tisch)',
    'ausschl\\p{L}*|exkl\\p{L}*|nicht (?:mehr|mit|ein\\p{L}*)',
    '(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?',
    'jours?|journée|semaines?|mois|années?|ans|demi\\p{L}*|chaque|tou(?:s|tes)|sauf|excepté|matin\\p{L}*|soirs?',
    'midi|apr[eè]m\\p{L}*|déjeuner|tôt|tard|non compris',
    'lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?',
    'días?|semanas?|meses|años?|medi[oa]|cada|todos|excepto|salvo|mañanas?|tardes?',
    'noche|mediodía|temprano|después|almuerzo|no inclu\\p{L}*',
    'lunes|martes|miércoles|jueves|viernes|sábados?|domingos?',
    'giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|mezz[ao]|ogni|tranne|eccetto|mattin\\p{L}*|pom(?:eriggi\\p{L}*)?',
    'sera|mezzogiorno|pranzo|presto|tardi|prima(?!\\s+\\p{L})|esclus\\p{L}*|non (?:inclus|compres)\\p{L}*',
    '(?:lune|marte|mercole|giove|vener)d[iì]|sabato|domenica',
    'dag(?:en)?|weken|maand(?:en)?|jaar|jaren|halve|elke?|ieder\\p{L}*|behalve|ochtend|\\p{L}*middags?',
    'avond|uur|eerder|vroeg|vroeger|laat|niet (?:meegerekend|inbegrepen)',
    '(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en)?',
  ].join('|')})(?!\p{L})`,
  'iu',
)

/** Said of a single day, its morning: today am, dentist. In a reason it is a word. */
const inMorning = /^am(?!\p{L})/iu
/** Where a shop opens late. */
const opensLate = /(?:^|(?<!\p{L})open(?:s|ing)? )late(?!\p{L})/iu

/** Another day that cannot be one. */
const noDay = new RegExp(String.raw`^(?:${joins.source.slice(1)})?\s*\d`, 'iu')
/**
 * Reads an entry such as `closed 24.12.-2.1., family` or `until Friday, ill`: the next such days from `today` on, or those that have
 * begun and are not over. The last day lies after the first, and an end without its month takes it from the other. 3/4 is read
 * by `order`.
 */
export function parseClosing(text: string, today: Day, order: SlashOrder): Result<TypedClosing> {
  const plain = withoutClosed(text.normalize('NFC').trim())
  const own = orderIn(plain, order)
  const span = own && spanBegins(plain, today, own)
  const rest = span?.rest.replace(bothIncluded, '')
  if (!span || rest === undefined || noDay.test(rest) || /^[^\s,;:\p{Dash}&+]/u.test(rest))
    return notUnderstood
  const reason = withoutClosed(rest.replace(/^\s*[,;:]?\s*/, '').trim())
  const unsure =
    span.unsure || /\d/.test(reason) || goesOn.test(reason) || namesDay(reason) || says(reason, span)
  const label = reason.replace(/^\p{Dash}\s*/u, '').replace(/^for /i, '') || usualLabel
  return ok({ from: span.from, to: span.to, label, ...(unsure && { unsure }) })
}

/** Whether a reason begins with another day or month; a short name that a word follows may be any word. */
function namesDay(reason: string): boolean {
  const word = /^\p{L}+/u.exec(reason)?.[0] ?? ''
  if (monthNamed(word) !== null) return true
  const isAlone = !/^\.?\s+(?!(?:and|und|et|y|e|ed|en)\s)\p{L}/iu.test(reason.slice(word.length))
  return dayWord(word) !== null && (isAlone || !isShortDay(word))
}

/** Whether a reason may say how long it is closed; that it is a holiday says nothing more where several days are given. */
const says = (reason: string, { from, to }: Pick<Closing, 'from' | 'to'>): boolean =>
  saysDays.test(reason) ||
  opensLate.test(reason) ||
  (from === to && (saysEnd.test(reason) || inMorning.test(reason)))

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

const notUnderstood = fail(
  'bad-date',
  'Write the first and the last day, and why: “24.12.-2.1., family”, “today, ill”, “until Friday, ill”, “Tue - Fri, ill”.',
)

function withoutClosed(text: string): string {
  const [first = '', ...rest] = text.split(/\s+/)
  return isClosedWord(first.replace(/[:,]$/, '')) ? rest.join(' ') : text
}
