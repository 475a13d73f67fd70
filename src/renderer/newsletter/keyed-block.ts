import { saidBy, type Block } from '../../core/newsletter/blocks.ts'

/** A block on the screen: the key stays with it when it is changed, moved and saved. */
export interface KeyedBlock {
  readonly key: string
  readonly block: Block
}

/** A block that is new. */
export const keyed = (block: Block): KeyedBlock => ({ key: crypto.randomUUID(), block })

/** Blocks as they are stored, with their keys; one that has none yet is named by what it says, wherever it stands. */
export function keyedAll(blocks: readonly Block[]): KeyedBlock[] {
  const given = new Set(blocks.flatMap(({ key }) => key ?? []))
  const taken = new Set<string>()
  return blocks.map((block) => {
    const own = block.key !== undefined && !taken.has(block.key)
    const key = own ? block.key : free(wordsKey(block), [given, taken])
    taken.add(key)
    return { key, block }
  })
}

/** As {@link keyedAll}; where one block of a kind is gone and one without a key has come, it is the same one, changed. */
export function keyedOver(blocks: readonly Block[], before: readonly Block[]): KeyedBlock[] {
  const [now, was] = [keyedAll(blocks), keyedAll(before)]
  const gone = was.filter(notIn(now))
  const come = now.filter(notIn(was)).filter(({ block }) => block.key === undefined)
  return now.map((one) => {
    const [ofKind, others] = [come, gone].map((some) =>
      some.filter(({ block }) => block.kind === one.block.kind),
    )
    const isChanged = come.includes(one) && ofKind!.length === 1 && others!.length === 1
    return isChanged ? { ...one, key: others![0]!.key } : one
  })
}

const notIn =
  (some: readonly KeyedBlock[]) =>
  ({ key }: KeyedBlock): boolean =>
    !some.some((one) => one.key === key)

/** Whether blocks were added, removed or put in another order, whatever was typed in them. */
export const isArranged = (before: readonly Block[], after: readonly Block[]): boolean =>
  String(keyedAll(before).map(({ key }) => key)) !== String(keyedAll(after).map(({ key }) => key))

/** What is stored of blocks on the screen. */
export const stored = (blocks: readonly KeyedBlock[]): Block[] =>
  blocks.map(({ key, block }) => ({ ...block, key }))

function free(key: string, sets: readonly ReadonlySet<string>[]): string {
  for (let i = 1; ; i++) {
    const one = i === 1 ? key : `${key} ${i}`
    if (!sets.some((set) => set.has(one))) return one
  }
}

const wordsKey = (block: Block): string => `${hash(saidBy(block), 2166136261)}${hash(saidBy(block), 40389)}`

/** FNV-1a in 32 bits over UTF-16 units, begun at a seed. */
function hash(text: string, seed: number): string {
  let sum = seed
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 16777619)
  return (sum >>> 0).toString(36)
}
