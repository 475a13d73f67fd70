import type { SlashOrder } from './slash-order.ts'
import { addDays, dayIn, isDay, isoWeekday, type Day } from './day.ts'
import { daysAway, isNoon, monthBegun, weekdayNamed, wordsOf } from './when-words.ts'

/** A moment read from shorthand. */
export interface When {
  /** `YYYY-MM-DDTHH:MM`; 23:59 where only a day was given. */
  readonly local: string
  readonly dayOnly: boolean
}

/** `ahead`: the next moment that fits, for promises; `back`: the last one, for what has happened. */
export type Lean = 'ahead' | 'back'

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
  const whole = dayOf(words, clock)
  if (whole) return settle(whole, null, clock)
  const time = timeOf(words.at(-1)!)
  if (!time) return null
  if (words.length === 1) return settle({ day: clock.today, step: 1 }, time, clock)
  const day = dayOf(words.slice(0, -1), clock)
  return day && settle(day, time, clock)
}

/** A day, and by how many days it may move to fit the lean (0: it says exactly this day). */
interface Found {
  readonly day: Day
  readonly step: number
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

function dayOf(words: readonly string[], clock: Clock): Found | null {
  if (words.length === 1) return oneWordDay(words[0]!, clock)
  const [a, b, year] = words as [string, string, string | undefined]
  if (weekdayNamed(a) && !monthBegun(a)) return onWeekday(weekdayNamed(a), words.slice(1), clock)
  if (words.length > 3 || (year !== undefined && !/^\d{4}$/.test(year))) return null
  const date = (word: string) => (/^\d{1,2}\.?$/.test(word) ? Number.parseInt(word) : 0)
  if (date(a) && monthBegun(b)) return dated(year, monthBegun(b), date(a), clock)
  if (monthBegun(a) && date(b)) return dated(year, monthBegun(a), date(b), clock)
  return weekdayNamed(a) ? onWeekday(weekdayNamed(a), words.slice(1), clock) : null
}

/** "sat 5.12.": a date, and its weekday; nothing where they contradict each other. */
function onWeekday(weekday: number, date: readonly string[], clock: Clock): Found | null {
  // 17 alone is a time, +3 and another weekday are no dates.
  if (!/\d/.test(date.join(' ')) || /^[+-]/.test(date[0]!)) return null
  const on = dayOf(date, clock)
  return on && isoWeekday(on.day) === weekday ? on : null
}

function oneWordDay(word: string, clock: Clock): Found | null {
  const { today } = clock
  const days = daysAway(word)
  if (days !== undefined) return { day: addDays(today, days), step: 0 }
  if (isDay(word)) return { day: word, step: 0 }
  const away = /^([+-])(\d{1,4})(d|w)?$/.exec(word)
  if (away)
    return { day: addDays(today, Number(`${away[1]}${away[2]}`) * (away[3] === 'w' ? 7 : 1)), step: 0 }
  return weekdayOf(word, clock) ?? writtenDate(word, clock)
}

function weekdayOf(word: string, { today, lean }: Clock): Found | null {
  const weekday = weekdayNamed(word)
  if (weekday === 0) return null
  const forward = (weekday - isoWeekday(today) + 7) % 7
  return { day: addDays(today, lean === 'ahead' || forward === 0 ? forward : forward - 7), step: 7 }
}

/** "24.12.", "24.12.2026", "24/12", "24-12-2026", "2026/12/24"; what a slash leaves open is read by the order. */
function writtenDate(word: string, clock: Clock): Found | null {
  const dots = /^(\d{1,2})\.(\d{1,2})\.?(\d{4})?$/.exec(word)
  if (dots) return dated(dots[3], Number(dots[2]), Number(dots[1]), clock)
  const dashes = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(word)
  if (dashes) return dated(dashes[3], Number(dashes[2]), Number(dashes[1]), clock)
  const yearFirst = /^(\d{4})[./](\d{1,2})[./](\d{1,2})\.?$/.exec(word)
  if (yearFirst) return dated(yearFirst[1], Number(yearFirst[2]), Number(yearFirst[3]), clock)
  const slashes = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(word)
  if (!slashes) return null
  const [a, b] = [Number(slashes[1]), Number(slashes[2])]
  const isOpen = a <= 12 && b <= 12 && a !== b
  if (isOpen && clock.order === null) return null
  const isDayFirst = isOpen ? clock.order === 'day-first' : a > 12
  return isDayFirst ? dated(slashes[3], b, a, clock) : dated(slashes[3], a, b, clock)
}

/** A date, in the nearest year that fits the lean where none is given. */
function dated(year: string | undefined, month: number, date: number, { today, lean }: Clock): Found | null {
  if (year !== undefined) return found(dayIn(Number(year), month, date))
  const thisYear = Number(today.slice(0, 4))
  // 29 February is at most eight years away.
  for (let n = 0; n <= 8; n++) {
    const day = dayIn(lean === 'ahead' ? thisYear + n : thisYear - n, month, date)
    if (day && (lean === 'ahead' ? day >= today : day <= today)) return found(day)
  }
  return null
}

const found = (day: Day | null): Found | null => (day === null ? null : { day, step: 0 })

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
