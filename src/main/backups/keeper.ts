import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type {
  BackupList,
  BackupState,
  Packed,
  RestorePreview,
  SecondPlace,
} from '../../core/backups/calls.ts'
import type { BackupReason } from '../../core/backups/file.ts'
import type { SameShop } from '../../core/backups/same-shop.ts'
import type { ShopState } from '../../core/machine/calls.ts'
import type { Stale } from '../../core/machine/news.ts'
import { ok, type Problem, type Result } from '../../core/result.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Settings } from '../settings-file.ts'
import type { ShopFile } from '../shop-file.ts'
import type { TakenIn } from './move.ts'
import { inThread } from './thread.ts'
import { inTurns } from './turns.ts'

/** Keeps the backups of the open shop, by itself and when asked. */
export interface Keeper {
  state(): Promise<BackupState>
  list(): Promise<BackupList>
  now(): Promise<Result<BackupList>>
  preview(id: string): Promise<Result<RestorePreview>>
  restore(id: string): Promise<Result<ShopState>>
  /** Copies go to this folder from now on; '' for none. */
  choosePlace(place: string): Promise<Result<BackupList>>
  pack(folder: string): Promise<Result<Packed>>
  takeIn(path: string, folder: string): Promise<Result<TakenIn>>
  /** The shop of a file, where it is on this PC already: at `known` or in `folder`. */
  findSame(path: string, known: readonly string[], folder: string): Promise<Result<SameShop | null>>
  /** Puts a file of the same shop in the place of the one at `here`. */
  replace(here: string, path: string): Promise<Result<TakenIn>>
  /** Goes on in the shop at `here` instead of a file of it. */
  stay(here: string, path: string): Promise<Result<unknown>>
  /** Makes the day's backup where it is missing, or lets the second place catch up where it is back. */
  look(): Promise<void>
  /** Looks from time to time. */
  begin(): void
  /** Call it when the shop was changed, or became another. */
  noteChange(stale: Stale): void
  /** Call it when another shop was opened in the place of the one at `path`: it gets its last backup, if it was changed. */
  noteLeft(path: string): Promise<void>
  /** Makes the last backup of each shop that lacks it, where that takes no time the owner would notice. */
  atClose(): Promise<void>
}

interface Parts {
  /** The built backups/worker. */
  readonly workerPath: string
  readonly shopFile: Pick<ShopFile, 'path' | 'isSample' | 'state' | 'call' | 'whileClosed'>
  readonly settings: Settings
  readonly clock: Clock
  readonly tell: (stale: Stale) => void
  readonly log: Log
}

