/** What other features may ask of what is to be done. */
export { askAfterSale, askAgain, askNoMore } from './after-sale.ts'
export { actionsToday } from './list.ts'
export { oweThanks, thanksNotOwed } from './thanks.ts'
export { doneByLetter } from './write.ts'
export { moveActions, nameActions } from './move-to.ts'
export { actionIdsOf, eraseActions } from './erased.ts'
export { actionsHappened } from './happened.ts'
