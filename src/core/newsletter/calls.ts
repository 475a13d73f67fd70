import { z } from 'zod'
import { rowId } from '../inputs.ts'
import { read, sheet, write } from '../call.ts'
import type { Beside } from '../customers/consent.ts'
import { block, blocks, type Block } from './blocks.ts'
import type { Obstacle } from './obstacle.ts'

/** An issue in the list. */
export interface IssueRow {
  readonly id: number
  /** `YYYY-MM`. */
  readonly month: string
  readonly subject: string
  readonly createdAtMs: number
  /** When its drafts were last written, and how many. */
  readonly exportedAtMs: number | null
  readonly exportedTo: number
  /** Whether its words are others now than those its drafts were written with. */
  readonly changedSince: boolean
  /** When the owner said that its drafts were sent. */
  readonly sentAtMs: number | null
}

export interface Issue extends IssueRow {
  readonly blocks: readonly Block[]
}

/** An issue as one customer would get it. */
export interface Preview {
  readonly html: string
  readonly text: string
  readonly subject: string
  /** Whose name it carries; null when nobody is in the audience. */
  readonly reader: { readonly customerId: number; readonly name: string } | null
  /** Length of the HTML in UTF-8. */
  readonly bytes: number
}

/** Who gets an issue, and who not for which first reason; together all customers. */
export interface Audience {
  readonly recipients: number
  /** Said yes, and has died. */
  readonly deceased: number
  /** Said yes, and is no customer any more. */
  readonly putAside: number
  /** Not asked, said no, or the same address said no elsewhere. */
  readonly withoutConsent: number
  readonly withoutMail: number
  readonly invalidMail: number
  /** Mail to the address came back. */
  readonly deadMail: number
  /** Asked for a pause that lasts. */
  readonly paused: number
  /** Share an address with an earlier recipient; one message an address. */
  readonly duplicates: number
  /** Of the recipients, who had as many contacts within 30 days as the shop means to have. */
  readonly aboveCap: number
}

/** What an export wrote. */
export interface Exported {
  readonly files: number
  readonly recipients: number
  /** Name of the new folder inside the chosen one. */
  readonly folder: string
}

const issueId = rowId('Choose an issue.')
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Give the month as in 2026-11.')
const subject = z.string().max(300, 'Use a subject of at most 300 characters.')
const noInput = z.strictObject({})

/** Whom the codes in a text opted out, in the order of the text. */
export interface OptedOut {
  readonly customerId: number
  readonly name: string
  /** Whom the other codes of the text opted out. */
  readonly others?: readonly { readonly customerId: number; readonly name: string }[]
  /** Codes in the text that this shop never gave out; nobody was opted out by them. */
  readonly unknown?: readonly string[]
  readonly beside?: Beside
}

const typedOver = {
  subject,
  blocks,
  /** The words these were typed over: where others are stored by now, nothing is saved. */
  over: z.strictObject({ subject, blocks }).optional(),
}

export const newsletterCalls = {
  'newsletter.create': write<{ id: number }>()({
    topics: ['newsletter'],
    input: z.strictObject({
      month: month.optional(),
      subject: subject.optional(),
      blocks: blocks.optional(),
    }),
  }),
  'newsletter.save': write<Issue>()({
    topics: ['newsletter'],
    input: z.strictObject({
      issueId,
      ...typedOver,
      /** Saved while it is being typed: one undo takes it back together with the save just before. */
      typing: z.boolean().default(false),
    }),
  }),
  /** Saves the words with blocks added, removed or moved: a step of its own for undo, which typing never joins. */
  'newsletter.arrange': write<Issue>()({
    topics: ['newsletter'],
    input: z.strictObject({ issueId, ...typedOver }),
  }),
  /** Puts a block at the end of the issue that goes out next: of this month or the next, without drafts yet; or of a new one. */
  'newsletter.append': write<{ issueId: number; month: string }>()({
    topics: ['newsletter'],
    input: z.strictObject({ block }),
  }),
  'newsletter.remove': write<null>()({ topics: ['newsletter'], input: z.strictObject({ issueId }) }),
  'newsletter.issues': read<readonly IssueRow[]>()({ topics: ['newsletter'], input: noInput }),
  'newsletter.one': read<Issue>()({ topics: ['newsletter'], input: z.strictObject({ issueId }) }),
  'newsletter.preview': sheet<Preview>()({
    sheet: { pageNumbers: true },
    topics: ['newsletter', 'shop', 'hours', 'customers'],
    input: z.strictObject({
      issueId,
      customerId: rowId('Choose a customer.').optional(),
      /** What is on the screen and not saved yet; without it the saved issue. */
      unsaved: z.strictObject({ subject, blocks }).optional(),
      /** With an empty `<i data-block="key">` before what each block becomes, and one without a key after the last. */
      placed: z.boolean().default(false),
    }),
  }),
  'newsletter.audience': read<Audience>()({
    topics: ['newsletter', 'customers', 'shop'],
    input: z.strictObject({ issueId: issueId.optional() }),
  }),
  'newsletter.obstacles': read<readonly Obstacle[]>()({
    topics: ['newsletter', 'shop', 'hours', 'customers'],
    input: z.strictObject({ issueId }),
  }),
  'newsletter.exportMail': write<Exported>()({
    topics: ['newsletter'],
    paths: ['folder'],
    input: z.strictObject({
      issueId,
      folder: z.string().min(1, 'Choose a folder.'),
      as: z.enum(['eml-each'], 'Choose one draft for each person.'),
      /** Where drafts were written before, others are written only by this. */
      again: z.boolean().default(false),
    }),
  }),
  /** The owner has sent the drafts from the mail program. */
  'newsletter.sent': write<null>()({ topics: ['newsletter'], input: z.strictObject({ issueId }) }),
  'newsletter.optOut': write<OptedOut>()({
    topics: ['customers'],
    input: z.strictObject({ text: z.string().max(100_000, 'Paste only the mail, or the code alone.') }),
  }),
}
