import { addDays, type Day, dayAt, startOfDay } from '../../core/day.ts'
import type { InputOf } from '../../core/call.ts'
import type { hoursCalls } from '../../core/hours/calls.ts'
import { planOf } from '../../core/hours/schedule.ts'
import {
  firstOverlap,
  hasCome,
  longestSpecialDays,
  movedTo,
  type SpecialDay,
  specialOccurrences,
} from '../../core/hours/special-day.ts'
import { type Block, blockWords, checkDay } from '../../core/hours/week.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { readSchedules, readSpecialDays } from './read.ts'
import { checkRange, checkSpan } from './range.ts'

type Names = 'hours.setSpecialDay' | 'hours.removeSpecialDay' | 'hours.specialDays'

/** Special days. What was judged by one stays judged by it: a rule that has come and goes on is ended, not undone. */
export const special: HandlersOf<Pick<typeof hoursCalls, Names>> = {
  'hours.setSpecialDay': async (context, input) => {
    const kept = await keepSpecialDay(context, input)
    if (kept.ok) context.say(`${input.label} saved`)
    return kept
  },

  'hours.removeSpecialDay': async (context, { specialDayId }) => {
    const { db, say, now, zone } = context
    const rule = (await readSpecialDays(context)).find(({ id }) => id === specialDayId)
    if (!rule) return unknown
    const today = dayAt(now, zone)
    if (hasCome(rule, today) && (rule.yearly || today <= rule.to)) {
      await endOn(context, rule, addDays(today, -1))
      say(`${rule.label} ended`)
      return ok({ id: rule.id })
    }
    await db.deleteFrom('specialDays').where('id', '=', rule.id).execute()
    say(`${rule.label} removed`)
    return ok({ id: rule.id })
  },

  'hours.specialDays': async (context, { from, to }) =>
    checkRange(context, from, to) ?? ok(specialOccurrences(await readSpecialDays(context), from, to)),
}

/** Makes a special day, or with its id changes one; the act's words are the caller's. */
export async function keepSpecialDay(
  context: Context,
  { specialDayId, ...input }: InputOf<(typeof hoursCalls)['hours.setSpecialDay']>,
): Promise<Result<{ id: number }>> {
  const { db, now, zone } = context
  const rules = await readSpecialDays(context)
  const old = rules.find(({ id }) => id === specialDayId)
  if (specialDayId !== undefined && !old) return unknown
  const blocks = blocksOf(input)
  if (!blocks.ok) return blocks
  const { label, reason, yearly } = input
  const wrong = checkSpan(context, input.day, input.to ?? input.day, longestSpecialDays - (yearly ? 1 : 0))
  if (wrong) return wrong

  const today = dayAt(now, zone)
  const cameBefore = old?.yearly === true && hasCome(old, today)
  const asked = { from: input.day, to: input.to ?? input.day }
  const span = cameBefore && asked.from < today ? movedTo(asked, today) : asked
  const rule: SpecialDay = {
    id: cameBefore || !old ? Number.MAX_SAFE_INTEGER : old.id,
    ...span,
    yearly,
    until: null,
    blocks: blocks.value,
    label,
    reason,
    source: old?.source ?? 'owner',
    ...sinceWhen(old, span.from, !yearly && blocks.value.length === 0, context),
  }
  const others = rules.filter((one) => one !== old)
  const overlap = await overlapWith(context, others, rule)
  if (overlap) return overlap

  const row = {
    fromDay: span.from,
    toDay: span.to,
    yearly: yearly ? (1 as const) : (0 as const),
    blocks: JSON.stringify(blocks.value),
    label,
    reason,
    source: rule.source,
    closedSinceMs: rule.closedSinceMs ?? null,
  }
  if (old && !cameBefore) {
    await db.updateTable('specialDays').set(row).where('id', '=', old.id).execute()
    return ok({ id: old.id })
  }
  if (old) await endOn(context, old, addDays(today, -1))
  return ok(await db.insertInto('specialDays').values(row).returning('id').executeTakeFirstOrThrow())
}

/** A closing for a while stays one as long as it is closed; one that is told to begin earlier was closed by then. */
const sinceWhen = (
  old: SpecialDay | undefined,
  from: Day,
  isClosed: boolean,
  { zone }: Context,
): Pick<SpecialDay, 'closedSinceMs'> => {
  if (old?.closedSinceMs === undefined || !isClosed) return {}
  return {
    closedSinceMs: from < old.from ? Math.min(old.closedSinceMs, startOfDay(from, zone)) : old.closedSinceMs,
  }
}

const unknown = fail('no-special-day', 'This special day is not there any more. Nothing was changed.')

/** Lets a rule hold up to a day and no longer. */
export const endOn = ({ db }: Context, { id, yearly }: SpecialDay, last: Day) =>
  db
    .updateTable('specialDays')
    .set(yearly ? { untilDay: last } : { toDay: last })
    .where('id', '=', id)
    .execute()

interface Sent {
  readonly closed?: true | undefined
  readonly blocks?: readonly Block[] | undefined
}

function blocksOf({ closed, blocks = [] }: Sent): Result<readonly Block[]> {
  if (closed && blocks.length > 0)
    return fail('closed-or-hours', 'Say either closed or the hours of the day, not both.', 'blocks')
  if (!closed && blocks.length === 0)
    return fail('closed-or-hours', 'Give the hours of the day, or say that it is closed.', 'blocks')
  const checked = checkDay(blocks)
  return checked.ok ? checked : fail(checked.problem.code, checked.problem.message, 'blocks')
}

/** The problem of a rule whose hours, beside the others, run into those of the next day; null where none do. */
export async function overlapWith(
  context: Context,
  others: readonly SpecialDay[],
  rule: SpecialDay,
): Promise<Result<never> | null> {
  const hours = { schedules: await readSchedules(context), specialDays: [...others, rule] }
  const overlap = firstOverlap(planOf(hours, context.zone).blocks, addDays(rule.from, -1), rule.to)
  if (!overlap) return null
  const { formats } = context
  const [day, last, first] = overlap
  return fail(
    'overlap',
    `${blockWords(last, formats)} on ${formats.fullDay(day)} runs into ${blockWords(first, formats)} on the day after. ` +
      `Nothing was changed. Let the one close before ${formats.time(first[0])}, or the other open later.`,
    'blocks',
  )
}
