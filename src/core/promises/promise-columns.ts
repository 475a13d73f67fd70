import { numberOfCustomer, personWords } from '../customers/person-words.ts'
import { guessMapping, headerKey, type ImportField, type Mapping } from '../import/mapping.ts'
import { promiseFields } from './promise-file.ts'

const listed = (words: string): readonly string[] => words.split(',').map((word) => word.trim())

const number: ImportField = { name: 'customerNumber', isWhole: true, aliases: listed(numberOfCustomer) }
const name: ImportField = {
  name: 'customerName',
  aliases: [
    'customer name',
    'name',
    'customer',
    'kunde',
    'client',
    'cliente',
    'klant',
    ...listed(personWords.name),
  ],
}
const numberKeys = new Set(number.aliases.map(headerKey))

/**
 * Which column fills which field of a promise. Number and name of a customer are both read where a file has both: every program
 * counts its customers from 1, and the name tells whether a number is the same customer's.
 */
export function guessPromiseMapping(header: readonly string[]): Mapping {
  const guess = guessMapping(header, promiseFields)
  const taken = new Set(Object.values(guess))
  const rest = header.filter((column) => !taken.has(column))
  const { customer } = guess
  if (customer !== undefined)
    return { ...guess, ...guessMapping(rest, [numberKeys.has(headerKey(customer)) ? name : number]) }
  const { customerNumber } = guessMapping(rest, [number])
  return customerNumber === undefined ? guess : { ...guess, customer: customerNumber }
}
