/**
 * An independent judge of hours for `reference.test.ts`: every minute of a window is read off the wall clock by Intl, and
 * whether it is open, whose it is and what an entry was for is looked up minute by minute. It shares no rule with
 * src/core/hours, and knows only its input types.
 */
import type { DueAnswer, LogEntry } from '../../../src/core/hours/log.ts'
import type { Pause } from '../../../src/core/hours/pause.ts'
import type { Schedule } from '../../../src/core/hours/schedule.ts'
import type { SpecialDay } from '../../../src/core/hours/special-day.ts'
import type { Block, Weekday } from '../../../src/core/hours/week.ts'

const minuteMs = 60_000
const utc = (local: string) => Date.parse(`${local.slice(0, 10)}T${local.slice(11) || '00:00'}Z`)
const plusDays = (day: string, n: number) => new Date(utc(day) + n * 86_400_000).toISOString().slice(0, 10)

/** The wall clock of a zone at each minute from three days before a day's UTC midnight to twelve after it. */
export interface Minutes {
  readonly zone: string
  readonly day: string
  readonly fromMs: number
  readonly count: number
  readonly days: ReadonlySet<string>
  /** The first minute that shows a wall time; one that is skipped counts on from the gap. Undefined outside. */
  minuteOf(local: string): number | undefined
}

const formats = new Map<string, Intl.DateTimeFormat>()
const wallClock = (zone: string): Intl.DateTimeFormat => {
  let format = formats.get(zone)
  if (!format)
    formats.set(
      zone,
      (format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
      })),
    )
  return format
}

/** What the wall clock shows at an instant, `YYYY-MM-DD HH:MM`. */
export const wallAt = (ms: number, zone: string): string => wallClock(zone).format(ms)

export function minutesAround(day: string, zone: string): Minutes {
  const fromMs = utc(day) - 4 * 86_400_000
  const count = 17 * 1440
  const first = new Map<string, number>()
  const gaps: { at: number; from: number; to: number }[] = []
  const days = new Set<string>()
  let last: number | undefined
  for (let minute = 0; minute < count; minute++) {
    const wall = wallAt(fromMs + minute * minuteMs, zone)
    if (!first.has(wall)) first.set(wall, minute)
    days.add(wall.slice(0, 10))
    const shown = utc(wall)
    if (last !== undefined && shown > last + minuteMs)
      gaps.push({ at: minute, from: last + minuteMs, to: shown })
    last = shown
  }
  return {
    zone,
    day,
    fromMs,
    count,
    days,
    minuteOf(local) {
      const shown = first.get(local)
      if (shown !== undefined) return shown
      const gap = gaps.find(({ from, to }) => from <= utc(local) && utc(local) < to)
      return gap && gap.at + (utc(local) - gap.from) / minuteMs
    },
  }
}

export interface Case {
  readonly schedules: readonly Schedule[]
  readonly specialDays: readonly SpecialDay[]
  readonly pauses: readonly Pause[]
}

const weekdaysOfUtc: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** A date in the rule's year or the one before, as far as it is there. */
function comesOn(special: SpecialDay, day: string): boolean {
  if (!special.yearly) return utc(special.from) <= utc(day) && utc(day) <= utc(special.to)
  if (utc(day) < utc(special.from) || (special.until && utc(day) > utc(special.until))) return false
  const span = Number(special.to.slice(0, 4)) - Number(special.from.slice(0, 4))
  const monthDay = (d: string) => Number(d.slice(5, 7)) * 100 + Number(d.slice(8, 10))
  const [from, to, at] = [monthDay(special.from), monthDay(special.to), monthDay(day)]
  return span === 0 ? at >= from && at <= to : at >= from || at <= to
}

/** The blocks of a day; null where no version is valid yet. */
export function blocksOn({ schedules, specialDays }: Case, day: string): readonly Block[] | null {
  const [special] = specialDays
    .filter((one) => comesOn(one, day))
    .toSorted(
      (a, b) =>
        Number(a.from !== a.to) - Number(b.from !== b.to) ||
        Number(a.yearly) - Number(b.yearly) ||
        (a.yearly ? 0 : utc(a.to) - utc(a.from) - (utc(b.to) - utc(b.from))) ||
        b.id - a.id,
    )
  if (special) return special.blocks
  const valid = schedules
    .filter(({ validFrom }) => utc(validFrom) <= utc(day))
    .toSorted((a, b) => utc(b.validFrom) - utc(a.validFrom))[0]
  return valid ? valid.week[weekdaysOfUtc[new Date(utc(day)).getUTCDay()]!] : null
}

/** Each minute of the window: open or not, and the days whose hours begin at it. */
export interface Painted {
  readonly open: Uint8Array
  readonly begins: ReadonlyMap<number, string>
}

