/** What other features may ask of the customers. */
export { setConsent } from './consent.ts'
export { importFile } from './import-file.ts'
export { logTouch } from './keep.ts'
export { keepMeant } from './named.ts'
export { customerIds, customersNumbered, nameNow, phoneNow } from './rows.ts'
export { countCustomers, mailRow, whoSaidYes } from './mail-rows.ts'
export { keepOwnNoes, optOutOf } from './suppression.ts'
export { whoToday } from './who-today.ts'
