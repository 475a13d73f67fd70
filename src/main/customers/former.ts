import { formerDetails, keptDetails } from '../../core/customers/former.ts'
import { customerMemory } from '../../core/customers/import-memory.ts'
import type { Mergeable } from '../../core/customers/merge-choice.ts'
import type { Context } from '../store/context.ts'

type Db = Context['db']

/** Keeps who was merged into whom, as they were: a file that names them is to find who was kept. */
export async function keepFormer(
  { db }: Pick<Context, 'db'>,
  goneId: number,
  customerId: number,
  { details, memory, sourceId }: Mergeable,
): Promise<void> {
  await db
    .insertInto('formerCustomers')
    .values({ customerId, goneId, sourceId, details: keptDetails(details), ...customerMemory.write(memory) })
    .execute()
}

/** Keeps what a file said anew of those who were merged. */
export const writeFormers = (
  context: Pick<Context, 'updateMany'>,
  formers: readonly (Mergeable & { readonly id: number })[],
) =>
  context.updateMany(
    'formerCustomers',
    formers.map(({ id, details, memory, sourceId }) => ({
      id,
      sourceId,
      details: keptDetails(details),
      ...customerMemory.write(memory),
    })),
  )

/** Those who were merged into somebody who is merged now. */
export const moveFormer = ({ db }: Pick<Context, 'db'>, goneId: number, keepId: number) =>
  db.updateTable('formerCustomers').set({ customerId: keepId }).where('customerId', '=', goneId).execute()

/** Everybody who was merged into another, as a file may name them. */
export async function formerCustomers(db: Db) {
  const rows = await db.selectFrom('formerCustomers').selectAll().orderBy('id').execute()
  return rows.map(({ id, customerId, sourceId, details, broughtFields, earlierValues }) => ({
    id,
    customerId,
    values: {
      details: formerDetails(details),
      memory: customerMemory.read({ broughtFields, earlierValues }),
      sourceId,
    },
  }))
}

/** Who an id is of by now: whoever was merged is the one who was kept. */
export async function keptOf({ db }: Pick<Context, 'db'>, customerId: number): Promise<number> {
  const row = await db
    .selectFrom('formerCustomers')
    .select('customerId')
    .where('goneId', '=', customerId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.customerId ?? customerId
}

/** Customers by the numbers of those who were merged into them, under the name that came with each. */
export async function formerNumbered(db: Db, numbers: readonly string[]) {
  const rows = await db
    .selectFrom('formerCustomers')
    .select(['customerId', 'sourceId', 'details', 'broughtFields', 'earlierValues'])
    .where('sourceId', 'in', numbers)
    .where('sourceId', '<>', '')
    .orderBy('id')
    .execute()
  return rows.map(({ customerId: id, details, ...row }) => {
    const { name, company } = formerDetails(details)
    return { id, name, company, ...row }
  })
}
