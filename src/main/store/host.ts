import { ok, type Answered, type Problem, type Result } from '../../core/result.ts'
import type { Stale } from '../../core/machine/news.ts'
import type { Act } from './acts.ts'
import type { OpenOptions } from './shop.ts'
import { checkFile } from './file-check.ts'
import { readAside } from './read-aside.ts'
import { startThread, type ThreadEvents, type Watch } from './thread.ts'

/** What the host tells those who listen. */
export interface StoreEvents {
  changed(stale: Stale, act: Act | undefined): void
  bug(name: string, stack: string): void
  /** What the owner should know of the file changed. */
  noticed?(): void
  /** A page of the file is not what was written: nothing more may be written to it. */
  damaged?(problem: Problem): void
}

/** The store, seen from the main process: its threads' other end. */
export interface Store {
  readonly path: string
  /** What the owner should know of the file and its folder. */
  notices(): readonly Problem[]
  call(name: string, input: unknown, watch?: Watch): Promise<Answered<unknown>>
  /** Closes the file; `asItIs` writes nothing more to it. */
  close(asItIs?: boolean): Promise<void>
}

/** Opens a shop file in a worker thread. `workerPath` is the built store/worker. Problems as of `openShop`. */
export async function openStore(
  workerPath: string,
  path: string,
  options: OpenOptions,
  now: () => number,
  events: StoreEvents,
): Promise<Result<Store>> {
  let notices: readonly Problem[] = []
  const threadEvents: ThreadEvents = {
    ...events,
    noticed(next, changed) {
      notices = next
      events.noticed?.()
      if (changed) events.changed('all', undefined)
    },
  }
  const thread = startThread(workerPath, { path, options }, threadEvents)
  const opened = await thread.opening
  if (!opened.ok) {
    await thread.close()
    return opened
  }
  notices = opened.value.notices
  const reads: ReadonlySet<string> = new Set(opened.value.reads)
  const startReader = () =>
    startThread(workerPath, { path, madeAt: options.madeAt ?? '', reads: true }, threadEvents)
  const aside = readAside(startReader)
  const check = checkFile(path, thread, startReader, seen)

  let broken: Result<never> | undefined

  function seen(result: Answered<unknown>): Answered<unknown> {
    if (result.ok || result.problem.code !== 'damaged' || broken) return result
    broken = result
    events.damaged?.(result.problem)
    return result
  }
  return ok({
    path,
    notices: () => notices,
    async call(name, input, watch) {
      if (reads.has(name))
        return seen(await aside.ask((reader) => (reader ?? thread).call(name, input, now(), watch)))
      await check.awaited()
      if (broken) return broken
      return seen(await aside.during((along) => thread.call(name, input, now(), along), watch))
    },
    async close(asItIs) {
      await check.stop()
      await aside.close()
      await thread.close(asItIs)
    },
  })
}
