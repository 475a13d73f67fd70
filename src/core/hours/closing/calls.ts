import { z } from 'zod'
import { read, write } from '../../call.ts'
import type { Day } from '../../day.ts'
import { line, moment, nearDay, rowId } from '../../inputs.ts'
import type { Back } from './plan.ts'
import type { ClosingTexts } from './texts.ts'

/** A promise of which the customer heard a moment within the closing. */
export interface PromiseInto {
  readonly promiseId: number
  readonly name: string
  readonly phone: string
  /** What must be known of the customer; '' for nothing. */
  readonly mustKnow: string
  readonly what: string
  readonly told: string
  /** It waits for its customer already. */
  readonly ready: boolean
  /** The moment to offer instead, local; null where no opening is found. */
  readonly offered: string | null
}

/** What a closing would change, or has changed. */
export interface ClosingAnswer {
  /** The first day that it closes: days that are over are as they were. */
  readonly from: Day
  readonly days: number
  readonly openDays: number
  readonly overruled: readonly { readonly day: Day; readonly label: string }[]
  readonly back: Back | null
  readonly texts: ClosingTexts
  readonly promises: readonly PromiseInto[]
}

const closing = { from: nearDay, to: nearDay, label: line(100).min(1, 'Say why, as customers read it.') }

export const closingCalls = {
  /** What a closing for a while comes to: its days, its texts, and the promises that fall into it. */
  'hours.closing': read<ClosingAnswer>()({
    topics: ['hours', 'shop', 'promises', 'customers'],
    input: z.strictObject(closing),
  }),
  /**
   * Closes for a while as one act: the special days, each promise that falls into it moved (`told`) or kept, and where asked for a
   * block of the newsletter. A promise about which nothing is said refuses it.
   */
  'hours.closeForWhile': write<{ readonly moved: number }>()({
    topics: ['hours', 'promises', 'newsletter'],
    input: z.strictObject({
      ...closing,
      promises: z
        .array(z.strictObject({ promiseId: rowId(), told: moment.optional() }))
        .max(10_000, 'Say at most 10,000 promises at once.'),
      newsletter: z.boolean().default(false),
    }),
  }),
}
