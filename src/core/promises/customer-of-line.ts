import { firmForName, isLastBeside, lineName } from '../customers/line-name.ts'
import { fold } from '../fold.ts'
import { nobody, type SaidCustomer } from './said-customer.ts'
import { isPartOf } from '../customers/called-alike.ts'

/** What a line says of its customer, in columns of their own. */
type CustomerField =
  | 'customer'
  | 'customerNumber'
  | 'customerName'
  | 'customerFirstName'
  | 'customerNamePrefix'
  | 'customerLastName'
  | 'customerCompany'

/** How many codes show that a column is of numbers: fewer names in capitals can be of one length by chance. */
const fewestCodes = 5

/** A number as programs write them, "17" or "K-20": it has neither spaces nor small letters. */
const mayBeNumber = (text: string): boolean => /^[^\s\p{Ll}]+$/u.test(text)
const hasDigit = (text: string): boolean => /\p{N}/u.test(text)

/** Whether a value of "Customer" is a number though it has no digit cannot be seen of it alone: "VINET" and "MEIER". */
export const isUnclear = (text: string): boolean => mayBeNumber(text) && !hasDigit(text)

/**
 * Which values of a column "Customer", beside one that names somebody, are numbers: those with a digit, those that are somebody's on
 * file, and capitals where the whole column is codes of one length. Names are in capitals too, and many scripts have no small letters.
 */
export function numbersIn(column: Iterable<string>, onFile: ReadonlySet<string>): (text: string) => boolean {
  const values = [...new Set(column)].filter((value) => value !== '')
  const isOfCodes =
    values.length >= fewestCodes &&
    values.every((value) => /^[\p{Lu}\p{N}]+$/u.test(value) && value.length === values[0]!.length)
  return (text) => mayBeNumber(text) && (hasDigit(text) || isOfCodes || onFile.has(text))
}

/**
 * The customer of a line. The name is the whole one where there is one, else first and last name; "Customer" is a number or a
 * name, as what stands beside it and `isNumber` tell. `key` is what tells the line from others.
 */
export function customerOf(
  text: (field: CustomerField) => string,
  isNumber: (text: string) => boolean,
  columnOf: (field: CustomerField) => string | undefined,
): SaidCustomer & { readonly key: string } {
  const [who, own] = [text('customer'), text('customerNumber')]
  const company = text('customerCompany')
  const lastColumn = columnOf('customerLastName')
  const [first, last] = [text('customerFirstName'), text('customerLastName')]
  const firmHere = firmForName({ whole: '', first, last }, company, { whole: undefined, last: lastColumn })
  const named = {
    whole: '',
    first,
    middle: '',
    ...(firmHere === '' ? { prefix: text('customerNamePrefix'), last } : { prefix: '', last: '' }),
  }
  const whole = text('customerName') || firmHere
  const parts = lineName(named, { whole: undefined, last: lastColumn })
  const isBeside = parts !== '' || company !== ''
  if (own === '' && who !== '' && whole === '' && !isBeside) return { ...nobody, who, key: who }
  const isWhoNumber = own === '' && (whole !== '' || (isBeside && isNumber(who)))
  const number = isWhoNumber ? who : own
  const called = whole || (isWhoNumber ? '' : who)
  const calledUnder = columnOf(whole === '' ? 'customer' : 'customerName') ?? ''
  const isLast = lastColumn === undefined && isLastBeside(called, named.first, calledUnder)
  const { name, firm } = isLast
    ? { name: lineName({ ...named, last: called }, { whole: undefined, last: calledUnder }), firm: '' }
    : personIn(called, parts)
  const key = who || own || firm || name || company
  const said = { ...nobody, number, name, company, key: key === firm ? `${firm} ${parts}`.trim() : key }
  if (firm === '' || fold(firm) === fold(company)) return said
  return company === '' ? { ...said, company: firm } : { ...said, who: firm }
}

/** The person of a name and of first and last name beside it; a name that is not theirs is the firm's they order for. */
function personIn(called: string, parts: string): { readonly name: string; readonly firm: string } {
  if (parts === '' || (called !== '' && isPartOf(parts, called))) return { name: called, firm: '' }
  return { name: parts, firm: called === '' || isPartOf(called, parts) ? '' : called }
}
