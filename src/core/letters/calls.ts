import { z } from 'zod'
import { about, type About, type AboutShown } from '../about/about.ts'
import { read, sheet, write } from '../call.ts'
import type { Manner } from '../greeting/opening.ts'
import { line, rowId, text } from '../inputs.ts'
import { languages, type Language } from '../out/languages.ts'
import { papers } from '../paper.ts'
import { occasions, ways, type Occasion, type Way } from './occasions.ts'

/** How the shop speaks to one person. */
export interface ShopVoice {
  readonly manner: Manner
  readonly signName: string
  readonly signRole: string
  /** Sentences to put into a letter, one a line. */
  readonly phrases: string
}

/** Words to one customer, as they are proposed. */
export interface Letter {
  readonly name: string
  readonly language: Language
  /** What it is about: as it was asked, or the one thing that it can be about. */
  readonly about: About | null
  readonly subject: string
  readonly words: string
  readonly phone: string
  /** Of each way why it is closed, in a sentence; '' for one that is open. */
  readonly closed: Readonly<Record<Way, string>>
  /** By which nothing may go out: they said no, asked for a pause or died, and no mail address works. */
  readonly shut: Readonly<Record<Way, boolean>>
  /** The telephone number to call. */
  readonly number: string
  /** Sentences of the shop's own to put in. */
  readonly phrases: readonly string[]
}

/** A letter that the owner said is done. */
export interface LetterDone {
  readonly id: number
  readonly occasion: Occasion
  readonly way: Way
  readonly subject: string
  readonly words: string
  readonly about: AboutShown | null
  readonly atMs: number
}

const customerId = rowId('Choose a customer.')
const occasion = z.enum(occasions, 'Choose what the letter is about.')
const longestWords = 10_000
const typed = {
  customerId,
  subject: line(300),
  words: text(longestWords).refine((said) => said.trim() !== '', 'Write something first.'),
}
const language = z.enum(languages, 'Choose a language.')

export const lettersCalls = {
  /** Words to a customer on an occasion, in their language, with what it is about. Problems: no-customer. */
  'letters.propose': read<Letter>()({
    topics: ['customers', 'letters', 'promises', 'stock', 'newsletter', 'referrals', 'shop'],
    input: z.strictObject({ customerId, occasion, about: about.optional() }),
  }),
  /** The words as a letter, for paper and for the window of an envelope. Problems: no-customer, no-way. */
  'letters.sheet': sheet<{ html: string }>()({
    sheet: { pageNumbers: false },
    topics: ['customers', 'shop'],
    input: z.strictObject({
      ...typed,
      language,
      /** With it, refused where no letter may go to them on it. */
      occasion: occasion.optional(),
      paper: z.enum(papers, 'Choose A4, Letter or A5.').default('A4'),
    }),
  }),
  /** The words as a draft for a mail program (`.eml`). Problems: no-customer, no-mail, bad-shop-mail. */
  'letters.mail': read<{ fileName: string; eml: string }>()({
    topics: ['customers', 'shop'],
    input: z.strictObject({ ...typed, occasion }),
  }),
  /** The owner sent or said it: a contact with the customer, with the words kept; what was to be done by it is done. */
  'letters.done': write<{ id: number }>()({
    topics: ['customers', 'letters', 'actions'],
    input: z.strictObject({
      ...typed,
      occasion,
      language,
      way: z.enum(ways, 'Choose letter, mail or phone.'),
      about: about.optional(),
      actionId: rowId('Choose something to do.').optional(),
    }),
  }),
  /** What was written to a customer, the last first. */
  'letters.of': read<readonly LetterDone[]>()({
    topics: ['letters', 'customers', 'promises', 'stock', 'newsletter'],
    input: z.strictObject({ customerId }),
  }),
  'letters.voice': read<ShopVoice>()({ topics: ['letters', 'shop'], input: z.strictObject({}) }),
  'letters.setVoice': write<null>()({
    topics: ['letters'],
    input: z.strictObject({
      manner: z.enum(['formal', 'informal'], 'Choose formal or informal.').optional(),
      signName: line(100).optional(),
      signRole: line(100).optional(),
      phrases: text(5000).optional(),
    }),
  }),
}
