import { daysInMonth, type Day, isDay } from '../../day.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { SlashOrder } from '../../slash-order.ts'
import { isClosedWord } from '../blocks-text.ts'

/** Days in a row on which the shop is closed, both included, and why, as customers read it. */
export interface Closing {
  readonly from: Day
  readonly to: Day
  readonly label: string
}

/** What stands on the sign where the owner gives no reason. */
export const usualLabel = 'Closed for a while'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const written = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}(?:\.\s?(?:\d{4})?)?|\d{1,2}/\d{1,2}(?:/\d{4})?|\d{1,2}\.? [a-z]{3,}\.?(?: \d{4})?|[a-z]{3,}\.? \d{1,2}(?:,? \d{4})?`
const entry = new RegExp(
  String.raw`^(?:from )?(${written}|\d{1,2}\.?)(?:\s*(?:[-\u2010-\u2015\u2212]|to|until|till)\s*(${written}))?(?:$|\s*[,;:]\s*|\s+(?=[^\d\s]))(.*)$`,
  'i',
)

/**
 * Reads an entry such as `closed 24.12.-2.1., family`: the next such days from `today` on. The last day lies after the first, and a
 * first day without its month is of the last one's. 3/4 is read by `order`.
 */
export function parseClosing(text: string, today: Day, order: SlashOrder): Result<Closing> {
  const plain = withoutClosed(text.trim())
  const [, first = '', second, reason = ''] = entry.exec(plain) ?? []
  const last = parts(second ?? first, order)
  const begin =
    second && /^\d{1,2}\.?$/.test(first)
      ? last && { ...last, date: Number.parseInt(first) }
      : parts(first, order)
  if (!begin || !last) return notUnderstood
  const from = nextOn(
    begin,
    begin.year === undefined && last.year !== undefined ? undefined : begin.year,
    today,
    last,
  )
  const to = from && nextOn(last, last.year, from)
  if (!from || !to || to < from) return notUnderstood
  return ok({ from, to, label: reason.trim().replace(/^for /i, '') || usualLabel })
}

const notUnderstood = fail('bad-date', 'Write the first and the last day, and why: 24.12.-2.1., family')

function withoutClosed(text: string): string {
  const [first = '', ...rest] = text.split(/\s+/)
  return isClosedWord(first) ? rest.join(' ') : text
}

/** A date as it is written, perhaps without its year. */
interface Written {
  readonly year: number | undefined
  readonly month: number
  readonly date: number
}

function parts(text: string, order: SlashOrder): Written | null {
  if (isDay(text))
    return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), date: Number(text.slice(8)) }
  const numbers = (text.match(/\d+/g) ?? []).map(Number)
  const [name] = text.toLowerCase().match(/[a-z]{3,}/) ?? []
  if (name !== undefined) {
    const [date, year] = numbers
    return date === undefined ? null : dated(year, months.indexOf(name.slice(0, 3)) + 1, date)
  }
  const [a, b, year] = numbers
  if (a === undefined || b === undefined) return null
  const monthFirst = text.includes('/') && (b > 12 || (a <= 12 && order === 'month-first'))
  return monthFirst ? dated(year, a, b) : dated(year, b, a)
}

const dated = (year: number | undefined, month: number, date: number): Written | null =>
  month >= 1 && month <= 12 && date >= 1 ? { year, month, date } : null

/** The first such day from one on; before the year that its last day is given in, where only that one is. */
function nextOn({ month, date }: Written, year: number | undefined, since: Day, last?: Written): Day | null {
  const inYear = (y: number): Day | null =>
    date <= daysInMonth(y, month)
      ? `${String(y).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
      : null
  if (year !== undefined) return inYear(year)
  if (last?.year !== undefined) return inYear(month > last.month ? last.year - 1 : last.year)
  // 29 February is at most eight years away.
  for (let n = 0; n <= 8; n++) {
    const day = inYear(Number(since.slice(0, 4)) + n)
    if (day && day >= since) return day
  }
  return null
}
