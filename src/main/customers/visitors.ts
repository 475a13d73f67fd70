import { customerMemory } from '../../core/customers/import-memory.ts'
import { mailKey } from '../../core/customers/person.ts'
import { visitorsOnFile } from '../../core/customers/visitors.ts'
import type { Context } from '../store/context.ts'
import { pages } from '../store/pages.ts'
import { formerCustomers } from './former.ts'

/** Everybody on file, by all that a list of purchases can name them by. */
export async function readVisitors({ db, step }: Context) {
  const onFile = visitorsOnFile()
  const read = (after: number) =>
    db
      .selectFrom('customers')
      .select(['id', 'name', 'company', 'sourceId', 'emailKey', 'phone', 'asideSinceMs'])
      .select(['broughtFields', 'earlierValues'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute()
  for await (const page of pages(read)) {
    for (const { asideSinceMs, company, broughtFields, earlierValues, ...row } of page) {
      const { earlier } = customerMemory.read({ broughtFields, earlierValues })
      const alsoCalled = [company, ...(earlier.name ?? []), ...(earlier.company ?? [])]
      onFile.add({ ...row, isAside: asideSinceMs !== null, alsoCalled })
    }
    await step(0, 1, 'Comparing with the customers on file')
  }
  for (const { customerId, values } of await formerCustomers(db)) {
    const { name, email, company } = values.details
    const alsoCalled = [company, ...(values.memory.earlier.name ?? [])]
    onFile.also(customerId, { name, sourceId: values.sourceId, emailKey: mailKey(email), alsoCalled })
  }
  for (const { customerId, emailKey } of await db.selectFrom('furtherMails').selectAll().execute())
    onFile.also(customerId, { name: '', sourceId: '', emailKey })
  return onFile
}
