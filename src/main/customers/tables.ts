import type { Generated } from 'kysely'

interface CustomersTable {
  id: Generated<number>
  name: string
  company: Generated<string>
  title: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  street: Generated<string>
  city: Generated<string>
  region: Generated<string>
  postcode: Generated<string>
  country: Generated<string>
  notes: Generated<string>
  /** The id the customer had where it came from, such as ALFKI. */
  sourceId: Generated<string>
  mailConsent: Generated<'yes' | 'no' | 'unasked'>
  mailConsentDay: Generated<string>
  mailConsentSource: Generated<string>
  snoozedUntil: Generated<string>
  createdAtMs: number
  /** Name, company, mail, phone, city and notes, folded for search. */
  folded: string
  /** The mail address as it is compared, in ASCII (see mailKey), or ''. */
  emailKey: Generated<string>
  /** Fields whose present value a file brought, as bits, and JSON of what fields said before (see ImportMemory). */
  broughtFields: Generated<number>
  earlierValues: Generated<string>
}

/** A no to mail: for the address it was said for, and for the one who said it, wherever they go and also when they are gone. */
interface SuppressionsTable {
  id: Generated<number>
  /** '' where no address was known. */
  emailKey: string
  customerId: number
  day: string
  source: string
  /** Tells who said it from others of the address when they are gone, without their name: core/customers/whose.ts; '' unknown. */
  whose: Generated<string>
  /** 1 where a file said it: it stays when the import is undone. */
  fromFile: Generated<0 | 1>
}

interface TouchesTable {
  id: Generated<number>
  customerId: number
  kind: 'visit' | 'call' | 'note' | 'mail' | 'letter' | 'delivery' | 'billing' | 'newsletter'
  strong: 0 | 1
  atMs: number
  note: Generated<string>
}

/** Derived from customers and touches by triggers; never written by hand, never in the change log. */
interface CustomerContactTable {
  customerId: number
  lastStrongMs: number | null
  lastAnyMs: number | null
  /** The last strong touch, else when the customer was put on file; null without mail, phone and street. */
  silentSinceMs: number | null
}

export interface CustomersTables {
  customers: CustomersTable
  suppressions: SuppressionsTable
  touches: TouchesTable
  customerContact: CustomerContactTable
}

/** Those whose every change is logged and can be undone. */
export const customersLogged = [
  'customers',
  'suppressions',
  'touches',
] as const satisfies readonly (keyof CustomersTables)[]