/** The window is up and at work long before, ms. */
const firstLookMs = 30_000
const lookEveryMs = 600_000
/** At closing a backup has to be as quick as this, ms; one that is not is made on the next day. */
const quickMs = 1500
const patienceMs = 3000

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function keepBackups({ workerPath, shopFile, settings, clock, tell, log }: Parts): Keeper {
  let problem: Problem | null = null
  /** Why the second place lacks something; it may until it was looked at. */
  let lacks: Problem | 'unknown' | null = 'unknown'
  /** The files that were changed since their last backup: the open one, and those that were left. */
  const changed = new Set<string>()
  /** How long the last backup of each file took, ms. */
  const tookMs = new Map<string, number>()

  const turns = inTurns(() => tell(['backups.list', 'backups.state']), log)
  const about = () => ({ path: shopFile.path(), place: settings.get('backupPlace'), now: clock(), zone })

  async function keep(
    why: BackupReason,
    path = shopFile.path(),
    signal?: AbortSignal,
  ): Promise<Result<null>> {
    const began = performance.now()
    // At closing nobody waits for a stick.
    const place = why === 'closing' ? '' : settings.get('backupPlace')
    // What is changed meanwhile may not be in it.
    const wasChanged = changed.delete(path)
    const made = await inThread(workerPath, { job: 'keep', ...about(), path, place, why }, signal)
    if (!made.ok && wasChanged) changed.add(path)
    if (!made.ok && made.problem.code === 'cancelled') return made
    tookMs.set(path, performance.now() - began)
    // Of a shop that was left nothing is said in another: it is tried again.
    if (path === shopFile.path()) problem = made.ok ? null : made.problem
    if (!made.ok) return made
    if (path === shopFile.path()) placed(place === '' ? 'unknown' : made.value.place)
    return ok(null)
  }

  /** The last backup of a shop, unless it has it. */
  const keepLast = (path: string, signal?: AbortSignal): Promise<Result<null>> =>
    turns.take(async () => (changed.has(path) ? keep('closing', path, signal) : ok(null)))

  const areLeft = () => [...changed].filter((path) => path !== shopFile.path())

  function placed(found: typeof lacks): void {
    lacks = found
    if (found === null) settings.set({ backupPlaceAtMs: clock() })
  }

  async function catchUp(): Promise<Result<null>> {
    const done = await inThread(workerPath, { job: 'catch-up', ...about() })
    placed(done.ok ? null : done.problem)
    return ok(null)
  }

  async function look(): Promise<void> {
    if (turns.busy()) return
    for (const path of areLeft()) await keepLast(path)
    if (!(await isOwn())) return
    const { canReach, hasToday } = await import('./look.ts')
    if (!(await hasToday(about()))) await turns.take(() => keep('daily'))
    else if (lacks !== null && (await canReach(about()))) await turns.take(catchUp)
  }

  async function isOwn(): Promise<boolean> {
    const state = await shopFile.state()
    return state.state === 'open' && !state.sample
  }

  function placeOf(away: boolean): SecondPlace | null {
    const { place } = about()
    if (place === '') return null
    const other = lacks === 'unknown' || away || lacks?.code === 'place-away' ? null : lacks
    return {
      name: basename(place) || place,
      away,
      copiedAtMs: settings.get('backupPlaceAtMs') || null,
      problem: other,
    }
  }

  const state = async (): Promise<BackupState> => ({
    working: turns.busy(),
    problem,
    place: placeOf(lacks !== null && lacks !== 'unknown' && lacks.code === 'place-away'),
    byItself: await isOwn(),
  })

  async function list(): Promise<BackupList> {
    const { allBackups, canReach } = await import('./look.ts')
    const isAway = !(await canReach(about()))
    return { ...(await state()), place: placeOf(isAway), backups: await allBackups(about()) }
  }

  /** Works on a shop file that is not open meanwhile. */
  const closed = (path: string, work: () => Promise<Result<unknown>>): Promise<Result<unknown>> => {
    if (path !== shopFile.path()) return work()
    lacks = 'unknown'
    return shopFile.whileClosed(work)
  }

  const listed = async (done: Result<null>) => (done.ok ? ok(await list()) : done)

  return {
    state,
    list,
    now: async () => listed(await turns.take(() => keep('asked'))),
    preview: (id) => turns.take(() => inThread(workerPath, { job: 'preview', ...about(), id })),
    restore: (id) =>
      turns.take(() => {
        lacks = 'unknown'
        return shopFile.whileClosed(() => inThread(workerPath, { job: 'restore', ...about(), id }))
      }),
    async choosePlace(place) {
      settings.set({ backupPlace: place, backupPlaceAtMs: 0 })
      lacks = 'unknown'
      return listed(place === '' ? ok(null) : await turns.take(catchUp))
    },
    pack: (folder) =>
      turns.take(async () => {
        const along = { theme: settings.get('theme') }
        const packed = await inThread(workerPath, { job: 'pack', ...about(), folder, settings: along })
        if (!packed.ok) return packed
        const noted = await shopFile.call('shop.noteMovedOut', {})
        tell(['backups.notes'])
        if (noted.ok) return packed
        // Two shops that both go on would be worse than none that goes.
        await rm(join(folder, packed.value.file), { force: true })
        return noted
      }),
    takeIn: (path, folder) =>
      turns.take(() => inThread(workerPath, { job: 'take-in', ...about(), path, folder })),
    findSame: (path, known, folder) =>
      turns.take(() => inThread(workerPath, { job: 'find-same', ...about(), path, known, folder })),
    replace: (here, path) =>
      turns.take(async () => {
        const work = { job: 'replace', ...about(), path: here, from: path } as const
        let taken: Result<TakenIn> | undefined
        const done = await closed(here, async () => (taken = await inThread(workerPath, work)))
        return done.ok ? taken! : done
      }),
    stay: (here, path) =>
      turns.take(() =>
        closed(here, () => inThread(workerPath, { job: 'stay', ...about(), path: here, from: path })),
      ),
    look,
    begin() {
      const attempt = () => void look().catch((error: unknown) => log('backups', error))
      setTimeout(attempt, firstLookMs).unref()
      setInterval(attempt, lookEveryMs).unref()
    },
    noteChange(stale) {
      const path = shopFile.path()
      if (stale === 'all') {
        // How the second place stands was found out for another shop.
        problem = null
        lacks = 'unknown'
      } else if (!shopFile.isSample(path)) changed.add(path)
    },
    async noteLeft(path) {
      await keepLast(path)
    },
    async atClose() {
      const impatience = AbortSignal.timeout(patienceMs)
      const quick = [...changed].filter((path) => (tookMs.get(path) ?? 0) <= quickMs)
      await Promise.all([
        ...quick.map((path) => keepLast(path, impatience)),
        turns.take(async () => ok(null)),
      ])
    },
  }
}
