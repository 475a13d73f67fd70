import { type Day, isoWeekday, type WallTime } from '../day.ts'
import type { Formats } from '../formats.ts'
import type { ProblemCode } from '../problem-code.ts'
import { fail, ok, type Result } from '../result.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export const weekdayNames = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const satisfies Record<Weekday, string>

/** Opening and closing. A closing at or before the opening is on the next day: 20:00-02:00, 18:00-00:00. */
export type Block = readonly [opens: WallTime, closes: WallTime]
/** The blocks of each weekday in order; none means closed. */
export type Week = Readonly<Record<Weekday, readonly Block[]>>
export type PartialWeek = { readonly [D in Weekday]?: readonly Block[] }

export const closedWeek: Week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }

export const weekdayOf = (day: Day): Weekday => weekdays[isoWeekday(day) - 1]!

/** Minutes after midnight of a wall time `00:00`-`24:00`. */
export const minutesOf = (time: WallTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Minutes after the starting midnight at which a block closes by the wall clock, up to 2880. */
export const closingMinutes = ([opens, closes]: Block): number =>
  minutesOf(closes) + (minutesOf(closes) <= minutesOf(opens) ? 1440 : 0)

/** Minutes of a day's blocks by the wall clock. */
export const minutesOfDay = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + closingMinutes(block) - minutesOf(block[0]), 0)

/** `07:00–12:00`, as it is typed; midnight as a closing is written 24:00. */
export const formatBlock = ([opens, closes]: Block): string =>
  `${opens}–${closes === '00:00' ? '24:00' : closes}`

/** The same as the shop's country shows it: `7:00 AM–12:00 PM`. */
export const blockWords = ([opens, closes]: Block, { time }: Pick<Formats, 'time'>): string =>
  `${time(opens)}–${time(closes === '00:00' ? '24:00' : closes)}`

/** The blocks of one day in order, or why they cannot be, in words that begin with the day's name where given. */
export function checkDay(blocks: readonly Block[], day?: Weekday): Result<readonly Block[]> {
  const problem = (code: ProblemCode, words: string) =>
    fail(code, day ? `${weekdayNames[day]}: ${words}` : words, day && `week.${day}`)
  const sorted = blocks
    .map(([opens, closes]): Block => [opens, closes === '24:00' ? '00:00' : closes])
    .toSorted((a, b) => minutesOf(a[0]) - minutesOf(b[0]))
  for (const [i, block] of sorted.entries()) {
    if (block[0] === block[1] && block[0] !== '00:00')
      return problem(
        'whole-day',
        `${formatBlock(block)} would be 24 hours. Check the closing time, or write 00:00–24:00 for the whole day.`,
      )
    const next = sorted[i + 1]
    if (!next) continue
    const gap = minutesOf(next[0]) - closingMinutes(block)
    if (gap === 0)
      return problem(
        'touching',
        `${formatBlock(block)} and ${formatBlock(next)} leave no gap. Write ${formatBlock([block[0], next[1]])}.`,
      )
    if (gap < 0)
      return problem(
        'overlap',
        `${formatBlock(block)} and ${formatBlock(next)} overlap. Let one close before the other opens.`,
      )
  }
  return ok(sorted)
}

/** A whole week, missing days closed, or the first thing that cannot be, with its day's name. */
export function checkWeek(partial: PartialWeek): Result<Week> {
  const week: Record<Weekday, readonly Block[]> = { ...closedWeek }
  for (const day of weekdays) {
    const checked = checkDay(partial[day] ?? [], day)
    if (!checked.ok) return checked
    week[day] = checked.value
  }
  for (const [i, day] of weekdays.entries()) {
    const next = weekdays[(i + 1) % 7]!
    const last = week[day].at(-1)
    const first = week[next][0]
    if (last && first && closingMinutes(last) - 1440 > minutesOf(first[0]))
      return fail(
        'overlap',
        `${weekdayNames[day]} ${formatBlock(last)} runs into ${weekdayNames[next]} ${formatBlock(first)}. ` +
          `Let ${weekdayNames[day]} close before ${first[0]}, or ${weekdayNames[next]} open later.`,
        `week.${day}`,
      )
  }
  return ok(week)
}
