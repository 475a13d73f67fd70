/** What other features may ask of the checklists. */
export { addStarter, saveLine } from './own-lines.ts'
export { checklistsToday } from './today.ts'
