import { currencyNames, currencyOf, digitsOf, smallestOf } from '../../core/money.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { priceCapOnFile } from '../promises/edge.ts'
import { priceOnFile } from '../stock/edge.ts'
import type { Context } from '../store/context.ts'
import type { Row } from '../store/schema.ts'

type Wanted = { readonly country: string; readonly currency: string | undefined }

/**
 * The currency of a shop that changes: the one asked for, if it has the decimals of every price on file; else the one it has, or,
 * as long as no price is on file and the shop has its country's, that of its new country.
 */
export async function currencyAfter(
  context: Context,
  before: Row<'shop'>,
  { country, currency }: Wanted,
): Promise<Result<string>> {
  if (currency === undefined) {
    const isMoving = country !== before.country && before.currency === currencyOf(before.country)
    return ok(isMoving && (await anyPrice(context)) === undefined ? currencyOf(country) : before.currency)
  }
  const broken = await brokenPrice(context, currency)
  if (broken === undefined) return ok(currency)
  return fail(
    'no-such-decimals',
    `${currencyNames()(currency)} (${currency}) ${decimalWords(currency)}, and a price on file is ${context.formats.price(broken)}. Nothing was changed. Round the prices first, or choose another currency.`,
    'currency',
  )
}

const anyPrice = async (context: Context, part?: number): Promise<number | undefined> =>
  (await priceOnFile(context, part)) ?? priceCapOnFile(context, part)

/** A price on file with decimals that a currency has not; undefined where there is none. */
export const brokenPrice = (context: Context, currency: string): Promise<number | undefined> =>
  anyPrice(context, smallestOf(currency))

/** "has 2 decimals" */
export function decimalWords(currency: string): string {
  const digits = digitsOf(currency)
  return digits === 0 ? 'has no decimals' : `has ${digits} decimals`
}
