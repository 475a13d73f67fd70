import { addDays, type Day, dayAt, daysFrom, startOfDay } from '../../core/day.ts'
import { judgeDay, type Measure } from '../../core/hours/adherence.ts'
import { type Around, checkTold, type ToldTime } from '../../core/hours/answer-times.ts'
import { daysAsked, missingOn } from '../../core/hours/asked.ts'
import type { hoursCalls } from '../../core/hours/calls.ts'
import { type DueAnswer, type LogEntry, tradingDayOf } from '../../core/hours/log.ts'
import type { Plan } from '../../core/hours/schedule.ts'
import { pastMomentAt } from '../../core/moment.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { InputOf } from '../../core/call.ts'
import type { Context, Handler, HandlersOf } from '../store/context.ts'
import { insertEntry } from './entry-rows.ts'
import {
  answersBetween,
  byDay,
  entriesBetween,
  firstLoggedDay,
  lastEntry,
  readPlan,
  tolerance,
} from './read.ts'
import { firstAsked, longAgo } from './remembered.ts'

/** The log of the days that may be asked, and of those around now. */
export async function askedLog(context: Context, plan: Plan, latest: LogEntry | undefined) {
  const { now, zone } = context
  const earliest = firstAsked(plan, now)
  const from = latest && latest.tradingDay < earliest ? latest.tradingDay : earliest
  const to = addDays(dayAt(now, zone), 1)
  const logs = await logsOf(context, from, to)
  const first = await firstLoggedDay(context)
  return {
    ...logs,
    since: first !== null && first < earliest ? earliest : first,
    entries: logs.entries.filter(({ tradingDay }) => tradingDay >= earliest),
  }
}

/** What the log and the owner say about the days from one to another. */
async function logsOf(context: Context, from: Day, to: Day) {
  const entries = await entriesBetween(context, from, to)
  const [days, answers] = [byDay(entries), await answersBetween(context, from, to)]
  return {
    entries,
    entriesOn: (day: Day): readonly LogEntry[] => days.get(day) ?? [],
    answersOn: (day: Day): readonly DueAnswer[] => answers.get(day) ?? [],
  }
}

type Names = 'hours.answerDay' | 'hours.leaveAsked'
type Answers = InputOf<(typeof hoursCalls)['hours.answerDay']>['answers']

/** Keeps what the owner says about times of a day of which nothing was logged. */
export const answerDay: Handler<'hours.answerDay'> = async (context, { day, answers }) => {
  const plan = await readPlan(context)
  const measure = { now: context.now, toleranceMinutes: tolerance(context) }
  const told = await toldOf(context, plan, day, answers, measure)
  if (!told.ok) return told
  for (const [i, { event, forMs, atMs }] of told.value.entries()) {
    const answer = answers[i]!.answer === 'did not' ? 'missed' : 'unknown'
    if (atMs === null) await insertAnswer(context, day, { event, forMs, answer })
    else await insertEntry(context, { event, tradingDay: day, atMs, reason: '', reconstructed: true })
  }
  context.say(`Hours of ${context.formats.fullDay(day)} answered`)
  const { entriesOn, answersOn } = await logsOf(context, day, day)
  return ok(judgeDay(plan, day, entriesOn(day), measure, answersOn(day)))
}

/** What the owner says about times of which nothing was logged. */
export const asked: HandlersOf<Pick<typeof hoursCalls, Names>> = {
  'hours.answerDay': answerDay,

  'hours.leaveAsked': async (context) => {
    const { now, say } = context
    const plan = await readPlan(context)
    const { since, ...logs } = await askedLog(context, plan, await lastEntry(context, now))
    const measure = { now, toleranceMinutes: tolerance(context) }
    const today = tradingDayOf(plan, now)
    const asked = daysAsked(plan, daysFrom(since ?? today, addDays(today, -1)), logs, measure)
    for (const { day, times } of asked)
      for (const { event, forMs } of times)
        await insertAnswer(context, day, { event, forMs, answer: 'unknown' })
    const days = asked.length
    if (days === 0) return fail('nothing-asked', 'Nothing is asked any more. Nothing was changed.')
    say(`${context.formats.counted(days, 'day', 'days')} left as not known`)
    return ok({ days })
  },
}

const insertAnswer = ({ db, now, who }: Context, tradingDay: Day, answer: DueAnswer) =>
  db
    .insertInto('hoursAnswers')
    .values({ tradingDay, ...answer, answeredAtMs: now, who })
    .execute()

/** What each answer says, at which time; or why it cannot be. */
async function toldOf(
  context: Context,
  plan: Plan,
  day: Day,
  answers: Answers,
  measure: Measure,
): Promise<Result<readonly ToldTime[]>> {
  const { zone } = context
  const past = await longAgo(context, plan, startOfDay(day, zone), 'day')
  if (past) return past
  const times: (number | null)[] = []
  for (const [i, answer] of answers.entries()) {
    const at = answer.answer === 'other time' ? pastMomentAt(answer.at, context, `answers.${i}.at`) : ok(null)
    if (!at.ok) return at
    times.push(at.value)
  }
  const logs = await logsOf(context, day, day)
  const missing = new Set(missingOn(plan, day, logs, measure))
  const told: ToldTime[] = []
  for (const [i, answer] of answers.entries()) {
    const time = [...missing].find(({ event, forMs }) => event === answer.event && forMs === answer.forMs)
    if (!time) return notAsked(i)
    missing.delete(time)
    const isScheduled = answer.answer === 'as scheduled'
    if (isScheduled && time.due === null) return noTime(i)
    told.push({ ...time, atMs: isScheduled ? time.forMs : times[i]! })
  }
  const judged = judgeDay(plan, day, logs.entriesOn(day), measure)
  const fits = checkTold(plan, judged, told, await around(context, day), context.formats)
  return fits.ok ? ok(told) : fits
}

/** Where the trading days around a day end and begin in the log. */
async function around({ db }: Context, day: Day): Promise<Around> {
  const current = db.selectFrom('hoursLog').where('replacedBy', 'is', null)
  const { last } = await current
    .where('tradingDay', '<', day)
    .where('tradingDay', '>=', addDays(day, -14))
    .select((eb) => eb.fn.max('atMs').as('last'))
    .executeTakeFirstOrThrow()
  const { first } = await current
    .where('tradingDay', '>', day)
    .where('tradingDay', '<=', addDays(day, 14))
    .select((eb) => eb.fn.min('atMs').as('first'))
    .executeTakeFirstOrThrow()
  return { beforeMs: last ?? -Infinity, afterMs: first ?? Infinity }
}

const notAsked = (i: number): Result<never> =>
  fail(
    'not-asked',
    'This time is known by now, or was answered before. Nothing was changed. Look at the day again.',
    `answers.${i}`,
  )

const noTime = (i: number): Result<never> =>
  fail(
    'no-time',
    'No closing was scheduled after this opening. Say when it was. Nothing was changed.',
    `answers.${i}`,
  )
