import { type Day, localAt } from '../../core/day.ts'
import { fullDay } from '../../core/day-words.ts'
import { judgeDay } from '../../core/hours/adherence.ts'
import type { EarlierEntry, hoursCalls, LoggedEntry, LogRow } from '../../core/hours/calls.ts'
import { type LogEntry, placeEntry } from '../../core/hours/log.ts'
import type { Plan } from '../../core/hours/schedule.ts'
import { forgottenClosing, openingNow } from '../../core/hours/status.ts'
import { momentAt, pastMomentAt } from '../../core/moment.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { endPauseAt } from './pause.ts'
import { checkRange } from './range.ts'
import { entriesBetween, firstEntryAfter, lastEntry, readPlan, tolerance, unclosedOpenings } from './read.ts'

type Names = 'hours.log' | 'hours.explain' | 'hours.correct' | 'hours.reconstructClose' | 'hours.entries'

const eventWords = { open: 'Opening', close: 'Closing' } as const

/** The log of openings and closings. */
export const entries: HandlersOf<Pick<typeof hoursCalls, Names>> = {
  'hours.log': async (context, { event, at, reason }) => {
    const { now, zone, say } = context
    const moment = at === undefined ? ok(now - (now % 60_000)) : pastMomentAt(at, zone, now)
    if (!moment.ok) return moment
    const atMs = moment.value
    const time = localAt(atMs, zone).slice(11)
    const plan = await readPlan(context)
    const [before, after] = [await lastEntry(context, atMs), await firstEntryAfter(context, atMs)]
    const placed = placeEntry(plan, { event, atMs }, before, after)
    if (!placed.ok) return placed
    if (reason === '' && Math.floor((now - atMs) / 60_000) > (await tolerance(context)))
      return fail('no-reason', `Say why ${time} is logged only now. Nothing was logged.`, 'reason')
    if (event === 'close' && before) await endPauseAt(context, plan, before, atMs)
    const entry = await insert(context, { event, tradingDay: placed.value, atMs, reason })
    say(`${eventWords[event]} at ${time} logged`)
    return ok(await answerOf(context, plan, entry))
  },

  'hours.explain': async (context, { entryId, reason }) => {
    const entry = await standingEntry(context, entryId)
    if (!entry) return unknown
    await context.db.updateTable('hoursLog').set({ reason }).where('id', '=', entryId).execute()
    context.say('Reason noted')
    return ok(await answerOf(context, await readPlan(context), { ...entry, reason }))
  },

  'hours.correct': async (context, { entryId, at, reason }) => {
    const { db, zone, now, say } = context
    const old = await standingEntry(context, entryId)
    if (!old) return unknown
    const moment = pastMomentAt(at, zone, now)
    if (!moment.ok) return moment
    const atMs = moment.value
    if (atMs === old.atMs)
      return fail('same-time', 'That is the time already logged. Nothing was changed.', 'at')
    const [before, after] = await neighbours(context, old)
    const between = (before?.atMs ?? -Infinity) < atMs && atMs < (after?.atMs ?? Infinity)
    if (!between) return passesBy(zone, before, after)
    const plan = await readPlan(context)
    const placed = placeEntry(plan, { event: old.event, atMs }, before, undefined)
    if (!placed.ok) return placed
    const { id: _, ...kept } = old
    const entry = await insert(context, { ...kept, tradingDay: placed.value, atMs, correction: reason })
    await db.updateTable('hoursLog').set({ replacedBy: entry.id }).where('id', '=', old.id).execute()
    // A closing is of the trading day of its opening.
    if (old.event === 'open' && after?.event === 'close' && after.tradingDay !== placed.value)
      await db.updateTable('hoursLog').set({ tradingDay: placed.value }).where('id', '=', after.id).execute()
    say(`${eventWords[old.event]} corrected to ${at.slice(11)}`)
    return ok(await answerOf(context, plan, entry))
  },

  'hours.reconstructClose': async (context, { day, at }) => {
    const { zone, now, say } = context
    const told = at === undefined ? null : pastMomentAt(at, zone, now)
    if (told && !told.ok) return told
    const plan = await readPlan(context)
    const running = openingNow(plan, await lastEntry(context, now), now)
    const opening = (await unclosedOpenings(context, day)).find(
      ({ id, tradingDay }) => tradingDay === day && id !== running?.id,
    )
    if (!opening)
      return fail(
        'nothing-forgotten',
        `No closing is missing on ${fullDay(day)}. Nothing was changed.`,
        'day',
      )
    const { offered } = forgottenClosing(plan, opening)
    if (at === undefined && offered === undefined)
      return fail(
        'no-time',
        `No closing was scheduled on ${fullDay(day)} after the opening. Say when it was.`,
        'at',
      )
    const moment = told ?? momentAt(offered!, zone)
    if (!moment.ok) return moment
    const [before, after] = [
      await lastEntry(context, moment.value),
      await firstEntryAfter(context, moment.value),
    ]
    if (before?.id !== opening.id) return passesBy(zone, opening, (await neighbours(context, opening))[1])
    const placed = placeEntry(plan, { event: 'close', atMs: moment.value }, opening, after)
    if (!placed.ok) return placed
    const entry = await insert(context, {
      event: 'close',
      tradingDay: placed.value,
      atMs: moment.value,
      reason: '',
      reconstructed: true,
    })
    say(`Closing of ${fullDay(day)} reconstructed`)
    return ok(await answerOf(context, plan, entry))
  },

  'hours.entries': async (context, { from, to }) =>
    checkRange(from, to) ?? ok(await rowsBetween(context, from, to)),
}

