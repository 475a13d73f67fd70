import type { Kysely } from 'kysely'
import type { Problem, Result } from '../../core/result.ts'
import type { Engine } from './engines/engine.ts'
import type { Schema } from './schema.ts'

/** An open shop: one connection that writes, one that only reads and so never waits for a write. */
export interface Shop {
  readonly path: string
  readonly writer: Kysely<Schema>
  readonly reader: Kysely<Schema>
  /** What its database says in its own way. */
  readonly engine: Engine
  /** The key of the PC it is open at, noted with each act; '' for none. */
  readonly madeAt: string
  close(): Promise<void>
}

/** A shop as it was opened. */
export interface OpenShop extends Shop {
  /** What the owner should know of this file and its folder. */
  readonly notices: readonly Problem[]
  /** Reads every page of the file. Problem: damaged. */
  check(): Result<null>
  /** Whether another program changed the file since this was last asked. */
  isChangedElsewhere(): boolean
  /** Closes it; `asItIs` writes nothing more to the file, not even what its log holds already. */
  close(asItIs?: boolean): Promise<void>
}

export interface OpenOptions {
  /** Make the file if there is none. Without it a missing file is a problem, never a silently empty shop. */
  readonly create?: boolean
  /** Where the backup before a migration goes; default: a `backups` folder beside the file. */
  readonly backupFolder?: string
  /** Go on in a shop that was packed for another PC. */
  readonly goOn?: boolean
  /** The key of this PC: its acts are its own to undo. */
  readonly madeAt?: string
}
