import type { AboutReader } from '../about/reader.ts'

/** Issues of the newsletter as a link to them names them. */
export const issuesNamed: AboutReader = async ({ db }, ids) => {
  const rows = await db
    .selectFrom('newsletterIssues')
    .select(['id', 'subject'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, subject }) => [id, { name: subject || 'Newsletter', page: '/newsletter' }]))
}
