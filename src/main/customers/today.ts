import { peopleWaiting } from '../../core/customers/waiting.ts'
import { dayAt } from '../../core/day.ts'
import { ok } from '../../core/result.ts'
import { whoToday } from './who-today.ts'
import type { Context } from '../store/context.ts'

/** A few a day are really called; a long list is not. */
const mostPeople = 5

/** Who should hear from the shop today. */
export async function customersToday(context: Context) {
  const who = await whoToday(context, { limit: mostPeople })
  return who.ok ? ok([peopleWaiting(who.value.rows, dayAt(context.now, context.zone))]) : who
}
