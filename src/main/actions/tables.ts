import type { Generated } from 'kysely'
import type { AboutKind } from '../../core/about/about.ts'
import type { AfterSale, Satisfied } from '../../core/actions/after-sale.ts'
import { coded, day, instant, pointsAt, text, type Things } from '../store/thing.ts'

interface ActionsTable {
  id: Generated<number>
  what: string
  /** The thing it is about, and what that was called; null and '' where it is about none. */
  aboutKind: Generated<AboutKind | null>
  aboutId: Generated<number | null>
  aboutName: Generated<string>
  dueDay: string
  staffId: Generated<number | null>
  state: Generated<'open' | 'done' | 'dropped'>
  /** When it was done or dropped; null as long as it is open. */
  closedAtMs: Generated<number | null>
  /** Whether a death alone took it off the list: it is back on it where that is taken back. */
  closedByDeath: Generated<0 | 1>
  result: Generated<string>
  /** What started it; '' where somebody wrote it down. */
  source: Generated<AfterSale | ''>
  /** What they are to be thanked for: who they sent; null where it is about no referral. */
  referralId: Generated<number | null>
  /** What a customer answered who was asked whether they are satisfied; '' where nobody was. */
  satisfied: Generated<Satisfied | ''>
  createdAtMs: number
}

export interface ActionsTables {
  actions: ActionsTable
}

/** Those whose every change is logged and can be undone, in the words of their screens. */
export const actionsLogged = {
  actions: {
    thing: 'To do',
    named: ({ what }) => what,
    fields: {
      what: text('What'),
      aboutKind: null,
      aboutId: null,
      aboutName: text('About'),
      dueDay: day('By'),
      staffId: pointsAt('staff', 'Who'),
      state: coded('How it stands', { open: 'open', done: 'done', dropped: 'not to be done any more' }),
      closedAtMs: instant('Closed'),
      closedByDeath: null,
      result: text('What came of it'),
      source: null,
      referralId: null,
      satisfied: coded('Satisfied', { very: 'very', yes: 'yes', 'so-so': 'so-so', no: 'no' }),
      createdAtMs: instant('Written down'),
    },
  },
} satisfies Things<ActionsTables>
