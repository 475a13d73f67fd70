import type { AboutShown } from '../about/about.ts'
import type { CallDef, SentOf } from '../call.ts'
import type { Harm, Waiting } from './order.ts'

/** What can be done about an item without leaving Today. */
export type TodayAction = {
  readonly label: string
  /** The letter, small, that does it on its row. */
  readonly key?: string
} & (
  | {
      readonly call: string
      readonly input: unknown
      /** The form that must not be half filled in: what was said there already would be lost. */
      readonly unlessTyped?: string
    }
  /** Asks what the call still needs, then makes it. */
  | { readonly ask: 'promises.close' | 'promises.warn'; readonly promiseId: number }
  | {
      readonly ask: 'actions.finish'
      readonly actionId: number
      /** The form that makes it the next step: only where something is half said in it. */
      readonly ifTyped?: string
    }
  | { readonly page: string }
)

/** Who or what it is about, where to reach them, by when; '' where there is none. */
export interface AtOnce {
  readonly name: string
  readonly phone: string
  readonly when: string
  readonly rest: string
}

/** One thing that must not be forgotten today; the first action is the main one. */
export interface TodayItem {
  /** Unique on the list, and the same for the same thing on the next reading. */
  readonly id: string
  readonly harm: Harm
  readonly title: string
  /** Where to reach whom the title names. */
  readonly reach?: { readonly phone: string; readonly email: string }
  /** Why it is here, in words. */
  readonly reason: string
  /** What has to be seen at once where it cannot wait, and the rest in words. */
  readonly atOnce?: AtOnce
  /** What must be known of the customer it is for, such as an allergy. */
  readonly mustKnow?: string
  /** The thing it is about, which opens it. */
  readonly about?: AboutShown
  readonly actions: readonly TodayAction[]
}

/** A kind of thing that waits, as its feature calls it. */
export interface WaitingKind {
  readonly harm: Harm
  readonly label: string
  /** `risk`: still to be saved. `broken`: the word was not kept. */
  readonly mark: 'none' | 'risk' | 'broken'
  /** What comes after their number. */
  readonly words: readonly [one: string, many: string]
  readonly page: string
}

/** All of one kind that waits, the worst first. */
export type KindWaiting = Waiting<TodayItem> & WaitingKind

/** What waits of a kind; `total` may be more than the items at hand. */
export const waitingOf = (
  kind: WaitingKind,
  items: readonly Omit<TodayItem, 'harm'>[],
  total = items.length,
): KindWaiting => ({ ...kind, items: items.map((item) => ({ ...item, harm: kind.harm })), total })

/** Makes the actions of a feature's own calls: `doing<typeof stockCalls>()('Pull', 'stock.act', { ... })`. */
export const doing =
  <Defs extends Readonly<Record<string, CallDef>>>() =>
  <N extends keyof Defs & string>(
    label: string,
    call: N,
    input: SentOf<Defs[N]>,
    unlessTyped?: string,
  ): TodayAction => ({ label, call, input, ...(unlessTyped !== undefined && { unlessTyped }) })

/** Opens a page: `goTo('Hours', '/hours')` is “Go to Hours”. */
export const goTo = (name: string, page: string): TodayAction => ({ label: `Go to ${name}`, page })
