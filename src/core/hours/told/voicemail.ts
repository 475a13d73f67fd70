import { addDays, type Day } from '../../day.ts'
import type { Formats } from '../../formats.ts'
import { comingDays, weekLines } from '../coming-days.ts'
import type { SpecialDay } from '../special-day.ts'
import { type Block, type Week } from '../week.ts'

/** Weeks of special days that a caller is told. */
const daysAhead = 21
const mostSpecialDays = 4

/** What to read out on the answering machine: the weekly hours, and the special days of the next weeks. */
export function voicemail(
  shopName: string,
  week: Week,
  specialDays: readonly SpecialDay[],
  today: Day,
  formats: Formats,
): string {
  const coming = comingDays(specialDays, today, addDays(today, daysAhead)).slice(0, mostSpecialDays)
  const open = weekLines(week).filter(({ blocks }) => blocks.length > 0)
  const closed = weekLines(week).filter(({ blocks }) => blocks.length === 0)
  const days = (words: string) => words.replace('–', ' to ').replace(', ', ' and ')
  return [
    `Hello, you have reached ${shopName}. Nobody can take your call at the moment.`,
    open.length === 0
      ? 'We have no regular opening hours.'
      : `We are open ${open.map((line) => `${days(line.days)} ${spoken(line.blocks, formats)}`).join(', ')}.` +
        (closed.length === 0
          ? ''
          : ` We are closed on ${closed.map((line) => days(line.days)).join(' and ')}.`),
    ...coming.map(({ from, to, special }) => {
      const when =
        from === to
          ? `On ${formats.spokenDays(from, to, today)}`
          : `From ${formats.spokenDays(from, to, today).replace(' – ', ' to ')}`
      return `${when} we are ${special.blocks.length === 0 ? 'closed' : `open ${spoken(special.blocks, formats)}`}.`
    }),
    'Please leave your name and number after the tone. Goodbye.',
  ].join('\n')
}

function spoken(blocks: readonly Block[], { time }: Formats): string {
  const spans = blocks.map(([opens, closes]) =>
    opens === closes ? 'all day' : `from ${time(opens)} to ${closes === '00:00' ? 'midnight' : time(closes)}`,
  )
  return spans.length > 1 ? `${spans.slice(0, -1).join(', ')} and ${spans.at(-1)}` : spans.join('')
}
