/** What a customer answered to being sent mail; most were never asked. */
export type Consent = 'yes' | 'no' | 'unasked'

export const consents = ['yes', 'no', 'unasked'] as const satisfies readonly Consent[]

/** What a no means for who may be the same person, in sentences; the first of them. */
export type Beside = readonly string[]

/** A no of somebody who is no longer on file. */
export interface GoneNo {
  readonly id: number
  /** The address it was said for; '' where they had none. */
  readonly emailKey: string
  /** Who said it, as far as that can be told: see whose.ts. */
  readonly whose: string
  readonly day: string
  readonly source: string
}

/** A no of somebody on file, with the signs they had when they said it: an undo may have taken those since. */
export interface SignedNo {
  readonly customerId: number
  readonly name: string
  readonly whose: string
}

/** A no as it is kept: by address, and with the one who said it. */
export interface Refusal {
  /** Who said it; '' when they are no longer on file. */
  readonly name: string
  /** The local day, or '' where it is not known. */
  readonly day: string
  readonly source: string
}
