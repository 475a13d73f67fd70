import type { Formats } from '../formats.ts'
import { fail, ok, type Result } from '../result.ts'
import {
  type Block,
  blockWords,
  checkDay,
  checkWeek,
  closingMinutes,
  formatBlock,
  minutesOf,
  minutesOfDay,
  type Week,
  type Weekday,
  weekdayNames,
  weekdays,
} from './week.ts'
import { minutesWords } from './words.ts'

/** A week as it is typed, one line a day: `7-12, 14-19`. */
export type WeekTexts = Readonly<Record<Weekday, string>>

const span = /^(\d{1,2})(?:[:.hu]?(\d{2}))?([ap]m)?-(\d{1,2})(?:[:.hu]?(\d{2}))?([ap]m)?$/

/**
 * Blocks as typed: `7-12, 14-19`, `7:30–12 14.00–19.00`, `0700-1200`, `9am to 5pm`, `6h30-13h, 15h30-19h30`, `8–18 Uhr`, `20-2` (past
 * midnight), `0-24`. Nothing or `closed` is no block, in the languages of {@link closedWords}. The problem is a sentence without the
 * day's name.
 */
export function parseBlocks(text: string): Result<readonly Block[]> {
  const plain = plainHours(text)
  if (plain === '' || plain === '-' || closedWords.has(plain)) return ok([])
  const blocks: Block[] = []
  for (const piece of plain.split(/[,;+&/\s]+/)) {
    if (piece === '') continue
    const [, h1, m1, half1, h2, m2, half2] = span.exec(piece) ?? []
    const opens = h1 && wallTime(h1, m1, half1)
    const closes = h2 && (isMidnight(h2, m2, half2) ? '00:00' : wallTime(h2, m2, half2))
    if (!opens || !closes)
      return fail('not-hours', `“${piece.slice(0, 30)}” is not understood. Write hours such as 7-12, 14-19.`)
    const before = blocks.at(-1)
    if (before && !half1 && !half2 && isOfTwelve(blocks)) {
      if (minutesOf(opens) < minutesOf(before[0]))
        return fail('not-hours', backwards(piece, before, [opens, closes]))
      const isBare = /^\d$/.test(h2) && !/\p{L}/u.test(text)
      if (
        isBare &&
        minutesOf(closes) <= minutesOf(opens) &&
        minutesOf(opens) >= 660 &&
        minutesOf(opens) < 780
      )
        return fail('not-hours', intoNight(piece, [opens, closes]))
    }
    blocks.push([opens, closes])
  }
  return checkDay(blocks)
}

/** Whether hours may be said as on a clock of twelve: then afternoons would be taken for nights. */
const isOfTwelve = (blocks: readonly Block[]): boolean => blocks.flat().every((time) => minutesOf(time) < 780)

/** Why hours that lie before those in front of them are not taken, and what may be meant. */
function backwards(piece: string, before: Block, [opens, closes]: Block): string {
  const later = ([hour, minute]: readonly string[]) => `${Number(hour) + 12}:${minute}`
  const isMorning = minutesOf(opens) < minutesOf(closes) && minutesOf(closes) < 720
  const afternoon = isMorning
    ? ` For the afternoon, write ${[opens, closes].map((time) => later(time.split(':'))).join('-')}.`
    : ''
  return `“${piece}” lies before ${formatBlock(before)}. Write the hours in the order of the day.${afternoon}`
}

/** Why hours that begin at noon and would end in the night are not taken, and what may be meant. */
function intoNight(piece: string, [opens, closes]: Block): string {
  const half = (time: string, of: 'am' | 'pm') =>
    `${Number(time.slice(0, 2)) % 12 || 12}${time.slice(2)}${of}`
  const night = `${half(opens, minutesOf(opens) < 720 ? 'am' : 'pm')}-${half(closes, 'am')}`
  const afternoon = `${opens}-${Number(closes.slice(0, 2)) + 12}${closes.slice(2)}`
  return `“${piece}” would go on until ${closes} the next day. Write ${afternoon}, or for the night ${night}.`
}

/** `closed` in English, German, French, Spanish, Italian and Dutch, without accents. */
const closedWords: ReadonlySet<string> = new Set([
  'closed',
  'shut',
  'geschlossen',
  'ruhetag',
  'ferme',
  'fermee',
  'ferme toute la journee',
  'cerrado',
  'cerrada',
  'chiuso',
  'chiusa',
  'gesloten',
])

/** Whether a word says `closed` in one of these languages. */
export const isClosedWord = (word: string): boolean => closedWords.has(plainHours(word))

/** Hours as they are said in these languages, in signs alone: `de 8 h à midi et de 14h à 19h` is `8-12 , 14-19`. */
const plainHours = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s*\b([ap])\.?\s?m\b\.?|(?<=\d)\s*([ap])\.?\s?m\b\.?/g, '$1$2m')
    .replace(/\b(?:12 )?(?:noon|midday|midi|mediodia|mezzogiorno|mittags)\b/g, '12')
    .replace(/\b(?:from|von|van|desde|de|dalle|dal|da|ore|om)\b\s*(?:las\s+)?(?=\d)/g, '')
    .replace(
      /\s*(?:[-\u2010-\u2015\u2212]|\b(?:to|until|till|bis|tot|jusqu.a|a|hasta|fino alle|alle)\b)\s*(?:las\b\s*)?/g,
      '-',
    )
    .replace(/(?<=-)(?:midnight|minuit|mitternacht|medianoche|mezzanotte|middernacht)\b/g, '24')
    .replace(/(-)?\b(\d{1,2})\s*[hu]\s+(\d{2})\b(?!\s*[hu]\b)(?=(-)?)/g, minutesApart)
    .replace(/(?<=\d)\s*(?:uhr|uur|hrs|heures|h|u)\b/g, '')
    .replace(/\s*\b(?:and|und|et|puis|y|e|en)\b\s*/g, ',')
    .trim()

/** `6 h 30-13` has minutes; in `7-12 h 14-19` what follows the hour is the next opening. */
const minutesApart = (whole: string, before = '', hours: string, minutes: string, after?: string): string =>
  before && after ? whole : `${before}${hours}h${minutes}`

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
