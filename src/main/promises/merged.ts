import type { Context } from '../store/context.ts'

/** The promises to somebody who is another customer from now on. */
export const movePromises = ({ db }: Pick<Context, 'db'>, goneId: number, keepId: number) =>
  db.updateTable('promises').set({ customerId: keepId }).where('customerId', '=', goneId).execute()
