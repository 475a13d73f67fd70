import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Stale } from '../../src/core/machine/news.ts'
import { keepBackups, type Keeper } from '../../src/main/backups/keeper.ts'
import { keepShopFile, type ShopFile } from '../../src/main/shop-file.ts'
import { memorySettings } from './settings.ts'
import { temporaryFolder } from './shop.ts'

const source = join(import.meta.dirname, '../../src/main')

/** A shop with its keeper. */
export interface Kept {
  readonly keeper: Keeper
  readonly shopFile: ShopFile
  readonly folder: string
  readonly backups: string
  readonly heard: Stale[]
  now: number
}

/** A shop with its keeper, in threads of their own as in the program. */
export async function kept(): Promise<Kept> {
  const folder = temporaryFolder()
  const heard: Stale[] = []
  const t: { now: number } = { now: Date.parse('2026-11-23T08:00:00Z') }
  const settings = memorySettings({ theme: 'dark' })
  const log = (where: string, error: unknown) => {
    throw new Error(`${where}: ${String(error)}`)
  }
  const clock = () => t.now
  const shopFile: ShopFile = keepShopFile({
    workerPath: join(source, 'store/worker.ts'),
    folder,
    resources: join(source, '../../resources'),
    settings,
    named: '',
    clock,
    events: {
      changed(stale) {
        keeper.noteChange(stale)
        heard.push(stale)
      },
      bug: log,
    },
    lastWords: async () => {},
    left: (path) => void keeper.noteLeft(path),
  })
  const keeper = keepBackups({
    workerPath: join(source, 'backups/worker.ts'),
    shopFile,
    settings,
    clock,
    tell: (stale) => heard.push(stale),
    log,
  })
  onTestFinished(() => shopFile.close())
  await done(shopFile.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' }))
  return Object.assign(t, { keeper, shopFile, folder, backups: join(folder, 'backups'), heard })
}

/** The value of an answer that has to be one. */
export async function done<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; problem: { message: string } }>,
) {
  const result = await answer
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}
