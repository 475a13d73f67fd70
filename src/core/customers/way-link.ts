import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import { asciiAddress } from '../mail-address.ts'
import type { OpenWay, Opener } from './open-ways.ts'
import { nationalOf, phonesIn, shortestNational } from './phones.ts'

/** Programs for messages ask for the whole number, with its country's code and without notation (E.164). */
const messengers: Readonly<Record<Exclude<Opener, 'call' | 'mail' | 'text'>, (digits: string) => string>> = {
  whatsapp: (digits) => `https://wa.me/${digits}`,
  signal: (digits) => `https://signal.me/#p/+${digits}`,
  telegram: (digits) => `https://t.me/+${digits}`,
}

/**
 * The link that opens a program for a way to somebody: `mailto:` (RFC 6068), `tel:` (RFC 3966), `sms:` (RFC 5724), or a messenger's own.
 * A number without a country's code is read as one of `country` (ISO 3166); null where a messenger needs a code that nobody knows.
 */
export function wayLink({ by, to }: OpenWay, country: string): string | null {
  if (by === 'mail') return `mailto:${encodeURIComponent(asciiAddress(to)).replace('%40', '@')}`
  const home = isSupportedCountry(country) ? country : undefined
  const [, number = to, ext] = /^(.*?)(?: ext\. (\d+))?$/s.exec(to) ?? []
  const first = firstNumber(number, home)
  const whole = validNumber(first, home)
  if (by === 'call') return `tel:${whole ?? asTyped(first)}${ext === undefined ? '' : `;ext=${ext}`}`
  if (by === 'text') return `sms:${whole ?? asTyped(first)}`
  return whole === null ? null : messengers[by](whole.slice(1))
}

function validNumber(text: string, home: CountryCode | undefined): string | null {
  const read = parsePhoneNumberFromString(text, home)
  return read?.isValid() ? read.number : null
}

/** Fewer digits before a slash are no number where nobody knows the country's own rule. */
const surelyWhole = 8

/**
 * The first whole number of a text: "2345678/79" is 2345678 and another one that ends with 79. A slash may as well stand inside of
 * one: "030/123456", "01/23/45/67/89".
 */
function firstNumber(text: string, home: CountryCode | undefined): string {
  const parts = text.split('/')
  const isFirst = (n: number): boolean => {
    const [before, rest] = [parts.slice(0, n).join('/'), parts.slice(n).join('')]
    const [phone] = phonesIn(before)
    const digits = phone?.country === 'yes' ? nationalOf(phone.bare) : phone?.bare
    if (!digits || digits.length < shortestNational) return false
    if (!home && !before.trim().startsWith('+')) return digits.length >= surelyWhole
    if (validNumber(before, home) === null) return false
    // "415/555/2671" is one number, "1234567/68" is two.
    return rest.replace(/\D+/g, '').length <= longestEnding || validNumber(text, home) === null
  }
  const length = parts.findIndex((_, i) => i > 0 && isFirst(i))
  return length < 0 ? text : parts.slice(0, length).join('/')
}

/** What the second of two numbers ends with has so many digits at most; more are a number, or the end of one. */
const longestEnding = 3

/** The digits as they are dialled here; +49 (0)30: the zero is for those at home. */
const asTyped = (to: string): string => {
  const isAbroad = /^\s*\(?\+/.test(to)
  return (isAbroad ? '+' : '') + (isAbroad ? to.replace(/\(0\)/, '') : to).replace(/\D+/g, '')
}
