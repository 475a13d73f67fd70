import type { Generated } from 'kysely'
import { coded, instant, number, text, type Things } from '../store/thing.ts'

interface ChecklistLinesTable {
  id: Generated<number>
  part: 'opening' | 'closing' | 'day'
  /** ISO weekday 1-7, or null for every trading day. */
  weekday: Generated<number | null>
  text: string
  position: number
}

interface PrintedWeeksTable {
  id: Generated<number>
  /** ISO 8601: `2026-W48`. */
  week: string
  printedAtMs: number
}

export interface ChecklistsTables {
  printedWeeks: PrintedWeeksTable
  checklistLines: ChecklistLinesTable
}

const parts = { opening: 'at opening', day: 'through the day', closing: 'at closing' }

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Those whose every change is logged and can be undone, in the words of their screens. */
export const checklistsLogged = {
  printedWeeks: {
    thing: 'Printed sheet',
    named: ({ week }) => week,
    fields: { week: text('Week'), printedAtMs: instant('Printed') },
  },
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
