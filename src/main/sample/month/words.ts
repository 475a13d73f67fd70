import type { Country, Said, SampleProduct, Written } from './written.ts'

/** How a country speaks, and what it pays. */
export interface Tongue {
  say(said: Said): string
  /** A price given in euro in the country's money, as a spreadsheet writes it. */
  price(euro: number): string
  /** The most a promise may cost: a round sum. */
  cap(euro: number): string
  unit(written: string): string
}

/** The words and prices of a country. */
export function tongueOf({ common: { languages }, country }: Written): Tongue {
  const place = languages.indexOf(country.language)
  const { rate, step, off = 0 } = country.price
  const rounded = (amount: number, to: number) => Math.max(to, Math.round(amount / to) * to)
  return {
    say: (said) => inCountry(said[place]!, country),
    price: (euro) => (rounded(euro * rate, step) - off).toFixed(2),
    cap: (euro) => String(rounded(euro * rate, 5)),
    unit: (written) => country.units[written] ?? written,
  }
}

/** Words of a language as a country says them. */
const inCountry = (words: string, { says }: Country): string =>
  words.replace(/\p{L}+/gu, (word) => says[word] ?? word).replaceAll('ß', says['ß'] ?? 'ß')

/** What a customer may order by its name: what is opened is for the shop's own use. */
export const isSold = ({ kind }: SampleProduct): boolean => kind !== 'after-opening'
