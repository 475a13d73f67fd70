import type { Erased } from '../../core/customers/erased-words.ts'
import { formerDetails, keptDetails } from '../../core/customers/former.ts'
import { customerMemory } from '../../core/customers/import-memory.ts'
import { detailNames } from '../../core/customers/person.ts'
import type { Context } from '../store/context.ts'
import { likeInJson } from '../store/like-in-json.ts'

/**
 * What others' fields said before, which nobody sees and nobody can correct, says it without somebody where it surely means them:
 * what the owner took out by hand is gone.
 */
export async function forgetEarlier(
  { db, updateMany }: Pick<Context, 'db' | 'updateMany'>,
  { ids, words: { sure } }: Erased,
): Promise<void> {
  if (sure.texts.length === 0) return
  const earlier = sure.texts.map((text) => likeInJson(text))
  const memoryWithout = (row: Parameters<typeof customerMemory.read>[0]) => {
    const memory = customerMemory.read(row)
    const said = Object.entries(memory.earlier).map(([field, texts]) => [field, texts.map(sure.without)])
    return customerMemory.write({ ...memory, earlier: Object.fromEntries(said) })
  }
  const others = await db
    .selectFrom('customers')
    .select(['id', 'broughtFields', 'earlierValues'])
    .where('id', 'not in', ids)
    .where((eb) => eb.or(earlier.map((text) => eb('earlierValues', 'like', text))))
    .execute()
  await updateMany(
    'customers',
    others.map((row) => ({ id: row.id, ...memoryWithout(row) })),
  )
  const formers = await db
    .selectFrom('formerCustomers')
    .select(['id', 'details', 'broughtFields', 'earlierValues'])
    .where((eb) =>
      eb.or(earlier.flatMap((text) => [eb('details', 'like', text), eb('earlierValues', 'like', text)])),
    )
    .execute()
  await updateMany(
    'formerCustomers',
    formers.map(({ id, details, ...row }) => ({
      id,
      details: detailsWithout(details),
      ...memoryWithout(row),
    })),
  )

  function detailsWithout(details: string): string {
    const before = formerDetails(details)
    return keptDetails({
      ...before,
      ...Object.fromEntries(detailNames.map((name) => [name, sure.without(before[name])])),
    })
  }
}
