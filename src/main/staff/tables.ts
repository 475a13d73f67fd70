import type { Generated } from 'kysely'
import { instant, text, type Things } from '../store/thing.ts'

interface StaffTable {
  id: Generated<number>
  name: string
  initials: string
  /** Since when they no longer work here; null for who does. */
  retiredAtMs: Generated<number | null>
}

export interface StaffTables {
  staff: StaffTable
}

/** Those whose every change is logged and can be undone, in the words of their screens. */
export const staffLogged = {
  staff: {
    thing: 'Name of who works here',
    named: ({ name }) => name,
    fields: {
      name: text('Name'),
      initials: text('Initials'),
      retiredAtMs: instant('No longer works here since'),
    },
  },
} satisfies Things<StaffTables>
