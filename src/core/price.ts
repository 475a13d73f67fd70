import { isOpen, readingsOf, type DecimalMark, type Readings } from './numbers.ts'

/**
 * A price in hundredths of the currency, 0 to 10^11. `other` is how the other decimal mark would read it, where that
 * differs; `rounded` where it was written with more than hundredths.
 */
export type Price =
  | { readonly minor: number; readonly other?: number; readonly rounded?: true }
  | { readonly empty: true }
  | { readonly problem: string }

/** A quantity, 0 to 10^6; `other` as of {@link Price}. */
export type Quantity =
  | { readonly quantity: number; readonly other?: number }
  | { readonly empty: true }
  | { readonly problem: string }

/**
 * Reads a price: `18`, `21.35`, `1.234,50`, `1,234.50`, `1 234,50`, `1'234.50`, `€ 2,10`, `2,-`.
 * What can be read in two ways (`1.299`) is read by `mark`, with the other reading beside it; without a mark it is a
 * problem that says both. Further decimals are rounded half up.
 */
export function parsePrice(text: string, mark?: DecimalMark): Price {
  const written = readNumber(text, 'price', mark, inMoney)
  if (!('number' in written)) return written
  const minor = minorOf(written.number)
  if (minor > 1e11) return { problem: `“${text.trim()}” is more than a price can be.` }
  return {
    minor,
    ...(written.other !== undefined && { other: minorOf(written.other) }),
    ...(/\.\d\d0*[1-9]/.test(written.number) && { rounded: true }),
  }
}

/** Reads a quantity: `39`, `1,5`, `0.250`, `1.200,5`; marks as of {@link parsePrice}. */
export function parseQuantity(text: string, mark?: DecimalMark): Quantity {
  const written = readNumber(text, 'quantity', mark, inFull)
  if (!('number' in written)) return written
  const quantity = Number(written.number)
  if (quantity > 1e6) return { problem: `“${text.trim()}” is more than a million.` }
  return written.other === undefined ? { quantity } : { quantity, other: Number(written.other) }
}

/** A quantity as the shop writes it and as it is read again: at most three decimals, none when whole. */
export const writtenQuantity = (quantity: number, mark: DecimalMark): string =>
  String(Math.round(quantity * 1000) / 1000).replace('.', mark)

function minorOf(number: string): number {
  const [whole, decimals = ''] = number.split('.')
  return (
    Number(whole) * 100 + Number(decimals.padEnd(2, '0').slice(0, 2)) + (decimals.charAt(2) >= '5' ? 1 : 0)
  )
}

/** Numbers written so that they have only one reading. */
const inMoney = (number: string): string =>
  number.includes('.') ? (minorOf(number) / 100).toFixed(2) : number
const inFull = (number: string): string => (number.includes('.') ? `${number}0` : number)

type Written =
  | { readonly number: string; readonly other?: string }
  | { readonly empty: true }
  | { readonly problem: string }

function readNumber(
  text: string,
  what: string,
  mark: DecimalMark | undefined,
  clearly: (number: string) => string,
): Written {
  const trimmed = text.trim()
  if (trimmed === '') return { empty: true }
  if (isBelowZero(trimmed)) return { problem: `“${trimmed}” is below zero.` }
  const readings = readingsOf(trimmed)
  const single = readings['.'] ?? readings[',']
  if (single === null) return { problem: `“${trimmed}” is not a ${what}.` }
  if (!isOpen(readings)) return { number: single }
  if (mark === undefined) return { problem: twoWays(trimmed, readings, clearly) }
  return { number: readings[mark]!, other: readings[mark === '.' ? ',' : '.']! }
}

const isBelowZero = (text: string): boolean =>
  /^[-−(]\s*(?:\p{Sc}\s*)?\d/u.test(text.replace(/^(?:\p{Sc}|[A-Za-z]{1,3}[$.]?)\s*/u, ''))

function twoWays(text: string, readings: Readings, clearly: (number: string) => string): string {
  const [whole, parts] = Object.values(readings).toSorted((a, b) => Number(b) - Number(a))
  return `“${text}” can be read in two ways. Write ${clearly(whole!)} or ${clearly(parts!)}.`
}
