import { numberQueries } from './numbers.ts'
import { numbersIn, phonesIn, sharePhone, wholePhones } from './phones.ts'

/** Fewer digits are in nearly every number. */
const fewestDigits = 3

/**
 * A caller's number as it may be looked for, of what was typed or pasted: nothing but digits and what is written between them;
 * '' for anything else. Marks of direction come along where a number is copied from a telephone.
 */
export function callerTyped(text: string): string {
  const number = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^\s*tel:/i, '')
    .trim()
  const isNumber = /^[\d\s()./+\-‐–]+$/.test(number) && number.replace(/\D+/g, '').length >= fewestDigits
  return isNumber ? number : ''
}

/** How well a number on file fits what was typed: all of it, its end, any part of it; null where it is none of these. */
export function callerFit(typed: string): (phone: string) => 0 | 1 | 2 | null {
  const whole = wholePhones(typed)
  const digits = typed.replace(/\D+/g, '')
  const queries = numberQueries(typed)
  return (phone) => {
    if (whole.length > 0 && sharePhone(whole, phonesIn(phone))) return 0
    const onFile = numbersIn(phone).map((one) => one.replace(/\D+/g, ''))
    if (onFile.some((one) => one.endsWith(digits))) return 1
    const isPart = queries.some(({ numbers }) =>
      numbers.every((ways) =>
        onFile.some((one) =>
          ways.some((way) => (way.is === 'whole' ? one.endsWith(way.digits) : one.includes(way.digits))),
        ),
      ),
    )
    return isPart ? 2 : null
  }
}
