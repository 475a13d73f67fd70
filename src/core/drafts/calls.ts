import { z } from 'zod'
import { read, write } from '../call.ts'
import type { Draft } from './kept-form.ts'

/** What was typed into one form and not saved. */
export interface KeptDraft extends Draft {
  /** Which form, and of which record: `promise`, `customer:12`. */
  readonly form: string
  readonly savedAtMs: number
}

/** A draft as a shop file holds it. */
export const storedDraft = z.object({
  base: z.record(z.string(), z.unknown()),
  typed: z.record(z.string(), z.unknown()),
  atMs: z.record(z.string(), z.number()).optional(),
})

/** JSON characters of one draft: the longest newsletter that can be mailed, several times over. */
const mostCharacters = 600_000

const form = z.string().min(1, 'Name the form.').max(200, 'Use at most 200 characters.')
const fields = z.record(z.string().max(100, 'Use at most 100 characters.'), z.json())

export const draftsCalls = {
  'drafts.all': read<readonly KeptDraft[]>()({ topics: [], input: z.strictObject({}) }),
  /** Keeps what is typed, in the place of what was kept of the form before. It is no change of the shop and has no undo. */
  'drafts.keep': write<null>()({
    topics: [],
    input: z
      .strictObject({
        form,
        base: fields,
        typed: fields,
        atMs: z.record(z.string().max(100, 'Use at most 100 characters.'), z.number()).optional(),
      })
      .refine((draft) => JSON.stringify(draft).length <= mostCharacters, {
        message: 'This is too long to be kept while it is typed. Save it, or make it shorter.',
        path: ['typed'],
      }),
  }),
  'drafts.drop': write<null>()({ topics: [], input: z.strictObject({ form }) }),
}
