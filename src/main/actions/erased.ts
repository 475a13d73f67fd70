import { erasedName, type Erased } from '../../core/customers/erased-words.ts'
import type { Context } from '../store/context.ts'

/** What is to be done, or was, about somebody goes; where others' tells of them it says so without them. */
export async function eraseActions(
  context: Context,
  { ids, promiseIds, words, isOnlyOne }: Erased,
): Promise<readonly number[]> {
  const { db } = context
  const own = await db
    .deleteFrom('actions')
    .where((eb) =>
      eb.or([
        eb.and([eb('aboutKind', '=', 'customer'), eb('aboutId', 'in', ids)]),
        eb.and([eb('aboutKind', '=', 'promise'), eb('aboutId', 'in', [0, ...promiseIds])]),
      ]),
    )
    .returning('id')
    .execute()
  const others = await db
    .selectFrom('actions')
    .select(['id', 'what', 'aboutName', 'result'])
    .orderBy('id')
    .execute()
  const telling = others.filter((one) =>
    [one.what, one.aboutName, one.result].some((text) => words.whole.some((whole) => text.includes(whole))),
  )
  const rows = isOnlyOne ? telling : []
  await context.updateMany(
    'actions',
    rows.map(({ id, what, aboutName, result }) => ({
      id,
      what: words.without(what) ?? `Something about ${erasedName}`,
      aboutName: words.without(aboutName) ?? erasedName,
      result: words.without(result) ?? '',
    })),
  )
  return [...own, ...rows].map(({ id }) => id)
}
