import { addDays, type Day } from '../../day.ts'
import type { Voice } from '../../out/voice.ts'
import { comingDays, weekLines, type ComingDays } from '../coming-days.ts'
import type { SpecialDay } from '../special-day.ts'
import type { Week } from '../week.ts'

/** Weeks of special days that a caller is told. */
const daysAhead = 21
const mostSpecialDays = 4

/** What to read out on the answering machine: the weekly hours, and the special days of the next weeks. */
export function voicemail(
  shop: string,
  week: Week,
  specialDays: readonly SpecialDay[],
  today: Day,
  voice: Voice,
): string {
  const { say, spokenSpans, spokenWeekdays, all } = voice
  const lines = weekLines(week).map(({ first, last, blocks }) => ({
    days: spokenWeekdays(first, last),
    blocks,
  }))
  const open = lines.filter(({ blocks }) => blocks.length > 0)
  const closed = lines.filter(({ blocks }) => blocks.length === 0).map(({ days }) => days)
  const hours = open.map(({ days, blocks }) => `${days} ${spokenSpans(blocks)}`).join(', ')
  const weekly = [
    open.length === 0 ? say('phone.noHours') : say('phone.open', { hours }),
    ...(open.length > 0 && closed.length > 0 ? [say('phone.closed', { days: all(closed) })] : []),
  ]
  const coming = comingDays(specialDays, today, addDays(today, daysAhead)).slice(0, mostSpecialDays)
  return [
    say('phone.hello', { shop }),
    weekly.join(' '),
    ...coming.map((days) => spokenDays(days, today, voice)),
    say('phone.bye'),
  ].join('\n')
}

function spokenDays({ from, to, special: { blocks } }: ComingDays, today: Day, voice: Voice): string {
  const { formats, say, spokenSpans } = voice
  const hours = spokenSpans(blocks)
  const [first, last] = [formats.spoken(from, today), formats.spoken(to, today)]
  if (from === to)
    return blocks.length === 0
      ? say('phone.closedOn', { day: first })
      : say('phone.openOn', { day: first, hours })
  return blocks.length === 0
    ? say('phone.closedFrom', { first, last })
    : say('phone.openFrom', { first, last, hours })
}
