import { personOnFile } from '../../../core/customers/same-for-a-no.ts'
import { whoseSigns } from '../../../core/customers/whose.ts'
import type { Migration } from './migration.ts'

/** A code that comes back when its customer is gone has to tell whose it was: it keeps the signs of a no. */
export const whoseCodes: Migration = {
  number: 190,
  name: 'whose-codes',
  functions: {
    whoseOf: (name: string, phone: string, sourceId: string, broughtFields: number, earlierValues: string) =>
      whoseSigns(personOnFile({ name, phone, sourceId, broughtFields, earlierValues })),
  },
  statements: [
    `ALTER TABLE optOutCodes ADD COLUMN whose TEXT NOT NULL DEFAULT ''`,
    `UPDATE optOutCodes SET whose = coalesce((SELECT whoseOf(name, phone, sourceId, broughtFields, earlierValues)
      FROM customers WHERE customers.id = optOutCodes.customerId), '')`,
  ],
}
