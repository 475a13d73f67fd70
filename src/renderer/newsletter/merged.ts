import { saidBy, type Words } from '../../core/newsletter/blocks.ts'
import { keyedAll, type KeyedBlock } from './keyed-block.ts'

/** What is on the screen. */
export interface Screen {
  readonly subject: string
  readonly blocks: readonly KeyedBlock[]
  /** What was typed in here and changed elsewhere meanwhile: keys of blocks, and `subject`. */
  readonly contested: readonly string[]
}

/**
 * What was typed over `base`, brought together with what is stored now, block by block: what was changed, moved, added or
 * removed elsewhere is followed, but a block that was typed in stays as it was typed, and one that was changed elsewhere is
 * not removed.
 */
export function merged(base: Words, typed: Screen, now: Words): Screen {
  const [was, mine, theirs] = [keyedAll(base.blocks), typed.blocks, keyedAll(now.blocks)]
  const [before, here, there] = [was, mine, theirs].map(byKey) as [Blocks, Blocks, Blocks]
  const contested: string[] = []
  /** Whether what is here stays: typed, or removed here and not changed elsewhere; undefined for what is not there. */
  const stays = (key: string, old?: string, ours?: string, stored?: string): boolean => {
    if (ours === undefined) return stored === old
    const isHeld = typed.contested.includes(key)
    const isTyped = isHeld || ours !== old
    const isElsewhere = stored !== undefined && (isHeld || stored !== old)
    if (isTyped && isElsewhere && ours !== stored) contested.push(key)
    return isTyped
  }
  const blocks = orderOf(was, mine, theirs).flatMap((key) => {
    const said = [before, here, there].map((some) => some.get(key)).map((one) => one && saidBy(one.block))
    return (stays(key, ...said) ? here : there).get(key) ?? []
  })
  const subject = stays('subject', base.subject, typed.subject, now.subject) ? typed.subject : now.subject
  return { subject, blocks, contested }
}

type Blocks = ReadonlyMap<string, KeyedBlock>

const byKey = (blocks: readonly KeyedBlock[]): Blocks => new Map(blocks.map((one) => [one.key, one]))

/** The keys of all: in the order here if it was changed here, else in the order stored; the others behind what they stood behind. */
function orderOf(...sides: readonly (readonly KeyedBlock[])[]): readonly string[] {
  const [was, mine, theirs] = sides.map((blocks) => blocks.map(({ key }) => key)) as [
    string[],
    string[],
    string[],
  ]
  const isMoved = String(within(was, mine)) !== String(within(mine, was))
  const [order, others] = isMoved ? [[...mine], theirs] : [[...theirs], mine]
  for (const [i, key] of others.entries()) {
    if (order.includes(key)) continue
    const behind = others.slice(0, i).findLast((one) => order.includes(one))
    order.splice(behind === undefined ? 0 : order.indexOf(behind) + 1, 0, key)
  }
  return order
}

const within = (keys: readonly string[], others: readonly string[]): string[] =>
  keys.filter((key) => others.includes(key))
