import type { Day } from '../day.ts'
import type { Formats } from '../formats.ts'
import { isYearUnclear, parseFileDate, type DateOrder } from '../import/dates.ts'
import { isNoValue } from '../no-value.ts'
import type { DecimalMark } from '../numbers.ts'
import { parsePrice } from '../price.ts'
import { saysYes, stateOf } from './order-states.ts'
import type { amountFields, VisitField } from './visit-fields.ts'

/** A line of a list of purchases, read. */
export interface VisitLine {
  readonly number: string
  readonly customerNumber: string
  readonly email: string
  readonly name: string
  /** Null where the line says none; further articles of an order say none. */
  readonly day: Day | null
  /** The article alone went back. */
  readonly isRefund: boolean
  /** The whole order came to nothing. */
  readonly isVoid: boolean
  /** What went back of the order, as a column of its own says; 0 where nothing did. */
  readonly refundedMills: number
  /** Of the whole order, and of this line; below 0 where money went back, null where nothing can be read. */
  readonly totalMills: number | null
  readonly amountMills: number | null
  readonly messages: readonly string[]
}

/** How the cells of a file are read. */
export interface VisitReading {
  readonly order: DateOrder
  readonly marks: { readonly [F in (typeof amountFields)[number]]?: DecimalMark }
  readonly zone: string
  readonly formats: Formats
}

/** Reads one line. */
export function readVisitLine(
  cell: (field: VisitField) => string,
  { order, marks, zone, formats }: VisitReading,
): VisitLine {
  const messages: string[] = []
  const written = cell('day')
  const date = written === '' ? null : parseFileDate(written, { order, zone })
  if (written !== '' && !date)
    messages.push(
      isYearUnclear(written)
        ? `“${written}” does not say which number is the year. Write it with four digits.`
        : `“${written}” is not a date.`,
    )
  const said = (field: VisitField) => (isNoValue(cell(field)) ? '' : cell(field))
  return {
    number: cell('number'),
    customerNumber: said('customerNumber'),
    email: said('email'),
    name: said('name') || `${said('firstName')} ${said('lastName')}`.trim(),
    day: date?.day ?? null,
    isRefund: stateOf(cell('kind')) === 'none',
    isVoid: stateOf(cell('status')) === 'none' || saysYes(cell('cancelled')),
    refundedMills: Math.abs(signedMills(cell('refunded'), marks.refunded, formats) ?? 0),
    totalMills: signedMills(cell('total'), marks.total, formats),
    amountMills: signedMills(cell('amount'), marks.amount, formats),
    messages,
  }
}

/** An amount that may be below 0: `-3.00`, `3.00-`, `(3.00)`, `-$3.00`, `$-3.00`. */
function signedMills(text: string, mark: DecimalMark | undefined, { money }: Formats): number | null {
  const bare = text.replaceAll(/[-−–+()]/g, '').trim()
  const price = parsePrice(bare, mark, money)
  if (!('mills' in price)) return null
  const isBelow = /^\s*\(.*\)\s*$/.test(text) || /^\D*[-−–]\D*\d/.test(text) || /\d\s*[-−–]\s*$/.test(text)
  return isBelow && price.mills > 0 ? -price.mills : price.mills
}
