/** What a look at 6:55 has to see: what cannot wait, what is of today, what can wait. */
export const weights = ['now', 'today', 'can wait'] as const
export type Weight = (typeof weights)[number]

/** What can go wrong today, the most harmful first: a word that can still be kept comes before one that is broken. */
const weightOf = {
  'promise-at-risk': 'now',
  'promise-overdue': 'now',
  'use-by': 'now',
  complaint: 'now',
  hours: 'today',
  'promise-today': 'today',
  'best-before': 'today',
  'pull-today': 'today',
  action: 'today',
  checklist: 'today',
  'promise-tomorrow': 'can wait',
  person: 'can wait',
  holidays: 'can wait',
  newsletter: 'can wait',
} as const satisfies Readonly<Record<string, Weight>>

export type Harm = keyof typeof weightOf

export const harms = Object.keys(weightOf) as readonly Harm[]

/** How soon what is harmful so is to be done. */
export const weightOfHarm = (harm: Harm): Weight => weightOf[harm]

/** All of one kind, the worst first; `total` may be more than the items at hand. */
export interface Waiting<Item> {
  readonly harm: Harm
  readonly items: readonly Item[]
  readonly total: number
}

interface Shown<Item> {
  readonly items: readonly Item[]
  readonly more: readonly { harm: Harm; count: number }[]
}

/**
 * What to show where there is room for so many items of a weight (at least one of each kind): every kind is seen, and what
 * room is left goes to the most harmful of its weight, then to the next weight. Answers the items in order of harm, and how
 * many more there are of each kind.
 */
export function mostHarmful<Item>(
  waiting: readonly Waiting<Item>[],
  room: Readonly<Record<Weight, number>>,
): Shown<Item> {
  let free = 0
  const shown = weights.map((weight) => {
    const ofWeight = waiting.filter(({ harm }) => weightOfHarm(harm) === weight)
    const found = harmfulOf(ofWeight, room[weight] + free)
    free = Math.max(0, room[weight] + free - found.items.length)
    return found
  })
  return { items: shown.flatMap(({ items }) => items), more: shown.flatMap(({ more }) => more) }
}

function harmfulOf<Item>(waiting: readonly Waiting<Item>[], room: number): Shown<Item> {
  const kinds = harms.flatMap((harm) => waiting.filter((kind) => kind.harm === harm && kind.items.length > 0))
  let left = Math.max(0, room - kinds.length)
  const shown = kinds.map((kind) => {
    const extra = Math.min(left, kind.items.length - 1)
    left -= extra
    return { ...kind, items: kind.items.slice(0, 1 + extra) }
  })
  return {
    items: shown.flatMap(({ items }) => items),
    more: shown.flatMap(({ harm, items, total }) =>
      total > items.length ? [{ harm, count: total - items.length }] : [],
    ),
  }
}
