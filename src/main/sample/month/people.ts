import { fold } from '../../../core/fold.ts'
import { sampleTrades } from '../../../core/shop/sample.ts'
import type { RowsToKeep } from '../../import/importer.ts'
import type { Written } from './written.ts'

/** How many customers a sample shop has. */
export const customerCount = 40

/** A company now and then. */
const companyEvery = 9

/** The customers of a sample shop: names and addresses of the country, phones and mail addresses that nobody has. */
export function customerRows({ of, country }: Written): RowsToKeep {
  const seed = sampleTrades.indexOf(of.trade)
  const { given, family, streets, towns, companies } = country
  return {
    name: 'customers',
    header: ['sourceId', 'name', 'company', 'email', 'phone', 'street', 'postcode', 'city'],
    rows: Array.from({ length: customerCount }, (_, i) => {
      const first = pick(given, 5 * i + 7 * seed)
      const last = pick(family, 7 * i + 3 * seed)
      const [postcode, town] = pick(towns, i + seed)
      const isCompany = i % companyEvery === 4
      return [
        String(1001 + i),
        `${first} ${last}`,
        isCompany ? pick(companies, Math.floor(i / companyEvery) + seed) : '',
        i % 8 === 5 ? '' : mailOf(first, last),
        i % 11 === 7 ? '' : phoneOf(country.phones, i, seed),
        pick(streets, 3 * i + seed).replace('{n}', String(1 + ((i * 13 + seed) % 58))),
        postcode,
        town,
      ]
    }),
  }
}

const pick = <T>(list: readonly T[], i: number): T => list[i % list.length]!

const letters = (name: string): string => fold(name).replace(/[^a-z0-9]+/g, '')

/** RFC 2606 keeps the domain for examples. */
const mailOf = (first: string, last: string): string => `${letters(first)}.${letters(last)}@example.org`

/** The nth of the numbers that nobody has. */
export function phoneOf(patterns: readonly string[], n: number, seed: number): string {
  const pattern = pick(patterns, n % 3 === 2 ? 1 : 0)
  const digits = pattern.split('#').length - 1
  const number = String((37 * n + 11 * seed + 100) % 10 ** digits).padStart(digits, '0')
  let place = 0
  return pattern.replaceAll('#', () => number[place++]!)
}
