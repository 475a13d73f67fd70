/** What parts paragraphs: empty lines. */
export const betweenParagraphs = /\n[ ]*(?:\n[ ]*)+/g

/** Where each paragraph of a typed text begins. Blank ones do not count, as they are not printed. */
export function paragraphStarts(text: string): number[] {
  const starts: number[] = []
  let from = 0
  for (const { index, 0: gap } of [...text.matchAll(betweenParagraphs), { index: text.length, 0: '' }]) {
    if (text.slice(from, index).trim() !== '') starts.push(from)
    from = index + gap.length
  }
  return starts
}

/** Which paragraph a place in the text belongs to, 0 for the first; the one before it where it stands between two. */
export const paragraphAt = (text: string, place: number): number =>
  Math.max(
    0,
    paragraphStarts(text).findLastIndex((start) => start <= place),
  )
