import { expect, test } from 'vitest'
import { addDays, instantOf } from '../../../src/core/day.ts'
import { judgeDay } from '../../../src/core/hours/adherence.ts'
import { sumUp } from '../../../src/core/hours/figures.ts'
import type { DueAnswer, LogEntry } from '../../../src/core/hours/log.ts'
import { openAt, openMinutesBetween } from '../../../src/core/hours/open-time.ts'
import type { Pause } from '../../../src/core/hours/pause.ts'
import { planOf, type Schedule } from '../../../src/core/hours/schedule.ts'
import type { SpecialDay } from '../../../src/core/hours/special-day.ts'
import { type Block, checkDay, type Week, weekdays } from '../../../src/core/hours/week.ts'
import {
  blocksOn,
  type Case,
  clockChanges,
  dayByVerdicts,
  type Due,
  judgeByMinutes,
  type Minutes,
  minutesAround,
  paint,
  paintPauses,
} from './brute-force.ts'

/** The clocks of these change, or their day does; their every night of change is tried. */
const named = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Apia',
]
/** Among them zones that change at midnight, and by odd offsets. */
const others = [
  'America/Sao_Paulo',
  'America/Santiago',
  'America/St_Johns',
  'Asia/Tehran',
  'Africa/Cairo',
  'Pacific/Chatham',
]
const deep = process.env['WELLKEPT_DEEP'] !== undefined

/** mulberry32, a public-domain generator: the same cases every run. */
function random(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
const rnd = random(20261123)
const int = (from: number, to: number) => from + Math.floor(rnd() * (to - from + 1))
const chance = (share: number) => rnd() < share
const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)]!

