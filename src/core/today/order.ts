/** What can go wrong today, the most harmful first. */
export const harms = [
  'hours',
  'promise-overdue',
  'promise-at-risk',
  'use-by',
  'best-before',
  'pull-today',
  'promise-today',
  'person',
  'holidays',
  'newsletter',
  'checklist',
] as const

export type Harm = (typeof harms)[number]

/** All of one kind, the worst first; `total` may be more than the items at hand. */
export interface Waiting<Item> {
  readonly harm: Harm
  readonly items: readonly Item[]
  readonly total: number
}

/**
 * What to show where there is room for `room` items (at least one of each kind): every kind is seen, and what room is
 * left goes to the most harmful. Answers the items in order of harm, and how many more there are of each kind.
 */
export function mostHarmful<Item>(
  waiting: readonly Waiting<Item>[],
  room: number,
): { readonly items: readonly Item[]; readonly more: readonly { harm: Harm; count: number }[] } {
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
