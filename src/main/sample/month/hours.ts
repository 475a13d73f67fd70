import { addDays, type Day, dayAt, daysFrom } from '../../../core/day.ts'
import type { Plan } from '../../../core/hours/schedule.ts'
import { type Block, closedWeek, type PartialWeek, type Week, weekdays } from '../../../core/hours/week.ts'
import { ok, type Result } from '../../../core/result.ts'
import { answerDay, decideHoliday, holidaysIn, logEntry } from '../../hours/edge.ts'
import type { Context } from '../../store/context.ts'
import type { ShopClock } from './clock.ts'
import { tongueOf } from './words.ts'
import type { Written } from './written.ts'

/** The weekly hours of the trade in the country. */
export function weekOf({ trade, of }: Written): Week {
  const written = trade.week[of.country] ?? trade.week['default']!
  const week: PartialWeek = Object.fromEntries(weekdays.map((day, i) => [day, blocksIn(written[i]!)]))
  return { ...closedWeek, ...week }
}

const blocksIn = (day: string): readonly Block[] =>
  day === '' ? [] : day.split(', ').map((block): Block => [block.slice(0, 5), block.slice(6)])

/** Decides the public holidays of the country from a day on: closed, but for those on which its shops are open. */
export async function keepHolidays(context: Context, written: Written, since: Day): Promise<Result<unknown>> {
  const { country, of } = written
  const place = { country: of.country, region: country.region }
  const until = addDays(dayAt(context.now, context.zone), 365)
  for (let year = Number(since.slice(0, 4)); year <= Number(until.slice(0, 4)); year++)
    for (const { day, localName: name, type } of await holidaysIn(place, year)) {
      if (type !== 'public' || day < since) continue
      const isOpen = country.opensOn?.includes(name) === true
      const decided = await decideHoliday(context, { day, name, decision: isOpen ? 'as usual' : 'closed' })
      if (!decided.ok) return decided
    }
  return ok(null)
}

const openMinutes = [-2, 0, -4, 1, -1, 2, -3]
const closeMinutes = [3, 1, 5, 2, 0, 4]

/** On which day before today, and how late, it was opened. */
const late = [
  [4, 12],
  [13, 27],
  [21, 9],
] as const

/** The day before today of which nobody knows when it was opened. */
const notKnown = 8

/** Logs a month of openings and closings: three of them late, and a day of which nobody knows. */
export async function keepHours(
  context: Context,
  written: Written,
  plan: Plan,
  clock: ShopClock,
): Promise<Result<unknown>> {
  const today = dayAt(context.now, context.zone)
  const forgotten = clock.day(-notKnown)
  for (const [i, day] of daysFrom(addDays(today, -35), today).entries()) {
    if (day === forgotten) continue
    const logged = await keepDay(context, plan, day, { i, late: lateOn(written, clock, day) })
    if (!logged.ok) return logged
  }
  const times = plan
    .stretches(forgotten)
    .flatMap(({ opensMs, closesMs }) => [
      { event: 'open', forMs: opensMs, answer: 'not known' } as const,
      { event: 'close', forMs: closesMs!, answer: 'not known' } as const,
    ])
  return answerDay({ ...context, now: clock.at(1 - notKnown, 0.1) }, { day: forgotten, answers: times })
}

interface Late {
  readonly minutes: number
  readonly reason: string
}

function lateOn(written: Written, clock: ShopClock, day: Day): Late | undefined {
  const place = late.findIndex(([daysAgo]) => clock.day(-daysAgo) === day)
  if (place < 0) return undefined
  return { minutes: late[place]![1], reason: tongueOf(written).say(written.common.late[place]!) }
}

async function keepDay(
  context: Context,
  plan: Plan,
  day: Day,
  told: { readonly i: number; readonly late: Late | undefined },
): Promise<Result<unknown>> {
  for (const [n, { opensMs, closesMs }] of plan.stretches(day).entries()) {
    const i = told.i + 3 * n
    const isLate = n === 0 ? told.late : undefined
    const entries = [
      ['open', opensMs, isLate?.minutes ?? openMinutes[i % openMinutes.length]!, isLate?.reason ?? ''],
      ['close', closesMs!, closeMinutes[i % closeMinutes.length]!, ''],
    ] as const
    for (const [event, dueMs, minutes, reason] of entries) {
      const now = dueMs + minutes * 60_000
      if (now > context.now) return ok(null)
      const logged = await logEntry({ ...context, now }, { event, reason, pcOff: false })
      if (!logged.ok) return logged
    }
  }
  return ok(null)
}
