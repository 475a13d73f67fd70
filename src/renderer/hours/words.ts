import type { Formats } from '../../core/formats.ts'
import type { DayAdherence } from '../../core/hours/adherence.ts'
import type { Adherence } from '../../core/hours/figures.ts'
import { judgedWords } from '../../core/hours/words.ts'

/** The month's adherence in one sentence; what was not due is not spoken of. */
export function findingOf({ opened, closed }: Adherence, formats: Formats): string {
  const sides = [
    { ...opened, word: 'opening' },
    { ...closed, word: 'closing' },
  ]
  const counted = (n: number, word: string) => formats.counted(n, word, `${word}s`)
  const parts = sides
    .filter(({ due }) => due > 0)
    .map(({ met, due, word }) => `${formats.number(met)} of ${counted(due, word)}`)
  const unknown = sides.filter((side) => side.unknown > 0).map((side) => counted(side.unknown, side.word))
  const beside = unknown.length > 0 ? `; ${unknown.join(' and ')} not known` : ''
  if (parts.length === 0) return 'No data yet this month. Each opening you log counts from here.'
  return `On time this month: ${parts.join(' and ')}${beside}.`
}

/** The hours of a block: `07:00–12:00`, `07:00–…` where it does not close within a week. */
export const dueWords = ({ opened, closed }: DayAdherence['blocks'][number], { time }: Formats): string =>
  `${time(opened.due)}–${closed ? time(closed.due) : '…'}`

/** A day's hours and what came of them: `07:00–12:00 (opened 07:02, 2 min late), 14:00–19:00`. */
export function dayWords({ state, blocks, special }: DayAdherence, formats: Formats): string {
  const named = special ? `${special.label}: ` : ''
  if (state === 'no schedule') return 'no opening hours are set for this day'
  if (state === 'around the clock') return `${named}open all day`
  if (blocks.length === 0) return special ? `${named}closed` : 'closed by schedule'
  const hours = blocks.map(({ opened, closed }) => {
    const logged = [
      ...(opened.at ? [`opened ${judgedWords(opened, formats)}`] : []),
      ...(closed?.at ? [`closed ${judgedWords(closed, formats)}`] : []),
    ]
    return `${dueWords({ opened, closed }, formats)}${logged.length > 0 ? ` (${logged.join('; ')})` : ''}`
  })
  return `${named}${hours.join(', ')}`
}
