/** A phone number without its notation. */
export interface Phone {
  /** The digits without the zeros that lead it at home or abroad. */
  readonly bare: string
  /** With a country's code for sure, without one for sure, or nobody can tell. */
  readonly country: 'yes' | 'no' | 'unknown'
}

/** Fewer digits behind a country's code are no whole number. */
export const shortestNational = 6

/** The numbers that stand in one field, each as it is compared. */
export const phonesIn = (text: string): readonly Phone[] =>
  numbersIn(text).flatMap((one) => {
    const phone = phoneOf(one)
    return phone ? [phone] : []
  })

function phoneOf(one: string): Phone | null {
  const digits = one.replace(/\D+/g, '')
  if (digits === '') return null
  // +49 (0)30: the zero is for those at home.
  const abroad = /^\s*\(?(?:\+|00)/.test(one)
  const bare = (abroad ? one.replace(/\(0\)/, '').replace(/\D+/g, '') : digits).replace(/^0+/, '')
  const country = abroad ? 'yes' : digits.startsWith('0') ? 'no' : 'unknown'
  return { bare: bare || digits, country }
}

/** Those of them that are whole numbers: not a 1 for yes, a country's code or a day. */
export const wholePhones = (text: string): readonly Phone[] =>
  numbersIn(text).flatMap((one) => {
    const phone = phoneOf(one)
    return phone && isNumber(one, phone) ? [phone] : []
  })

/**
 * The numbers by which people are told apart: the whole ones, as many share a 1 that stands beside their number; others, such as an
 * extension, where there are none.
 */
export function tellingPhones(text: string): readonly Phone[] {
  const whole = wholePhones(text)
  return whole.length > 0 || isDay(text) ? whole : phonesIn(text)
}

/** Fewer digits, without a country's code, are an extension, a flag or a count; with the zero of home they are a number earlier. */
const [fewestDigits, fewestFromHome] = [5, 4]

function isNumber(text: string, phone: Phone): boolean {
  if (/^0*$/.test(phone.bare) || isDay(text)) return false
  if (phone.country === 'yes') return nationalOf(phone.bare).length >= fewestDigits
  const fewest = /^\D*0[1-9]/.test(text) ? fewestFromHome : fewestDigits
  return text.replace(/\D+/g, '').length >= fewest
}

/** A day with its year, and what is left of its time where that was parted at the colon. */
const dayWithYear =
  /^\s*(?:(?:19|20)\d\d([-./])(\d{1,2})\1(\d{1,2})|(\d{1,2})([-./])(\d{1,2})\5(?:19|20)\d\d|(\d{1,2})([./])(\d{1,2})\8\d\d)(?:[\sT]+\d{1,2}(?::\d\d.*)?)?\s*$/

/** Whether what stands there is a day with its year: no number is written like one by chance. */
export function isDay(text: string): boolean {
  const parts = dayWithYear.exec(text)
  if (!parts) return false
  const [one, other] = [parts[2] ?? parts[4] ?? parts[7], parts[3] ?? parts[6] ?? parts[9]].map(Number)
  return one! > 0 && other! > 0 && Math.min(one!, other!) <= 12 && Math.max(one!, other!) <= 31
}

/** The last digits of each number that tells people apart, which are the same at home and from abroad. */
export const phoneEnds = (text: string): readonly string[] =>
  tellingPhones(text).map(({ bare }) => bare.slice(-shortestNational))

/** Whether one of the numbers of each is the same, at home or from abroad. */
export const sharePhone = (some: readonly Phone[], others: readonly Phone[]): boolean =>
  some.some((one) => others.some((other) => isSame(one, other)))

function isSame(one: Phone, other: Phone): boolean {
  if (one.bare === other.bare) return true
  const [long, short] = one.bare.length > other.bare.length ? [one, other] : [other, one]
  const code = long.bare.length - short.bare.length
  if (code < 1 || code > 3 || short.bare.length < shortestNational) return false
  return long.country !== 'no' && short.country !== 'yes' && long.bare.endsWith(short.bare)
}

/** The codes of countries that are not of three digits; none begins another (ITU-T E.164). */
const shortCode = /^(?:[17]|2[07]|3[0-46-9]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/** A {@link Phone.bare} that begins with a country's code, without it and the zeros of home. */
export const nationalOf = (bare: string): string =>
  bare.slice(shortCode.exec(bare)?.[0].length ?? 3).replace(/^0+/, '')

/** The texts of the phones in one field: parted by commas, words or lines, or by a slash before a number with its own zero or plus. */
export const numbersIn = (text: string): readonly string[] =>
  text.split(betweenNumbers).flatMap((part) => {
    const [first = '', ...rest] = part.split('/')
    const numbers = [first]
    for (const next of rest) {
      const isOwn = /^\s*\(?[0+]/.test(next) && isWhole(next) && isWhole(numbers.at(-1)!)
      if (isOwn) numbers.push(next)
      else numbers[numbers.length - 1] += `/${next}`
    }
    return numbers
  })

const isWhole = (text: string): boolean => text.replace(/\D+/g, '').length >= shortestNational
/** What parts the numbers in one field: commas, words or lines, never what stands inside a number. */
const betweenNumbers = /[^\d\s()./+\-‐–]+|\n/
