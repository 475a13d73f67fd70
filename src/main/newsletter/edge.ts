/** What other features may ask of the newsletter. */
export { issuesNamed } from './about.ts'
export { appendBlock, createIssue } from './issues.ts'
export { newsletterToday } from './today.ts'
export { hideCodes } from './hidden-codes.ts'
