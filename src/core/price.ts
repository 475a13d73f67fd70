/** A number read from text as shops write it; exactly one of these. `number` is plain decimal text, such as `1234.5`. */
type Written = { readonly number: string } | { readonly empty: true } | { readonly problem: string }

/** A price; `minor` is in hundredths of the currency, 0 to 10^11. */
export type Price = { readonly minor: number } | { readonly empty: true } | { readonly problem: string }

/** A quantity, 0 to 10^6. */
export type Quantity = { readonly quantity: number } | { readonly empty: true } | { readonly problem: string }

/**
 * Reads a price: `18`, `21.35`, `1.234,50`, `1,234.50`, `1 234,50`, `1'234.50`, `€ 2,10`, `2,-`.
 * Of two different marks the last is the decimal one; a single mark with exactly three digits behind it groups
 * thousands (`1.234` is 1,234.00) unless only zeros stand before it. Further decimals are rounded half up.
 */
export function parsePrice(text: string): Price {
  const written = readNumber(text, 'price')
  if (!('number' in written)) return written
  const [whole, decimals = ''] = written.number.split('.')
  const cents = Number(decimals.padEnd(2, '0').slice(0, 2)) + (decimals.charAt(2) >= '5' ? 1 : 0)
  const minor = Number(whole) * 100 + cents
  return minor <= 1e11 ? { minor } : { problem: `“${text.trim()}” is more than a price can be.` }
}

/** Reads a quantity: `39`, `1,5`, `0.250`, `1.200,5`; marks as of {@link parsePrice}. */
export function parseQuantity(text: string): Quantity {
  const written = readNumber(text, 'quantity')
  if (!('number' in written)) return written
  const quantity = Number(written.number)
  return quantity <= 1e6 ? { quantity } : { problem: `“${text.trim()}” is more than a million.` }
}

function readNumber(text: string, what: string): Written {
  const trimmed = text.trim()
  if (trimmed === '') return { empty: true }
  const bare = trimmed
    .replace(/^(?:\p{Sc}|[A-Za-z]{1,3}[$.]?)\s*/u, '')
    .replace(/\s*(?:\p{Sc}|[A-Za-z]{1,3}\.?)$/u, '')
    .replace(/[.,][-–—]{1,2}$/, '')
    .replace(/(?<=\d)[\s'’](?=\d{3})/g, '')
  if (/^[-−(]\s*(?:\p{Sc}\s*)?\d/u.test(bare)) return { problem: `“${trimmed}” is below zero.` }
  const number = /^\d[\d.,]*$/.test(bare) ? plainNumber(bare) : null
  return number === null ? { problem: `“${trimmed}” is not a ${what}.` } : { number }
}

/** `1.234,50` -> `1234.50`; null when the marks stand where they cannot. */
function plainNumber(text: string): string | null {
  const mark = decimalMark(text)
  const at = mark === '' ? text.length : text.lastIndexOf(mark)
  const [whole, decimals] = [text.slice(0, at), text.slice(at + 1)]
  const [first = '', ...others] = whole.split(/[.,]/)
  const oneMark =
    new Set(whole.replace(/\d/g, '') + mark).size === (others.length > 0 ? 1 : 0) + (mark === '' ? 0 : 1)
  const grouped = others.length === 0 || (first.length <= 3 && others.every((group) => group.length === 3))
  if (!oneMark || !grouped || !/^\d*$/.test(decimals)) return null
  return `${first}${others.join('')}${decimals && `.${decimals}`}`
}

function decimalMark(text: string): '' | '.' | ',' {
  const [dot, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')]
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ','
  const mark = dot >= 0 ? '.' : comma >= 0 ? ',' : ''
  if (mark === '' || text.indexOf(mark) !== text.lastIndexOf(mark)) return ''
  const groups = text.length - 1 - text.lastIndexOf(mark) === 3 && !/^0+[.,]/.test(text)
  return groups ? '' : mark
}
