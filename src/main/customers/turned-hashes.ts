import { rowsBefore } from '../store/changes.ts'
import type { Context } from '../store/context.ts'
import type { Row } from '../store/schema.ts'
import type { Guard } from '../store/undo.ts'

type Hash = Row<'suppressedHashes'>

/**
 * An undo that brings back that an address is never written to finds it kept anew, where its opt-out code came in meanwhile: the two
 * are one again, of the later day. The undo keeps both changes for its redo.
 */
export const hashesOnce: Guard = async (context, taking, turn) => {
  if (turn === 'redo') return async () => undefined
  const { db } = context
  const again: (Pick<Hash, 'day' | 'reason'> & { readonly id: number })[] = []
  for (const before of await rowsBefore(context, taking, 'suppressedHashes')) {
    const anew = await takenAnew(context, Number(before['id']), String(before['hash']))
    if (anew && anew.day > String(before['day'])) again.push({ ...anew, id: Number(before['id']) })
  }
  return async () => {
    for (const { id, day, reason } of again)
      await db.updateTable('suppressedHashes').set({ day, reason }).where('id', '=', id).execute()
    return undefined
  }
}

const takenAnew = ({ db }: Context, id: number, hash: string) =>
  db
    .deleteFrom('suppressedHashes')
    .where('hash', '=', hash)
    .where('id', '<>', id)
    .returning(['day', 'reason'])
    .executeTakeFirst()
