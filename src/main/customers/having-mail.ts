import { sql, type Kysely } from 'kysely'
import type { Schema } from '../store/schema.ts'

/** The ids of who has one of these mailboxes, as the first or a further one, each by its index: an OR of both reads every customer. */
export const havingMail = (db: Kysely<Schema>, emailKeys: readonly string[]) =>
  db
    .selectFrom('customers as first')
    .select('first.id')
    .where('first.emailKey', 'in', emailKeys)
    .where('first.emailKey', '<>', sql.lit(''))
    .union(
      db
        .selectFrom('furtherMails')
        .select('furtherMails.customerId as id')
        .where('furtherMails.emailKey', 'in', emailKeys),
    )
