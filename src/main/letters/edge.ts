/** What other features may ask of the letters. */
export { eraseLetters, moveLetters } from './of-customer.ts'
