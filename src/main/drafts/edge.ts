/** What other features may ask of what was typed and not saved. */
export { draftsBeside, dropDraftsOf } from './erased.ts'
