import type { HappenedKind, HappenedPart } from '../../core/happened/happened.ts'
import type { Context } from '../store/context.ts'

/** What a feature has to say on a customer's time line: rows of the kinds asked for alone, the newest `room` of each at least; counts of all its kinds. */
export type HappenedReader = (
  context: Context,
  customerId: number,
  room: number,
  kinds: ReadonlySet<HappenedKind>,
) => Promise<HappenedPart>
