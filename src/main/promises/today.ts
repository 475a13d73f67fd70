import { promisesWaiting } from '../../core/promises/waiting.ts'
import { ok } from '../../core/result.ts'
import { promiseBoard } from './board.ts'
import type { Context } from '../store/context.ts'

/** What the promises have to say on Today. */
export async function promisesToday(context: Context, room: number) {
  const board = await promiseBoard(context, { text: '', limit: room })
  return board.ok ? ok(promisesWaiting(board.value, context)) : board
}
