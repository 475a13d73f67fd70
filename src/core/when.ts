import type { SlashOrder } from './slash-order.ts'
import { addDays, isDay, type Day } from './day.ts'
import type { Found, Lean, Nearest } from './when-dates.ts'
import { dayOf } from './when-days.ts'
import { isNoon, wordsOf } from './when-words.ts'

/** A moment read from shorthand. */
export interface When {
  /** `YYYY-MM-DDTHH:MM`; 23:59 where only a day was given. */
  readonly local: string
  readonly dayOnly: boolean
}

interface Clock {
  readonly now: string
  readonly today: Day
  readonly lean: Lean
  readonly order: SlashOrder | null
}

const endOfDay = '23:59'

/**
 * Reads shorthand for a local moment: "fri 17", "tomorrow 10:30", "17:30", "5pm", "+3d", "+2h", "24 dec", "24.12. 9",
 * "2026-12-24", "samedi 16h", "Sa 5.12. 16 Uhr". A day without a time is the end of that day; a time without a day is the
 * nearest that fits the lean. 3/4 is read by `order`, and without one is null, as is what is no moment.
 */
export function parseWhen(
  text: string,
  nowLocal: string,
  lean: Lean = 'ahead',
  order: SlashOrder | null = null,
): When | null {
  const clock: Clock = { now: nowLocal.slice(0, 16), today: nowLocal.slice(0, 10), lean, order }
  const words = wordsOf(text)
  if (words.length === 0 || words.length > 5) return null
  const length = words.length === 1 ? afterHours(words[0]!, clock) : null
  if (length) return length
  const days = { today: clock.today, nearest: lean, order }
  const whole = dayOf(words, days)
  if (whole) return settle(whole, null, clock)
  const time = timeOf(words.at(-1)!)
  if (!time) return null
  if (words.length === 1) return settle({ day: clock.today, step: 1 }, time, clock)
  const day = dayOf(words.slice(0, -1), days)
  return day && settle(day, time, clock)
}

/** Reads a day alone, as {@link parseWhen} does; which of the days without a year or a date is meant says `nearest`. */
export function parseDay(text: string, today: Day, nearest: Nearest, order: SlashOrder | null): Day | null {
  const words = wordsOf(text)
  if (words.length === 0 || words.length > 4) return null
  const day = dayOf(words, { today, nearest, order })?.day
  return day !== undefined && isDay(day) ? day : null
}

function settle(found: Found, time: string | null, clock: Clock): When | null {
  const on = (day: Day): When => ({ local: `${day}T${time ?? endOfDay}`, dayOnly: time === null })
  const when = on(found.day)
  if (found.step === 0) return valid(when)
  if (clock.lean === 'ahead') return valid(when.local > clock.now ? when : on(addDays(found.day, found.step)))
  const past = time === null ? found.day <= clock.today : when.local <= clock.now
  return valid(past ? when : on(addDays(found.day, -found.step)))
}

const valid = (when: When): When | null => (isDay(when.local.slice(0, 10)) ? when : null)

/** "+2h", "+90m": a length from now, in whole minutes. */
function afterHours(word: string, { now, lean }: Clock): When | null {
  const m = /^([+-])(\d{1,4})(h|m|min)$/.exec(word)
  if (!m || (m[1] === '-') !== (lean === 'back')) return null
  const minutes = Number(m[2]) * (m[3] === 'h' ? 60 : 1)
  const ms = Date.parse(`${now}:00Z`) + (m[1] === '-' ? -minutes : minutes) * 60_000
  return { local: new Date(ms).toISOString().slice(0, 16), dayOnly: false }
}

/** "17", "17:30", "1730", "17h30", "5pm", "noon": a wall time. */
function timeOf(word: string): string | null {
  if (isNoon(word)) return '12:00'
  const m = /^(\d{1,2})(?:(?::|h|\.)?([0-5]\d)|h)?(am|pm)?$/.exec(word)
  if (!m) return null
  const hour = Number(m[1])
  const half = m[3]
  if (half ? hour < 1 || hour > 12 : hour > 23) return null
  const of24 = half === 'pm' ? (hour % 12) + 12 : half === 'am' ? hour % 12 : hour
  return `${String(of24).padStart(2, '0')}:${m[2] ?? '00'}`
}
