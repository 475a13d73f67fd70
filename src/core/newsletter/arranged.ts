import { blockKinds, type Block } from './blocks.ts'

/** What was done to an issue whose blocks are others, or in another order, than before. */
export function arrangedSaid(issue: string, before: readonly Block[], after: readonly Block[]): string {
  const kinds = Object.values(blockKinds).map(({ name, start }) => {
    const { kind } = start()
    const [was, is] = [before, after].map((blocks) => blocks.filter((one) => one.kind === kind).length)
    return { name, more: is! - was! }
  })
  const changed = kinds.filter(({ more }) => more !== 0)
  if (changed.length === 0) return `${issue}: order changed`
  const [{ name, more }] = changed as [(typeof changed)[number]]
  if (changed.length > 1 || Math.abs(more) > 1) return `${issue}: blocks changed`
  return more > 0 ? `${issue}: ${name} added` : `${issue}: ${name} removed`
}
