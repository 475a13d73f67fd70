import type { Block } from '../../core/newsletter/blocks.ts'
import { keyed, sameBlock, type KeyedBlock, type Words } from './keyed-block.ts'

/** What is on the screen, and what it was typed over. */
interface Merged {
  readonly subject: string
  readonly blocks: readonly KeyedBlock[]
  /** What is stored; of what was typed here and changed elsewhere too, what was there before both. */
  readonly base: Words
}

interface Typed {
  readonly subject: string
  readonly blocks: readonly KeyedBlock[]
}

/**
 * What was typed over `base`, brought together with what is stored now, block by block: what was changed, added or removed
 * elsewhere is followed, but a block that was typed in stays as it was typed.
 */
export function merged(base: Words, typed: Typed, now: Words): Merged {
  const here = becameOf(base.blocks, typed.blocks, ({ block }) => block)
  const there = becameOf(base.blocks, now.blocks, (block) => block)
  const blocks: KeyedBlock[] = []
  const over: Block[] = []
  for (const [i, ours] of here.before.entries()) {
    const theirs = there.before[i]!
    blocks.push(
      ...ours,
      ...theirs.filter((one) => !ours.some(({ block }) => sameBlock(block, one))).map(keyed),
    )
    over.push(...theirs)
    const was = base.blocks[i]
    if (!was) continue
    const [mine, stored] = [here.instead[i], there.instead[i]]
    const isChanged = stored !== undefined && !sameBlock(stored, was)
    if (mine && sameBlock(mine.block, was)) {
      if (stored) blocks.push({ ...mine, block: stored })
    } else if (mine) blocks.push(mine)
    else if (isChanged) blocks.push(keyed(stored))
    const isContested = isChanged && mine && !sameBlock(mine.block, was) && !sameBlock(mine.block, stored)
    if (stored) over.push(isContested ? was : stored)
  }
  const isTyped = typed.subject !== base.subject
  const isContested = isTyped && now.subject !== base.subject && now.subject !== typed.subject
  return {
    subject: isTyped ? typed.subject : now.subject,
    blocks,
    base: { subject: isContested ? base.subject : now.subject, blocks: over },
  }
}

/** What became of some blocks. */
interface Became<T> {
  /** What stands in the place of each; undefined where it was removed. */
  readonly instead: readonly (T | undefined)[]
  /** What was put in before each, and behind all. */
  readonly before: readonly (readonly T[])[]
}

/** Blocks have no name: what stayed as it was parts the others, of which the next one of its kind is the same one changed. */
function becameOf<T>(base: readonly Block[], now: readonly T[], blockOf: (one: T) => Block): Became<T> {
  const instead: (T | undefined)[] = base.map(() => undefined)
  const before: T[][] = [...base, null].map(() => [])
  const stayed = stayedOf(base, now.map(blockOf))
  let [from, at] = [0, 0]
  for (const [end, endAt] of [...stayed, [base.length, now.length] as const]) {
    for (const one of now.slice(at, endAt)) {
      const place = base.findIndex(({ kind }, i) => i >= from && i < end && kind === blockOf(one).kind)
      if (place < 0) before[from]!.push(one)
      else {
        instead[place] = one
        from = place + 1
      }
    }
    if (end < base.length) instead[end] = now[endAt]
    from = end + 1
    at = endAt + 1
  }
  return { instead, before }
}

/** The places of the most blocks that are in both, in their order. */
function stayedOf(a: readonly Block[], b: readonly Block[]): readonly (readonly [number, number])[] {
  const most = [...a, null].map(() => [...b, null].map(() => 0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let k = b.length - 1; k >= 0; k--)
      most[i]![k] = sameBlock(a[i]!, b[k]!)
        ? 1 + most[i + 1]![k + 1]!
        : Math.max(most[i + 1]![k]!, most[i]![k + 1]!)
  const stayed: (readonly [number, number])[] = []
  let [i, k] = [0, 0]
  while (i < a.length && k < b.length) {
    if (sameBlock(a[i]!, b[k]!)) stayed.push([i++, k++])
    else if (most[i + 1]![k]! >= most[i]![k + 1]!) i++
    else k++
  }
  return stayed
}
