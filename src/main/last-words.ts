import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { News } from '../core/machine/news.ts'

/** How the window is asked for what was typed in it and not written yet. */
export interface LastWords {
  /** Resolves when all of it is in the shop file; a window that does not answer is waited for 2 s. */
  ask(why: { readonly leave: boolean }): Promise<void>
  /** The window's answer. */
  written(id: string): void
}

/** A window that hangs must not keep its owner from closing it, ms. */
const patience = 2000

/** `tell` reaches the window; false where there is none that could answer. */
export function lastWords(tell: (news: News) => boolean): LastWords {
  const waiting = new Map<string, () => void>()
  return {
    async ask({ leave }) {
      const id = randomUUID()
      const answer = new Promise<void>((resolve) => waiting.set(id, resolve))
      if (tell({ kind: 'last words', id, leave })) await Promise.race([answer, setTimeout(patience)])
      waiting.delete(id)
    },
    written: (id) => waiting.get(id)?.(),
  }
}
