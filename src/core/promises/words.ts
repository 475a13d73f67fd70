import { dayAt, daysBetween, localAt, type Day } from '../day.ts'
import type { Formats } from '../formats.ts'
import { finishedAt, judgedAtMs, outcomeOf, warnedInTime, type Moments } from './outcome.ts'

/** A local moment `YYYY-MM-DDTHH:MM` in words: "Fri 17:00"; 23:59 stands for the end of the day, said only nearby. */
export function momentWords(local: string, today: Day, formats: Formats): string {
  const [day, time] = [local.slice(0, 10), local.slice(11)]
  const words = formats.near(day, today)
  if (time !== '23:59') return `${words} ${formats.time(time)}`
  return Math.abs(daysBetween(today, day)) < 7 ? `${words} end of day` : words
}

/** The moment from which something is seen, and how it is written. */
export interface Seen {
  readonly now: number
  readonly zone: string
  readonly formats: Formats
}

/** An instant in words, as it is seen now: "today 17:00". */
export const instantWords = (ms: number, { now, zone, formats }: Seen): string =>
  momentWords(localAt(ms, zone), dayAt(now, zone), formats)

/** A length of time in its largest fitting unit: "25 min", "2 h", "3 days", "28 years". Less than a minute is "0 min". */
export function lengthWords(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h`
  const days = Math.floor(hours / 24)
  return days < 730 ? `${days} days` : `${Math.floor(days / 365.25)} years`
}

/** How far the told moment is from `now`: "7 min left", "2 h overdue". */
export const awayWords = (toldAtMs: number, now: number): string =>
  `${lengthWords(now - toldAtMs)} ${toldAtMs < now ? 'overdue' : 'left'}`

/** How many days late something is that was done on a day: "1 day", "3 days". */
export function lateDays(
  p: Pick<Moments, 'toldAtMs' | 'firstToldAtMs' | 'doneAtMs'>,
  zone: string,
  formats: Formats,
): string {
  const days = daysBetween(dayAt(judgedAtMs(p), zone), dayAt(p.doneAtMs ?? judgedAtMs(p), zone))
  return formats.counted(days, 'day', 'days')
}

/** A promise's moments; `doneDayOnly` where nobody knows the time it was done at. */
interface Told extends Moments {
  readonly doneDayOnly: boolean
}

/** Why a promise stands where it stands, in words: "told Fri 17:00, 2 h left". */
export function reasonOf(p: Told, now: number, zone: string, formats: Formats): string {
  const today = dayAt(now, zone)
  const dayOnly = p.doneDayOnly && finishedAt(p) === p.doneAtMs
  const at = (ms: number) => momentWords(localAt(ms, zone), today, formats)
  const doneAt = (ms: number) => (dayOnly ? formats.near(dayAt(ms, zone), today) : at(ms))
  const lateBy = (ms: number) => (dayOnly ? lateDays(p, zone, formats) : lengthWords(ms - judgedAtMs(p)))
  const { firstToldAtMs: first } = p
  const told = first === null ? `told ${at(p.toldAtMs)}` : `told ${at(first)}, then ${at(p.toldAtMs)}`
  const warned = warnedInTime(p) ? ', customer warned' : ''
  const finished = finishedAt(p)
  const outcome = outcomeOf(p, now)
  switch (outcome) {
    case 'open':
    case 'not-due': {
      const away = awayWords(p.toldAtMs, now)
      if (first === null || p.movedAtMs === null) return `${told}, ${away}${warned}`
      return `told ${at(p.movedAtMs)}: now ${at(p.toldAtMs)}, ${away}, first ${at(first)}`
    }
    case 'broken':
      return `${told}, broken${warnedInTime(p) ? ', customer warned' : ' without a word'}`
    case 'kept':
      return p.doneAtMs === null
        ? `ready since ${at(finished!)}, ${told}`
        : `kept: ${told}, done ${doneAt(finished!)}`
    case 'late-but-warned':
    case 'late-and-silent': {
      const late = `${lateBy(finished!)} late ${outcome === 'late-but-warned' ? 'but warned' : 'and silent'}`
      return p.doneAtMs === null
        ? `ready since ${at(finished!)}, ${told}, ${late}`
        : `${late}: ${told}, done ${doneAt(finished!)}`
    }
  }
}
