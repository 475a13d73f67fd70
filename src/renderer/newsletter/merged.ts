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
  const blockOf = (key: string): KeyedBlock | undefined => {
    const [old, ours, stored] = [before.get(key), here.get(key), there.get(key)]
    const isTyped = ours && (typed.contested.includes(key) || !old || !says(ours, old))
    if (!ours) return old && stored && says(stored, old) ? undefined : stored
    if (!stored) return isTyped ? ours : undefined
    if (!isTyped) return stored
    if (!says(ours, stored) && !(old && says(stored, old) && !typed.contested.includes(key)))
      contested.push(key)
    return ours
  }
  const blocks = orderOf(was, mine, theirs).flatMap((key) => blockOf(key) ?? [])
  const isTyped = typed.contested.includes('subject') || typed.subject !== base.subject
  const isElsewhere = typed.contested.includes('subject') || now.subject !== base.subject
  if (isTyped && isElsewhere && now.subject !== typed.subject) contested.push('subject')
  return { subject: isTyped ? typed.subject : now.subject, blocks, contested }
}

type Blocks = ReadonlyMap<string, KeyedBlock>

const byKey = (blocks: readonly KeyedBlock[]): Blocks => new Map(blocks.map((one) => [one.key, one]))

const says = (a: KeyedBlock, b: KeyedBlock): boolean => saidBy(a.block) === saidBy(b.block)

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
