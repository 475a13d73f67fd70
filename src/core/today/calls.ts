import { z } from 'zod'
import { read } from '../call.ts'
import type { Day } from '../day.ts'
import type { TodayItem, WaitingKind } from './item.ts'
import type { Harm } from './order.ts'

/** How many more of a kind wait on its page. */
export interface MoreOf {
  readonly harm: Harm
  readonly count: number
  readonly page: string
}

/** A kind of which something waits, and how much in all. */
export type KindCount = Pick<WaitingKind, 'harm' | 'label' | 'mark' | 'words'> & { readonly count: number }

/** The worst of what waits, a screenful, and how much there is in all. */
export interface TodayList {
  readonly today: Day
  readonly items: readonly TodayItem[]
  readonly more: readonly MoreOf[]
  readonly kinds: readonly KindCount[]
  /** How much waits on each page, by its path. */
  readonly counts: Readonly<Record<string, number>>
}

export const todayCalls = {
  'today.list': read<TodayList>()({
    topics: [
      'shop',
      'hours',
      'stock',
      'promises',
      'customers',
      'newsletter',
      'checklists',
      'actions',
      'staff',
    ],
    input: z.strictObject({}),
  }),
}
