/** A phone number without its notation. */
interface Phone {
  /** The digits without the zeros that lead it at home or abroad. */
  readonly bare: string
  /** With a country's code for sure, without one for sure, or nobody can tell. */
  readonly country: 'yes' | 'no' | 'unknown'
}

/** Fewer digits behind a country's code are no whole number. */
export const shortestNational = 6

/** The numbers that stand in one field, each as it is compared. */
export function phonesIn(text: string): readonly Phone[] {
  return numbersIn(text).flatMap((one) => {
    const digits = one.replace(/\D+/g, '')
    if (digits === '') return []
    // +49 (0)30: the zero is for those at home.
    const abroad = /^\s*\(?(?:\+|00)/.test(one)
    const bare = (abroad ? one.replace(/\(0\)/, '').replace(/\D+/g, '') : digits).replace(/^0+/, '')
    const country = abroad ? 'yes' : digits.startsWith('0') ? 'no' : 'unknown'
    return [{ bare: bare || digits, country } as const]
  })
}

/** The last digits of each number in a field, which are the same at home and from abroad. */
export const phoneEnds = (text: string): readonly string[] =>
  phonesIn(text).map(({ bare }) => bare.slice(-shortestNational))

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
