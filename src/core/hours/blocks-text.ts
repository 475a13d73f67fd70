import type { Formats } from '../formats.ts'
import { fail, ok, type Result } from '../result.ts'
import {
  type Block,
  blockWords,
  checkDay,
  checkWeek,
  closingMinutes,
  formatBlock,
  minutesOfDay,
  type Week,
  type Weekday,
  weekdayNames,
  weekdays,
} from './week.ts'
import { minutesWords } from './words.ts'

/** A week as it is typed, one line a day: `7-12, 14-19`. */
export type WeekTexts = Readonly<Record<Weekday, string>>

const span = /^(\d{1,2})(?:[:.h]?(\d{2}))?([ap]m)?-(\d{1,2})(?:[:.h]?(\d{2}))?([ap]m)?$/

/**
 * Blocks as typed: `7-12, 14-19`, `7:30–12 14.00–19.00`, `0700-1200`, `9am to 5pm`, `6h30-13h`, `8-12 Uhr`, `20-2` (past midnight), `0-24`.
 * Nothing or `closed` is no block. The problem is a sentence without the day's name.
 */
export function parseBlocks(text: string): Result<readonly Block[]> {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/\s*\b([ap])\.?m\b\.?|(?<=\d)\s*([ap])\.?m\b\.?/g, '$1$2m')
    .replace(/(?<=\d)\s*(?:h|uhr)\b/g, '')
    .replace(/\s*(?:[-\u2010-\u2015\u2212]|\bto\b|\buntil\b)\s*/g, '-')
  if (plain === '' || plain === '-' || plain === 'closed') return ok([])
  const blocks: Block[] = []
  for (const piece of plain.split(/\s*(?:[,;+&\s]|\band\b)\s*/)) {
    if (piece === '') continue
    const [, h1, m1, half1, h2, m2, half2] = span.exec(piece) ?? []
    const opens = h1 && wallTime(h1, m1, half1)
    const closes = h2 && (isMidnight(h2, m2, half2) ? '00:00' : wallTime(h2, m2, half2))
    if (!opens || !closes)
      return fail('not-hours', `“${piece.slice(0, 30)}” is not understood. Write hours such as 7-12, 14-19.`)
    blocks.push([opens, closes])
  }
  return checkDay(blocks)
}

const isMidnight = (hours: string, minutes = '00', half?: string): boolean =>
  hours === '24' && minutes === '00' && !half

function wallTime(hours: string, minutes = '00', half?: string): string | null {
  const written = Number(hours)
  if (half && (written < 1 || written > 12)) return null
  const hour = half ? (written % 12) + (half === 'pm' ? 12 : 0) : written
  if (hour > 23 || Number(minutes) > 59) return null
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

/** The blocks as they are edited, `07:00–12:00, 14:00–19:00`; `closed` where there are none. */
export const formatBlocks = (blocks: readonly Block[]): string =>
  blocks.length === 0 ? 'closed' : blocks.map(formatBlock).join(', ')

/** The same as the shop's country shows it. */
export const blocksWords = (blocks: readonly Block[], formats: Formats): string =>
  blocks.length === 0 ? 'closed' : blocks.map((block) => blockWords(block, formats)).join(', ')

/** What typed blocks come to, in words, so that a slip shows: `10 h`, `20 h, until 05:00 the next day`. */
export function explainBlocks(blocks: readonly Block[], formats: Formats): string {
  const last = blocks.at(-1)
  if (!last) return 'closed'
  const hours = minutesWords(minutesOfDay(blocks))
  return closingMinutes(last) > 1440 ? `${hours}, until ${formats.time(last[1])} the next day` : hours
}

/** A typed week, or the first problem with its day's name; `field` is `week.mon` … `week.sun`. */
export function parseWeek(texts: WeekTexts): Result<Week> {
  const typed: { [D in Weekday]?: readonly Block[] } = {}
  for (const day of weekdays) {
    const blocks = parseBlocks(texts[day])
    if (!blocks.ok)
      return fail(blocks.problem.code, `${weekdayNames[day]}: ${blocks.problem.message}`, `week.${day}`)
    typed[day] = blocks.value
  }
  return checkWeek(typed)
}

/** A week as it is typed; a closed day is empty. */
export function weekTexts(week: Week): WeekTexts {
  const text = (day: Weekday) => (week[day].length === 0 ? '' : formatBlocks(week[day]))
  return {
    mon: text('mon'),
    tue: text('tue'),
    wed: text('wed'),
    thu: text('thu'),
    fri: text('fri'),
    sat: text('sat'),
    sun: text('sun'),
  }
}
