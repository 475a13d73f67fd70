import { addDays, type Day, dayAt, startOfDay } from '../../core/day.ts'
import type { InputOf } from '../../core/call.ts'
import type { hoursCalls } from '../../core/hours/calls.ts'
import { sinceOf } from '../../core/hours/closing/plan.ts'
import { planOf } from '../../core/hours/schedule.ts'
import {
  firstOverlap,
  hasCome,
  longestSpecialDays,
  movedTo,
  type SpecialDay,
} from '../../core/hours/special-day.ts'
import { type Block, blockWords, checkDay } from '../../core/hours/week.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context } from '../store/context.ts'
import { beginsNow } from './closing-changed.ts'
import { fromNowOn, saidOfToday } from './from-now.ts'
import { added, changed } from './special-changed.ts'
import { readSchedules, readSpecialDays } from './read.ts'
import { checkSpan } from './range.ts'

/** Makes a special day, or with its id changes one; the act's words are the caller's. */
export async function keepSpecialDay(
  context: Context,
  { specialDayId, ...input }: InputOf<(typeof hoursCalls)['hours.setSpecialDay']>,
): Promise<Result<{ id: number }>> {
  const { now, zone, formats } = context
  const rules = await readSpecialDays(context)
  const old = rules.find(({ id }) => id === specialDayId)
  if (specialDayId !== undefined && !old) return noSpecialDay
  const blocks = blocksOf(input)
  if (!blocks.ok) return blocks
  const { label, reason, yearly } = input
  const wrong = checkSpan(context, input.day, input.to ?? input.day, longestSpecialDays - (yearly ? 1 : 0))
  if (wrong) return wrong

  const today = dayAt(now, zone)
  const asked = { from: input.day, to: input.to ?? input.day }
  const cameBefore =
    old?.yearly === true &&
    hasCome(old, today) &&
    // Another name changes no day.
    !(yearly && isSaidAlike(old, { ...asked, blocks: blocks.value }))
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
  if (old?.closedUntilMs !== undefined && (old.from !== span.from || old.to !== span.to || yearly))
    return fail(
      'past',
      `“${old.label}” says how ${formats.fullDay(old.from)} was when a special day was changed. Nothing was changed. Only its hours can be changed.`,
      'day',
    )
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
  if (!old) return ok(await saidOfToday(context, label, () => added(context, row)))
  // What lies in the past is said of what was.
  const held = { label, isCorrection: !yearly && !old.yearly && span.to < today }
  return ok(await fromNowOn(context, held, () => changed(context, { old, others, rule, row })))
}

const isSaidAlike = (
  old: SpecialDay,
  { from, to, blocks }: Pick<SpecialDay, 'from' | 'to' | 'blocks'>,
): boolean => old.from === from && old.to === to && JSON.stringify(old.blocks) === JSON.stringify(blocks)

/** A closing for a while stays one as long as it is closed; one that is told to begin earlier was closed by then. */
const sinceWhen = (
  old: SpecialDay | undefined,
  from: Day,
  isClosed: boolean,
  context: Context,
): Pick<SpecialDay, 'closedSinceMs'> => {
  if (old?.closedSinceMs === undefined || !isClosed) return {}
  const { now, zone } = context
  if (beginsNow(old, from, context)) return { closedSinceMs: sinceOf(now) }
  return {
    closedSinceMs: from < old.from ? Math.min(old.closedSinceMs, startOfDay(from, zone)) : old.closedSinceMs,
  }
}

export const noSpecialDay = fail(
  'no-special-day',
  'This special day is not there any more. Nothing was changed.',
)

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
