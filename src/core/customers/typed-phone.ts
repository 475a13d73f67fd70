import { numbersIn, phonesIn, sharePhone, shortestNational, wholePhones } from './phones.ts'

/** Fewer digits may stand in a name; more, and nothing but them, are a number. */
const fewestDigits = 5

/** Whether what stands where a name is asked is a phone number, or a part of one: nobody is called so. */
export const isNumberTyped = (text: string): boolean =>
  /^[\d\s()./+\-‐–]+$/.test(text) && text.replace(/\D+/g, '').length >= fewestDigits

/** Whether it may be kept as somebody's phone: a day or a row of zeros is none. */
export const isPhoneTyped = (text: string): boolean => isNumberTyped(text) && wholePhones(text).length > 0

/** What is in the way of keeping what is typed as a name. */
export const noNumberAsName = (name: string): string | false =>
  isNumberTyped(name) && 'A number is not a name. Choose a customer from the list, or write the name.'

interface Listed {
  readonly phone: string
  readonly isAside: boolean
}

/**
 * The one customer who is meant by a number: the only one who has it as a whole, at home or from abroad; else the only one whose
 * number ends with it as a whole local part. Who is put aside only where nobody else has it. Null where more have it, or nobody:
 * a piece of a number is a search.
 */
export function meantByNumber<Row extends Listed>(
  text: string,
  rows: readonly Row[],
  total: number,
): Row | null {
  // Somebody who is not among the rows may have it too.
  if (total > rows.length) return null
  const asked = wholePhones(text)
  const whole = rows.filter(({ phone }) => sharePhone(asked, phonesIn(phone)))
  const having = whole.length > 0 ? whole : rows.filter(({ phone }) => isLocalOf(text, phone))
  const present = having.filter(({ isAside }) => !isAside)
  const meant = present.length > 0 ? present : having
  return meant.length === 1 ? meant[0]! : null
}

/** Whether a number without a code of area or country is what a number on file ends with, not parting what is written together there. */
function isLocalOf(text: string, phones: string): boolean {
  const local = text.replace(/\D+/g, '')
  if (/^\s*\(?[+0]/.test(text) || local.length < shortestNational) return false
  return numbersIn(phones).some((one) => {
    const groups = one.split(/\D+/).filter(Boolean)
    return groups.length > 1
      ? groups.some((_, i) => i > 0 && groups.slice(i).join('') === local)
      : one.replace(/\D+/g, '').endsWith(local)
  })
}
