/** What stands between the whole and its parts; the other one, a space or an apostrophe may group thousands. */
export type DecimalMark = '.' | ','

export const decimalMarks = ['.', ','] as const satisfies readonly DecimalMark[]

/** The mark a country writes (ISO 3166 code), by the Unicode CLDR; a point where the country is not known. */
export function decimalMarkOf(country: string): DecimalMark {
  if (!/^[A-Z]{2}$/.test(country)) return '.'
  const { language } = new Intl.Locale(`und-${country}`).maximize()
  const parts = new Intl.NumberFormat(`${language}-${country}-u-nu-latn`).formatToParts(1.5)
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.'
}

/** A number as each mark reads it, in plain decimal text such as `1234.5`; null where that mark cannot read it. */
export type Readings = Readonly<Record<DecimalMark, string | null>>

/**
 * Reads text that holds a number, with or without a currency or a unit around it, with each mark. The two differ only
 * for what has one kind of mark before exactly three digits and no zero before it: `1.299`, `12,500`.
 */
export function readingsOf(text: string): Readings {
  const bare = text
    .trim()
    .replace(/^(?:\p{Sc}|[A-Z]{3}(?=\.\d)|\p{L}{1,3}[$.]?)\s*/u, '')
    .replace(/\s*(?:\p{Sc}|\p{L}{1,3}\.?)$/u, '')
    .replace(/[.,][-–—]{1,2}$/, '')
  const spaced = bare.replace(/(?<=\d)[\s'’](?=\d{3})/g, '')
  // Where spaces group the thousands, a point or a comma does not.
  const grouped = spaced === bare
  return { '.': readWith(spaced, '.', grouped), ',': readWith(spaced, ',', grouped) }
}

/** Whether the two marks read something different. */
export const isOpen = (readings: Readings): boolean =>
  readings['.'] !== null && readings[','] !== null && readings['.'] !== readings[',']

/** Groups of three, or as in India three and then twos: `1,234,567`, `12,34,567`. */
const groups: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[1-9]\d{0,2}(?:,\d{3})+$|^[1-9]\d?(?:,\d{2})+,\d{3}$/,
  ',': /^[1-9]\d{0,2}(?:\.\d{3})+$|^[1-9]\d?(?:\.\d{2})+\.\d{3}$/,
}

function readWith(text: string, mark: DecimalMark, grouped: boolean): string | null {
  const at = text.indexOf(mark)
  const [whole, decimals] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
  if (!/^\d*$/.test(decimals) || (whole === '' && decimals === '')) return null
  if (!/^\d*$/.test(whole) && !(grouped && groups[mark].test(whole))) return null
  const digits = whole.replace(/[.,]/g, '') || '0'
  return decimals === '' ? digits : `${digits}.${decimals}`
}
