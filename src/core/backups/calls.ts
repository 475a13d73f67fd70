import { z } from 'zod'
import { machine, read, write } from '../call.ts'
import type { ShopState } from '../machine/calls.ts'
import type { Problem } from '../result.ts'
import type { BackupReason } from './file.ts'
import type { CountedKind } from './kinds.ts'

/** One backup of the shop. */
export interface BackupRow {
  readonly id: string
  readonly madeAtMs: number
  readonly bytes: number
  /** It was checked when it was made, and its record is beside it. */
  readonly verified: boolean
  /** null where its record does not say. */
  readonly why: BackupReason | null
  /** What the shop was called; '' where that is not known. */
  readonly shop: string
  /** On this PC, in the second place, or both. */
  readonly here: boolean
  readonly second: boolean
}

/** The folder that gets a copy of each backup. */
export interface SecondPlace {
  readonly name: string
  /** It cannot be reached: the stick is out, the network is down. */
  readonly away: boolean
  /** When it last had everything. */
  readonly copiedAtMs: number | null
  readonly problem: Problem | null
}

/** How the backups stand, without a look at any folder. */
export interface BackupState {
  /** A backup is under way. */
  readonly working: boolean
  /** Why the last one failed. */
  readonly problem: Problem | null
  readonly place: SecondPlace | null
  /** The sample shop is not backed up by itself. */
  readonly byItself: boolean
}

export interface BackupList extends BackupState {
  /** The one made last first. */
  readonly backups: readonly BackupRow[]
}

/** How many there are of a kind in the shop now, and in the backup. */
export interface CountOfKind {
  readonly kind: CountedKind
  /** null where the shop cannot be read. */
  readonly now: number | null
  readonly backedUp: number
}

/** What a restore would change. */
export interface RestorePreview {
  readonly id: string
  readonly madeAtMs: number
  readonly shop: string
  /** What the open shop is called now; null where it cannot be read. */
  readonly shopNow: string | null
  readonly kinds: readonly CountOfKind[]
  /** Changes made since, which are put aside; null where the shop cannot be read. */
  readonly changesSince: number | null
  /** What is there now is backed up first; it is damaged, and kept beside as it is; nothing is there. */
  readonly aside: 'backup' | 'as it is' | 'nothing'
  /** Forms that are half-filled in the shop now, and stay so. */
  readonly halfTyped: number
}

/** What happened to the shop's file as a whole. */
export interface FileNotes {
  /**
   * The last restore: when, the instant it is as of, the backup of what was there before ('' if none), and whether it was a
   * file from another PC that took the shop's place. `standing` is of how many customers a death, a pause, a yes taken back, that
   * they are put aside, or an address that is dead was carried over; null where that could not be.
   */
  readonly restored: {
    readonly atMs: number
    readonly fromMs: number
    readonly before: string
    readonly fromFile: boolean
    readonly standing?: number | null
  } | null
  /** When it was packed for a new PC. */
  readonly movedOutAtMs: number | null
}

/** Somebody who was erased, and whom a restored backup of before brought back. */
export interface ErasedBack {
  readonly id: number
  readonly name: string
}

/** The file that goes to the new PC. */
export interface Packed {
  readonly file: string
  readonly folder: string
}

const nothing = z.strictObject({})
const one = z.strictObject({ id: z.string().min(1, 'Choose a backup.').max(400, 'Choose a backup.') })

export const backupsCalls = {
  'backups.state': machine<BackupState>()({ topics: [], input: nothing }),
  'backups.list': machine<BackupList>()({ topics: [], input: nothing }),
  'backups.now': machine<BackupList>()({ topics: [], input: nothing }),
  'backups.preview': machine<RestorePreview>()({ topics: [], input: one }),
  'backups.restore': machine<ShopState>()({ topics: [], input: one }),
  'backups.choosePlace': machine<BackupList>()({ topics: [], input: nothing }),
  'backups.forgetPlace': machine<BackupList>()({ topics: [], input: nothing }),
  'backups.notes': read<FileNotes>()({ topics: ['shop'], input: nothing }),
  /** Who was erased and is on file again by a restore, unless they were erased again, or asked since and said yes. */
  'backups.erasedBack': read<readonly ErasedBack[]>()({ topics: ['shop', 'customers'], input: nothing }),
  /** Packs the shop into one file for another PC; null when the owner thought better of it. */
  'shop.moveOut': machine<Packed | null>()({ topics: [], input: nothing }),
  /** Notes that the shop was packed: from its next start on this PC asks before anybody goes on in it. No undo takes it back. */
  'shop.noteMovedOut': write<null>()({ topics: ['shop'], input: nothing }),
  /** Takes over a shop file from another PC, into this PC's own folder. */
  'shop.moveIn': machine<ShopState>()({ topics: [], input: nothing }),
  /** Goes on in a shop that was packed for another PC. */
  'shop.goOnHere': machine<ShopState>()({ topics: [], input: nothing }),
}
