import type Database from 'better-sqlite3'
import { currencyOf, smallestOf } from '../../../core/money.ts'
import type { Stored } from '../computed.ts'
import type { Migration } from './migration.ts'

/** A price was hundredths, and is thousandths: the same amount in any currency. */
const inMills =
  (before: string, after: string) =>
  ({ [before]: minor }: Stored): Stored => ({ [after]: typeof minor === 'number' ? minor * 10 : null })

/**
 * The shop gets the currency of its country. Where a price on file has decimals that this currency has not, it gets none,
 * and prices are written as before, until the owner chooses one.
 */
function giveCurrency(connection: Database.Database): void {
  const country = connection.prepare('SELECT country FROM shop').pluck().get()
  if (typeof country !== 'string') return
  const currency = currencyOf(country)
  const broken = connection
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM products WHERE priceMills % :part <> 0)
           OR EXISTS (SELECT 1 FROM promises WHERE priceCapMills % :part <> 0)`,
    )
    .pluck()
    .get({ part: smallestOf(currency) })
  connection.prepare('UPDATE shop SET currency = ?').run(broken === 1 ? '' : currency)
}

/** The shop has a currency; prices are kept in its thousandths. */
export const money: Migration = {
  number: 180,
  name: 'money',
  statements: [
    `ALTER TABLE shop ADD COLUMN currency TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE products RENAME COLUMN priceMinor TO priceMills`,
    `UPDATE products SET priceMills = priceMills * 10 WHERE priceMills IS NOT NULL`,
    `ALTER TABLE promises RENAME COLUMN priceCapMinor TO priceCapMills`,
    `UPDATE promises SET priceCapMills = priceCapMills * 10 WHERE priceCapMills IS NOT NULL`,
    giveCurrency,
  ],
  images: {
    products: inMills('priceMinor', 'priceMills'),
    promises: inMills('priceCapMinor', 'priceCapMills'),
    shop: ({ country }, ask) => {
      const now = ask('SELECT currency FROM shop') ?? ''
      // Where the shop has none, its prices are written as before, whatever its country was.
      return { currency: now === '' ? '' : currencyOf(String(country)) }
    },
  },
}
