import { addDays, daysBetween, isDay, isoWeekday, type Day } from './day.ts'
import { type Clock, dated, type Found, found, writtenDate } from './when-dates.ts'
import { daysAway, monthBegun, weekdayNamed, whichWeekday } from './when-words.ts'

/** The day that words say; null where they say none. */
export function dayOf(words: readonly string[], clock: Clock): Found | null {
  if (words.length === 1) return oneWordDay(words[0]!, clock)
  if (words.length === 2 && words.some(whichWeekday)) return whichOne(words, clock)
  const [a, b, year] = words as [string, string, string | undefined]
  if (weekdayNamed(a) && !monthBegun(a)) return onWeekday(weekdayNamed(a), words.slice(1), clock)
  if (weekdayNamed(a) && monthBegun(words[2] ?? '')) return onWeekday(weekdayNamed(a), words.slice(1), clock)
  if (words.length > 3 || (year !== undefined && !isYear(year))) return null
  const date = (word: string) => (/^\d{1,2}\.?$/.test(word) ? Number.parseInt(word) : 0)
  if (date(a) && monthBegun(b)) return dated(year, monthBegun(b), date(a), clock)
  if (monthBegun(a) && date(b)) return dated(year, monthBegun(a), date(b), clock)
  return weekdayNamed(a) ? onWeekday(weekdayNamed(a), words.slice(1), clock) : null
}

/**
 * "this Friday", "lundi prochain", "kommenden Montag": which one is left open where a weekday has been in this week, or where the
 * next one may be of this week as of the next.
 */
function whichOne([a = '', b = '']: readonly string[], { today, nearest }: Clock): Found | null {
  const weekday = weekdayNamed(whichWeekday(a) ? b : a)
  if (weekday === 0 || nearest === 'back') return null
  const on = isoWeekday(today)
  const which = whichWeekday(a) ?? whichWeekday(b)
  if (which === 'this') return weekday >= on ? found(addDays(today, weekday - on)) : null
  const days = (weekday - on + 6) % 7
  const isOpen = which === 'next' && (weekday > on || on === 7)
  return isOpen ? null : found(addDays(today, days + 1))
}

/** 26 behind a date is no hour. */
const isYear = (word: string): boolean => /^\d{4}$/.test(word) || (/^\d{2}$/.test(word) && Number(word) > 24)

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

function weekdayOf(word: string, clock: Clock): Found | null {
  const weekday = weekdayNamed(word)
  return weekday === 0 ? null : onNearest(weekday, clock)
}

/** The day of the week that is meant; one that a given day decides does not move with the time. */
function onNearest(weekday: number, { today, nearest }: Clock): Found {
  const after = (day: Day) => addDays(day, (weekday - isoWeekday(day) + 7) % 7)
  if (typeof nearest !== 'string') {
    const { since } = nearest
    if (since === undefined) return { day: after(addDays(nearest.to, -3)), step: 0 }
    const runs = since <= today && daysBetween(since, today) <= 366
    const near = after(addDays(runs ? today : since, -3))
    return { day: near < since ? addDays(near, 7) : near, step: 0 }
  }
  const ahead = after(today)
  return { day: nearest === 'ahead' || ahead === today ? ahead : addDays(ahead, -7), step: 7 }
}
