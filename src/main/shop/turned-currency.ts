import { currencyNames } from '../../core/money.ts'
import { fail, type Result } from '../../core/result.ts'
import { rowsBefore, rowSince } from '../store/changes.ts'
import type { Context } from '../store/context.ts'
import type { Guard } from '../store/undo.ts'
import { brokenPrice, decimalWords } from './currency.ts'

/**
 * Taking back and bringing back must not leave a price that the shop's currency cannot write, nor bring one back that was meant in
 * another currency than the shop counts in by now.
 */
export const pricesInTheirCurrency: Guard = async (context, taking, turn) => {
  const before = await currencyNow(context)
  // What older shop files have kept is no matter of this turn.
  const wasBroken = await brokenPrice(context, before)
  const then = turn === 'redo' ? await currencyAt(context, taking) : null
  const isPriced = then !== null && then !== before && (await bringsPrices(context, taking))
  return async () => {
    const now = await currencyNow(context)
    if (isPriced && then !== now) return otherCurrency(then, now)
    const broken = wasBroken === undefined ? await brokenPrice(context, now) : undefined
    return broken === undefined
      ? undefined
      : fail(
          'no-such-decimals',
          `${named(now)} ${decimalWords(now)}, and a price would be ${context.formats.number(broken / 1000)}. Nothing was changed. Change the currency or the price first.`,
        )
  }
}

const named = (currency: string): string => `${currencyNames()(currency)} (${currency})`

const otherCurrency = (then: string, now: string): Result<never> =>
  fail(
    'other-currency',
    `Its prices were in ${named(then)}, and the shop now counts in ${named(now)}. Nothing was changed. Choose the old currency in Settings first, or enter it anew.`,
  )

const currencyNow = async ({ db }: Context): Promise<string> =>
  (await db.selectFrom('shop').select('currency').executeTakeFirst())?.currency ?? ''

/** The shop's currency when an act had been done; null where it is still that. */
async function currencyAt(context: Context, actId: number): Promise<string | null> {
  const currency = (await rowSince(context, actId, 'shop', 1))?.['currency']
  return typeof currency === 'string' ? currency : null
}

async function bringsPrices(context: Context, actId: number): Promise<boolean> {
  const products = await rowsBefore(context, actId, 'products')
  const promises = await rowsBefore(context, actId, 'promises')
  return (
    products.some(({ priceMills }) => typeof priceMills === 'number') ||
    promises.some(({ priceCapMills }) => typeof priceCapMills === 'number')
  )
}
