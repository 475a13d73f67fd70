import { addDays, type Day, dayAt, instantOf, localAt } from '../../core/day.ts'
import type { hoursCalls, PauseAnswer } from '../../core/hours/calls.ts'
import { forgottenFrom, type LogEntry } from '../../core/hours/log.ts'
import type { Pause } from '../../core/hours/pause.ts'
import type { Plan } from '../../core/hours/schedule.ts'
import { openingNow, runningPause } from '../../core/hours/status.ts'
import { momentAt } from '../../core/moment.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { lastEntry, lastPause, readPlan } from './read.ts'

/** A time of day further ahead than this is taken for one that has passed. */
const farMs = 12 * 3_600_000

/** "Back at 14:30": the shop closes for a while within its hours. */
export const pause: HandlersOf<Pick<typeof hoursCalls, 'hours.pause' | 'hours.endPause'>> = {
  'hours.pause': async (context, { until, note }) => {
    const { db, now, zone, formats, who, say } = context
    const back = backAt(context, until)
    if (!back.ok) return back
    const plan = await readPlan(context)
    const opening = openingNow(plan, await lastEntry(context, now), now)
    if (!opening)
      return fail('not-open', 'The shop is closed, so there is nothing to pause. Log the opening first.')
    const untilMs = back.value
    const wrong = wrongEnd(context, plan, opening, untilMs)
    if (wrong) return wrong
    const running = await runningNow(context, plan, opening)
    say(`Pause until ${formats.timeAt(untilMs, zone)} begun`)
    const row = running
      ? await db
          .updateTable('pauses')
          .set({ untilMs, ...(note !== '' && { note }) })
          .where('id', '=', running.id)
          .returning(columns)
          .executeTakeFirstOrThrow()
      : await db
          .insertInto('pauses')
          .values({ fromMs: now - (now % 60_000), untilMs, note, who })
          .returning(columns)
          .executeTakeFirstOrThrow()
    return ok(answerOf(row, zone))
  },

  'hours.endPause': async (context) => {
    const { db, now, zone, say } = context
    const plan = await readPlan(context)
    const opening = openingNow(plan, await lastEntry(context, now), now)
    const running = opening && (await runningNow(context, plan, opening))
    if (!running) return fail('no-pause', 'No pause is running. Nothing was changed.')
    const row = await db
      .updateTable('pauses')
      .set({ endedAtMs: Math.max(running.fromMs, now - (now % 60_000)) })
      .where('id', '=', running.id)
      .returning(columns)
      .executeTakeFirstOrThrow()
    say('Pause ended')
    return ok(answerOf(row, zone))
  },
}

const columns = ['id', 'fromMs', 'untilMs', 'endedAtMs', 'note'] as const

/** The pause of this opening that is not over. */
async function runningNow(context: Context, plan: Plan, opening: LogEntry): Promise<Pause | undefined> {
  const last = await lastPause(context)
  return last && runningPause(plan, last, opening, context.now) ? last : undefined
}

/** A closing for a while that begins on a day, now, ends the pause of an opening of that day. */
export async function endPauseOf(context: Context, plan: Plan, from: Day): Promise<void> {
  const opening = openingNow(plan, await lastEntry(context, context.now), context.now)
  if (opening && opening.tradingDay >= from) await endPauseAt(context, plan, opening, context.now)
}

/** A closing ends the pause that runs: then, or at the end that was announced if that came first. */
export async function endPauseAt(context: Context, plan: Plan, opening: LogEntry, atMs: number) {
  const running = await runningNow(context, plan, opening)
  if (!running) return
  const endedAtMs = Math.max(running.fromMs, Math.min(running.untilMs, atMs))
  await context.db.updateTable('pauses').set({ endedAtMs }).where('id', '=', running.id).execute()
}

function backAt(context: Context, until: string): Result<number> {
  const { now, zone, formats } = context
  const isTime = until.length === 5
  const [today, time] = [dayAt(now, zone), until.slice(-5)]
  const local = isTime ? `${today}T${until}` : until
  const moment = momentAt(local, context, 'until')
  if (!moment.ok || moment.value > now) return moment
  const tomorrow = momentAt(`${addDays(today, 1)}T${time}`, context, 'until')
  if (isTime && tomorrow.ok && tomorrow.value - now <= farMs) return tomorrow
  return fail('past', `${formats.time(time)} has passed. No pause was begun. Say a later time.`, 'until')
}

function wrongEnd(
  { formats }: Context,
  plan: Plan,
  { tradingDay }: LogEntry,
  untilMs: number,
): Result<never> | null {
  const last = plan.lastClosing(tradingDay)
  if (last !== null && untilMs >= last)
    return fail(
      'after-closing',
      `The shop closes at ${formats.timeAt(last, plan.zone)}. No pause was begun. Say an earlier time, or log the closing.`,
      'until',
    )
  if (
    untilMs >=
    Math.min(forgottenFrom(plan, tradingDay), instantOf(`${addDays(tradingDay, 7)}T00:00`, plan.zone))
  )
    return fail('too-long', 'That is too long for a pause. None was begun. Log the closing instead.', 'until')
  return null
}

const answerOf = ({ id, fromMs, untilMs, endedAtMs, note }: Pause, zone: string): PauseAnswer => ({
  id,
  from: localAt(fromMs, zone),
  until: localAt(untilMs, zone),
  endedAtMs,
  note,
})
