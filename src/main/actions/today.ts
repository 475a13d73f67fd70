import { actionsWaiting } from '../../core/actions/waiting.ts'
import { ok } from '../../core/result.ts'
import type { Context } from '../store/context.ts'
import { dueByToday } from './list.ts'

/** What is to be done by today. */
export async function actionsToday(context: Context, room: number) {
  const { rows, total, today } = await dueByToday(context, room)
  return ok([actionsWaiting(rows, total, today)])
}
