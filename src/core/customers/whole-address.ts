/** An address by its parts. */
export interface WholeAddress {
  readonly street: string
  readonly streetLines: string
  readonly city: string
  readonly region: string
  readonly postcode: string
  readonly country: string
}

/** Countries whose addresses name the state. */
const withStates = new Set(['US', 'CA', 'AU', 'MX', 'BR', 'IN'])

/**
 * The parts of an address that stands whole in a cell, two spaces between each, as Mailchimp writes it: "10 Walnut St  Apt 2  Philadelphia
 * PA  19103  US", with four spaces where a part is empty. Without them: street, city, postcode and country, and of five the one that is
 * more. Null where it is none.
 */
export function wholeAddress(text: string): WholeAddress | null {
  const exact = text.trim().split('  ')
  const parts = (exact.length === 6 ? exact : exact.filter((part) => part.trim() !== '')).map((part) =>
    part.trim(),
  )
  const [street = '', ...rest] = parts
  const country = rest.pop() ?? ''
  const postcode = rest.pop() ?? ''
  const [first = '', second = '', third] = rest
  if (/\d/.test(country) || country === '' || !isPostcode(postcode)) return null
  if (parts.length === 6)
    return { street, streetLines: first, city: second, region: third!, postcode, country }
  const whole = { street, streetLines: '', region: '', postcode, country }
  if (parts.length === 4) return { ...whole, city: first }
  if (parts.length !== 5) return null
  return isState(second, country)
    ? { ...whole, city: first, region: second }
    : { ...whole, streetLines: first, city: second }
}

const isPostcode = (text: string): boolean => text === '' || (/\d/.test(text) && text.length <= 10)

const isState = (text: string, country: string): boolean =>
  /^\p{Lu}{2,3}$/u.test(text) || withStates.has(country)
