import { dayAt, isDay } from '../../core/day.ts'
import { momentAt, pastDay, pastMomentAt } from '../../core/moment.ts'
import type { promisesCalls } from '../../core/promises/calls.ts'
import { doneOn, isBeforeMade, type Done } from '../../core/promises/done.ts'
import {
  finishedAt,
  judgedAtMs,
  outcomeOf,
  takesBackLast,
  warnedOnceHeard,
} from '../../core/promises/outcome.ts'
import { targetInHours } from '../../core/promises/target.ts'
import { instantWords } from '../../core/promises/words.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { asideWords, besideInWords, keepMeant } from '../customers/edge.ts'
import { readPlan } from '../hours/edge.ts'
import type { Context, Handler, HandlersOf } from '../store/context.ts'
import type { Row } from '../store/schema.ts'
import { changePromise, priceCapOf } from './change.ts'
import { laterTold } from './moving.ts'
import { openPromise } from './open-promise.ts'

type Writings = Pick<
  typeof promisesCalls,
  | 'promises.make'
  | 'promises.change'
  | 'promises.warn'
  | 'promises.ready'
  | 'promises.close'
  | 'promises.break'
>

/** Makes a promise; the told moment lies ahead. */
export const makePromise: Handler<'promises.make'> = async (context, input) => {
  const { db, now, say } = context
  const told = momentAt(input.told, context, 'told')
  if (!told.ok) return told
  const toldAtMs = told.value
  if (toldAtMs <= now)
    return fail('told-past', 'The promised time has passed already. Give one that lies ahead.', 'told')
  const target =
    input.target === undefined
      ? ok(targetInHours(await readPlan(context), now, toldAtMs))
      : momentAt(input.target, context, 'target')
  if (!target.ok) return target
  const targetAtMs = target.value
  if (targetAtMs > toldAtMs)
    return fail('target-late', 'Our own target may not be later than what the customer was told.', 'target')
  if (targetAtMs < now)
    return fail('target-past', 'Our own target has passed already. Give one that lies ahead.', 'target')
  const priceCap = priceCapOf(context, input.priceCap ?? '')
  if (!priceCap.ok) return priceCap
  const who = await keepMeant(context, input)
  if (!who.ok) return who
  const { meant, isAside, beside } = who.value
  const { what, kind, note } = input
  const priceCapMills = priceCap.value
  const row = await db
    .insertInto('promises')
    .values({ ...meant, what, kind, note, priceCapMills, madeAtMs: now, toldAtMs, targetAtMs })
    .returning('id')
    .executeTakeFirstOrThrow()
  const toldWords = instantWords(toldAtMs, context)
  say(`Promise to ${meant.name} made for ${toldWords}: ${what}${asideWords(isAside)}${besideInWords(beside)}`)
  return ok(row)
}

/**
 * The customer was told that it will be later, and by when instead, where that is known. Again where a new time is given, or where
 * they heard before the last one passed that it will not be kept.
 */
export const warnOf: Handler<'promises.warn'> = async (context, { promiseId, at, told, seenToldAtMs }) => {
  const promise = await openPromise(context, promiseId)
  if (!promise.ok) return promise
  const { name, what, warnedAtMs, toldAtMs, readyAtMs } = promise.value
  if (readyAtMs !== null)
    return fail('ready-already', 'This is marked as ready: it is not late. Nothing was changed.')
  if (seenToldAtMs !== undefined && seenToldAtMs !== toldAtMs)
    return fail(
      'changed-meanwhile',
      `By when it is promised was changed meanwhile: ${instantWords(toldAtMs, context)}. Nothing was changed now. Open it again to say another time.`,
      'told',
    )
  const heardAtMs = happenedAt(context, promise.value, at)
  if (!heardAtMs.ok) return heardAtMs
  const takesBack = takesBackLast(promise.value, heardAtMs.value)
  if (warnedAtMs !== null && told === undefined && !takesBack)
    return fail(
      'warned-already',
      `${name} has been told already. Nothing was changed. Say the new time, if there is one.`,
      'told',
    )
  const moved =
    told === undefined
      ? ok(undefined)
      : laterTold(context, await readPlan(context), promise.value, told, heardAtMs.value)
  if (!moved.ok) return moved
  const warned = { warnedAtMs: warnedOnceHeard(promise.value, heardAtMs.value) }
  const heard = takesBack ? { ...warned, movedAtMs: null } : warned
  await update(context, promiseId, moved.value ?? heard)
  const now = moved.value && `, now ${instantWords(moved.value.toldAtMs, context)}`
  context.say(`${name} was told that it will be later${now ?? ''}: ${what}`)
  return ok({ id: promiseId })
}

