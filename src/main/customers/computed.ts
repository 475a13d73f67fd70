import type { Selectable } from 'kysely'
import { foldedCustomer, mailKey } from '../../core/customers/person.ts'
import type { Computed } from '../store/computed.ts'
import type { CustomersTables } from './tables.ts'

type Row<T extends keyof CustomersTables> = Selectable<CustomersTables[T]>

const customers: Computed<Row<'customers'>> = {
  table: 'customers',
  of: (row) => ({
    folded: foldedCustomer(row),
    emailKey: mailKey(row.email),
    deadMail: mailKey(row.deadMail),
  }),
}

/** The address itself is not kept; a no that would be found no more by its key must follow the keys of the customers. */
const suppressions: Computed<Row<'suppressions'>> = {
  table: 'suppressions',
  of: ({ emailKey }) => ({ emailKey: mailKey(emailKey) }),
}

/** What of the customers' tables is computed. Whose a no is cannot be: it is kept when the name is gone. */
export const customersComputed = [customers, suppressions]
