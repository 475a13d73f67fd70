import type { Context } from '../store/context.ts'

/** Makes what is to be done about one customer be about another. */
export const moveActions = ({ db }: Context, goneId: number, keepId: number) =>
  db
    .updateTable('actions')
    .set({ aboutId: keepId })
    .where('aboutKind', '=', 'customer')
    .where('aboutId', '=', goneId)
    .execute()
