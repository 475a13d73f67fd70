import { addDays, type Day, daysFrom } from '../day.ts'
import type { Formats } from '../formats.ts'
import { blocksWords } from './blocks-text.ts'
import { type Hours, planOf, type Schedule, scheduleOn } from './schedule.ts'
import { type Block, minutesOfDay, type Week, type Weekday, weekdayNames, weekdays } from './week.ts'
import { type Taken, takenWords } from './take-over.ts'
import { loggedWords, minutesWords } from './words.ts'

/** A weekday before and after. `before` is null where no hours are valid; `minutes` is what a week gains by it. */
export interface PreviewRow {
  readonly weekday: Weekday
  readonly before: readonly Block[] | null
  readonly after: readonly Block[]
  readonly changed: boolean
  readonly minutes: number
}

/** What a version of the weekly hours would change, and special days that come along with it. */
export interface SchedulePreview {
  readonly validFrom: Day
  /** The version it takes over from, or takes the place of when the days are the same; null where it is the first. */
  readonly against: Day | null
  /** The day from which a later version holds; null where there is none. */
  readonly until: Day | null
  /** Monday to Sunday. */
  readonly rows: readonly PreviewRow[]
  readonly minutesBefore: number
  readonly minutesAfter: number
  /** The first day from today on whose hours change. */
  readonly nextDay: Day | null
  /** Past days, and today, with entries in the log that would be judged by other hours, in order. */
  readonly judgedAnew: readonly Day[]
  /** Whether any weekday or special day changes. */
  readonly changes: boolean
  /** All of it in sentences. */
  readonly words: readonly string[]
}

/** Days in which a changed one is looked for; special days may hide those before. */
const searchedDays = 60

/**
 * What saving `next` would change, seen from a day; `loggedDays` are the trading days with entries. `taken`: special days that
 * are taken over with it.
 */
export function previewOf(
  hours: Hours,
  next: Schedule,
  today: Day,
  loggedDays: readonly Day[],
  formats: Formats,
  taken?: Taken,
): SchedulePreview {
  const { validFrom, week } = next
  const before = scheduleOn(hours.schedules, validFrom)
  const until =
    hours.schedules
      .map((schedule) => schedule.validFrom)
      .filter((day) => day > validFrom)
      .toSorted()[0] ?? null
  const rows = weekdays.map((weekday) => rowOf(weekday, before?.week ?? null, week))
  const others = hours.schedules.filter((schedule) => schedule.validFrom !== validFrom)
  const after: Hours = {
    ...hours,
    schedules: [...others, next],
    ...(taken && { specialDays: taken.after }),
  }
  const [now, then] = [hours, after].map((one) => planOf(one, 'UTC'))
  const differs = (day: Day) => !same(now!.blocks(day), then!.blocks(day))
  const first = validFrom > today ? validFrom : today
  const preview = {
    validFrom,
    against: before?.validFrom ?? null,
    until,
    rows,
    minutesBefore: before ? minutesOfWeek(before.week) : 0,
    minutesAfter: minutesOfWeek(week),
    nextDay: daysFrom(taken ? today : first, addDays(first, searchedDays)).find(differs) ?? null,
    judgedAnew: loggedDays.filter((day) => day <= today && differs(day)).toSorted(),
    changes: before === null || rows.some(({ changed }) => changed) || (taken?.days.length ?? 0) > 0,
  }
  return { ...preview, words: previewWords(preview, formats, taken && takenWords(taken, today, formats)) }
}

const nothingNew = 'Nothing changes: these hours and special days are there already.'

function rowOf(weekday: Weekday, before: Week | null, after: Week): PreviewRow {
  const [was, is] = [before?.[weekday] ?? null, after[weekday]]
  return {
    weekday,
    before: was,
    after: is,
    changed: !same(was, is),
    minutes: minutesOfDay(is) - minutesOfDay(was ?? []),
  }
}

/** `special`: what becomes of special days that are taken over along with the week. */
function previewWords(
  preview: Omit<SchedulePreview, 'words'>,
  formats: Formats,
  special: readonly string[] | undefined,
): readonly string[] {
  const { rows, nextDay, judgedAnew, changes } = preview
  if (special && !changes) return [nothingNew, ...special]
  const words =
    special && !rows.some((row) => row.changed)
      ? [noWeekday, ...special]
      : [...weekWords(preview, formats), ...(special ?? [])]
  if (nextDay !== null) words.push(`The first day that changes is ${formats.fullDay(nextDay)}.`)
  if (judgedAnew.length > 0)
    words.push(`${loggedWords(judgedAnew.length, formats)} would be judged by other hours.`)
  return words
}

const noWeekday = 'No weekday changes.'

function weekWords(preview: Omit<SchedulePreview, 'words'>, formats: Formats): readonly string[] {
  const { validFrom, against, until, rows, minutesBefore, minutesAfter } = preview
  const words = [
    against === null
      ? `From ${formats.fullDay(validFrom)} on these are the first opening hours.`
      : against === validFrom
        ? `The hours valid from ${formats.fullDay(validFrom)} are replaced.`
        : `From ${formats.fullDay(validFrom)} on they take the place of the hours valid since ${formats.fullDay(against)}.`,
  ]
  if (until !== null)
    words.push(
      `They hold up to ${formats.fullDay(addDays(until, -1))}; from the day after on others are saved.`,
    )
  const changed = rows.filter((row) => row.changed)
  if (changed.length === 0) return [...words, noWeekday]
  for (const { weekday, before, after, minutes } of changed)
    words.push(
      `${weekdayNames[weekday]}: ${blocksWords(after, formats)}` +
        `${before === null ? '' : ` instead of ${blocksWords(before, formats)}`}${gain(minutes)}.`,
    )
  const [total, week] = [minutesAfter - minutesBefore, `${minutesWords(minutesAfter)} a week`]
  words.push(
    against === null ? `${week}.` : `${week} instead of ${minutesWords(minutesBefore)}${gain(total)}.`,
  )
  return words
}

const gain = (minutes: number): string =>
  minutes === 0 ? '' : `, ${minutesWords(Math.abs(minutes))} ${minutes > 0 ? 'more' : 'less'}`

const minutesOfWeek = (week: Week): number =>
  weekdays.reduce((sum, weekday) => sum + minutesOfDay(week[weekday]), 0)

const same = (a: readonly Block[] | null, b: readonly Block[] | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.length === b.length && a.every((x, i) => x.join() === b[i]!.join()))
