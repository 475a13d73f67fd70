import type { Generated } from 'kysely'

/** What happened to the file as a whole; never in the change log, and no undo takes it back. */
interface FileNotesTable {
  id: Generated<number>
  kind: 'code' | 'restored' | 'moved-out'
  atMs: number
  /** The code, or JSON. */
  what: string
}

export interface BackupsTables {
  fileNotes: FileNotesTable
}
