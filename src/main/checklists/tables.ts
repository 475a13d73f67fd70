import type { Generated } from 'kysely'

interface ChecklistLinesTable {
  id: Generated<number>
  part: 'opening' | 'closing' | 'day'
  /** ISO weekday 1-7, or null for every trading day. */
  weekday: Generated<number | null>
  text: string
  position: number
}

export interface ChecklistsTables {
  checklistLines: ChecklistLinesTable
}

/** Those whose every change is logged and can be undone. */
export const checklistsLogged = ['checklistLines'] as const satisfies readonly (keyof ChecklistsTables)[]
