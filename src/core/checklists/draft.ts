import type { Day } from '../day.ts'
import type { Part } from './own-line.ts'

/** A line before it has its code. */
export interface Draft {
  readonly key: string
  readonly day: Day | null
  readonly part: Part
  readonly text: string
  /** What must be known of the customer it is for; '' as well for nothing. */
  readonly mustKnow?: string | undefined
  readonly pen?: boolean
  /** The local moment, `YYYY-MM-DDTHH:MM`, that places it among the others of its day. */
  readonly at?: string
}
