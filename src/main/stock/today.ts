import { ok } from '../../core/result.ts'
import { stockWaiting } from '../../core/stock/waiting.ts'
import { expiring } from './expiring.ts'
import type { Context } from '../store/context.ts'

/** What the stock has to say on Today. */
export async function stockToday(context: Context) {
  const list = await expiring(context, { soonDays: 0 })
  return list.ok ? ok(stockWaiting(list.value, context.formats)) : list
}
