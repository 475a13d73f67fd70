import type { Day } from '../../day.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { SlashOrder } from '../../slash-order.ts'
import { isClosedWord } from '../blocks-text.ts'
import { mayBeDays } from './reason.ts'
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

/** That the last day is one of them, which it is. */
const bothIncluded =
  /^\s*\(?(?:inkl(?:usive|\.)?|inclus(?:ive|ief)?|incl\.|einschlie(?:ß|ss)lich|einschl\.|inclu[iy]do|incluso|compreso)\)?(?=[\s,;]|$)/iu
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
  const unsure = span.unsure || mayBeDays(reason, span.from === span.to)
  const label = reason.replace(/^\p{Dash}\s*/u, '').replace(/^for /i, '') || usualLabel
  return ok({ from: span.from, to: span.to, label, ...(unsure && { unsure }) })
}

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
