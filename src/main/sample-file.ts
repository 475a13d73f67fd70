import { existsSync, renameSync, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import type { Result } from '../core/result.ts'
import type { Store } from './store/host.ts'
import type { Watch } from './store/thread.ts'

/** What to do with a sample shop in which something was entered. */
export type SampleAnswer = 'keep' | 'anew' | 'cancel'

/** Whether anything was entered in a sample shop since it was filled. */
export async function isEntered(store: Store): Promise<boolean> {
  const acts = (await store.call('shop.acts', { limit: 2 })) as Result<readonly unknown[]>
  return !acts.ok || acts.value.length > 1
}

/** Fills a new file beside the sample's place. `open` opens it, `resources` holds the story. Problems as of both. */
export async function fillNew(
  partial: string,
  open: (path: string) => Promise<Result<Store>>,
  resources: string,
  watch?: Watch,
): Promise<Result<unknown>> {
  remove(partial)
  const made = await open(partial)
  if (!made.ok) return made
  const filled = await made.value.call('shop.fillSample', { folder: resources }, watch)
  await made.value.close()
  if (!filled.ok) remove(partial)
  return filled
}

/** Puts the new file in the sample's place. One that could not be read is kept under a name that says so. */
export async function putInPlace(partial: string, sample: string, unreadable: boolean): Promise<void> {
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
