import { addDays, daysFrom, isoWeekday, mondayOfWeek, type Day } from '../day.ts'
import type { Formats } from '../formats.ts'
import { closingMinutes, type Block } from '../hours/week.ts'
import type { OwnLine, SheetLine } from './calls.ts'
import type { Draft } from './draft.ts'
import { lineCodes, sheetCode } from './line-code.ts'
import type { Part } from './own-line.ts'
import {
  dayThatCounts,
  handOverLine,
  isHandedOverLater,
  earlierPromiseLine,
  pickUpLine,
  promiseLine,
  type PickUp,
  type PromiseDue,
} from './promise-lines.ts'

/** Scheduled opening hours of a day; null where none are known, [] when closed. */
export type DayHours = readonly Block[] | null

/** A batch that has to leave the shelf. */
export interface Pull {
  readonly batchId: number
  readonly day: Day
  /** "Whole milk 1 l, lot 123, 6 left, use by Tue 24 Nov". */
  readonly words: string
}

/** Somebody who should hear from us. */
export interface Contact {
  readonly customerId: number
  readonly words: string
}

/** What the shop knows about a week. */
export interface WeekFacts {
  readonly week: string
  readonly shopName: string
  /** By day, Monday to Sunday. */
  readonly hours: Readonly<Record<Day, DayHours>>
  readonly ownLines: readonly OwnLine[]
  readonly pulls: readonly Pull[]
  /** Neither ready nor closed. */
  readonly promises: readonly PromiseDue[]
  readonly pickUps: readonly PickUp[]
  readonly contacts: readonly Contact[]
  /** No one is to be contacted before this day. */
  readonly contactsFrom: Day
  /** The local moment, `YYYY-MM-DDTHH:MM`, the sheet is made at. */
  readonly now: string
}

/** A line with what the printer needs besides: a time line has a place for the real time. */
export interface PlannedLine extends SheetLine {
  readonly pen: boolean
}

export interface PlannedDay {
  readonly day: Day
  readonly hours: DayHours
  readonly lines: readonly PlannedLine[]
}

/** A week's sheet, ready to be written. */
export interface WeekPlan {
  readonly week: string
  readonly shopName: string
  readonly sheet: string
  readonly leftOver: readonly PlannedLine[]
  readonly days: readonly PlannedDay[]
}

const mostContactsADay = 5
const mostLeftOver = 12

/** Lays a week out: every line on the day it has to be done, in the order of the day. */
export function planWeek(facts: WeekFacts, formats: Formats): WeekPlan {
  const monday = mondayOfWeek(facts.week)!
  const days = daysFrom(monday, addDays(monday, 6))
  const leftOver = leftOverLines(facts, monday, formats)
  const turns = new Map(days.map((due) => [due, dayToDo(facts, days, due)]))
  const byDay = days.map((day) => dayLines(facts, days, turns, day, formats))
  const drafts = [...leftOver, ...byDay.flat()]
  const codes = lineCodes(
    facts.week,
    drafts.map((draft) => draft.key),
  )
  const lines = drafts.map(({ day, part, text, mustKnow = '', pen = false }, i) => ({
    code: codes[i]!,
    day,
    part,
    text,
    ...(mustKnow !== '' && { mustKnow }),
    pen,
  }))
  return {
    week: facts.week,
    shopName: facts.shopName,
    sheet: sheetCode(facts.week),
    leftOver: lines.slice(0, leftOver.length),
    days: days.map((day) => ({
      day,
      hours: facts.hours[day] ?? null,
      lines: lines.filter((line) => line.day === day),
    })),
  }
}

/** All lines of the sheet, as data. */
export const sheetLines = ({ leftOver, days }: WeekPlan): SheetLine[] =>
  [...leftOver, ...days.flatMap((day) => day.lines)].map(({ pen: _pen, ...line }) => line)

function dayLines(
  facts: WeekFacts,
  days: readonly Day[],
  turns: ReadonlyMap<Day, Day>,
  day: Day,
  formats: Formats,
): Draft[] {
  const hours = facts.hours[day] ?? null
  const own = (part: Part) =>
    facts.ownLines
      .filter((line) => line.part === part && isFor(line, day, hours))
      .map((line) => ({ key: `own ${line.lineId} ${day}`, day, part, text: line.text }))
  const isDone = (due: Day) => turns.get(due) === day
  return [
    ...timeLines(day, hours, 'opening', formats),
    ...own('opening'),
    ...facts.pulls.filter((pull) => isDone(pull.day)).map((pull) => pullLine(pull, day, formats)),
    ...inOrderOfTime([
      ...timeLines(day, hours, 'day', formats),
      ...facts.promises
        .filter((promise) => isDone(dayThatCounts(promise, days[0]!)))
        .map((promise) => promiseLine(promise, day, formats)),
      ...facts.promises
        .filter((promise) => isHandedOverLater(promise, days[0]!) && promise.toldDay === day)
        .map((promise) => handOverLine(promise, day, formats)),
      ...facts.pickUps
        .filter(({ toldDay }) => isDone(toldDay))
        .map((pickUp) => pickUpLine(pickUp, day, formats)),
    ]),
    ...contactsOf(facts, days, day).map((contact) => ({
      key: `contact ${contact.customerId}`,
      day,
      part: 'day' as const,
      text: contact.words,
    })),
    ...own('day'),
    ...own('closing'),
    ...timeLines(day, hours, 'closing', formats),
  ]
}

