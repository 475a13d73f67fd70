import { daysBetween, type Day } from '../../core/day.ts'
import type { DateEntry } from '../../core/stock/date-entry.ts'
import { formatLongDay } from '../ui/format.ts'

/** What a typed date means, while it is typed: "= Monday, 17 May 2027, in 175 days". */
export function dateWords(entry: DateEntry, today: Day): string {
  if ('problem' in entry) return entry.problem
  if ('never' in entry) return '= it never goes off'
  if ('empty' in entry)
    return '0517 · 15.7.27 · 202607e for a month’s end · +90 · x for never · arrow keys move it'
  const days = daysBetween(today, entry.day)
  return `= ${formatLongDay(entry.day)}, ${distance(days)}`
}

function distance(days: number): string {
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}
