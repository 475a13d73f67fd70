import { addDays, type Day } from '../day.ts'
import { formatBlocks } from './blocks-text.ts'
import { specialOn, type SpecialDay } from './special-day.ts'
import { type Block, type Week, weekdays } from './week.ts'

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

/** Neighbouring weekdays with the same hours, numbered from 0, Monday. */
export interface WeekLine {
  readonly first: number
  readonly last: number
  readonly blocks: readonly Block[]
}

/** The weekly hours; neighbouring days with the same hours share a line. */
export function weekLines(week: Week): readonly WeekLine[] {
  const groups: { first: number; last: number; blocks: readonly Block[] }[] = []
  for (const [i, day] of weekdays.entries()) {
    const group = groups.at(-1)
    if (group && formatBlocks(group.blocks) === formatBlocks(week[day])) group.last = i
    else groups.push({ first: i, last: i, blocks: week[day] })
  }
  return groups
}
