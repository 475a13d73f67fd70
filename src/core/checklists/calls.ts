import { z } from 'zod'
import { rowId } from '../inputs.ts'
import { read, sheet, write } from '../call.ts'
import { mondayOfWeek } from '../day.ts'
import { papers } from '../paper.ts'
import { parts, trades, type Part } from './own-line.ts'

/** A line the shop added itself; `weekday` is ISO 1-7, null on every trading day. */
export interface OwnLine {
  readonly lineId: number
  readonly part: Part
  readonly weekday: number | null
  readonly text: string
}

/** One line of a printed sheet; `day` is null for what is left over from before the week. */
export interface SheetLine {
  readonly code: string
  readonly day: string | null
  readonly part: Part
  readonly text: string
  /** What must be known of the customer it is for, such as an allergy; not there for nothing. */
  readonly mustKnow?: string
}

const topics = ['checklists'] as const
const lineId = rowId()
const week = z
  .string()
  .refine((text) => mondayOfWeek(text) !== null, 'Write the week as 2026-W48; the year must have it.')

export const checklistsCalls = {
  'checklists.week': sheet<{ html: string; lines: readonly SheetLine[] }>()({
    sheet: { pageNumbers: true, marks: { call: 'checklists.printed', fields: ['week'] } },
    topics: ['checklists', 'shop', 'hours', 'stock', 'promises', 'customers'],
    input: z.strictObject({ week, paper: z.enum(papers).default('A4') }),
  }),
  /** The sheet of a week is on paper, or in a PDF. */
  'checklists.printed': write<null>()({ topics, input: z.strictObject({ week }) }),
  'checklists.ownLines': read<{ lines: readonly OwnLine[] }>()({ topics, input: z.strictObject({}) }),
  'checklists.saveLine': write<OwnLine>()({
    topics,
    input: z.strictObject({
      /** Without it a line is added, of which part and text are needed; with it only the given fields change. */
      lineId: lineId.optional(),
      part: z.enum(parts).optional(),
      /** ISO weekday; null for every day, as for a new line without it. */
      weekday: z.int().min(1).max(7).nullable().optional(),
      text: z
        .string()
        .trim()
        .min(1, 'Write what is to be done.')
        .max(500, 'Use at most 500 characters; a line that long is not read at 6:55.')
        .optional(),
    }),
  }),
  'checklists.removeLine': write<null>()({ topics, input: z.strictObject({ lineId }) }),
  'checklists.moveLine': write<null>()({ topics, input: z.strictObject({ lineId, up: z.boolean() }) }),
  'checklists.addStarter': write<{ added: number }>()({
    topics,
    input: z.strictObject({ trade: z.enum(trades) }),
  }),
}