const inOrderOfTime = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.toSorted((a, b) => (a.at! < b.at! ? -1 : a.at! > b.at! ? 1 : 0))

/** Opening and closing lines are for trading days; a line for one weekday and any time of day is for it, open or not. */
const isFor = ({ part, weekday }: OwnLine, day: Day, hours: DayHours): boolean => {
  const trades = hours === null || hours.length > 0
  return weekday === null ? trades : weekday === isoWeekday(day) && (trades || part === 'day')
}

/** First opening, last closing, and what is between: the midday closing and the opening after it. */
function timeLines(day: Day, hours: DayHours, part: Part, { time }: Formats): Draft[] {
  if (!hours || hours.length === 0) return []
  const events = hours.flatMap((block, i) => [
    {
      part: i === 0 ? 'opening' : 'day',
      text: `${i === 0 ? 'Open' : 'Open again'} at ${time(block[0])}`,
      at: `${day}T${block[0]}`,
    },
    {
      part: i === hours.length - 1 ? 'closing' : 'day',
      text: `Close at ${time(block[1])}${closingMinutes(block) > 1440 ? ' the next day' : ''}`,
      // What is told for the closing is handed over before it.
      at: `${day}T${block[1]}~`,
    },
  ])
  return events.flatMap((event, i) =>
    event.part === part
      ? [{ key: `time ${day} ${i}`, day, part, text: event.text, at: event.at, pen: true }]
      : [],
  )
}

/** The trading day of the week on which something due on `due` is done: that day, or the last one before it. */
function dayToDo({ hours }: WeekFacts, days: readonly Day[], due: Day): Day {
  const trades = (day: Day) => hours[day] === null || (hours[day]?.length ?? 0) > 0
  return days.findLast((day) => day <= due && trades(day)) ?? days.find(trades) ?? due
}

function pullLine({ batchId, day: due, words }: Pull, day: Day, formats: Formats): Draft {
  const when = due === day ? '' : ` (pull day ${formats.day(due)})`
  return { key: `pull ${batchId}`, day, part: 'day', text: `Pull ${words}${when}` }
}

/** Spread evenly over the trading days that are left, at most five a day. */
function contactsOf(
  { contacts, contactsFrom, hours }: WeekFacts,
  days: readonly Day[],
  day: Day,
): readonly Contact[] {
  const left = days.filter((d) => d >= contactsFrom && (hours[d] === null || (hours[d]?.length ?? 0) > 0))
  const turn = left.indexOf(day)
  if (turn < 0) return []
  const people = Math.min(contacts.length, mostContactsADay * left.length)
  const before = (turns: number) => Math.ceil((people * turns) / left.length)
  return contacts.slice(before(turn), before(turn + 1))
}

/** What was due before the week and waits still; a long tail is one line that says how long. */
function leftOverLines({ pulls, promises, now }: WeekFacts, monday: Day, formats: Formats): Draft[] {
  const today = now.slice(0, 10)
  const earlier = promises
    .filter((promise) => promise.targetDay < monday && promise.toldDay < monday)
    .map((promise) => earlierPromiseLine(promise, now, formats))
  const earlierPulls = pulls
    .filter(({ day }) => day < monday)
    .map((pull) => ({ ...pullLine(pull, pull.day < today ? pull.day : monday, formats), day: null }))
  return [
    ...capped(earlier, 'promises', ['promise', 'promises'], formats),
    ...capped(earlierPulls, 'pulls', ['batch', 'batches'], formats),
  ]
}

function capped(
  lines: readonly Draft[],
  key: string,
  [one, many]: readonly [string, string],
  { counted }: Formats,
): readonly Draft[] {
  if (lines.length <= mostLeftOver) return lines
  const rest = lines.length - mostLeftOver
  const text = `${counted(rest, `more ${one}`, `more ${many}`)} from before this week: go through ${rest === 1 ? 'it' : 'them'} in Wellkept`
  return [...lines.slice(0, mostLeftOver), { key: `more ${key}`, day: null, part: 'day', text }]
}
