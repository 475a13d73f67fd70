import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { OpenWay, Opener } from './open-ways.ts'

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
  if (by === 'mail') return `mailto:${encodeURIComponent(to).replace('%40', '@')}`
  const read = parsePhoneNumberFromString(to, isSupportedCountry(country) ? country : undefined)
  const whole = read?.isValid() ? read.number : null
  if (by === 'call' || by === 'text') {
    const scheme = by === 'call' ? 'tel' : 'sms'
    return `${scheme}:${whole ?? asTyped(to)}${whole && by === 'call' && read?.ext ? `;ext=${read.ext}` : ''}`
  }
  return whole === null ? null : messengers[by](whole.slice(1))
}

/** The digits as they are dialled here; +49 (0)30: the zero is for those at home. */
const asTyped = (to: string): string => {
  const isAbroad = /^\s*\(?\+/.test(to)
  return (isAbroad ? '+' : '') + (isAbroad ? to.replace(/\(0\)/, '') : to).replace(/\D+/g, '')
}
