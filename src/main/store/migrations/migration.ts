import type Database from 'better-sqlite3'
import type { Ask, Stored } from '../computed.ts'

/** A step forward; numbered by tens, never changed once released. */
export interface Migration {
  readonly number: number
  readonly name: string
  /** SQL, and what SQL cannot say, in their order. */
  readonly statements: readonly (string | ((connection: Database.Database) => void))[]
  /** It drops tables that others refer to and makes them anew: the references are checked when it is done. */
  readonly rebuildsTables?: boolean
  /** What SQL cannot work out: functions of ours that the statements call by name. */
  readonly functions?: Readonly<Record<string, (...values: never[]) => string | number | null>>
  /** Tables for whose computed columns a new rule holds (see computed.ts): they and the search follow it, in the log too. */
  readonly computesAnew?: readonly string[]
  /**
   * What becomes of the rows of before that the log holds, by table. A new column gets its default there without a word; one
   * that went, or that means something else now, has to be told.
   */
  readonly images?: Readonly<Record<string, Translation>>
}

/**
 * What changes in a row of before; null where that cannot be told, such as what was never asked: then nothing up to that act
 * can be undone any more, and its undo says so.
 */
export type Translation = (image: Stored, ask: Ask) => Stored | null
