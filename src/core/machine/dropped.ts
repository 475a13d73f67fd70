import type { ImportWhat } from '../feature-calls.ts'
import type { Chosen } from './calls.ts'

/** How well a list fits a file. */
export interface ListFit {
  readonly what: ImportWhat
  /** How many of the file's columns are known to it; 0 where what it needs is not among them. */
  readonly known: number
}

/** A file that was dropped on the window: what it could be, the best first, or why it is nothing, in a sentence. */
export type DroppedFile =
  | (Chosen & { readonly columns: number; readonly fits: readonly ListFit[] })
  | { readonly name: string; readonly refused: string }

/** The lists of each page that has some. */
const listsOf: Readonly<Record<string, readonly ImportWhat[]>> = {
  '/customers': ['customers', 'visits'],
  '/stock': ['products'],
  '/promises': ['promises'],
}

/**
 * The list that a dropped file is for without asking: the only one that takes it, or that of the page in front where none fits
 * better. Undefined where the owner is to be asked.
 */
export function meantList(fits: readonly ListFit[], page: string): ImportWhat | undefined {
  if (fits.length === 1) return fits[0]!.what
  const most = Math.max(0, ...fits.map(({ known }) => known))
  const best = most > 0 ? fits.filter(({ known }) => known === most) : []
  return best.find(({ what }) => listsOf[page]?.includes(what))?.what
}
