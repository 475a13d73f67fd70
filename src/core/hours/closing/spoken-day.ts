import { addDays, type Day, isoWeekday } from '../../day.ts'
import type { SlashOrder } from '../../slash-order.ts'
import { dayWord, isShortDay, monthBegun, plain, whichWeekday } from '../../when-words.ts'
import { parseDay } from '../../when.ts'
import { type Begun, dateBegins, dayOfIso } from './written-day.ts'

const words = [/^\p{L}+(?:['’-]\p{L}+)?/u, /^\p{L}+/u]
const which = /^(\p{L}+)\s+(\p{L}+)(?!\p{L})/u
const whichBehind = /^\s+(?:prochaine?|próxim[oa]|proxim[oa]|prossim[oa]|que\s+viene)(?!\p{L})/iu

/** Reads the day that a text begins with, in words or as a date, as of today; null where it begins with none. */
export function dayBegins(text: string, today: Day, order: SlashOrder): Begun | null {
  const spoken = spokenBegins(text, today, order)
  if (spoken) return spoken
  const written = dateBegins(text, order)
  return written && written.day.year === undefined && isRatherTuesday(text, today)
    ? { ...written, unsure: true }
    : written
}

function spokenBegins(text: string, today: Day, order: SlashOrder): Begun | null {
  const said = (length: number): Begun | null => {
    const day = parseDay(text.slice(0, length), today, 'ahead', order)
    return day === null ? null : { day: dayOfIso(day), rest: text.slice(length), isSpoken: true }
  }
  const [front, first, second] = which.exec(text) ?? []
  if (front && whichWeekday(plain(first!)) && dayWord(second!)?.weekday) return said(front.length)
  for (const form of words) {
    const word = form.exec(text)?.[0] ?? ''
    const named = dayWord(word)
    if (!named) continue
    const short = isShortDay(word) && { isShort: true as const }
    if (named.away !== undefined)
      return {
        day: dayOfIso(addDays(today, named.away)),
        rest: text.slice(word.length),
        isSpoken: true,
        ...short,
      }
    const rest = text.slice(word.length).replace(/^\./, '')
    const behind = whichBehind.exec(rest)
    if (behind) return said(text.length - rest.length + behind[0].length)
    return onWeekday(named.weekday!, rest, order) ?? alone(word, named.weekday!, rest, short)
  }
  return null
}

/** "Fri 11.12.", "mar 24 nov": a weekday and its date. */
function onWeekday(weekday: number, rest: string, order: SlashOrder): Begun | null {
  const date = dateBegins(rest.replace(/^,?\s*(?:(?:the|den|dem|le|el|il)\s+)?/i, ''), order)
  return date && { ...date, day: { ...date.day, weekday } }
}

function alone(word: string, weekday: number, rest: string, short: object | false): Begun | null {
  // March 24: the month.
  if (monthBegun(plain(word)) && /^\s*\d/.test(rest)) return null
  return { day: { weekday }, rest, ...short }
}

/** "mar 24" is March to some, and to others a Tuesday that comes soon. */
function isRatherTuesday(text: string, today: Day): boolean {
  const date = Number(/^mar\.?\s*(\d{1,2})(?!\d)/i.exec(text)?.[1])
  const days = Array.from({ length: 35 }, (_, n) => addDays(today, n))
  return days.some((day) => isoWeekday(day) === 2 && Number(day.slice(8)) === date)
}
