import { addDays, isoWeek, isoWeekday, mondayOfWeek, type Day } from '../day.ts'
import type { Formats } from '../formats.ts'
import { goTo, waitingOf, type KindWaiting } from '../today/item.ts'

/**
 * On the first day of the week on which the shop trades, until its sheet is printed; `trades` answers null where its hours are not
 * known.
 */
export function checklistWaiting(
  today: Day,
  trades: (day: Day) => boolean | null,
  formats: Formats,
  isPrinted: boolean,
): KindWaiting {
  const week = isoWeek(today)
  const monday = mondayOfWeek(week)!
  const before = Array.from({ length: isoWeekday(today) - 1 }, (_, i) => addDays(monday, i))
  const isFirst = trades(today) !== false && before.every((day) => trades(day) === false)
  const item = {
    id: 'checklist',
    title: 'Print this week’s checklist',
    reason: formats.week(week),
    actions: [goTo('Checklists', '/checklists')],
  }
  return waitingOf(
    {
      harm: 'checklist',
      label: 'Checklist',
      mark: 'none',
      words: ['checklist to print', 'checklists to print'],
      page: '/checklists',
    },
    isFirst && !isPrinted ? [item] : [],
  )
}
