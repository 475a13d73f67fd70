import { z } from 'zod'
import { read } from '../call.ts'
import { limit, nearDay, offset, rowId, text } from '../inputs.ts'
import type { PastAct } from './calls.ts'
import { undoable } from './undoable.ts'

/** An act in the history. */
export interface HistoryAct extends PastAct {
  /** Done at this PC, as far as it is known. */
  readonly here: boolean
  /** When it was undone or redone last. */
  readonly turnedAtMs: number | null
}

/** How far back acts can be undone. */
export interface Reach {
  readonly days: number
  readonly acts: number
  /** When the oldest act was done that can; null where none can. */
  readonly sinceMs: number | null
}

export interface History {
  readonly acts: readonly HistoryAct[]
  /** The last act's id, to ask for the next ones; null where there are no more. */
  readonly next: number | null
  readonly reach: Reach
  /** Everybody who did something. */
  readonly people: readonly string[]
  /** What it is the history of, by name. */
  readonly thing: string | null
}

/** How a value is to be shown; `text` as it is. */
export type FieldKind = 'text' | 'day' | 'instant' | 'yesNo' | 'money' | 'number'

type FieldValue = string | number | null

/** A field of a thing in the words of the screens, before and after an act. */
export interface ChangedField {
  readonly name: string
  readonly kind: FieldKind
  readonly before: FieldValue
  readonly after: FieldValue
}

/** What an act did to one thing. */
export interface ChangedThing {
  readonly table: string
  readonly rowId: number
  /** "Customer", "Batch". */
  readonly thing: string
  readonly name: string
  readonly event: 'added' | 'changed' | 'removed'
  readonly fields: readonly ChangedField[]
}

export interface ActChanges {
  readonly things: readonly ChangedThing[]
  readonly more: boolean
  /** False where what was before is not kept any more. */
  readonly kept: boolean
}

export const historyCalls = {
  /** Every act, newest first: with these words, of these days, by this person, about this thing. */
  'shop.history': read<History>()({
    topics: undoable,
    input: z.strictObject({
      text: text(200).default(''),
      from: nearDay.optional(),
      to: nearDay.optional(),
      who: text(200).optional(),
      thing: z.strictObject({ table: z.string().max(40), rowId: rowId() }).optional(),
      /** Goes on after this act. */
      after: rowId().optional(),
      limit: limit(100),
    }),
  }),
  /** What an act did to each thing, before and after. */
  'shop.actChanges': read<ActChanges>()({
    topics: undoable,
    input: z.strictObject({
      actId: rowId(),
      offset,
      limit: limit(100, 20),
    }),
  }),
}
