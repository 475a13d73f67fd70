import type { Selectable } from 'kysely'
import { mailKey } from '../../core/customers/person.ts'
import type { Computed } from '../store/computed.ts'
import type { NewsletterTables } from './tables.ts'

/** Whom a code was written to is compared with the customers' keys. */
const optOutCodes: Computed<Selectable<NewsletterTables['optOutCodes']>> = {
  table: 'optOutCodes',
  of: ({ emailKey }) => ({ emailKey: mailKey(emailKey) }),
}

/** What of the newsletter's tables is computed. */
export const newsletterComputed = [optOutCodes]
