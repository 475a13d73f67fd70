import type { Kysely } from 'kysely'
import type { InputOf, OutputOf } from '../../core/call.ts'
import type { Calls, StoreCallName } from '../../core/calls.ts'
import type { Formats } from '../../core/formats.ts'
import type { Result } from '../../core/result.ts'
import type { NewRow, Row, Schema } from './schema.ts'
import type { Engine, RowUpdate } from './engines/engine.ts'

/** What a handler may know and do besides its input. */
export interface Context {
  readonly db: Kysely<Schema>
  /** The instant the call was made, epoch ms. */
  readonly now: number
  /** The shop as it is when the call is made, with a zone that can be reckoned with; null before it is set up. */
  readonly shop: Row<'shop'> | null
  /** The shop's IANA zone. */
  readonly zone: string
  /** How the shop's country writes days, times and numbers. */
  readonly formats: Formats
  /** The act that is under way; null in a read. */
  readonly actId: number | null
  /** Who calls. */
  readonly who: string
  /** The key of the PC that calls; '' where it has none. */
  readonly madeAt: string
  /** Names what a write did, for the undo toast: "Touch with Maria Anders logged", and the page that shows it, else its feature's. */
  say(words: string, page?: string): void
  /** Joins the write to the one just before, where that was the same call on the same rows: one undo for both. */
  goOn(): void
  /** When the write is kept, nothing of what it deleted stays in the bytes of the file. */
  wipeAfter(): void
  /** Says why, where the write is refused because of rows that belong together; asked when nothing was changed. */
  ifParted(why: (db: Kysely<Schema>) => Promise<Result<never> | undefined>): void
  /** Between slices of long work: reports progress, lets other calls in, and stops here when cancelled. */
  step(done: number, total: number, words: string): Promise<void>
  /** Inserts many rows of one shape fast; answers their ids, in the order of the rows. */
  insertMany<T extends keyof Schema & string>(
    table: T,
    rows: readonly NewRow<T>[],
  ): Promise<readonly number[]>
  /** Updates many rows by id fast, all setting the same columns. */
  updateMany<T extends keyof Schema & string>(table: T, rows: readonly RowUpdate<T>[]): Promise<void>
  /** What the shop's database says in its own way, such as search. */
  readonly engine: Engine
}

export type Handler<N extends StoreCallName> = (
  context: Context,
  input: InputOf<Calls[N]>,
) => Promise<Result<OutputOf<Calls[N]>>>

/**
 * A write whose work lies in files. `prepare` does the long part without a transaction, on the connection that only reads, while
 * other writes go on; the short `write` sees that it still holds, and keeps it. What was prepared and not kept is discarded.
 */
export interface FilingHandler<N extends StoreCallName, Prepared = unknown> {
  prepare(context: Context, input: InputOf<Calls[N]>): Promise<Result<Prepared>>
  /** What the call answers, where nothing is to be written: it only looked. */
  answer?(prepared: Prepared): OutputOf<Calls[N]> | undefined
  write(context: Context, input: InputOf<Calls[N]>, prepared: Prepared): Promise<Result<OutputOf<Calls[N]>>>
  discard(prepared: Prepared): Promise<void>
}

/** The handlers of one feature, one for each of its store calls; those of `Filing` read or write files. */
export type HandlersOf<Defs, Filing extends keyof Defs = never> = {
  readonly [N in keyof Defs & StoreCallName]: N extends Filing ? FilingHandler<N> : Handler<N>
}

export interface Progress {
  readonly done: number
  readonly total: number
  readonly words: string
}
