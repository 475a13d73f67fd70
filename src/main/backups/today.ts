import { erasedBackWaiting } from '../../core/backups/waiting.ts'
import { ok } from '../../core/result.ts'
import type { Context } from '../store/context.ts'
import { erasedAndBack } from './file-notes.ts'

/** Whoever did not erase them again by then means to keep them; Settings say it as long as it is so. */
const toldMs = 30 * 86_400_000

/** Whom a restore brought back, who had been erased. */
export async function backupsToday(context: Context) {
  const { atMs, people } = await erasedAndBack(context)
  return ok(people.length === 0 || context.now - atMs > toldMs ? [] : [erasedBackWaiting(people)])
}