const clock = (minutes: number) =>
  `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Cut points gather where clocks change, at midnight and on the hour. */
const cut = () =>
  pick([() => int(0, 1680), () => int(0, 56) * 30, () => int(0, 210), () => 1440 + int(0, 240)])()

function someBlocks(): readonly Block[] {
  if (chance(0.1)) return []
  if (chance(0.15)) return [['00:00', '00:00']]
  const points = [...new Set(Array.from({ length: pick([2, 2, 2, 4, 4, 6]) }, cut))].toSorted((a, b) => a - b)
  const blocks: Block[] = []
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [from, to] = [points[i]!, points[i + 1]!]
    if (from < 1440 && to - from < 1440) blocks.push([clock(from), clock(to)])
  }
  const checked = checkDay(blocks)
  return checked.ok ? checked.value : blocks.slice(0, 1)
}

function someWeek(always: boolean): Week {
  const usual = someBlocks()
  const day = (): readonly Block[] =>
    always && chance(0.98) ? [['00:00', '00:00']] : chance(0.5) ? usual : someBlocks()
  return Object.fromEntries(weekdays.map((weekday) => [weekday, day()])) as unknown as Week
}

function someSpecialDay(day: string, id: number): SpecialDay {
  const yearly = chance(0.4)
  const near = addDays(day, int(-4, 5))
  const from = yearly ? `${Number(near.slice(0, 4)) - int(-1, 2)}${near.slice(4)}` : near
  const real = addDays(from, 0)
  const to = chance(0.4) ? addDays(real, int(1, 6)) : real
  const until = yearly && chance(0.3) ? addDays(day, int(-3, 4)) : null
  const blocks = chance(0.4) ? [] : someBlocks()
  return { id, from: real, to, yearly, until, blocks, label: 'Special', reason: '', source: 'owner' }
}

function someCase(minutes: Minutes): Case {
  const { day } = minutes
  const always = chance(0.15)
  const week = () => someWeek(always)
  const schedules: Schedule[] = [{ validFrom: addDays(day, pick([-900, -900, -30, -1, 0])), week: week() }]
  if (chance(0.3)) schedules.push({ validFrom: addDays(day, int(-2, 2)), week: week() })
  if (chance(0.1)) schedules.push({ validFrom: addDays(day, int(1, 3)), week: week() })
  const pauses: Pause[] = []
  let at = minutes.fromMs + int(2, 4) * 86_400_000
  for (let id = 1; chance(0.4); id++) {
    const fromMs = at + int(0, 1440) * 60_000
    const untilMs = fromMs + int(1, 180) * 60_000
    const endedAtMs = chance(0.4) ? fromMs + int(0, 200) * 60_000 : null
    pauses.push({ id, fromMs, untilMs, endedAtMs, note: '' })
    at = Math.max(untilMs, endedAtMs ?? 0)
  }
  const specialDays = Array.from({ length: pick([0, 0, 1, 1, 2, 3, 5]) }, (_, n) =>
    someSpecialDay(day, n + 1),
  )
  // Hours around the clock that end after about a week.
  if (always) specialDays.push({ ...someSpecialDay(addDays(day, 6), 9), yearly: false, until: null })
  return { schedules: chance(0.5) ? schedules : schedules.toReversed(), specialDays, pauses }
}

let entryIds = 0
/** Entries near what is due, and some that are near nothing; on some days none at all. */
function someEntries(tradingDay: string, dueMs: readonly number[], minutes: Minutes): LogEntry[] {
  if (chance(0.2)) return []
  const near = (ms: number) =>
    ms + pick([0, 0, int(-6, 6), int(-6, 6), int(-90, 90), int(-600, 600)]) * 60_000
  const anywhere = minutes.fromMs + int(3 * 1440, 6 * 1440) * 60_000
  return Array.from({ length: int(1, 6) }, () => ({
    id: ++entryIds,
    event: pick(['open', 'close'] as const),
    tradingDay,
    atMs: dueMs.length > 0 && chance(0.85) ? near(pick(dueMs)) : anywhere,
    reason: '',
    reconstructed: chance(0.15),
    told: false,
  }))
}

/** Answers to some of what is due, and to what is not. */
const someAnswers = (due: readonly Due[]): DueAnswer[] =>
  due
    .filter(() => chance(0.3))
    .map(({ event, dueMs }) => ({
      event,
      forMs: dueMs + pick([0, 0, 0, 60_000]),
      answer: pick(['missed', 'unknown'] as const),
    }))

interface Tally {
  cases: number
  days: number
  verdicts: number
  ranges: number
  instants: number
}

const shareOf = (verdicts: readonly string[]) => {
  const due = verdicts.filter((verdict) => ['met', 'early', 'late', 'missed'].includes(verdict)).length
  const met = verdicts.filter((verdict) => verdict === 'met').length
  const unknown = verdicts.filter((verdict) => verdict === 'no data').length
  return { due, met, share: due === 0 ? null : met / due, unknown, told: 0 }
}

/** Tries one case in a window; a difference fails with all it takes to repeat it. */
function tryOne(minutes: Minutes, tally: Tally): void {
  const shop = someCase(minutes)
  const { zone, fromMs } = minutes
  const plan = planOf(shop, zone)
  const painted = paint(shop, minutes)
  const toleranceMinutes = pick([0, 1, 5, 5, 15])
  const now = fromMs + (chance(0.6) ? minutes.count : int(3 * 1440, 7 * 1440)) * 60_000
  const days = [-1, 0, 1].map((n) => addDays(minutes.day, n))
  const seen: string[][] = [[], []]
  const judged = days.map((day) => {
    const nothing = judgeByMinutes(painted, minutes, day, [], now, toleranceMinutes, [])
    const dueMs = nothing.map((due) => due.dueMs)
    const entries = someEntries(day, dueMs, minutes)
    const answers = someAnswers(nothing)
    const theirs = judgeByMinutes(painted, minutes, day, entries, now, toleranceMinutes, answers)
    const ours = judgeDay(plan, day, entries, { now, toleranceMinutes }, answers)
    const whole = dayByVerdicts(theirs.map(({ verdict }) => verdict))
    if (whole) expect([whole, ours.state]).toEqual([whole, whole === 'neither' ? neither(ours.state) : whole])
    const flat = ours.blocks.flatMap(({ opened, closed }) => [
      { event: 'open', dueMs: opened.dueMs, verdict: opened.verdict, atMs: opened.atMs },
      ...(closed
        ? [{ event: 'close', dueMs: closed.dueMs, verdict: closed.verdict, atMs: closed.atMs }]
        : []),
    ])
    if (JSON.stringify(flat.map(sorted)) !== JSON.stringify(theirs.map(sorted)))
      expect({ zone, shop, day, entries, now, toleranceMinutes, judged: flat }).toEqual({
        zone,
        shop,
        day,
        entries,
        now,
        toleranceMinutes,
        judged: theirs,
      })
    expect(plan.blocks(day)).toEqual(blocksOn(shop, day))
    for (const { event, verdict } of theirs) seen[event === 'open' ? 0 : 1]!.push(verdict)
    tally.verdicts += theirs.length
    tally.days++
    return ours
  })
  const { opened, closed } = sumUp(judged)
  expect({ opened, closed }).toEqual({ opened: shareOf(seen[0]!), closed: shareOf(seen[1]!) })

  const open = paintPauses(painted, shop, minutes)
  for (let n = 0; n < 3; n++) {
    const from = int(2 * 1440, 6 * 1440)
    const to = from + pick([int(0, 200), int(0, 3 * 1440)])
    let counted = 0
    for (let minute = from; minute < to; minute++) counted += open[minute]!
    const range = [fromMs + from * 60_000, fromMs + to * 60_000] as const
    const minutesOpen = openMinutesBetween(plan, ...range)
    if (minutesOpen !== counted) expect({ zone, shop, range, minutesOpen }).toEqual({ minutesOpen: counted })
    tally.ranges++

    const at = int(2 * 1440, 6 * 1440)
    let until = at
    while (until < minutes.count && open[until] === open[at]) until++
    const turns = new Date(fromMs + until * 60_000).toISOString().replace('.000Z', 'Z')
    const answer = openAt(plan, fromMs + at * 60_000)
    const far = until - at > 7 * 1440
    const expected = open[at] ? { open: true, ...(!far && { until: turns }) } : { open: false, next: turns }
    // Beyond the window only whether it is open can be compared.
    const { open: isOpen } = answer
    const compared = far && !open[at] ? { open: isOpen } : answer
    const wanted = far && !open[at] ? { open: false } : expected
    if (JSON.stringify(compared) !== JSON.stringify(wanted))
      expect({ zone, shop, at: fromMs + at * 60_000, answer }).toEqual({ answer: wanted })
    tally.instants++
  }
  tally.cases++
}

/** A day that is neither kept nor missed may be called whatever says so. */
const neither = (state: string) => (['kept', 'missed'].includes(state) ? 'neither' : state)

const sorted = (one: { event: string; dueMs: number; verdict: string; atMs: number | null }) => [
  one.event,
  one.dueMs,
  one.verdict,
  one.atMs,
]

test('adherence and open minutes are those of a judge that looks at every minute, in 12 zones and on every night of change', () => {
  // Samoa has had no summer time since 2021, and had a day too few in 2011.
  const nightsOf = (zone: string) => [
    ...clockChanges(zone, 2022, 2026),
    ...(deep || zone === 'Pacific/Apia' ? clockChanges(zone, 2010, 2014) : []),
  ]
  const nights = named.flatMap((zone) => nightsOf(zone).map((day) => ({ zone, day })))
  const changes = others.flatMap((zone) => clockChanges(zone, 2017, 2026).map((day) => ({ zone, day })))
  const randomDay = () => ({ zone: pick([...named, ...others]), day: addDays('2009-01-01', int(0, 6570)) })
  const windows = [
    ...nights.map((night) => ({ ...night, cases: deep ? 50 : 4 })),
    { zone: 'Pacific/Apia', day: '2011-12-30', cases: deep ? 500 : 100 },
    ...(deep ? changes : changes.filter((_, n) => n % 6 === 0)).map((night) => ({
      ...night,
      cases: deep ? 30 : 3,
    })),
    ...[...named, ...others].map((zone) => ({ ...randomDay(), zone, cases: deep ? 30 : 3 })),
    ...Array.from({ length: deep ? 150 : 12 }, () => ({ ...randomDay(), cases: deep ? 30 : 3 })),
  ]
  const tally: Tally = { cases: 0, days: 0, verdicts: 0, ranges: 0, instants: 0 }
  for (const { zone, day, cases } of windows) {
    const minutes = minutesAround(day, zone)
    for (let n = 0; n < cases; n++) tryOne(minutes, tally)
  }
  const perZone = Object.fromEntries(
    named.map((zone) => [zone, nights.filter((n) => n.zone === zone).length]),
  )
  console.info('K1', { ...tally, windows: windows.length, nights: perZone })
  expect(tally.cases).toBeGreaterThanOrEqual(deep ? 10_000 : 400)
  const ten = deep ? 20 : 10
  expect(perZone).toMatchObject({ 'Europe/Berlin': ten, 'America/New_York': ten, 'Australia/Lord_Howe': ten })
  expect(nights).toContainEqual({ zone: 'Pacific/Apia', day: '2011-12-30' })
}, 900_000)

test('the judge itself knows the nights of change', () => {
  const berlin = minutesAround('2026-03-29', 'Europe/Berlin')
  const at = (local: string) => berlin.fromMs + berlin.minuteOf(local.replace('T', ' '))! * 60_000
  expect(at('2026-03-29T02:30')).toBe(Date.parse('2026-03-29T01:30Z'))
  for (const local of ['2026-03-29T01:59', '2026-03-29T02:30', '2026-03-29T03:00', '2026-03-30T02:30'])
    expect(at(local)).toBe(instantOf(local, 'Europe/Berlin'))
  const apia = minutesAround('2011-12-30', 'Pacific/Apia')
  expect(apia.days.has('2011-12-30')).toBe(false)
})
