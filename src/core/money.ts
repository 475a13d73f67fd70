import { countriesOf } from './currencies.ts'
import type { DecimalMark } from './numbers.ts'

/** Prices are kept in thousandths of the currency, the smallest part that any has: what is on file never hangs on a setting. */
export const millsAUnit = 1000

/** How a shop writes money: its currency (ISO 4217, '' where none was chosen), its decimals, its sign, and the mark before decimals. */
export interface Money {
  readonly currency: string
  readonly digits: number
  readonly sign: string
  readonly mark: DecimalMark
}

/** Money of no currency, with hundredths. */
export const plainMoney: Money = { currency: '', digits: 2, sign: '', mark: '.' }

/** Every currency a country pays with, by its code. */
export const currencies: readonly string[] = Object.keys(countriesOf)

const currencyBy = new Map(
  Object.entries(countriesOf).flatMap(([currency, countries]) =>
    countries.split(' ').map((country) => [country, currency] as const),
  ),
)

/** The currency of a country (ISO 3166 -> ISO 4217); '' where none is known. */
export const currencyOf = (country: string): string => currencyBy.get(country) ?? ''

/** The decimals of a currency, 0 to 3; 2 where there is none. */
export function digitsOf(currency: string): number {
  if (currency === '') return 2
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}

/** The smallest part of a currency in thousandths: 1000 for the yen, 10 for the euro, 1 for the dinar. */
export const smallestOf = (currency: string): number => 10 ** (3 - digitsOf(currency))

/** What names currencies in English. */
export function currencyNames(): (currency: string) => string {
  const names = new Intl.DisplayNames('en', { type: 'currency' })
  return (currency) => names.of(currency) ?? currency
}

let bySign: ReadonlyMap<string, readonly string[]> | undefined

/** What is written besides a currency's sign, in lower case. */
const alsoWritten: Readonly<Record<string, readonly string[]>> = {
  eur: ['EUR'],
  e: ['EUR'],
  fr: ['CHF', 'XAF', 'XOF', 'XPF'],
  sfr: ['CHF'],
  f: ['XAF', 'XOF', 'XPF'],
  rs: ['INR'],
  tl: ['TRY'],
  zl: ['PLN'],
  kc: ['CZK'],
  din: ['RSD', 'DZD', 'TND'],
  dh: ['AED', 'MAD'],
  dhs: ['AED', 'MAD'],
  kd: ['KWD'],
  nkr: ['NOK'],
  skr: ['SEK'],
  dkr: ['DKK'],
  yen: ['JPY'],
  円: ['JPY'],
  元: ['CNY'],
  rmb: ['CNY'],
  sr: ['SAR'],
  ksh: ['KES'],
  tsh: ['TZS'],
  ush: ['UGX'],
  p: ['PHP'],
  mn: ['MXN'],
  lv: ['BGN'],
  лв: ['BGN'],
  р: ['RUB', 'BYN'],
  руб: ['RUB', 'BYN'],
  грн: ['UAH'],
}

/** The currencies that go by a code or a sign, which are in lower case. */
export const currenciesBySign = (): ReadonlyMap<string, readonly string[]> => (bySign ??= readSigns())

function readSigns(): ReadonlyMap<string, readonly string[]> {
  const found = new Map(Object.entries(alsoWritten))
  const ways = [
    ['en', 'code'],
    ['en', 'symbol'],
    ['en', 'narrowSymbol'],
    // As it is told apart abroad: `US$`.
    ['en-001', 'symbol'],
  ] as const
  for (const currency of currencies)
    for (const [language, currencyDisplay] of ways) {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay })
      const sign = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? ''
      const name = sign.normalize('NFKC').toLowerCase()
      found.set(name, [...(found.get(name) ?? []), currency])
    }
  return found
}