const unknown = fail(
  'no-entry',
  'This entry is not there any more, or was corrected since. Nothing was changed.',
)

interface NewEntry extends Omit<LogEntry, 'id' | 'reconstructed'> {
  readonly reconstructed?: boolean
  readonly correction?: string
}

async function insert({ db, now, who }: Context, entry: NewEntry): Promise<LogEntry & { who: string }> {
  const { event, tradingDay, atMs, reason, reconstructed = false, correction = '' } = entry
  const { id } = await db
    .insertInto('hoursLog')
    .values({
      event,
      tradingDay,
      atMs,
      loggedAtMs: now,
      reason,
      who,
      reconstructed: reconstructed ? 1 : 0,
      correction,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, event, tradingDay, atMs, reason, reconstructed, who }
}

/** An entry that no correction has replaced. */
async function standingEntry({ db }: Context, id: number): Promise<(LogEntry & { who: string }) | undefined> {
  const row = await db
    .selectFrom('hoursLog')
    .select(['id', 'event', 'tradingDay', 'atMs', 'reason', 'reconstructed', 'who'])
    .where('id', '=', id)
    .where('replacedBy', 'is', null)
    .executeTakeFirst()
  return row && { ...row, reconstructed: row.reconstructed === 1 }
}

/** The entries before and after one in the log. */
async function neighbours(context: Context, { id, atMs }: LogEntry) {
  const sameMinute = async (side: -1 | 1) => {
    const row = await context.db
      .selectFrom('hoursLog')
      .select('id')
      .where('atMs', '=', atMs)
      .where('replacedBy', 'is', null)
      .where('id', side < 0 ? '<' : '>', id)
      .orderBy('id', side < 0 ? 'desc' : 'asc')
      .executeTakeFirst()
    return row && standingEntry(context, row.id)
  }
  return [
    (await sameMinute(-1)) ?? (await lastEntry(context, atMs - 1)),
    (await sameMinute(1)) ?? (await firstEntryAfter(context, atMs)),
  ] as const
}

function passesBy(zone: string, before: LogEntry | undefined, after: LogEntry | undefined): Result<never> {
  const words = (entry: LogEntry) =>
    `the ${entry.event === 'open' ? 'opening' : 'closing'} at ${localAt(entry.atMs, zone).replace('T', ' ')}`
  const limits = [before && `after ${words(before)}`, after && `before ${words(after)}`].filter(Boolean)
  return fail('out-of-order', `The time has to be ${limits.join(' and ')}. Nothing was changed.`, 'at')
}

async function answerOf(
  context: Context,
  plan: Plan,
  entry: LogEntry & { who: string },
): Promise<LoggedEntry> {
  const { id, event, tradingDay: day, atMs, reason, who, reconstructed } = entry
  const measure = { now: context.now, toleranceMinutes: await tolerance(context) }
  const { blocks } = judgeDay(plan, day, await entriesBetween(context, day, day), measure)
  const met = blocks
    .map((block) => (event === 'open' ? block.opened : block.closed))
    .find((judged) => judged?.entryId === id)
  const { due = null, minutesLate = null } = met ?? {}
  const at = localAt(atMs, context.zone)
  return { id, event, day, at, atMs, reason, who, reconstructed, due, minutesLate }
}

async function rowsBetween({ db, zone }: Context, from: Day, to: Day): Promise<LogRow[]> {
  const rows = await db
    .selectFrom('hoursLog')
    .selectAll()
    .where('tradingDay', '>=', from)
    .where('tradingDay', '<=', to)
    .where('replacedBy', 'is', null)
    .orderBy('atMs')
    .orderBy('id')
    .execute()
  const replaced = await db.selectFrom('hoursLog').selectAll().where('replacedBy', 'is not', null).execute()
  const before = new Map(replaced.map((row) => [row.replacedBy!, row]))
  const plain = ({ id, atMs, loggedAtMs, who }: (typeof rows)[number]): EarlierEntry => ({
    id,
    at: localAt(atMs, zone),
    atMs,
    loggedAtMs,
    who,
  })
  return rows.map((row): LogRow => {
    const earlier: EarlierEntry[] = []
    for (let old = before.get(row.id); old; old = before.get(old.id)) earlier.unshift(plain(old))
    const { event, tradingDay, reason, reconstructed, correction } = row
    return {
      ...plain(row),
      event,
      day: tradingDay,
      reason,
      reconstructed: reconstructed === 1,
      correction,
      earlier,
    }
  })
}
