import type { Kysely, RawBuilder } from 'kysely'
import type { NumberWay } from '../../../core/customers/numbers.ts'
import type { NewRow, Row, Schema } from '../schema.ts'

type Db = Kysely<Schema>
type TableName = keyof Schema & string

/** Columns to set, and whose. */
export type RowUpdate<T extends keyof Schema> = { readonly id: number } & Partial<Row<T>>

/**
 * All that a database says in its own way; everything else is SQL that SQLite and PostgreSQL share. What takes a `db` works in the
 * transaction that is under way there.
 */
export interface Engine {
  readonly log: ChangeLog
  readonly search: Search
  /** Inserts rows of one shape; answers their ids, in the order of the rows. */
  insertMany<T extends TableName>(db: Db, table: T, rows: readonly NewRow<T>[]): Promise<readonly number[]>
  /** Updates rows by id, all setting the same columns. */
  updateMany<T extends TableName>(db: Db, table: T, rows: readonly RowUpdate<T>[]): Promise<void>
  /** Rows may refer to what is not there yet, until the transaction ends. */
  deferReferences(db: Db): Promise<void>
  /** Which columns refer to the rows of other tables. */
  references(db: Db): Promise<readonly Reference[]>
  /** Compares as many of the customers who wait with all others, for who may be one person; answers whether anybody still waits. */
  comparePairs(db: Db, most: number): Promise<boolean>
  /** Gives some room that is free back to the disk; answers how many pages, 0 when there is none left. */
  giveBack(db: Db): Promise<number>
  /** Writes the file anew without what was deleted, outside of a transaction; answers whether all of it is gone. */
  wipe(db: Db): Promise<boolean>
  /** What an error says; undefined where it is none of the database's. */
  saidBy(error: unknown): DatabaseError | undefined
}

/** The log of changes: each row of a logged table as it was before, written with the change itself. */
export interface ChangeLog {
  /** From here on every change belongs to the act; before, and after `end`, none is let through. */
  begin(db: Db, actId: number): Promise<void>
  /** `rows`: each row is logged alone, so that it comes back with its old id; `none`: nothing is logged. */
  keep(db: Db, how: 'rows' | 'none'): Promise<void>
  end(db: Db): Promise<void>
  /** The number in a field of what a row was before. */
  field(name: string): RawBuilder<number | null>
}

/** Tables that are searched by the words of their `folded` column. */
export type SearchedTable = 'customers' | 'products'

/** Search in what rows say; the ids come as a SELECT, to count, join and page. */
export interface Search {
  /** Those in whose words each of the terms begins one. */
  withWords(table: SearchedTable, terms: readonly string[]): RawBuilder<{ id: number }>
  /** Customers who have each of the numbers, said in one of its ways. */
  withNumbers(numbers: readonly (readonly NumberWay[])[]): RawBuilder<{ id: number }>
  /** Whether a term begins a word of `folded`: asked row by row, where very many have it. */
  hasWord(term: string): RawBuilder<boolean>
  /** Whether an act's words hold one; what was done before words were kept folded is found as it was written. */
  inAct(word: string, asTyped: string): RawBuilder<boolean>
}

export interface Reference {
  readonly child: string
  readonly field: string
  readonly parent: string
}

/**
 * What an error of a database means. `taken`: another row has what is there once; `needed`: a row refers to one that is not there;
 * `other-columns`: the table is another one than the row is of.
 */
export type DatabaseError =
  | 'full'
  | 'disk'
  | 'read-only'
  | 'no-access'
  | 'in-use'
  | 'damaged'
  | 'not-a-database'
  | 'taken'
  | 'needed'
  | 'other-columns'
