import type { About } from '../../core/about/about.ts'
import type { Occasion } from '../../core/letters/occasions.ts'

/** To whom is written, on what, and about what. */
export interface LetterTo {
  readonly customerId: number
  readonly name: string
  readonly occasion: Occasion
  readonly about?: About | undefined
  /** What is done by it. */
  readonly actionId?: number | undefined
}
