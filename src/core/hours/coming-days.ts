import { addDays, type Day } from '../day.ts'
import { formatBlocks } from './blocks-text.ts'
import { specialOn, type SpecialDay } from './special-day.ts'
import { type Block, type Week, weekdayNames, weekdayOf, weekdays } from './week.ts'

/** Days in a row on which one special day holds. */
export interface ComingDays {
  readonly from: Day
  readonly to: Day
  readonly special: SpecialDay
}

/** Days after which even the longest special day is over. */
const longestRun = 366

/**
 * The special days that hold from one day to another, in order. One that has begun before is told from `from` on; one that
 * goes on after `to` is told to its end.
 */
export function comingDays(specialDays: readonly SpecialDay[], from: Day, to: Day): readonly ComingDays[] {
  const runs: { readonly from: Day; to: Day; readonly special: SpecialDay }[] = []
  for (let day = from; day <= addDays(to, longestRun); day = addDays(day, 1)) {
    const special = specialOn(specialDays, day)
    const run = runs.at(-1)
    const goesOn = special && run?.special === special && addDays(run.to, 1) === day
    if (day > to && !goesOn) break
    if (goesOn) run.to = day
    else if (special) runs.push({ from: day, to: day, special })
  }
  return runs
}

/** Weekdays in words with their hours. */
export interface WeekLine {
  readonly days: string
  readonly blocks: readonly Block[]
}

/** The weekly hours; neighbouring days with the same hours share a line: `Monday–Friday`, `Saturday, Sunday`. */
export function weekLines(week: Week): readonly WeekLine[] {
  const groups: { readonly first: number; last: number; readonly blocks: readonly Block[] }[] = []
  for (const [i, day] of weekdays.entries()) {
    const group = groups.at(-1)
    if (group && formatBlocks(group.blocks) === formatBlocks(week[day])) group.last = i
    else groups.push({ first: i, last: i, blocks: week[day] })
  }
  const name = (i: number) => weekdayNames[weekdays[i]!]
  return groups.map(({ first, last, blocks }) => ({
    days: first === last ? name(first) : `${name(first)}${last - first > 1 ? '–' : ', '}${name(last)}`,
    blocks,
  }))
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `Thursday 24 December`; with the year unless it is that of `today`. */
export function dayWords(day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`
  return `${weekdayNames[weekdayOf(day)]} ${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}${year}`
}

/** `Thursday 24 December`, `Thursday 24 December – Wednesday 6 January 2027`. */
export const daysWords = (from: Day, to: Day, today: Day): string =>
  from === to ? dayWords(from, today) : `${dayWords(from, today)} – ${dayWords(to, today)}`
