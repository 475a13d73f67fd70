import type { Adherence } from '../../core/hours/figures.ts'
import type { DayAdherence } from '../../core/hours/adherence.ts'
import { judgedWords } from '../../core/hours/words.ts'

/** The month's adherence in one sentence; what was not due is not spoken of. */
export function findingOf({ opened, closed }: Adherence): string {
  const parts = [
    opened.due > 0 && `${opened.met} of ${opened.due} ${opened.due === 1 ? 'opening' : 'openings'}`,
    closed.due > 0 && `${closed.met} of ${closed.due} ${closed.due === 1 ? 'closing' : 'closings'}`,
  ].filter((part) => part !== false)
  const unknown = opened.unknown + closed.unknown
  const beside = unknown > 0 ? `; ${unknown} not known` : ''
  if (parts.length === 0) return 'No data yet this month. Each opening you log counts from here.'
  return `On time this month: ${parts.join(' and ')}${beside}.`
}

/** A day's hours and what came of them: `07:00–12:00 (opened 07:02, 2 min late), 14:00–19:00`. */
export function dayWords({ state, blocks, special }: DayAdherence): string {
  const named = special ? `${special.label}: ` : ''
  if (state === 'no schedule') return 'no opening hours are set for this day'
  if (state === 'around the clock') return `${named}open all day`
  if (blocks.length === 0) return special ? `${named}closed` : 'closed by schedule'
  const hours = blocks.map(({ opened, closed }) => {
    const logged = [
      ...(opened.at ? [`opened ${judgedWords(opened)}`] : []),
      ...(closed?.at ? [`closed ${judgedWords(closed)}`] : []),
    ]
    return `${opened.due}–${closed?.due ?? '…'}${logged.length > 0 ? ` (${logged.join('; ')})` : ''}`
  })
  return `${named}${hours.join(', ')}`
}
