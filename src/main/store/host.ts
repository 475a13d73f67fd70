import { ok, type Result } from '../../core/result.ts'
import type { Stale } from '../../core/machine/news.ts'
import type { Act } from './changes.ts'
import type { OpenOptions } from './open.ts'
import { readAside } from './read-aside.ts'
import { startThread, type Watch } from './thread.ts'

/** What the host tells those who listen. */
export interface StoreEvents {
  changed(stale: Stale, act: Act | undefined): void
  bug(name: string, stack: string): void
}

/** The store, seen from the main process: its threads' other end. */
export interface Store {
  readonly path: string
  call(name: string, input: unknown, watch?: Watch): Promise<Result<unknown>>
  close(): Promise<void>
}

/** Opens a shop file in a worker thread. `workerPath` is the built store/worker. Problems as of `openShop`. */
export async function openStore(
  workerPath: string,
  path: string,
  options: OpenOptions,
  now: () => number,
  events: StoreEvents,
): Promise<Result<Store>> {
  const thread = startThread(workerPath, { path, options }, events)
  const opened = await thread.opening
  if (!opened.ok) {
    await thread.close()
    return opened
  }
  const reads: ReadonlySet<string> = new Set(opened.value)
  const aside = readAside(() => startThread(workerPath, { path, reads: true }, events))
  return ok({
    path,
    call(name, input, watch) {
      if (!reads.has(name)) return aside.during((along) => thread.call(name, input, now(), along), watch)
      return aside.ask((reader) => (reader ?? thread).call(name, input, now(), watch))
    },
    async close() {
      await aside.close()
      await thread.close()
    },
  })
}
