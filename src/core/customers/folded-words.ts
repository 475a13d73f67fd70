/**
 * Finds any of several words or phrases in folded text, each whole; `*` stands for any beginning or ending. They are parted by
 * commas.
 */
export function anyOf(phrases: string): RegExp {
  const all = phrases
    .split(',')
    .map((phrase) => phrase.trim().replaceAll('*', '[^ ]*'))
    .filter((phrase) => phrase !== '')
  return new RegExp(`(?:^| )(?:${all.join('|')})(?= |$)`)
}
