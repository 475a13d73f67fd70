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
    'besteller',
    'company',
    'firma',
    ...listed(personWords.name),
  ],
}
/** A name in two columns, where none has it whole. */
const nameParts: readonly ImportField[] = [
  { name: 'customerFirstName', aliases: listed(personWords.firstName) },
  { name: 'customerLastName', aliases: listed(personWords.lastName) },
]
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
  if (customer !== undefined) {
    if (!numberKeys.has(headerKey(customer))) return { ...guess, ...guessMapping(rest, [number]) }
    const whole = guessMapping(rest, [name])
    return { ...guess, ...('customerName' in whole ? whole : guessMapping(rest, nameParts)) }
  }
  const { customerNumber } = guessMapping(rest, [number])
  return customerNumber === undefined ? guess : { ...guess, customer: customerNumber }
}
