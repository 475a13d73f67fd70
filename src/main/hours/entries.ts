import { localAt } from '../../core/day.ts'
import { isDenied } from '../../core/hours/asked.ts'
import { stretchOf } from '../../core/hours/adherence.ts'
import type { hoursCalls } from '../../core/hours/calls.ts'
import { isRemembered, overFrom, tradingDayOf, type LogEntry } from '../../core/hours/log.ts'
import { alreadyThere, dayOf, isSame, placeEntry, tooLate } from '../../core/hours/place.ts'
import type { Plan } from '../../core/hours/schedule.ts'
import { forgottenClosing, openingNow } from '../../core/hours/status.ts'
import { pcWasOff } from '../../core/hours/words.ts'
import { inWords, momentAt, pastMomentAt } from '../../core/moment.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context, Handler, HandlersOf } from '../store/context.ts'
import { answerOf, insertEntry, neighbours, rowsBetween, currentEntry } from './entry-rows.ts'
import { endPauseAt } from './pause.ts'
import { checkRange } from './range.ts'
import { answersBetween, entriesBetween, firstEntryAfter, lastEntry, readPlan, tolerance } from './read.ts'
import { longAgo } from './remembered.ts'

type Names = 'hours.log' | 'hours.explain' | 'hours.correct' | 'hours.reconstructClose' | 'hours.entries'

const eventWords = { open: 'Opening', close: 'Closing' } as const

/** Logs an opening or a closing. */
export const logEntry: Handler<'hours.log'> = async (context, { event, at, reason, pcOff }) => {
  const { now, zone, formats, say } = context
  const moment = at === undefined ? ok(now - (now % 60_000)) : pastMomentAt(at, context)
  if (!moment.ok) return moment
  const atMs = moment.value
  const time = formats.timeAt(atMs, zone)
  if (pcOff && at === undefined)
    return fail('no-time', 'Say at what time it was, before the PC was on. Nothing was logged.', 'at')
  const plan = await readPlan(context)
  const past = await longAgo(context, plan, atMs)
  if (past) return past
  const [before, after] = [await lastEntry(context, atMs), await firstEntryAfter(context, atMs)]
  const placed = placeEntry(plan, { event, atMs }, before, after, formats)
  if (!placed.ok) return placed
  const { day, corrects } = placed.value
  const why = reason === '' && pcOff ? pcWasOff : reason
  // The same minute again, or the same thing again without a word, is a slip and no correction.
  if (corrects && (at === undefined || corrects.atMs === atMs || (why === '' && corrects !== after)))
    return alreadyThere(plan, formats, corrects)
  if (corrects && why === '' && event === 'close') return alreadyThere(plan, formats, corrects, true)
  if (why === '' && (corrects || Math.floor((now - atMs) / 60_000) > tolerance(context)))
    return fail('no-reason', `Say why ${time} is logged only now. Nothing was logged.`, 'reason')
  if (corrects) return correctTo(context, plan, corrects, { atMs, day, why, told: pcOff })
  if (event === 'close' && before) await endPauseAt(context, plan, before, atMs)
  const reconstructed = isRemembered(plan, { tradingDay: day, atMs, told: pcOff }, now)
  const denied = isDenied(plan, day, { event, atMs }, before, await answersOn(context, day))
  const entry = await insertEntry(context, {
    event,
    tradingDay: day,
    atMs,
    reason: denied ? '' : why,
    told: pcOff,
    reconstructed,
    ...(denied && { correction: why }),
  })
  const on = day === tradingDayOf(plan, now) ? '' : ` on ${formats.fullDay(day)}`
  const how = denied ? 'corrected to' : 'at'
  say(`${eventWords[event]} ${how} ${time}${on}${denied ? '' : reconstructed ? ' reconstructed' : ' logged'}`)
  return ok(await answerOf(context, plan, entry))
}

