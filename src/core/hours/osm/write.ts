import { addDays, type Day, daysFrom } from '../../day.ts'
import type { Formats } from '../../formats.ts'
import { osmMonths, osmWeekdays } from './tokens.ts'
import { type Schedule, scheduleOn } from '../schedule.ts'
import { specialOccurrences, specialOn, type SpecialDay } from '../special-day.ts'
import { type Block, closingMinutes, minutesOf, type Week, weekdayOf, weekdays } from '../week.ts'

/** Hours as OpenStreetMap writes them, and in sentences what of them the text leaves out. */
export interface OsmExport {
  readonly text: string
  readonly notSaid: readonly string[]
}

/** OpenStreetMap takes no more characters in one value. */
const longestValue = 255
/** Years ahead for which yearly special days are written out where they cannot be said once for all years. */
const yearsAhead = 1

type Spans = readonly (readonly [number, number])[]

/**
 * The opening hours as an OSM `opening_hours` text: the weekly hours valid today, else the next ones, and the special days
 * from today on. Each rule for a date says all of that calendar day, also the hours after midnight of the evening before.
 * Null without weekly hours.
 */
export function exportOsm(
  schedules: readonly Schedule[],
  specialDays: readonly SpecialDay[],
  today: Day,
  formats: Formats,
): OsmExport | null {
  const sorted = schedules.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const valid = scheduleOn(schedules, today) ?? sorted[0]
  if (!valid) return null
  const later = sorted.filter(({ validFrom }) => validFrom > today)
  const { week } = valid
  // What began yesterday can end after midnight today.
  const yesterday = addDays(today, -1)
  const coming = specialDays.filter(({ yearly, to, until }) =>
    yearly ? until === null || until >= yesterday : to >= yesterday,
  )
  const late = Object.values(week).some((blocks) => spill(blocks) > 0)
  const plain = coming.filter((one) => !late && spill(one.blocks) === 0 && isEveryYear(one, today))
  const rules = [...plainRules(plain), ...datedRules(week, coming, plain, yesterday)]
  const text = [weekText(week, rules.length > 0), ...rules].join('; ')
  const notSaid = [
    ...later.map(({ validFrom }) =>
      validFrom === valid.validFrom
        ? `The weekly hours begin on ${formats.fullDay(validFrom)} only.`
        : `From ${formats.fullDay(validFrom)} on other weekly hours hold. Give this text out again then.`,
    ),
    ...coming
      .filter((one) => one.yearly && !plain.includes(one))
      .map(({ label }) => `“${label}” is written out up to ${lastYear(today)} only, not for every year.`),
    ...(text.length > longestValue
      ? [
          `The text has ${formats.number(text.length)} characters; OpenStreetMap takes at most ${longestValue}.`,
        ]
      : []),
  ]
  return { text, notSaid }
}

/** Whether a special day comes on its dates in each year from today on. */
function isEveryYear(special: SpecialDay, today: Day): boolean {
  const { from, to, yearly, until } = special
  if (!yearly || until !== null || from.endsWith('-02-29') || to.endsWith('-02-29')) return false
  const ever = { ...special, from: `1000${from.slice(4)}` }
  return daysFrom(today, addDays(today, 366)).every(
    (day) => !specialOn([ever], day) || specialOn([special], day),
  )
}

const lastYear = (day: Day): number => Number(day.slice(0, 4)) + yearsAhead

/** Minutes after midnight at which a day's hours end, 0 where they end on the day itself. */
const spill = (blocks: readonly Block[]): number =>
  blocks.reduce((most, block) => Math.max(most, closingMinutes(block) - 1440), 0)

function weekText(week: Week, hasExceptions: boolean): string {
  const groups: { readonly days: number[]; readonly blocks: readonly Block[] }[] = []
  for (const [i, day] of weekdays.entries()) {
    const blocks = week[day]
    if (blocks.length === 0) continue
    const same = groups.find((group) => String(group.blocks) === String(blocks))
    if (same) same.days.push(i)
    else groups.push({ days: [i], blocks })
  }
  if (groups.length === 0) return 'off'
  const isWhole = ([opens, closes]: Block) => opens === '00:00' && closes === '00:00'
  if (groups.length === 1 && groups[0]!.days.length === 7 && isWhole(groups[0]!.blocks[0]!) && !hasExceptions)
    return '24/7'
  return groups
    .map(({ days, blocks }, n) => {
      // A semicolon would take the hours after midnight away from the evening before.
      const evenings = groups.slice(0, n).filter((group) => spill(group.blocks) > 0)
      const adds = evenings.some((group) => group.days.some((day) => days.includes((day + 1) % 7)))
      const times = blocks.map((block) => range(minutesOf(block[0]), closingMinutes(block))).join(',')
      return `${n === 0 ? '' : adds ? ', ' : '; '}${daysText(days)} ${times}`
    })
    .join('')
}

