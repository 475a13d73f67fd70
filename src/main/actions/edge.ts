/** What other features may ask of what is to be done. */
export { moveActions } from './move-to.ts'
export { actionsToday } from './today.ts'
