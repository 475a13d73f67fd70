/** What other features may ask of what was typed and not saved. */
export { dropDraftsOf } from './erased.ts'
