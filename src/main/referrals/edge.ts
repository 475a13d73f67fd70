/** What other features may ask of who sent whom. */
export { onlySentBy } from './links.ts'
export { moveReferrals } from './move-to.ts'
export { eraseReferrals } from './erased.ts'
export { referralsHappened } from './happened.ts'
