import { stat, statfs } from 'node:fs/promises'
import type { Packed, RestorePreview } from '../../core/backups/calls.ts'
import type { BackupReason } from '../../core/backups/file.ts'
import type { SameShop } from '../../core/backups/same-shop.ts'
import { fail, ok, type Problem, type Result } from '../../core/result.ts'
import { verifiedBackup } from '../store/backup.ts'
import { removeFile } from '../store/engines/sqlite/copy-whole.ts'
import { preview } from './check.ts'
import { backupFolderOf, clearPartials, lastOrder, listBackups, thin, type FoundBackup } from './folder.ts'
import { pack, replace, takeIn, type TakenIn } from './move.ts'
import { copyFailure, noRoom, places } from './problems.ts'
import { preparedFor, restore } from './restore.ts'
import { findSame, stay } from './same-shop.ts'
import { catchUp, folderIn, isThere } from './second-place.ts'

/** The file a job is about, the second place ('' for none), and the clock. */
interface About {
  readonly path: string
  readonly place: string
  /** Epoch ms. */
  readonly now: number
  /** IANA zone of the PC: which day a backup is of. */
  readonly zone: string
}

/** Work on whole shop files, which takes its own thread. */
export type Job =
  | (About & { readonly job: 'keep'; readonly why: BackupReason })
  | (About & { readonly job: 'catch-up' })
  | (About & { readonly job: 'preview' | 'restore'; readonly id: string })
  | (About & { readonly job: 'pack'; readonly folder: string; readonly settings: object })
  | (About & { readonly job: 'take-in'; readonly folder: string })
  | (About & { readonly job: 'find-same'; readonly known: readonly string[]; readonly folder: string })
  | (About & { readonly job: 'replace' | 'stay'; readonly from: string })

/** What each job answers. */
export interface Answers {
  /** How the second place fared. */
  readonly keep: { readonly place: Problem | null }
  readonly 'catch-up': null
  readonly preview: RestorePreview
  readonly restore: null
  readonly pack: Packed
  readonly 'take-in': TakenIn
  readonly 'find-same': SameShop | null
  readonly replace: TakenIn
  readonly stay: null
}

/** Does a job. Problems are those of its part and of the machine; a bug throws. */
export async function run(job: Job): Promise<Result<unknown>> {
  try {
    switch (job.job) {
      case 'keep':
        return await keep(job)
      case 'catch-up':
        return await catchUp(job.path, job.place, job.zone)
      case 'preview':
      case 'restore': {
        const backup = await find(job)
        if (!backup) return gone
        return job.job === 'preview'
          ? await preview(job.path, backup)
          : await restore(job.path, backup, job.now)
      }
      case 'pack':
        return ok(await pack(job))
      case 'take-in':
        return await takeIn(job)
      case 'find-same':
        return await findSame(job.path, job.known, job.folder)
      case 'replace':
        return await replace(job)
      case 'stay':
        await stay(job.path, job.from, job.now)
        return ok(null)
    }
  } catch (error) {
    return copyFailure(error, job.job === 'pack' ? places.chosen : places.here)
  }
}

const gone = fail('no-backup', 'This backup is not there any more. Nothing was changed. Choose another one.')

/** What a backup leaves free at least, bytes: it must not take the last room from the shop. */
const roomLeft = 32 * 1024 * 1024

async function keep({ path, place, now, zone, why }: Extract<Job, { job: 'keep' }>) {
  const folder = backupFolderOf(path)
  await clearPartials(path, folder)
  await removeFile(preparedFor(path))
  if (!(await hasRoom(path))) return noRoom(places.here)
  const there = place !== '' && (await isThere(place)) ? await listBackups(path, folderIn(place)) : []
  await verifiedBackup(path, { why, now, after: lastOrder(there) })
  await thin(path, folder, zone)
  const second = place === '' ? ok(null) : await catchUp(path, place, zone)
  return ok({ place: second.ok ? null : second.problem })
}

async function hasRoom(path: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize >= (await stat(path)).size + roomLeft
}

async function find({ path, place, id }: About & { readonly id: string }): Promise<FoundBackup | undefined> {
  const isIt = (backup: FoundBackup) => backup.id === id
  const here = (await listBackups(path)).find(isIt)
  if (here?.manifest || place === '') return here
  return (await listBackups(path, folderIn(place)).catch(() => [])).find(isIt) ?? here
}
