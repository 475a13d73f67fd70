import type { SaidCustomer } from './said-customer.ts'

/** What tells one promise from another: what a line of a file says, or what the file said that a kept one came from. */
export interface Told {
  readonly customer: SaidCustomer
  /** What else they are called, where the customer on file is known. */
  readonly alsoCalled: readonly string[]
  /** The columns that a file does not have: it says nothing about them. */
  readonly unsaid?: readonly ('customer' | 'person' | 'company' | 'what' | 'made')[]
  /** '' where the file does not say. */
  readonly what: string
  /** When it was made, as the file says it, whatever the shop's zone is; '' where it does not. */
  readonly made: string
  /** The told time as the file says it; '' where that is not known any more. */
  readonly told: string
  /** Null where the file does not say. */
  readonly madeAtMs: number | null
  readonly toldAtMs: number
  readonly doneAtMs: number | null
}

/** A promise that is known: what its file said of it, and what is kept by now. */
export interface KnownTold extends Told {
  readonly kept: {
    readonly customer: string
    readonly what: string
    /** The time that the customer was told last. */
    readonly toldAtMs: number
  }
  /** The other told times that files said of it. */
  readonly alsoTold: readonly string[]
  readonly brokenAtMs: number | null
}
