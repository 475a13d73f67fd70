import type { Erased } from '../../core/customers/erased-words.ts'
import type { Context } from '../store/context.ts'

/** What is to be done, or was, about somebody. */
export async function actionIdsOf(
  { db }: Pick<Context, 'db'>,
  { ids, promiseIds }: Erased,
): Promise<readonly number[]> {
  const own = await db
    .selectFrom('actions')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([eb('aboutKind', '=', 'customer'), eb('aboutId', 'in', ids)]),
        eb.and([eb('aboutKind', '=', 'promise'), eb('aboutId', 'in', [0, ...promiseIds])]),
      ]),
    )
    .orderBy('id')
    .execute()
  return own.map(({ id }) => id)
}

/** What is to be done, or was, about somebody goes; what is about others says it without them where it surely means them. */
export async function eraseActions(context: Context, erased: Erased): Promise<readonly number[]> {
  const { db } = context
  const { sure } = erased.words
  const own = await actionIdsOf(context, erased)
  await db
    .deleteFrom('actions')
    .where('id', 'in', [0, ...own])
    .execute()
  const others = await db
    .selectFrom('actions')
    .select(['id', 'what', 'aboutName', 'result'])
    .orderBy('id')
    .execute()
  await context.updateMany(
    'actions',
    others
      .filter(({ what, aboutName, result }) => [what, aboutName, result].some((text) => sure.names(text)))
      .map(({ id, what, aboutName, result }) => ({
        id,
        what: sure.without(what),
        aboutName: sure.without(aboutName),
        result: sure.without(result),
      })),
  )
  return own
}
