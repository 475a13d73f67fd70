import type { AboutReader } from '../about/reader.ts'

/** Promises as a link to them names them. */
export const promisesNamed: AboutReader = async ({ db }, ids) => {
  const rows = await db.selectFrom('promises').select(['id', 'what', 'name']).where('id', 'in', ids).execute()
  return new Map(
    rows.map(({ id, what, name }) => [
      id,
      {
        name: [what, name].filter(Boolean).join(', '),
        page: `/promises?find=${encodeURIComponent(`${name} ${what}`.trim())}`,
      },
    ]),
  )
}
