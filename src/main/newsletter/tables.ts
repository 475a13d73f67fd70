import type { Generated } from 'kysely'
import { kindOf, type Block } from '../../core/newsletter/blocks.ts'
import { instant, number, text, written, type Things } from '../store/thing.ts'

/** The numbers in opt-out codes, each given once, to one person. Never in the change log: what is in a mail cannot be undone. */
interface OptOutCodesTable {
  id: Generated<number>
  code: number
  customerId: number
  /** The address it was last written to. */
  emailKey: string
  /** Whose it is when they are gone: see core/customers/whose.ts. */
  whose: Generated<string>
}

interface NewsletterIssuesTable {
  id: Generated<number>
  month: string
  subject: string
  blocks: string
  createdAtMs: number
  exportedAtMs: Generated<number | null>
  exportedTo: Generated<number>
  /** A digest of the words its drafts were written with; '' where none were, or that is not known. */
  exportedWords: Generated<string>
  /** When the owner said that the drafts were sent. */
  sentAtMs: Generated<number | null>
}

export interface NewsletterTables {
  optOutCodes: OptOutCodesTable
  newsletterIssues: NewsletterIssuesTable
}

const letterInWords = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => kindOf(block).typed(block).filter(Boolean).join(': ') || kindOf(block).name)
    .join('\n\n')

/** Those whose every change is logged and can be undone, in the words of their screens. */
export const newsletterLogged = {
  newsletterIssues: {
    thing: 'Newsletter',
    named: ({ subject }) => subject,
    fields: {
      month: text('Month'),
      subject: text('Subject'),
      blocks: written('Text', letterInWords),
      createdAtMs: instant('Begun'),
      exportedAtMs: instant('Drafts written'),
      exportedTo: number('Readers'),
      exportedWords: null,
      sentAtMs: instant('Sent'),
    },
  },
} satisfies Things<NewsletterTables>
