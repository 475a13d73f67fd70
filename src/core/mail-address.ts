import { punycode } from './punycode.ts'

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

/**
 * Whether text is a mail address that any mail program takes: RFC 5321 dot-atom local part of at most 64, a domain of at least two
 * labels, 254 in all, ASCII (a domain with umlauts is to be given in its `xn--` form).
 */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  const labels = domain.split('.')
  return (
    at > 0 &&
    at <= 64 &&
    text.length <= 254 &&
    local.test(text.slice(0, at)) &&
    labels.length >= 2 &&
    labels.every((part) => label.test(part)) &&
    !/^\d+$/.test(labels.at(-1)!)
  )
}

const ascii = /^[ -~]*$/

/**
 * An address with its domain as mail servers know it (RFC 5891): `k@KÄSE.example` -> `k@xn--kse-qla.example`. What stands before
 * the @ is left as written; so is what has no @.
 */
export function asciiAddress(email: string): string {
  const address = email.trim()
  if (ascii.test(address)) return address
  const at = address.lastIndexOf('@') + 1
  return at === 0 ? address : address.slice(0, at) + asciiDomain(address.slice(at))
}

/** Wide letters, dots of other scripts and letters that nobody sees are what they stand for (UTS 46, without its table). */
function asciiDomain(domain: string): string {
  const plain = [...domain.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '')]
    // Letter by letter: of a whole word, the last sigma would become another letter.
    .map((letter) => letter.toLowerCase())
    .join('')
    .normalize('NFKC')
  return plain
    .split(/[.\u3002]/)
    .map((part) => (ascii.test(part) ? part : `xn--${punycode(part)}`))
    .join('.')
}