/** `Mo-We,Fr`: three days in a row or more are a range. */
function daysText(days: readonly number[]): string {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const name = (day: number | undefined) => osmWeekdays[day ?? 0]!
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0])}-${name(run.at(-1))}` : run.map(name).join(',')))
    .join(',')
}

/** `20:00-02:00`; an end at midnight is 24:00. */
function range(from: number, to: number): string {
  const time = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return `${time(from)}-${to > 1440 ? time(to - 1440) : time(to)}`
}

const timesText = (spans: Spans): string =>
  spans.length === 0 ? 'off' : spans.map(([from, to]) => range(from, to)).join(',')

const spansOf = (blocks: readonly Block[]): Spans =>
  blocks.map((block) => [minutesOf(block[0]), closingMinutes(block)] as const)

const dateText = (day: Day): string => `${osmMonths[Number(day.slice(5, 7)) - 1]} ${day.slice(8)}`

/** Yearly special days, those that win last. */
function plainRules(specialDays: readonly SpecialDay[]): string[] {
  const rank = ({ from, to, id }: SpecialDay) => [Number(from === to), id] as const
  return specialDays
    .toSorted((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1])
    .map(({ from, to, blocks }) => {
      const [first, last] = [dateText(from), dateText(to)]
      const end = inOneMonth(from, to) ? last.slice(4) : last
      return `${first === last ? first : `${first}-${end}`} ${timesText(spansOf(blocks))}`
    })
}

/** The days from one on that are, or follow, special days which the rules `said` do not say. */
function datedRules(
  week: Week,
  specialDays: readonly SpecialDay[],
  said: readonly SpecialDay[],
  first: Day,
): string[] {
  const ends = specialDays.map(({ yearly, to }) => (yearly ? '' : addDays(to, 1)))
  const end = ends.reduce((last, one) => (one > last ? one : last), `${lastYear(first)}-12-31`)
  const days = specialOccurrences(specialDays, first, end)
    .flatMap(({ from, to }) => daysFrom(from, addDays(to, 1)))
    .filter((day) => day >= first)
    .toSorted()
  const runs: { readonly from: Day; to: Day; readonly times: string }[] = []
  for (const day of new Set(days)) {
    const times = timesText(calendarDay(week, specialDays, day))
    const special = specialOn(specialDays, day)
    const isNew = special !== null && !said.includes(special)
    if (!isNew && times === timesText(calendarDay(week, said, day))) continue
    const run = runs.at(-1)
    if (run && run.times === times && addDays(run.to, 1) === day) run.to = day
    else runs.push({ from: day, to: day, times })
  }
  return runs.map(({ from, to, times }) => `${spanText(from, to)} ${times}`)
}

/** The open minutes of a calendar day, those of its own evening up to 2880, with the hours after midnight before it. */
function calendarDay(week: Week, specialDays: readonly SpecialDay[], day: Day): Spans {
  const blocksOn = (one: Day) => specialOn(specialDays, one)?.blocks ?? week[weekdayOf(one)]
  const late = spill(blocksOn(addDays(day, -1)))
  const spans = [...(late > 0 ? [[0, late] as const] : []), ...spansOf(blocksOn(day))]
  const joined: [number, number][] = []
  for (const [from, to] of spans) {
    const last = joined.at(-1)
    // More than a day cannot be written as one range.
    if (last && from <= last[1] && to - last[0] <= 1440) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** `2026 Dec 24`, `2026 Dec 24-26`, `2026 Dec 24-2027 Jan 02`. */
function spanText(first: Day, last: Day): string {
  const from = `${first.slice(0, 4)} ${dateText(first)}`
  if (first === last) return from
  return inOneMonth(first, last)
    ? `${from}-${last.slice(8)}`
    : `${from}-${last.slice(0, 4)} ${dateText(last)}`
}

/** Whether the end is written without its month. Widespread readers overlook February's last day in `Feb 20-28`. */
const inOneMonth = (first: Day, last: Day): boolean =>
  first.slice(0, 7) === last.slice(0, 7) && !first.includes('-02-')
