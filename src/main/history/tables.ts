import type { Generated } from 'kysely'

/** One write call: what undo takes back as one. An undo or a redo is an act of its own, a turn of the owner's. */
interface ActsTable {
  id: Generated<number>
  atMs: number
  who: string
  /** The key of the PC it was made at; '' where that was not noted yet. */
  madeAt: Generated<string>
  call: string
  says: string
  /** What it says, folded for search. */
  folded: Generated<string>
  /** The shop's zone and currency when it began, in which the rows of before are written; '' where that is not known. */
  zone: Generated<string>
  currency: Generated<string>
  /** The owner's act that this one is a turn of; null where it is the owner's own. */
  ofAct: Generated<number | null>
  /** The newest turn of the owner's act. */
  turnId: Generated<number | null>
  /** How the owner's act stands; of a turn, how it left it. */
  state: Generated<'standing' | 'undone' | 'redone'>
  /** 1 for what the shop began with. */
  beginning: Generated<0 | 1>
  /** Whole, with what was before; that is going, in slices; gone, so that only the line of it is left. */
  kept: Generated<'whole' | 'going' | 'line'>
}

/** A row as it was before the change; null where it was added, '' where it is not kept any more. */
interface ChangesTable {
  id: Generated<number>
  actId: number
  tableName: string
  rowId: number
  /** Rows added one after the other are one change: the last of them. */
  lastRowId: number
  before: string | null
}

export interface HistoryTables {
  acts: ActsTable
  changes: ChangesTable
}
