/** What other features may ask of the newsletter. */
export { createIssue } from './issues.ts'
export { newsletterToday } from './today.ts'
