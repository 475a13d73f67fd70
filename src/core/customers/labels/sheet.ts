/** Addresses on sheets of labels or envelopes, ready to be printed. */
export interface LabelSheet {
  readonly html: string
  /** How many addresses there are. */
  readonly count: number
  /** Who is left out, and why: the first of them, and how many in all. */
  readonly left: readonly { readonly customerId: number; readonly name: string; readonly why: string }[]
  readonly leftCount: number
}

/** More would hold the printer, and the window, for too long. */
export const mostLabels = 2000

export const tooManyLabels = 'Print at most 2,000 addresses at once: choose some of them in the list.'
