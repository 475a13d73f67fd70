import type { ProblemCode } from '../problem-code.ts'

/** Where the owner puts something right. */
export type Fix = 'settings' | 'hours' | 'customers' | 'issue'

/** Why an issue cannot go out yet, in a sentence. */
export interface Obstacle {
  readonly code: ProblemCode
  readonly message: string
  readonly fix: Fix
}
