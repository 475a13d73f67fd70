import { phonesIn, sharePhone, wholePhones } from './phones.ts'

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
 * The one customer who is meant by a number: the only one found by it, or the only one whose number it is as a whole; who is put
 * aside only where nobody else has it. Null where more have it, or nobody.
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
  const having = whole.length > 0 ? whole : rows
  const present = having.filter(({ isAside }) => !isAside)
  const meant = present.length > 0 ? present : having
  return meant.length === 1 ? meant[0]! : null
}
