import type { Formats } from '../formats.ts'

/** What a restore carried over of what was noted since; `standing` is null where both files need not be of one shop, undefined where that was not kept. */
export function carriedWords(standing: number | null | undefined, { counted }: Formats): string {
  if (standing === undefined) return ''
  if (standing === null)
    return 'It cannot be known that both are of one shop: a no that was said since holds for its address, and no death, pause, returned mail, yes that was taken back, or who was put aside was carried over.'
  const more =
    standing === 0
      ? ''
      : `, and of ${counted(standing, 'customer', 'customers')} that they died, paused, took a yes back, were put aside, or that mail or letters came back`
  return `Every no that was said since was carried over${more}.`
}
