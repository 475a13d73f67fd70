import type { Generated } from 'kysely'
import { coded, number, text, type Things } from '../store/thing.ts'

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

const parts = { opening: 'at opening', day: 'through the day', closing: 'at closing' }

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Those whose every change is logged and can be undone, in the words of their screens. */
export const checklistsLogged = {
  checklistLines: {
    thing: 'Checklist line',
    named: ({ text: words }) => words,
    fields: {
      part: coded('Part of the day', parts),
      weekday: { name: 'Weekday', kind: 'text', words: (n) => weekdays[Number(n) - 1] ?? String(n) },
      text: text('Text'),
      position: number('Place in the list'),
    },
  },
} satisfies Things<ChecklistsTables>