export function paint(shop: Case, minutes: Minutes): Painted {
  const open = new Uint8Array(minutes.count)
  const begins = new Map<number, string>()
  for (let n = -3; n <= 11; n++) {
    const day = plusDays(minutes.day, n)
    if (!minutes.days.has(day)) continue
    for (const [opens, closes] of blocksOn(shop, day) ?? []) {
      const nextDay = closes <= opens
      const from = minutes.minuteOf(`${day} ${opens}`)
      const to = minutes.minuteOf(`${nextDay ? plusDays(day, 1) : day} ${closes}`)
      if (from === undefined || to === undefined) continue
      if (to > from) begins.set(from, day)
      for (let minute = from; minute < to; minute++) open[minute] = 1
    }
  }
  return { open, begins }
}

export interface Due {
  readonly event: 'open' | 'close'
  readonly dueMs: number
  readonly verdict: string
  readonly atMs: number | null
}

/** What was due on a trading day, in order of its hours, and how it was kept. */
export function judgeByMinutes(
  { open, begins }: Painted,
  minutes: Minutes,
  day: string,
  entries: readonly LogEntry[],
  now: number,
  toleranceMinutes: number,
  answers: readonly DueAnswer[],
): readonly Due[] {
  const minuteAt = (ms: number) => (ms - minutes.fromMs) / minuteMs
  const runs: { from: number; to: number }[] = []
  const runAt = new Map<number, number>()
  for (let minute = 1; minute < minutes.count; minute++) {
    if (!open[minute] || open[minute - 1] || begins.get(minute) !== day) continue
    let to = minute
    while (open[to]) runAt.set(to++, runs.length)
    runs.push({ from: minute, to })
  }
  const found = runs.map(() => ({ open: [] as Found[], close: [] as Found[] }))
  for (const { event, atMs, reconstructed } of entries) {
    let minute = event === 'open' ? minuteAt(atMs) : minuteAt(atMs) - 1
    while (!runAt.has(minute) && minute >= 0 && minute < minutes.count) minute += event === 'open' ? 1 : -1
    const run = runAt.get(minute)
    if (run !== undefined) found[run]![event].push({ at: minuteAt(atMs), remembered: reconstructed })
  }
  return runs.flatMap((run, i) => {
    const endless = run.to - run.from > 7 * 1440
    return (['open', 'close'] as const)
      .filter((event) => event === 'open' || !endless)
      .map((event): Due => {
        const due = event === 'open' ? run.from : run.to
        const all = found[i]![event].toSorted(
          (a, b) =>
            Number(a.remembered) - Number(b.remembered) ||
            Math.abs(a.at - due) - Math.abs(b.at - due) ||
            a.at - b.at,
        )
        const first = all[0]
        const dueMs = minutes.fromMs + due * minuteMs
        const said = answers.filter((one) => one.event === event && one.forMs === dueMs)
        return {
          event,
          dueMs,
          atMs: first === undefined ? null : minutes.fromMs + first.at * minuteMs,
          verdict: verdictOf(due, first, minuteAt(now), said, toleranceMinutes),
        }
      })
  })
}

interface Found {
  readonly at: number
  readonly remembered: boolean
}

function verdictOf(
  due: number,
  found: Found | undefined,
  now: number,
  said: readonly DueAnswer[],
  tolerance: number,
): string {
  if (now < due) return 'to come'
  if (!found) {
    if (now <= due + tolerance) return 'to come'
    return said.length > 0 && said[0]!.answer === 'missed' ? 'missed' : 'no data'
  }
  const isOff = found.at < due - tolerance || found.at > due + tolerance
  const isDenied = said.length > 0 && said[0]!.answer === 'missed'
  if (found.remembered && !(isOff && isDenied)) return 'reconstructed'
  if (found.at < due - tolerance) return 'early'
  return found.at > due + tolerance ? 'late' : 'met'
}

/** What a day whose times are all past is, by the rule in words; undefined where that needs more than the verdicts. */
export function dayByVerdicts(verdicts: readonly string[]): 'kept' | 'missed' | 'neither' | undefined {
  if (verdicts.length === 0 || verdicts.includes('to come')) return undefined
  const notKept = new Set(['early', 'late', 'missed'])
  if (verdicts.some((verdict) => notKept.has(verdict))) return 'missed'
  return verdicts.every((verdict) => verdict === 'met') ? 'kept' : 'neither'
}

/** Takes the pauses off what is painted open. */
export function paintPauses({ open }: Painted, { pauses }: Case, minutes: Minutes): Uint8Array {
  const left = open.slice()
  for (const { fromMs, untilMs, endedAtMs } of pauses)
    for (let ms = fromMs; ms < (endedAtMs ?? untilMs); ms += minuteMs) {
      const minute = (ms - minutes.fromMs) / minuteMs
      if (minute >= 0 && minute < minutes.count) left[minute] = 0
    }
  return left
}

/** Days of the years on which the wall clock shows more or less than 24 hours, or which are left out. */
export function clockChanges(zone: string, fromYear: number, toYear: number): string[] {
  const days: string[] = []
  const offset = (day: string) => utc(wallAt(utc(day), zone)) - utc(day)
  for (let day = `${fromYear}-01-01`; day < `${toYear + 1}-01-01`; day = plusDays(day, 1))
    if (offset(day) !== offset(plusDays(day, 1))) days.push(day)
  return days
}
