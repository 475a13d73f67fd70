import type { Formats } from '../formats.ts'

/** What a restore carried over of what was noted since; `standing` is null where both files need not be of one shop, undefined where that was not kept. */
export function carriedWords(standing: number | null | undefined, { counted }: Formats): string {
  if (standing === undefined) return ''
  if (standing === null)
    return 'It cannot be known that both are of one shop: a no that was said since holds for its address, and no death, pause or returned mail was carried over.'
  const more =
    standing === 0
      ? ''
      : `, and of ${counted(standing, 'customer', 'customers')} that they died, paused, or that mail or letters came back`
  return `Every no that was said since was carried over${more}.`
}
