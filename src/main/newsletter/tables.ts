import type { Generated } from 'kysely'

/** The numbers in opt-out codes, each given once, to one person. Never in the change log: what is in a mail cannot be undone. */
interface OptOutCodesTable {
  id: Generated<number>
  code: number
  customerId: number
  /** The address it was last written to. */
  emailKey: string
}

interface NewsletterIssuesTable {
  id: Generated<number>
  month: string
  subject: string
  blocks: string
  createdAtMs: number
  exportedAtMs: Generated<number | null>
  exportedTo: Generated<number>
}

export interface NewsletterTables {
  optOutCodes: OptOutCodesTable
  newsletterIssues: NewsletterIssuesTable
}

/** Those whose every change is logged and can be undone. */
export const newsletterLogged = ['newsletterIssues'] as const satisfies readonly (keyof NewsletterTables)[]
