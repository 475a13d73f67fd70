import { parsePrice } from '../../core/price.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { asideWords, besideInWords, keepMeant } from '../customers/edge.ts'
import type { Context, Handler } from '../store/context.ts'
import { noPromise } from './open-promise.ts'

/** A price cap in mills, null for none; one with more decimals than the shop's money has is refused, never rounded. */
export function priceCapOf({ formats }: Context, written: string): Result<number | null> {
  const { money } = formats
  const price = parsePrice(written, undefined, money)
  if ('problem' in price) return fail('bad-input', price.problem, 'priceCap')
  if (!('rounded' in price)) return ok('mills' in price ? price.mills : null)
  const inMoney = money.currency === '' ? 'here' : `in ${money.currency}`
  const decimals = money.digits === 0 ? 'no decimals' : `${money.digits} decimals`
  return fail('bad-input', `Prices ${inMoney} have ${decimals}. Write it so.`, 'priceCap')
}

/** Corrects who and what a promise is about; when it was told for stays. */
export const changePromise: Handler<'promises.change'> = async (context, input) => {
  const { db, say } = context
  const { promiseId, customerId, name, phone, priceCap, ...given } = input
  const before = await db.selectFrom('promises').selectAll().where('id', '=', promiseId).executeTakeFirst()
  if (!before) return noPromise
  const price = priceCap === undefined ? ok(before.priceCapMills) : priceCapOf(context, priceCap)
  if (!price.ok) return price
  const isOther = customerId !== undefined || name !== undefined
  const theirs = { customerId: before.customerId, name: before.name }
  const asIs = ok({ meant: theirs, isAside: false, beside: [], phoneKept: false })
  const named = isOther ? { customerId, name } : { ...theirs, customerId: theirs.customerId ?? undefined }
  const who = isOther || phone ? await keepMeant(context, { ...named, phone }) : asIs
  if (!who.ok) return who
  const { meant, isAside, beside, phoneKept } = who.value
  const after = {
    ...meant,
    what: given.what ?? before.what,
    kind: given.kind ?? before.kind,
    note: given.note ?? before.note,
    priceCapMills: price.value,
  }
  const isSame = Object.entries(after).every(([key, value]) => before[key as keyof typeof after] === value)
  if (isSame) {
    if (phoneKept) say(`Phone of ${after.name} added${besideInWords(beside)}`)
    return ok({ id: promiseId })
  }
  await db.updateTable('promises').set(after).where('id', '=', promiseId).execute()
  say(`Promise to ${after.name} changed: ${after.what}${asideWords(isAside)}${besideInWords(beside)}`)
  return ok({ id: promiseId })
}
