import { noFormats } from './formats.ts'

/** The longest line of text that is kept: names, addresses, what was promised. UTF-16 units, as forms count. */
export const longestLine = 500

/** The text cut to a length in UTF-16 units, never through the middle of a character. */
export function cutTo(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}

/** What an import says of a text that a form would refuse. */
export const wasCut = (what: string, longest: number): string =>
  `The ${what} is longer than ${noFormats.number(longest)} characters and was cut.`
