import { currencyNames } from '../../core/money.ts'
import { fail, type Result } from '../../core/result.ts'
import { priceCapsOnFile } from '../promises/edge.ts'
import { pricesOnFile } from '../stock/edge.ts'
import { begunIn } from '../store/acts.ts'
import { changesSince, rowsBefore } from '../store/changes.ts'
import type { Context } from '../store/context.ts'
import type { Guard } from '../store/undo.ts'
import { brokenPrice, decimalWords } from './currency.ts'

/**
 * Taking back and bringing back must not put a price into another currency than it was meant in: neither one that comes back while
 * the shop counts otherwise by now, nor one entered since, when the shop's currency itself comes back; nor one that the currency
 * cannot write. Prices are read only where there are two currencies.
 */
export const pricesInTheirCurrency: Guard = async (context, taking) => {
  const before = await currencyNow(context)
  const [shopBefore] = await rowsBefore(context, taking, 'shop')
  const after = shopBefore === undefined ? before : String(shopBefore['currency'])
  const begun = await begunIn(context, taking)
  const then = begun.currency === '' ? before : begun.currency
  if (then === after && before === after) return async () => undefined
  const brings = then !== after && (await anyOf(pricedTables, (one) => bringsPrice(context, taking, one)))
  if (before === after) return async () => (brings ? otherCurrency(then, after) : undefined)
  // What older shop files have kept is no matter of this turn.
  const wasBroken = await brokenPrice(context, before)
  const isPricedSince = await anyOf(pricedTables, (one) => wasPricedSince(context, taking, one))
  return async () => {
    if (brings) return otherCurrency(then, after)
    const broken = wasBroken === undefined ? await brokenPrice(context, after) : undefined
    if (broken !== undefined) return noSuchDecimals(context, after, broken)
    return isPricedSince ? pricedInAnother(before, after) : undefined
  }
}

interface Priced {
  readonly table: 'products' | 'promises'
  readonly column: string
  now(context: Context): Promise<ReadonlyMap<number, number>>
}

const pricedTables: readonly Priced[] = [
  { table: 'products', column: 'priceMills', now: pricesOnFile },
  { table: 'promises', column: 'priceCapMills', now: priceCapsOnFile },
]

/** Whether a price comes back that is not there. */
async function bringsPrice(context: Context, taking: number, { table, column, now }: Priced) {
  const rows = (await rowsBefore(context, taking, table)).filter((row) => typeof row[column] === 'number')
  if (rows.length === 0) return false
  const prices = await now(context)
  return rows.some((row) => prices.get(Number(row['id'])) !== row[column])
}

/** Whether a price on file was not there when an act had been done. */
async function wasPricedSince(context: Context, taking: number, { table, column, now }: Priced) {
  const prices = await now(context)
  if (prices.size === 0) return false
  const met = new Set<number>()
  for (const { rowId, lastRowId, before } of await changesSince(context, taking, table))
    for (let id = rowId; id <= lastRowId; id++) {
      const price = prices.get(id)
      if (price !== undefined && !met.has(id) && before?.[column] !== price) return true
      met.add(id)
    }
  return false
}

async function anyOf<T>(all: readonly T[], is: (one: T) => Promise<boolean>): Promise<boolean> {
  for (const one of all) if (await is(one)) return true
  return false
}

const named = (currency: string): string => `${currencyNames()(currency)} (${currency})`

const otherCurrency = (then: string, now: string): Result<never> =>
  fail(
    'other-currency',
    `Its prices were in ${named(then)}, and the shop now counts in ${named(now)}. Nothing was changed. Choose the old currency in Settings first, or enter it anew.`,
  )

const pricedInAnother = (before: string, after: string): Result<never> =>
  fail(
    'other-currency',
    `Prices have been entered in ${named(before)} since, and the shop would count in ${named(after)}. Nothing was changed. Change its country or currency in Settings instead.`,
  )

const noSuchDecimals = ({ formats }: Context, currency: string, broken: number): Result<never> =>
  fail(
    'no-such-decimals',
    `${named(currency)} ${decimalWords(currency)}, and a price would be ${formats.number(broken / 1000)}. Nothing was changed. Change the currency or the price first.`,
  )

const currencyNow = async ({ db }: Context): Promise<string> =>
  (await db.selectFrom('shop').select('currency').executeTakeFirst())?.currency ?? ''
