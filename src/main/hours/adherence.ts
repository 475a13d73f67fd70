import { addDays, type Day, dayAt, daysFrom, startOfDay } from '../../core/day.ts'
import { type DayAdherence, judgeDay, type Measure } from '../../core/hours/adherence.ts'
import type { hoursCalls } from '../../core/hours/calls.ts'
import { sumUp } from '../../core/hours/figures.ts'
import { firstOfMonths, monthShares } from '../../core/hours/months.ts'
import { openAt, openMinutesBetween } from '../../core/hours/open-time.ts'
import type { Interval, Plan } from '../../core/hours/schedule.ts'
import { statusOf } from '../../core/hours/status.ts'
import { momentAt } from '../../core/moment.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { checkRange } from './range.ts'
import {
  answersBetween,
  byDay,
  entriesBetween,
  firstLoggedDay,
  lastEntry,
  lastPause,
  loggedSpan,
  readPlan,
  tolerance,
} from './read.ts'
import { askedLog } from './asked.ts'

type Names = 'hours.status' | 'hours.adherence' | 'hours.lastMonths' | 'hours.isOpen' | 'hours.openMinutes'

const dayMs = 86_400_000

/** How the shop stands now, and the plan it is judged by. */
export async function statusNow(context: Context) {
  const { now } = context
  const pause = await lastPause(context)
  const plan = await readPlan(context, { fromMs: now - 3 * dayMs, toMs: now })
  const latest = await lastEntry(context, now)
  const log = { latest, pause, ...(await askedLog(context, plan, latest)) }
  return { plan, status: statusOf(plan, log, { now, toleranceMinutes: tolerance(context) }) }
}

/** What the hours and their log come to. */
export const adherence: HandlersOf<Pick<typeof hoursCalls, Names>> = {
  'hours.status': async (context) => ok((await statusNow(context)).status),

  'hours.adherence': async (context, { from, to }) => {
    const wrong = checkRange(context, from, to)
    if (wrong) return wrong
    const plan = await readPlan(context, instantsOf(context, from, to))
    const measure = { now: context.now, toleranceMinutes: tolerance(context) }
    const days = await judgeDays(context, plan, measure, from, to)
    return ok(sumUp(days, await daysBefore(context, plan, measure, days)))
  },

  'hours.lastMonths': async (context) => {
    const today = dayAt(context.now, context.zone)
    const from = firstOfMonths(today)
    const logged = await loggedSpan(context)
    if (!logged) return ok({ logged, months: [] })
    const plan = await readPlan(context, instantsOf(context, from, today))
    const measure = { now: context.now, toleranceMinutes: tolerance(context) }
    return ok({ logged, months: monthShares(await judgeDays(context, plan, measure, from, today)) })
  },

  'hours.isOpen': async (context, { at }) => {
    const ms = Date.parse(at)
    return ok(openAt(await readPlan(context, { fromMs: ms, toMs: ms + 8 * dayMs }), ms))
  },

  'hours.openMinutes': async (context, { from, to }) => {
    const [begin, end] = [instantAt(from, context, 'from'), instantAt(to, context, 'to')]
    if (!begin.ok) return begin
    if (!end.ok) return end
    const [fromMs, toMs] = [begin.value, end.value]
    if (fromMs > toMs)
      return fail('bad-range', `${from} is after ${to}. Choose a start that is not after the end.`, 'to')
    const wrong = checkRange(context, dayAt(fromMs, context.zone), dayAt(toMs, context.zone))
    if (wrong) return wrong
    const plan = await readPlan(context, { fromMs, toMs })
    return ok({ minutes: openMinutesBetween(plan, fromMs, toMs) })
  },
}

/** An instant written with its offset, or a local day and time. */
const instantAt = (moment: string, context: Context, field: string): Result<number> =>
  moment.length === 16 ? momentAt(moment, context, field) : ok(Date.parse(moment))

const instantsOf = ({ zone }: Context, from: Day, to: Day): Interval => ({
  fromMs: startOfDay(from, zone),
  toMs: startOfDay(addDays(to, 3), zone),
})

async function judgeDays(
  context: Context,
  plan: Plan,
  measure: Measure,
  from: Day,
  to: Day,
): Promise<DayAdherence[]> {
  const entries = byDay(await entriesBetween(context, from, to))
  const answers = await answersBetween(context, from, to)
  const days: DayAdherence[] = []
  const asked = daysFrom(from, to)
  for (const day of asked) {
    days.push(judgeDay(plan, day, entries.get(day) ?? [], measure, answers.get(day)))
    await context.step(days.length, asked.length, 'Judging the days')
  }
  return days
}

const streakStepDays = 91

/** The days before a range into which its streak goes on, as far as the log does. */
async function daysBefore(
  context: Context,
  plan: Plan,
  measure: Measure,
  days: readonly DayAdherence[],
): Promise<readonly DayAdherence[]> {
  const isOver = (judged: readonly DayAdherence[]) => judged.some(({ state }) => state === 'missed')
  if (isOver(days)) return []
  const first = await firstLoggedDay(context)
  let [earlier, from]: [DayAdherence[], Day] = [[], days[0]!.day]
  while (first !== null && first < from && !isOver(earlier)) {
    const [to, begin] = [addDays(from, -1), addDays(from, -streakStepDays)]
    from = begin < first ? first : begin
    earlier = [...(await judgeDays(context, plan, measure, from, to)), ...earlier]
  }
  return earlier
}
