import { statSync } from 'node:fs'
import type { Result } from '../../core/result.ts'
import type { Thread } from './thread.ts'

/** One look at every page of a shop file, after it was opened. */
export interface FileCheck {
  /** Waits for it, begun now at the latest, but not longer than an owner waits for a key. */
  awaited(): Promise<void>
  /** Gives it up. */
  stop(): Promise<void>
}

/** The window comes first, ms. */
const beginAfter = 1500
/** What is written while a large file is still being read is kept with it, ms. */
const patience = 2000
/** Up to this it is read before anybody notices, bytes: about 0.03 s. */
const small = 8_000_000

/**
 * Reads the whole file once: a small one in its own thread, a large one in another that `startReader` starts. `tell` gets the
 * problem where a page is not what was written.
 */
export function checkFile(
  path: string,
  own: Thread,
  startReader: () => Thread,
  tell: (result: Result<unknown>) => void,
): FileCheck {
  let reader: Thread | undefined
  let stopped = false
  let checking: Promise<void> | undefined
  const begin = () => (checking ??= stopped ? Promise.resolve() : check())
  const timer = setTimeout(() => void begin(), beginAfter)

  async function check(): Promise<void> {
    clearTimeout(timer)
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > small) reader = startReader()
    const thread = reader && (await reader.opening).ok ? reader : own
    const result = await thread.check()
    await endReader()
    if (!stopped) tell(result)
  }
  // Giving up waits for an end that was begun before: the file may be moved only when nothing holds it.
  let ended: Promise<unknown> = Promise.resolve()
  async function endReader(): Promise<void> {
    const over = reader
    reader = undefined
    ended = Promise.all([ended, over?.close()])
    await ended
  }

  return {
    async awaited() {
      let waiting: NodeJS.Timeout | undefined
      await Promise.race([begin(), new Promise((resolve) => (waiting = setTimeout(resolve, patience)))])
      clearTimeout(waiting)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await endReader()
    },
  }
}
