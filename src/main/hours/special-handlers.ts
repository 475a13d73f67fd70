import { type Day, dayAt, daysFrom } from '../../core/day.ts'
import type { hoursCalls } from '../../core/hours/calls.ts'
import { ruleOf } from '../../core/hours/closing/plan.ts'
import { dayOfHours, planOf } from '../../core/hours/schedule.ts'
import {
  hasCome,
  longestSpecialDays,
  type SpecialDay,
  specialOccurrences,
  specialOn,
} from '../../core/hours/special-day.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { toldAbout } from '../promises/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { closesToday, endBefore, type Span } from './closing-changed.ts'
import { fromNowOn } from './from-now.ts'
import { checkRange, checkSpan } from './range.ts'
import { readSchedules, readSpecialDays } from './read.ts'
import { keepSpecialDay, noSpecialDay } from './special.ts'

type Names = 'hours.setSpecialDay' | 'hours.removeSpecialDay' | 'hours.opensToo' | 'hours.specialDays'

/** Special days. What was judged by one stays judged by it: a rule that has come and goes on is ended, not undone. */
export const special: HandlersOf<Pick<typeof hoursCalls, Names>> = {
  'hours.setSpecialDay': async (context, input) => {
    const rules = await readSpecialDays(context)
    const old = rules.find(({ id }) => id === input.specialDayId)
    if (old?.closedSinceMs !== undefined && input.closed) {
      const span = { from: input.day, to: input.to ?? input.day }
      const added = await promisesAdded(
        context,
        rules.filter((one) => one !== old),
        old,
        span,
      )
      if (added) return added
    }
    const kept = await keepSpecialDay(context, input)
    if (kept.ok) context.say(await savedWords(context, kept.value.id))
    return kept
  },

  'hours.removeSpecialDay': async (context, { specialDayId }) => {
    const { db, say, now, zone } = context
    const rules = await readSpecialDays(context)
    const rule = rules.find(({ id }) => id === specialDayId)
    if (!rule) return noSpecialDay
    const today = dayAt(now, zone)
    const stays = staysJudged(context, rule)
    if (stays) return stays
    const ends = closesToday(rule, context) || hasCome(rule, today)
    await fromNowOn(context, rule, async () => {
      if (ends) await endBefore(context, rule, today)
      else await db.deleteFrom('specialDays').where('id', '=', rule.id).execute()
    })
    say(`${rule.label} ${ends ? 'ended' : 'removed'}`)
    return ok({ id: rule.id })
  },

  'hours.opensToo': async (context, { specialDayId, from, to, yearly }) => {
    const wrong = checkSpan(context, from, to, longestSpecialDays)
    if (wrong) return wrong
    const others = (await readSpecialDays(context)).filter(({ id }) => id !== specialDayId)
    const otherwise = planOf({ schedules: await readSchedules(context), specialDays: others }, context.zone)
    const added: SpecialDay = { ...ruleOf({ from, to, label: '' }), yearly }
    const rules = [...others, added]
    const isOpened = (day: Day) => otherwise.blocks(day)?.length === 0 && specialOn(rules, day) === added
    return ok(daysFrom(from, to).filter(isOpened))
  },

  'hours.specialDays': async (context, { from, to }) =>
    checkRange(context, from, to) ?? ok(specialOccurrences(await readSpecialDays(context), from, to)),
}

/** Which days were kept, as the owner reads them. */
async function savedWords(context: Context, specialDayId: number): Promise<string> {
  const { label, from, to, yearly } = (await readSpecialDays(context)).find(({ id }) => id === specialDayId)!
  const { spokenDays, dateAndMonth } = context.formats
  if (!yearly) return `${label} saved: ${spokenDays(from, to, dayAt(context.now, context.zone))}`
  const dates = [from, to].map(dateAndMonth)
  return `${label} saved: ${from === to ? dates[0]! : dates.join(' – ')}, every year`
}

/** Why a rule may not be removed that is over, or that says what holds on the day on which one was changed; null where it may. */
function staysJudged({ now, zone, formats }: Context, rule: SpecialDay): Result<never> | null {
  const { label, to, until, yearly, closedUntilMs } = rule
  const last = yearly ? until : to
  if (last !== null && last < dayAt(now, zone))
    return fail('past', `“${label}” is over: its days stay judged by it. Nothing was changed.`)
  if (closedUntilMs === undefined) return null
  return fail(
    'past',
    `“${label}” was changed at ${formats.timeAt(closedUntilMs, zone)}: these are the hours of today. Nothing was changed. Change the hours themselves, or close with “Close for a while”.`,
  )
}

/** Why a closing may not be made longer by hand: its new days hold promises, each of which is to be moved or kept; null where none do. */
export async function promisesAdded(
  context: Context,
  others: readonly SpecialDay[],
  old: Span,
  { from, to }: Span,
): Promise<Result<never> | null> {
  if (from >= old.from && to <= old.to) return null
  const before = planOf({ schedules: await readSchedules(context), specialDays: others }, context.zone)
  const added = (await toldAbout(context, from, to)).filter(({ toldAtMs }) => {
    const day = dayOfHours(before, toldAtMs)
    return from <= day && day <= to && !(old.from <= day && day <= old.to)
  })
  const [first] = added
  if (!first) return null
  const more = added.length > 1 ? ` and ${context.formats.number(added.length - 1)} more` : ''
  return fail(
    'undecided',
    `${first.what}, ${first.nameToday ?? first.name}${more} would fall into the closing. Nothing was changed. Close these days under “Close for a while”: there each promise is moved or kept.`,
    'to',
  )
}
