import type { Context } from '../store/context.ts'

/** Work on many rows, some at a time: tells how far it is, lets other calls in, and stops there when cancelled. */
export async function inSlices<Row>(
  { step }: Pick<Context, 'step'>,
  rows: readonly Row[],
  words: string,
  work: (some: readonly Row[]) => Promise<void> | void,
  { size = 200, before = 0, total = rows.length } = {},
): Promise<void> {
  for (let at = 0; at < rows.length; at += size) {
    await work(rows.slice(at, at + size))
    await step(before + Math.min(at + size, rows.length), total, words)
  }
}
