import { type Day, isDay } from '../../day.ts'
import { dayOfAnyYear, openByDate, selects, type Span } from './days.ts'
import type { MonthDay, OsmRule } from './rule.ts'
import type { SpecialDay } from '../special-day.ts'
import { type Block, type Week } from '../week.ts'

/** A special day as an imported text says it, ready to be saved. */
export type ImportedDay = Pick<SpecialDay, 'from' | 'to' | 'yearly' | 'blocks' | 'label'>

/** The hours that come back each year. */
export interface UsualYear {
  readonly week: Week
  /** The hours of the n-th day of a leap year, 0-365; null where they are the week's. */
  readonly days: readonly (readonly Block[] | null)[]
}

/** Spans or blocks as a text to compare them by. */
export const key = (spans: readonly (readonly unknown[])[]): string => spans.join(' ')

/** The weekly hours and the yearly exceptions; null where exceptions differ from weekday to weekday. */
export function usualYear(rules: readonly OsmRule[]): UsualYear | null {
  const open = Array.from({ length: 366 }, (_, n) =>
    Array.from({ length: 7 }, (_, w) => openByDate(rules, dayOfAnyYear(n, w + 1), dayOfAnyYear(n - 1, w))),
  )
  const tables = open.map((_, n) =>
    Array.from({ length: 7 }, (_, w) =>
      tradingBlocks(open[(n + 365) % 366]![(w + 6) % 7]!, open[n]![w]!, open[(n + 1) % 366]![(w + 1) % 7]!),
    ),
  )
  const counts = new Map<string, number>()
  for (const table of tables) counts.set(tableKey(table), (counts.get(tableKey(table)) ?? 0) + 1)
  const isShut = (table: Table) => table.every((blocks) => blocks.length === 0)
  const isSame = (table: Table) => table.every((blocks) => key(blocks) === key(table[0]!))
  const byCount = tables
    .filter((table, n) => tables.findIndex((other) => tableKey(other) === tableKey(table)) === n)
    .toSorted(
      (a, b) => Number(isShut(a)) - Number(isShut(b)) || counts.get(tableKey(b))! - counts.get(tableKey(a))!,
    )
  const base = byCount.find((table) => byCount.every((other) => other === table || isSame(other)))
  if (!base) return null
  return {
    week: weekOf(base),
    days: tables.map((table) => (tableKey(table) === tableKey(base) ? null : table[0]!)),
  }
}

const weekOf = (table: Table): Week => {
  const [mon, tue, wed, thu, fri, sat, sun] = table
  return { mon: mon!, tue: tue!, wed: wed!, thu: thu!, fri: fri!, sat: sat!, sun: sun! }
}

/** The hours of a day for each weekday it can be. */
type Table = readonly (readonly Block[])[]
const tableKey = (table: Table): string => table.map(key).join('|')

/** A calendar day's open minutes as blocks of its trading day: an evening takes the early hours of the next day along. */
export function tradingBlocks(
  before: readonly Span[],
  day: readonly Span[],
  after: readonly Span[],
): readonly Block[] {
  const isLate = (evening: readonly Span[], morning: readonly Span[]) => {
    const [last, first] = [evening.at(-1), morning[0]]
    return last?.[1] === 1440 && first?.[0] === 0 && first[1] < last[0]
  }
  const own = isLate(before, day) ? day.slice(1) : day
  return own.map(([from, to], i): Block => {
    const ends = i === own.length - 1 && isLate(day, after) ? after[0]![1] : to % 1440
    return [timeOf(from), timeOf(ends)]
  })
}

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The exceptions of every year as special days, none of them before today. */
export function yearlyDays({ days }: UsualYear, rules: readonly OsmRule[], today: Day): ImportedDay[] {
  if (days.every((blocks) => blocks === null)) return []
  // The year is walked from a day without an exception, so that one over the turn of the year stays whole.
  const start = Math.max(days.indexOf(null), 0)
  const runs: Run[] = []
  for (let i = 0; i < 366; i++) {
    const n = (start + i) % 366
    const [blocks, run] = [days[n], runs.at(-1)]
    if (!blocks) continue
    if (run && i > 0 && (run.last + 1) % 366 === n && key(run.blocks) === key(blocks)) run.last = n
    else runs.push({ first: n, last: n, blocks })
  }
  return runs.flatMap(apartFromLeapDay).flatMap(({ first, last, blocks }): ImportedDay[] => {
    const [from, to] = [dayOfAnyYear(first, 1), dayOfAnyYear(last, 1)]
    const label = labelOf(
      rules,
      (rule) => rule.dates !== null && selects({ ...rule, weekdays: null }, from),
      blocks,
    )
    const [next, running] = comings(from.date, to.date, today)
    return [
      ...(running ? [{ ...running, yearly: false, blocks, label }] : []),
      { ...next, yearly: true, blocks, label },
    ]
  })
}

interface Run {
  readonly first: number
  last: number
  readonly blocks: readonly Block[]
}

const leapPlace = 59

/** A yearly range neither begins nor ends on a day that most years do not have. */
function apartFromLeapDay(run: Run): readonly Run[] {
  const leapDay = { ...run, first: leapPlace, last: leapPlace }
  if (run.first === run.last) return [run]
  if (run.first === leapPlace) return [leapDay, { ...run, first: leapPlace + 1 }]
  return run.last === leapPlace ? [{ ...run, last: leapPlace - 1 }, leapDay] : [run]
}

/** The first time that a yearly range begins from today on, and what is left of the one that runs today. */
function comings(first: MonthDay, last: MonthDay, today: Day): readonly [next: Dates, running?: Dates] {
  const inYear = (year: number, date: MonthDay) =>
    `${year}-${String(Math.floor(date / 100)).padStart(2, '0')}-${String(date % 100).padStart(2, '0')}`
  let running: Dates | undefined
  for (let year = Number(today.slice(0, 4)) - 1; ; year++) {
    const dates = { from: inYear(year, first), to: inYear(last < first ? year + 1 : year, last) }
    if (!isDay(dates.from)) continue
    if (dates.from >= today) return [dates, running]
    if (dates.to >= today) running = { from: today, to: dates.to }
  }
}

interface Dates {
  readonly from: Day
  readonly to: Day
}

const ourLabels = { closed: 'Closed', open: 'Special hours' } as const

/** Whether a special day has no name but ours. */
export const isOurLabel = (label: string): boolean => label === ourLabels.closed || label === ourLabels.open

/** The remark of the last rule that is for the day, else words of our own. */
export function labelOf(
  rules: readonly OsmRule[],
  isFor: (rule: OsmRule) => boolean,
  blocks: readonly Block[],
): string {
  const comment = rules.findLast(isFor)?.comment.slice(0, 100)
  return comment || (blocks.length === 0 ? ourLabels.closed : ourLabels.open)
}
