import { erasedName, type Erased } from '../../core/customers/erased-words.ts'
import type { Context } from '../store/context.ts'

type Told = Pick<Erased, 'ids' | 'names' | 'isOnlyOne'>

const promisesOf = ({ db }: Pick<Context, 'db'>, { ids, names, isOnlyOne }: Told) =>
  db.selectFrom('promises').where((eb) =>
    eb.or([
      eb('customerId', 'in', ids),
      // Written down by name alone, and nobody else is called so.
      ...(isOnlyOne ? [eb.and([eb('customerId', 'is', null), eb('name', 'in', names)])] : []),
    ]),
  )

/** The promises to somebody. */
export async function promiseIdsOf(context: Pick<Context, 'db'>, told: Told): Promise<readonly number[]> {
  const rows = await promisesOf(context, told).select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** The open promises to somebody, and how many are closed. */
export async function promisesLeft(context: Pick<Context, 'db'>, erased: Told) {
  const rows = await promisesOf(context, erased)
    .select(['what', 'doneAtMs', 'brokenAtMs'])
    .orderBy('toldAtMs')
    .orderBy('id')
    .execute()
  const open = rows.filter(({ doneAtMs, brokenAtMs }) => doneAtMs === null && brokenAtMs === null)
  return { open, closed: rows.length - open.length }
}

/** What a promise was about, where its own words would tell who it was for. */
const somethingDone = 'Something for them'

/** Makes the promises to somebody promises to nobody: what was kept, when and for how much stays. */
export async function erasePromises(context: Context, erased: Erased): Promise<readonly number[]> {
  const rows = await promisesOf(context, erased).select(['id', 'what']).orderBy('id').execute()
  await context.updateMany(
    'promises',
    rows.map(({ id, what }) => ({
      id,
      customerId: null,
      name: erasedName,
      what: erased.words.names(what) ? somethingDone : what,
      sourceId: '',
      sourceCustomer: '',
      sourceWhat: '',
      note: '',
    })),
  )
  return rows.map(({ id }) => id)
}
