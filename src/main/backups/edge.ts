/** What other features may ask of the backups. */
export { backupsToday } from './today.ts'
