import { fold } from '../fold.ts'
import { calledIn, isUnnamed, numberIn, type SaidCustomer } from './said-customer.ts'
import { isCalledAlike, isCorrected, isOneName, isTurned } from '../customers/called-alike.ts'

/** Whether two have one number: also that of a "Customer" of which nothing says whether it is one. */
export function haveOneNumber(a: SaidCustomer, b: SaidCustomer): boolean {
  const number = fold(numberIn(a))
  return number !== '' && number === fold(numberIn(b))
}

/** Whether two are one, as far as both say: by the number and what they are called where both have one, else person with person, company with company. */
export function sameCustomer(a: SaidCustomer, b: SaidCustomer): boolean {
  if (isUnnamed(a) || isUnnamed(b)) return isUnnamed(a) && isUnnamed(b)
  if (haveOneNumber(a, b)) return !areCalledOtherwise(a, b)
  if (a.number !== '' && b.number !== '') return false
  const pairs = [
    [a.name, b.name],
    ...crossed(a, b),
    ...(a.name === '' || b.name === '' ? [[a.company, b.company]] : []),
    ...[b.who, b.name, b.company].map((one) => [a.who, one]),
    ...[a.name, a.company].map((one) => [one, b.who]),
  ] as const
  return pairs.some(([one = '', other = '']) => one !== '' && other !== '' && isOneName(one, other))
}

const crossed = (a: SaidCustomer, b: SaidCustomer) =>
  [
    [a.name, b.company],
    [a.company, b.name],
  ] as const

/** Walk-ins, families and firms share a number: whoever is called otherwise under it is somebody else. */
function areCalledOtherwise(a: SaidCustomer, b: SaidCustomer): boolean {
  const own = a.name !== '' && b.name !== '' ? ([a.name, b.name] as const) : ([a.company, b.company] as const)
  if (own.includes('')) return false
  return ![own, ...crossed(a, b)].some(
    ([one, other]) => one !== '' && other !== '' && isCalledAlike(one, other),
  )
}

/** Whether one of two is a person without a firm and the other a firm without a person. */
export function arePersonAndFirm(a: SaidCustomer, b: SaidCustomer): boolean {
  if (a.name === '') return b.name !== '' && arePersonAndFirm(b, a)
  return a.company === '' && b.name === '' && b.company !== '' && !isCalledAlike(a.name, b.company)
}

/** Whether one is the other, of one number, with a letter of the name corrected. */
export const isCorrectedName = (a: SaidCustomer, b: SaidCustomer): boolean =>
  haveOneNumber(a, b) && a.name !== '' && b.name !== '' && isCorrected(a.name, b.name)

/** Whether both are called the same, and neither says more. */
export const isNamedExactly = (a: SaidCustomer, b: SaidCustomer): boolean =>
  isOneName(calledIn(a), calledIn(b))

/** Whether one is the other with the words of the name in another order, as far as numbers do not speak against it. */
export const isTurnedName = (a: SaidCustomer, b: SaidCustomer): boolean =>
  (a.number === '' || b.number === '' || haveOneNumber(a, b)) && isTurned(calledIn(a), calledIn(b))
