import type { Generated } from 'kysely'
import { instant, money, pointsAt, text, yesNo, type Things } from '../store/thing.ts'

interface PromisesTable {
  id: Generated<number>
  customerId: Generated<number | null>
  name: string
  what: string
  kind: Generated<string>
  /** The number it had in a file, or all that its line said; other programs count as well. */
  sourceId: Generated<string>
  /** The customer as that file named them. */
  sourceCustomer: Generated<string>
  /** What was promised in its words, '' where it did not say: no correction of the owner's makes it another promise. */
  sourceWhat: Generated<string>
  /** When it was made and by when it was told, as that file wrote them: local, or in UTC with a Z; '' where it did not. Later files' other told times of it follow, a space before each. */
  sourceMade: Generated<string>
  sourceTold: Generated<string>
  madeAtMs: number
  /** What the customer heard last. */
  toldAtMs: number
  /** What they heard first, which it is judged by; null where it was never moved. */
  firstToldAtMs: Generated<number | null>
  /** When they heard the last word; null where it was never moved. */
  movedAtMs: Generated<number | null>
  /** Ours, not later than the told date. */
  targetAtMs: number
  priceCapMills: Generated<number | null>
  warnedAtMs: Generated<number | null>
  readyAtMs: Generated<number | null>
  doneAtMs: Generated<number | null>
  /** 1 where only the day is known, and `doneAtMs` is its first moment. */
  doneDayOnly: Generated<0 | 1>
  brokenAtMs: Generated<number | null>
  onTime: Generated<0 | 1 | null>
  inBudget: Generated<0 | 1 | null>
  fullScope: Generated<0 | 1 | null>
  leftClean: Generated<0 | 1 | null>
  note: Generated<string>
}

export interface PromisesTables {
  promises: PromisesTable
}

/** Those whose every change is logged and can be undone, in the words of their screens. */
export const promisesLogged = {
  promises: {
    thing: 'Promise',
    named: ({ what, name }) => (name === '' ? what : `${what}, ${name}`),
    fields: {
      customerId: pointsAt('customers', 'Customer'),
      name: text('Who'),
      what: text('What'),
      kind: text('Kind'),
      sourceId: text('Number'),
      sourceCustomer: null,
      sourceWhat: null,
      sourceMade: null,
      sourceTold: null,
      madeAtMs: instant('Promised'),
      toldAtMs: instant('By when, as the customer heard'),
      firstToldAtMs: instant('By when, as they heard first'),
      movedAtMs: instant('New time told'),
      targetAtMs: instant('Our own date'),
      priceCapMills: money('At most, in money'),
      warnedAtMs: instant('Customer told'),
      readyAtMs: instant('Ready'),
      doneAtMs: instant('Really finished'),
      doneDayOnly: yesNo('Only the day is known'),
      brokenAtMs: instant('Broken'),
      onTime: yesNo('On time'),
      inBudget: yesNo('In budget'),
      fullScope: yesNo('Full scope'),
      leftClean: yesNo('Left clean'),
      note: text('Note'),
    },
  },
} satisfies Things<PromisesTables>
