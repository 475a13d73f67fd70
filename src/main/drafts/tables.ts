import type { Generated } from 'kysely'

/** What was typed into a form and not saved; no act, and not in the change log. */
interface DraftsTable {
  id: Generated<number>
  form: string
  /** JSON: { base, typed }. */
  value: string
  savedAtMs: number
}

export interface DraftsTables {
  drafts: DraftsTable
}
