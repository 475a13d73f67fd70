import type { OptedOut } from './calls.ts'

/** Names in a sentence: "Anna, Bob and Cara". */
export const allOf = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names)

/** What came of a text with opt-out codes, for who pasted it. */
export function optedOutWords({ name, others = [], unknown = [], beside = [] }: OptedOut): string {
  const gets = others.length === 0 ? 'gets' : 'get'
  const stopped = `${allOf([name, ...others.map((other) => other.name)])} ${gets} no more newsletters.`
  const whom = unknown.length === 1 ? 'that customer' : 'those customers'
  const strange = `This shop never gave out ${allOf(unknown)}: look for ${whom} by name and note the no there.`
  return [stopped, ...(unknown.length > 0 ? [strange] : []), ...beside].join(' ')
}
