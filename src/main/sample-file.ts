import { existsSync, renameSync, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { ok, type Result } from '../core/result.ts'
import type { SampleChoice } from '../core/shop/sample.ts'
import type { Store } from './store/host.ts'
import type { Watch } from './store/thread.ts'

/** What to do with a sample shop in which something was entered. */
export type SampleAnswer = 'keep' | 'anew' | 'cancel'

/** How the sample shop's file stands. */
export type SampleState = 'none' | 'untouched' | 'entered' | 'unreadable'

/** Which sample shop is to be made, and who watches. */
export interface SampleAsked extends Watch {
  readonly of?: SampleChoice | undefined
}

/** The file of the sample shop. */
export interface SampleFile {
  readonly path: string
  /** How it stands; `opened` is the file where it is open already. */
  look(opened: Result<Store> | undefined): Promise<SampleState>
  /** Fills a new one beside it; answers how to put that in its place. Problems as of opening and filling. */
  fill(state: SampleState, sample?: SampleAsked): Promise<Result<() => Promise<void>>>
}

/** `open` opens a file, made if `create`; `resources` holds the story. */
export function sampleFileAt(
  path: string,
  open: (path: string, create: boolean) => Promise<Result<Store>>,
  resources: string,
): SampleFile {
  const partial = `${path}.partial`
  return {
    path,
    async look(opened) {
      if (!existsSync(path)) return 'none'
      const store = opened ?? (await open(path, false))
      if (!store.ok) return 'unreadable'
      const entered = await isEntered(store.value)
      if (!opened) await store.value.close()
      return entered ? 'entered' : 'untouched'
    },
    async fill(state, { of, ...watch } = {}) {
      remove(partial)
      const made = await open(partial, true)
      if (!made.ok) return made
      const filled = await made.value.call('shop.fillSample', { folder: resources, of }, watch)
      await made.value.close()
      if (filled.ok) return ok(() => putInPlace(partial, path, state === 'unreadable'))
      remove(partial)
      return filled
    },
  }
}

/** Whether anything was entered since it was filled, or typed and not saved. */
async function isEntered(store: Store): Promise<boolean> {
  const acts = (await store.call('shop.acts', { limit: 2 })) as Result<readonly unknown[]>
  if (!acts.ok || acts.value.length > 1) return true
  const drafts = (await store.call('drafts.all', {})) as Result<readonly unknown[]>
  return !drafts.ok || drafts.value.length > 0
}

/** One that could not be read is kept under a name that says so. */
async function putInPlace(partial: string, sample: string, unreadable: boolean): Promise<void> {
  if (unreadable) keepDamaged(sample)
  else remove(sample)
  await rename(partial, sample)
}

function keepDamaged(path: string): void {
  const kept = `${path}.damaged-${new Date().toISOString().replace(/[:.]/g, '-')}`
  for (const end of ['', '-wal', '-shm']) if (existsSync(path + end)) renameSync(path + end, kept + end)
}

/** A file with what SQLite keeps beside it. */
function remove(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
}