/** The log of openings and closings. */
export const entries: HandlersOf<Pick<typeof hoursCalls, Names>> = {
  'hours.log': logEntry,

  'hours.explain': async (context, { entryId, reason }) => {
    const entry = await currentEntry(context, entryId)
    if (!entry) return unknown
    await context.db.updateTable('hoursLog').set({ reason }).where('id', '=', entryId).execute()
    context.say('Reason noted')
    return ok(await answerOf(context, await readPlan(context), { ...entry, reason }))
  },

  'hours.correct': async (context, { entryId, at, reason, pcOff }) => {
    const { formats } = context
    const moment = pastMomentAt(at, context)
    if (!moment.ok) return moment
    const atMs = moment.value
    const why = reason === '' && pcOff ? pcWasOff : reason
    if (why === '') return fail('no-reason', 'Say why.', 'reason')
    const old = await currentEntry(context, entryId)
    if (!old) return unknown
    if (atMs === old.atMs)
      return fail('same-time', 'That is the time already logged. Nothing was changed.', 'at')
    const [before, after] = await neighbours(context, old)
    const between = (before?.atMs ?? -Infinity) < atMs && atMs < (after?.atMs ?? Infinity)
    if (!between) return passesBy(context, before, after)
    const plan = await readPlan(context)
    const past = await longAgo(context, plan, atMs)
    if (past) return past
    const moved = { event: old.event, atMs }
    const day = old.event === 'open' ? dayOf(plan, moved, before) : old.tradingDay
    const wrong = tooLate(plan, day, moved, before, formats)
    if (wrong) return wrong
    for (const other of [before, after])
      if (other && isSame(plan, day, moved, other)) return alreadyThere(plan, formats, other)
    return (
      (await leavesItsPlace(context, plan, old, { day, atMs })) ??
      correctTo(context, plan, old, { atMs, day, why, told: pcOff })
    )
  },

  'hours.reconstructClose': async (context, { day, at }) => {
    const { now, formats, say } = context
    const told = at === undefined ? null : pastMomentAt(at, context)
    if (told && !told.ok) return told
    const plan = await readPlan(context)
    const running = openingNow(plan, await lastEntry(context, now), now)
    const opening = await unclosedOn(context, day, running)
    if (!opening)
      return fail(
        'nothing-forgotten',
        `No closing is missing on ${formats.fullDay(day)}. Nothing was changed.`,
        'day',
      )
    const { offered } = forgottenClosing(plan, opening)
    if (at === undefined && offered === undefined)
      return fail(
        'no-time',
        `No closing was scheduled on ${formats.fullDay(day)} after the opening. Say when it was.`,
        'at',
      )
    const moment = told ?? momentAt(offered!, context)
    if (!moment.ok) return moment
    const [before, after] = [
      await lastEntry(context, moment.value),
      await firstEntryAfter(context, moment.value),
    ]
    if (before?.id !== opening.id) return passesBy(context, opening, (await neighbours(context, opening))[1])
    const placed = placeEntry(plan, { event: 'close', atMs: moment.value }, opening, after, formats)
    if (!placed.ok) return placed
    const closing = { event: 'close' as const, atMs: moment.value }
    if (isDenied(plan, placed.value.day, closing, opening, await answersOn(context, placed.value.day)))
      return fail(
        'answered',
        `You said that the closing of ${formats.fullDay(day)} was not kept. Nothing was changed. Log the closing and say why.`,
      )
    const entry = await insertEntry(context, {
      event: 'close',
      tradingDay: placed.value.day,
      atMs: moment.value,
      reason: '',
      reconstructed: true,
    })
    say(`Closing of ${formats.fullDay(day)} reconstructed`)
    return ok(await answerOf(context, plan, entry))
  },

  'hours.entries': async (context, { from, to }) =>
    checkRange(context, from, to) ?? ok(await rowsBetween(context, from, to)),
}

const unknown = fail(
  'no-entry',
  'This entry is not there any more, or was corrected since. Nothing was changed.',
)

/** What was known of a day that is over stays with that day and its hours: memory does not move a lateness elsewhere. */
async function leavesItsPlace(
  context: Context,
  plan: Plan,
  old: LogEntry,
  { day, atMs }: { readonly day: string; readonly atMs: number },
): Promise<Result<never> | null> {
  const { tradingDay, event } = old
  const isOver = [day, tradingDay].some((one) => context.now >= overFrom(plan, one))
  const wasForHours = stretchOf(plan.stretches(tradingDay), old) >= 0
  const isFree = !isOver && (day === tradingDay || !wasForHours)
  if (isFree || isSame(plan, day, { event, atMs }, old)) return null
  const onItsDay = await entriesBetween(context, tradingDay, tradingDay)
  const isKnown =
    !old.reconstructed || onItsDay.some(({ id, knownMs }) => id === old.id && knownMs !== undefined)
  if (!isKnown) return null
  return fail(
    'elsewhere',
    `This was logged for ${context.formats.fullDay(tradingDay)} at ${context.formats.timeAt(old.atMs, plan.zone)}, and stays with that day and those hours. ` +
      'Nothing was changed. Log the other time for itself.',
    'at',
  )
}

interface Correction {
  readonly atMs: number
  readonly day: string
  readonly why: string
  readonly told: boolean
}

/** Puts an entry with another time in an entry's place, which stays as it was first logged. */
async function correctTo(context: Context, plan: Plan, old: LogEntry, { atMs, day, why, told }: Correction) {
  const { db, zone, formats, now, say } = context
  const [, after] = await neighbours(context, old)
  const { event, reason } = old
  const reconstructed =
    (old.reconstructed && !told) || isRemembered(plan, { tradingDay: day, atMs, told }, now)
  const entry = await insertEntry(context, {
    event,
    tradingDay: day,
    atMs,
    reason,
    reconstructed,
    told,
    correction: why,
  })
  await db.updateTable('hoursLog').set({ replacedBy: entry.id }).where('id', '=', old.id).execute()
  // A closing is of the trading day of its opening.
  if (event === 'open' && after?.event === 'close' && after.tradingDay !== day)
    await db.updateTable('hoursLog').set({ tradingDay: day }).where('id', '=', after.id).execute()
  say(`${eventWords[event]} corrected to ${formats.timeAt(atMs, zone)}`)
  return ok(await answerOf(context, plan, entry))
}

const answersOn = async (context: Context, day: string) =>
  (await answersBetween(context, day, day)).get(day) ?? []

/** The last opening of a day that no closing follows, but for the present one. */
async function unclosedOn(context: Context, day: string, present: LogEntry | undefined) {
  for (const entry of (await entriesBetween(context, day, day)).toReversed()) {
    if (entry.event !== 'open' || entry.id === present?.id) continue
    if ((await neighbours(context, entry))[1]?.event !== 'close') return entry
  }
  return undefined
}

function passesBy(
  { zone, formats }: Context,
  before: LogEntry | undefined,
  after: LogEntry | undefined,
): Result<never> {
  const words = (entry: LogEntry) =>
    `the ${entry.event === 'open' ? 'opening' : 'closing'} at ${inWords(localAt(entry.atMs, zone), formats)}`
  const limits = [before && `after ${words(before)}`, after && `before ${words(after)}`].filter(Boolean)
  return fail('out-of-order', `The time has to be ${limits.join(' and ')}. Nothing was changed.`, 'at')
}
