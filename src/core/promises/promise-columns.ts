import { withPrefix } from '../customers/name-prefix.ts'
import { numberOfCustomer, personWords } from '../customers/person-words.ts'
import { areLastNames, areNumbers } from '../customers/whose-name.ts'
import { aliasesIn, guessMapping, headerKey, type ImportField, type Mapping } from '../import/mapping.ts'
import { numbersIn } from './customer-of-line.ts'
import { guessNumbered } from './number-column.ts'
import { promiseFields } from './promise-fields.ts'

const number: ImportField = { name: 'customerNumber', isWhole: true, aliases: aliasesIn(numberOfCustomer) }
const whole: ImportField = {
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
    ...aliasesIn(personWords.name),
  ],
}
/** A column that says by itself that it has the name, beside a "Customer" that may be a number. */
const sureWhole: ImportField = {
  name: 'customerName',
  isWhole: true,
  aliases: [
    'customer name',
    'customer full name',
    'client name',
    'kundenname',
    'nom client',
    'nombre cliente',
  ],
}
/** A name in other columns. "Shop" is where something was sold. */
const parts: readonly ImportField[] = [
  { name: 'customerFirstName', aliases: aliasesIn(personWords.firstName) },
  { name: 'customerNamePrefix', aliases: aliasesIn(personWords.namePrefix) },
  { name: 'customerLastName', aliases: aliasesIn(personWords.lastName) },
  { name: 'customerCompany', aliases: aliasesIn(personWords.company).filter((word) => word !== 'Shop') },
]
const numberKeys = new Set(number.aliases.map(headerKey))

/**
 * Which column fills which field of a promise. Number, name, its parts and the company of a customer are all read where a file has
 * them: every program counts its customers from 1, and the name tells whether a number is the same customer's.
 * `cellsOf` gives what is in a column, as a name beside a first name may be the last one alone.
 */
export function guessPromiseMapping(
  header: readonly string[],
  cellsOf: (column: string) => Iterable<string> = () => [],
): Mapping {
  const numbered = guessNumbered(header, promiseFields, cellsOf, (fields) => guessFrom(header, fields))
  const guess = withLastName(numbered, cellsOf)
  return withPrefix(guess, header, cellsOf, 'customerLastName', 'customerNamePrefix')
}

function guessFrom(header: readonly string[], fields: readonly ImportField[]): Mapping {
  const { customer, ...others } = guessMapping(header, fields)
  const rest = (mapping: Mapping) => {
    const taken = new Set(Object.values(mapping))
    return header.filter((column) => !taken.has(column))
  }
  const isNumber = customer !== undefined && numberKeys.has(headerKey(customer))
  const called: Mapping = customer === undefined || isNumber ? {} : { customer }
  const numbered: Mapping = isNumber
    ? { customerNumber: customer }
    : guessMapping(rest({ ...others, ...called }), [number])
  const known = { ...others, ...called, ...numbered }
  const named = guessMapping(rest(known), namesBeside(called, numbered))
  const { customerNumber } = numbered
  if (customerNumber === undefined || 'customer' in called || Object.keys(named).length > 0)
    return { ...known, ...named }
  return { ...others, customer: customerNumber }
}

const namesBeside = (called: Mapping, numbered: Mapping): readonly ImportField[] => {
  if (!('customer' in called)) return [whole, ...parts]
  return 'customerNumber' in numbered ? parts : [sureWhole, ...parts]
}

/** A name beside a first name alone is the last name where what is in both says so and most of them are no numbers. */
function withLastName(guess: Mapping, cellsOf: (column: string) => Iterable<string>): Mapping {
  const { customer, customerName, customerFirstName, ...others } = guess
  const column = customerName ?? customer
  if (column === undefined || customerFirstName === undefined || 'customerLastName' in guess) return guess
  const names = [...cellsOf(column)].map((cell) => cell.trim())
  if (!areLastNames(column, names, cellsOf(customerFirstName))) return guess
  if (areNumbers(names, cellsOf(customerFirstName), numbersIn(names, nobodys))) return guess
  // What stands beside a column that is surely a name is the number.
  const numbered = customerName !== undefined && customer !== undefined && { customerNumber: customer }
  return { ...others, ...numbered, customerFirstName, customerLastName: column }
}

const nobodys: ReadonlySet<string> = new Set()
