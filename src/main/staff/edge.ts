/** What other features, and the store for each act, may ask of the staff. */
export { noStaff, staffNamed, staffNameNow } from './named.ts'
