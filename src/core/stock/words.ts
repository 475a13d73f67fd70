import { daysBetween, type Day } from '../day.ts'
import type { DecimalMark } from '../numbers.ts'
import { writtenQuantity } from '../price.ts'
import type { Formats } from '../formats.ts'
import type { DateKind } from './expiry.ts'

/** A quantity that cannot be taken for another: "1299", "1.299 (a little over 1)", in Germany "1,299". */
export const clearQuantity = (quantity: number, mark: DecimalMark): string => {
  const words = writtenQuantity(quantity, mark)
  return /[.,]\d{3}$/.test(words) ? `${words} (a little over ${Math.floor(quantity)})` : words
}

/** A quantity with its unit: "12", "1.5 kg", "39 × 10 boxes x 20 bags". */
export function amountWords(quantity: number, unit: string, mark: DecimalMark): string {
  const number = writtenQuantity(quantity, mark)
  if (unit === '') return number
  return /^\d/.test(unit) ? `${number} × ${unit}` : `${number} ${unit}`
}

/** The same where room is short: without a unit that is a pack's size. */
export const shortAmount = (quantity: number, unit: string, mark: DecimalMark): string =>
  /^\d/.test(unit) ? writtenQuantity(quantity, mark) : amountWords(quantity, unit, mark)

/** A quantity of a product: "12 Queso Cabrales", "1.5 kg Tomatoes". */
export const batchWords = (
  quantity: number,
  product: { readonly name: string; readonly unit: string },
  mark: DecimalMark,
): string => `${shortAmount(quantity, product.unit, mark)} ${product.name}`

/** What the date of a batch is called before the day. */
export const kindWords: Readonly<Record<DateKind, string>> = {
  'use-by': 'use by',
  'best-before': 'best before',
  'after-opening': 'after opening, until',
  none: 'no date',
}

interface Dated {
  readonly dateKind: DateKind
  readonly date: Day | ''
}

/** "best before Monday 17 May 2027", "use by Sunday 22 November 2026, 2 days ago", "no date". */
export function spokenDate({ dateKind, date }: Dated, today: Day, formats: Formats): string {
  if (date === '') return kindWords.none
  const past = daysBetween(date, today)
  const ago = past <= 0 ? '' : `, ${formats.away(-past)}`
  return `${kindWords[dateKind]} ${formats.fullDay(date)}${ago}`
}
