import { currenciesBySign, millsAUnit, plainMoney, type Money } from './money.ts'
import { decimalMarks, isOpen, readingsOf, type DecimalMark, type Readings } from './numbers.ts'

/**
 * A price in thousandths of the currency, 0 to 10^12. `other` is how the other decimal mark would read it, where that
 * differs; `rounded` where it was written with more decimals than the currency has.
 */
export type Price =
  | { readonly mills: number; readonly other?: number; readonly rounded?: true }
  | { readonly empty: true }
  | { readonly problem: string }

/** A quantity, 0 to 10^6; `other` as of {@link Price}. */
export type Quantity =
  | { readonly quantity: number; readonly other?: number }
  | { readonly empty: true }
  | { readonly problem: string }

/**
 * Reads a price: `18`, `21.35`, `1.234,50`, `1,234.50`, `1 234,50`, `1'234.50`, `€ 2,10`, `2,-`, in the shop's money.
 * What can be read in two ways (`1.299`) is read by `mark`, with the other reading beside it; without a mark it is a
 * problem that says both, unless the decimals of the currency decide. Further decimals are rounded half up.
 */
export function parsePrice(text: string, mark?: DecimalMark, money: Money = plainMoney): Price {
  const { digits } = money
  const other = otherCurrency(text, money)
  if (other) return { problem: other }
  const bare = withoutSign(text, money)
  const written = readNumber(bare, 'price', mark ?? markBy(money, bare), (number) => inMoney(number, digits))
  if (!('number' in written)) return written
  const mills = millsOf(written.number, digits)
  if (mills > 1e12) return { problem: `“${text.trim()}” is more than a price can be.` }
  return {
    mills,
    ...(written.other !== undefined && mark && { other: millsOf(written.other, digits) }),
    ...(/[1-9]/.test((written.number.split('.')[1] ?? '').slice(digits)) && { rounded: true }),
  }
}

/** What three digits behind a mark are, where the currency decides: thousands of one without decimals, or all three decimals. */
function markBy({ digits, mark: own }: Money, text: string): DecimalMark | undefined {
  if (digits === 3) return own
  return digits === 0 ? decimalMarks.find((mark) => !readingsOf(text)[mark]?.includes('.')) : undefined
}

const directions = /[\u200e\u200f\u061c]/g

/** The sign stands before or behind a number, or, as in `3€50`, in the place of the mark; between two numbers it stays, and is none. */
function withoutSign(text: string, { sign, digits }: Money): string {
  const plain = text.replaceAll(directions, '')
  const own = escaped(sign.replaceAll(directions, '')).replace(/(?<=\p{L})$/u, String.raw`\.?`)
  if (own === '') return plain
  const marked =
    digits === 2
      ? plain.replace(new RegExp(`(?<=\\d)${own}(?=\\d\\d\\s*$)`, 'u'), plain.includes('.') ? ',' : '.')
      : plain
  return marked.replace(new RegExp(`(?<!\\d\\s*)${own}|${own}(?!\\s*\\d)`, 'u'), '')
}

/** What is wrong with the code or sign that stands with a price; undefined where it may be of the shop's currency. */
function otherCurrency(text: string, { currency, sign }: Money): string | undefined {
  if (currency === '') return undefined
  const others = sign === '' ? text : text.replace(alone(sign), '')
  const [said] = affix.exec(others.trim()) ?? ['']
  if (said === '') return undefined
  const name = said.replace('.', '').normalize('NFKC').toLowerCase()
  const known = currenciesBySign().get(name)
  if (known?.includes(currency) || (!known && besidePrices.has(name))) return undefined
  return known || /\p{Sc}/u.test(said)
    ? `“${text.trim()}” is in ${said}; the prices of this shop are in ${currency}.`
    : `What “${said}” means in “${text.trim()}” is not known; the prices of this shop are in ${currency}.`
}

/** What stands beside prices and does not change them: pieces, packs, taxes and their classes, kinds of price. */
const besidePrices = new Set(
  'a ab b btl bt ca ea ek each ht je kg net pc pce pck pcs per pk pkg pro st stk stck tax ttc uvp vat vk'.split(
    ' ',
  ),
)

/** What stands before or behind a number and may be a sign. */
const affix = /^(?:\p{L}{0,3}\p{Sc}|\p{L}{1,3}\.?(?!\p{L}))|(?<!\p{L})(?:\p{L}{0,3}\p{Sc}|\p{L}{1,3}\.?)$/u

/** A sign with no letters around it: `$`, not that of `US$`. */
const alone = (sign: string): RegExp => new RegExp(`(?<!\\p{L})${escaped(sign)}(?!\\p{L})`, 'u')

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)

/** Reads a quantity: `39`, `1,5`, `0.250`, `1.200,5`; marks as of {@link parsePrice}. */
export function parseQuantity(text: string, mark?: DecimalMark): Quantity {
  const written = readNumber(text, 'quantity', mark, inFull)
  if (!('number' in written)) return written
  const quantity = Number(written.number)
  if (quantity > 1e6) return { problem: `“${text.trim()}” is more than a million.` }
  return written.other === undefined ? { quantity } : { quantity, other: Number(written.other) }
}

/** The finest part of a quantity that is kept: a gram of a kilogram. */
export const inThousandths = (quantity: number): number => Math.round(quantity * 1000) / 1000

/** Whether a quantity has no finer part, but for what computing with decimals leaves. */
export const isInThousandths = (quantity: number): boolean =>
  Math.abs(quantity - inThousandths(quantity)) < 1e-9

/** A quantity as the shop writes it and as it is read again: at most three decimals, none when whole. */
export const writtenQuantity = (quantity: number, mark: DecimalMark): string =>
  String(inThousandths(quantity)).replace('.', mark)

function millsOf(number: string, digits: number): number {
  const [whole, decimals = ''] = number.split('.')
  const up = decimals.charAt(digits) >= '5' ? 1 : 0
  const kept = Number(decimals.slice(0, digits).padEnd(digits, '0') || 0) + up
  return Number(whole) * millsAUnit + kept * 10 ** (3 - digits)
}

/** Numbers written so that they have only one reading. */
const inMoney = (number: string, digits: number): string =>
  number.includes('.') ? (millsOf(number, digits) / millsAUnit).toFixed(digits) : number
/** A number with a point that no mark reads in another way. */
export const inFull = (number: string): string => (number.includes('.') ? `${number}0` : number)

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
  /^[-−(]\s*(?:\p{Sc}\s*)?\d/u.test(text.replace(/^(?:\p{Sc}|\p{L}{1,3}[$.]?)\s*/u, ''))

function twoWays(text: string, readings: Readings, clearly: (number: string) => string): string {
  const [whole, parts] = Object.values(readings).toSorted((a, b) => Number(b) - Number(a))
  return `“${text}” can be read in two ways. Write ${clearly(whole!)} or ${clearly(parts!)}.`
}
