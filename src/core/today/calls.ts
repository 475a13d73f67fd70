import { z } from 'zod'
import { read } from '../call.ts'
import type { Day } from '../day.ts'
import type { HoursEvent } from '../hours/log.ts'
import type { StockAct } from '../stock/expiry.ts'
import type { Harm } from './order.ts'

/** What can be done about an item without leaving Today. */
export type TodayAction = { readonly label: string } & (
  | { readonly call: 'hours.log'; readonly input: { readonly event: 'open' | 'close' } }
  | {
      readonly call: 'hours.answerDay'
      readonly input: {
        readonly day: Day
        readonly answers: {
          readonly event: HoursEvent
          readonly forMs: number
          readonly answer: 'as scheduled' | 'not known'
        }[]
      }
    }
  | { readonly call: 'promises.warn' | 'promises.ready'; readonly input: { readonly promiseId: number } }
  | { readonly call: 'stock.act'; readonly input: { readonly batchId: number; readonly action: StockAct } }
  | {
      readonly call: 'customers.logTouch'
      readonly input: { readonly customerId: number; readonly kind: 'call' | 'visit' }
    }
  | {
      readonly call: 'customers.snooze'
      readonly input: { readonly customerId: number; readonly until: string }
    }
  /** Asks the three questions of the closing check, then calls `promises.close`. */
  | { readonly ask: 'promises.close'; readonly promiseId: number }
  | { readonly page: string }
)

/** One thing that must not be forgotten today; the first action is the main one. */
export interface TodayItem {
  /** Unique on the list, and the same for the same thing on the next reading. */
  readonly id: string
  readonly harm: Harm
  readonly title: string
  /** Why it is here, in words. */
  readonly reason: string
  readonly actions: readonly TodayAction[]
}

/** How many more of a kind wait on its page. */
export interface MoreOf {
  readonly harm: Harm
  readonly count: number
  readonly page: string
}

/** How much waits on each page. */
export interface WaitingCounts {
  readonly hours: number
  readonly stock: number
  readonly promises: number
  readonly customers: number
  readonly newsletter: number
  readonly checklists: number
}

/** The worst of what waits, a screenful, and how much there is in all. */
export interface TodayList {
  readonly today: Day
  readonly items: readonly TodayItem[]
  readonly more: readonly MoreOf[]
  readonly counts: WaitingCounts
}

export const todayCalls = {
  'today.list': read<TodayList>()({
    topics: ['shop', 'hours', 'stock', 'promises', 'customers', 'newsletter', 'checklists'],
    input: z.strictObject({}),
  }),
}
