import { moveActions } from '../actions/edge.ts'
import { moveLetters } from '../letters/edge.ts'
import { movePromises } from '../promises/edge.ts'
import { moveReferrals } from '../referrals/edge.ts'
import type { Context } from '../store/context.ts'
import { moveFormer } from './former.ts'
import { signNoes } from './keep-noes.ts'
import { moveTwoPeople } from './pairs.ts'

/** Makes what is about one customer be about another. */
type Mover = (context: Context, goneId: number, keepId: number) => Promise<unknown>

/** Of each table that names customers, what moves its rows; every feature gives its own. */
export const movers = {
  touches: ({ db }, goneId, keepId) =>
    db.updateTable('touches').set({ customerId: keepId }).where('customerId', '=', goneId).execute(),
  visits: ({ db }, goneId, keepId) =>
    db.updateTable('visits').set({ customerId: keepId }).where('customerId', '=', goneId).execute(),
  suppressions: signNoes('suppressions'),
  consentAnswers: ({ db }, goneId, keepId) =>
    db.updateTable('consentAnswers').set({ customerId: keepId }).where('customerId', '=', goneId).execute(),
  channelNoes: signNoes('channelNoes'),
  twoPeople: moveTwoPeople,
  formerCustomers: moveFormer,
  promises: movePromises,
  actions: moveActions,
  referrals: moveReferrals,
  letters: moveLetters,
} satisfies Readonly<Record<string, Mover>>

/** Tables whose rows stay with who is gone: a code in a mail finds who was kept by `keptOf`; the others follow the customers by themselves. */
export const unmoved = [
  'optOutCodes',
  'customerContact',
  'furtherMails',
  'suppressedHere',
  'customerRhythm',
  'customerSigns',
  'customerPairs',
  'pairsDue',
] as const

/** Makes all that is about one customer be about another. */
export async function moveAll(context: Context, goneId: number, keepId: number): Promise<void> {
  for (const move of Object.values<Mover>(movers)) await move(context, goneId, keepId)
}
