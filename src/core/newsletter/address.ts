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