/** What was promised is ready; the customer has to come. */
export const readyPromise: Handler<'promises.ready'> = async (context, { promiseId, at }) => {
  const promise = await openPromise(context, promiseId)
  if (!promise.ok) return promise
  if (promise.value.readyAtMs !== null)
    return fail('ready-already', 'This is marked as ready already. Nothing was changed.')
  const readyAtMs = happenedAt(context, promise.value, at)
  if (!readyAtMs.ok) return readyAtMs
  await update(context, promiseId, { readyAtMs: readyAtMs.value })
  context.say(`Ready for ${promise.value.name}: ${promise.value.what}`)
  return ok({ id: promiseId })
}

/** The closing check of a promise. */
export const closePromise: Handler<'promises.close'> = async (
  context,
  { promiseId, inBudget, fullScope, leftClean, at, note },
) => {
  const promise = await openPromise(context, promiseId)
  if (!promise.ok) return promise
  const { readyAtMs } = promise.value
  const done =
    at === undefined && readyAtMs !== null
      ? ok({ atMs: readyAtMs, dayOnly: false })
      : finished(context, promise.value, at)
  if (!done.ok) return done
  const { atMs: doneAtMs, dayOnly } = done.value
  const closed = { ...promise.value, doneAtMs }
  const onTime = finishedAt(closed)! <= judgedAtMs(closed)
  await update(context, promiseId, {
    doneAtMs,
    doneDayOnly: dayOnly ? 1 : 0,
    onTime: onTime ? 1 : 0,
    inBudget: inBudget ? 1 : 0,
    fullScope: fullScope ? 1 : 0,
    leftClean: leftClean ? 1 : 0,
    note: note ?? promise.value.note,
  })
  context.say(`Promise to ${promise.value.name} closed: ${promise.value.what}`)
  return ok({ id: promiseId, onTime, outcome: outcomeOf(closed, context.now) })
}

/** A promise that will not be kept. */
export const breakPromise: Handler<'promises.break'> = async (context, { promiseId, reason }) => {
  const promise = await openPromise(context, promiseId)
  if (!promise.ok) return promise
  const { note } = promise.value
  await update(context, promiseId, {
    brokenAtMs: context.now,
    note: note === '' ? reason : `${note}\n${reason}`,
  })
  context.say(`Promise to ${promise.value.name} marked broken: ${promise.value.what}`)
  return ok({ id: promiseId })
}

export const promiseWritings: HandlersOf<Writings> = {
  'promises.make': makePromise,

  'promises.change': changePromise,

  'promises.warn': warnOf,

  'promises.ready': readyPromise,

  'promises.close': closePromise,

  'promises.break': breakPromise,
}

const minute = 60_000

type Made = Pick<Row<'promises'>, 'madeAtMs' | 'toldAtMs' | 'firstToldAtMs' | 'readyAtMs'>

/** When something happened, to the minute: as said, or now. Nothing happens to a promise before it is made. */
function happenedAt(context: Context, promise: Made, at: string | undefined): Result<number> {
  if (at === undefined) return ok(toMinute(context.now))
  const moment = pastMomentAt(at, context)
  if (!moment.ok) return moment
  return isBeforeMade(promise, { atMs: moment.value, dayOnly: false }, context.zone)
    ? beforeMade(promise, context)
    : moment
}

/** When the work was finished: as said, by the day alone where that is all that is known, or now. */
function finished(context: Context, promise: Made, at: string | undefined): Result<Done> {
  if (at === undefined || !isDay(at)) {
    const moment = happenedAt(context, promise, at)
    return moment.ok ? ok({ atMs: moment.value, dayOnly: false }) : moment
  }
  const { zone } = context
  const day = pastDay(at, context, 'at')
  if (!day.ok) return day
  const done = doneOn(at, promise.readyAtMs, zone)
  return isBeforeMade(promise, done, zone) ? beforeMade(promise, context) : ok(done)
}

const toMinute = (ms: number): number => Math.floor(ms / minute) * minute

const beforeMade = ({ madeAtMs }: Made, { zone, formats }: Context): Result<never> =>
  fail(
    'before-made',
    `This promise was made on ${formats.fullDay(dayAt(madeAtMs, zone))} at ${formats.timeAt(madeAtMs, zone)}. Nothing was changed. Give a later time.`,
    'at',
  )

const update = ({ db }: Context, id: number, set: Partial<Row<'promises'>>) =>
  db.updateTable('promises').set(set).where('id', '=', id).execute()
