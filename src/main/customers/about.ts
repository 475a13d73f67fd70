import { customerPage } from '../../core/customers/page.ts'
import type { AboutReader } from '../about/reader.ts'

/** Customers as a link to them names them. */
export const customersNamed: AboutReader = async ({ db }, ids) => {
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'name', 'company', 'phone'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, name, company, phone }) => [
      id,
      { name: name || company, page: customerPage(id), phone },
    ]),
  )
}
