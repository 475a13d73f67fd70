import { z } from 'zod'
import { satisfactions, type AfterSale, type Satisfied } from './after-sale.ts'
import { about, type AboutShown } from '../about/about.ts'
import { read, write } from '../call.ts'
import type { Day } from '../day.ts'
import { limit, line, nearDay, offset, rowId } from '../inputs.ts'

export type ActionState = 'open' | 'done' | 'dropped'

/** Something somebody has to do by a day. */
export interface ShopAction {
  readonly id: number
  readonly what: string
  readonly about: AboutShown | null
  readonly dueDay: Day
  /** How far its day is, and for whom it is, in words. */
  readonly reason: string
  readonly isLate: boolean
  /** Who is to do it; null where that is open. */
  readonly staffId: number | null
  readonly state: ActionState
  readonly closedAtMs: number | null
  /** What came of it, in words. */
  readonly result: string
  /** What started it; '' where somebody wrote it down. */
  readonly source: AfterSale | ''
  /** What the customer answered; '' where they were not asked, or not yet. */
  readonly satisfied: Satisfied | ''
}

const actionId = rowId('Choose something to do.')
const staffId = rowId('Choose somebody who works here.')
const result = line(2000)

export const actionsCalls = {
  /** What is open, the first due first, or what was closed, the last first; of one thing where that is given. */
  'actions.list': read<{ total: number; rows: readonly ShopAction[] }>()({
    topics: ['actions', 'staff', 'customers', 'promises', 'stock', 'newsletter', 'shop'],
    input: z.strictObject({
      closed: z.boolean().default(false),
      about: about.optional(),
      limit: limit(500),
      offset,
    }),
  }),
  'actions.one': read<ShopAction>()({
    topics: ['actions', 'staff', 'customers', 'promises', 'stock', 'newsletter', 'shop'],
    input: z.strictObject({ actionId }),
  }),
  /** Problems: past (the day lies behind), nothing-there (what it is about is gone), no-staff. */
  'actions.add': write<{ id: number }>()({
    topics: ['actions'],
    input: z.strictObject({
      what: line(500).min(1, 'Say what is to be done.'),
      about: about.optional(),
      due: nearDay,
      staffId: staffId.optional(),
    }),
  }),
  /** Of a question to a customer with what they answered. Problem: answer-missing. */
  'actions.finish': write<null>()({
    topics: ['actions'],
    input: z.strictObject({
      actionId,
      result: result.default(''),
      satisfied: z.enum(satisfactions, 'Choose what they answered.').optional(),
      /** Where they are: they are asked another day whom they would send. */
      askReferral: z.boolean().default(false),
    }),
  }),
  /** It need not be done any more. */
  'actions.drop': write<null>()({
    topics: ['actions'],
    input: z.strictObject({ actionId, result: result.default('') }),
  }),
  /** To another day, or to somebody else; null for nobody in particular. */
  'actions.move': write<null>()({
    topics: ['actions'],
    input: z
      .strictObject({ actionId, due: nearDay.optional(), staffId: staffId.nullable().optional() })
      .refine(({ due, staffId: who }) => due !== undefined || who !== undefined, {
        path: ['due'],
        message: 'Give a day, or say who does it.',
      }),
  }),
}
