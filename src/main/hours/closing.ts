import { dayAt, instantOf, localAt } from '../../core/day.ts'
import type { ClosingAnswer, closingCalls, PromiseInto } from '../../core/hours/closing/calls.ts'
import type { Closing } from '../../core/hours/closing/entry.ts'
import {
  type ClosingPlan,
  fallsInto,
  offeredInstead,
  planClosing,
  sinceOf,
} from '../../core/hours/closing/plan.ts'
import { closingTexts } from '../../core/hours/closing/texts.ts'
import { dayOfHours } from '../../core/hours/schedule.ts'
import { longestSpecialDays } from '../../core/hours/special-day.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { appendBlock } from '../newsletter/edge.ts'
import { shopVoice } from '../shop/edge.ts'
import { movePromise, toldAbout } from '../promises/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { checkSpan } from './range.ts'
import { endPauseOf } from './pause.ts'
import { readSchedules, readSpecialDays } from './read.ts'

/** Closed for a while: one entry, and all that follows from it. */
export const closing: HandlersOf<typeof closingCalls> = {
  'hours.closing': async (context, asked) => {
    const worked = await workedOut(context, asked)
    return worked.ok ? ok(worked.value.answer) : worked
  },

  'hours.closeForWhile': async (context, { promises: decided, newsletter, ...asked }) => {
    const worked = await workedOut(context, asked)
    if (!worked.ok) return worked
    const { planned, answer } = worked.value
    const { closing: closed, plan } = planned
    const said = new Set(decided.map(({ promiseId }) => promiseId))
    const open = answer.promises.filter(({ promiseId }) => !said.has(promiseId))
    if (open.length > 0)
      return fail(
        'undecided',
        `${namesOf(open, context)}: say whether it is moved or kept. Nothing was changed.`,
        'promises',
      )
    const fall = new Set(answer.promises.map(({ promiseId }) => promiseId))
    if (decided.some(({ promiseId }) => !fall.has(promiseId)))
      return fail(
        'no-promise',
        'A promise no longer falls into these days. Nothing was changed. Look again.',
        'promises',
      )
    await context.db
      .insertInto('specialDays')
      .values({
        fromDay: closed.from,
        toDay: closed.to,
        blocks: '[]',
        label: closed.label,
        closedSinceMs: sinceOf(context.now),
      })
      .execute()
    await endPauseOf(context, planned.before, closed.from)
    const moves = decided.flatMap(({ promiseId, told }, i) =>
      told === undefined ? [] : [{ promiseId, told, field: `promises.${i}.told` }],
    )
    for (const [i, { field, ...move }] of moves.entries()) {
      await context.step(i, moves.length, 'Moving the promises')
      if (fallsInto(planned, instantOf(move.told, context.zone)))
        return fail(
          'undecided',
          `${context.formats.fullDay(move.told.slice(0, 10))} is within the closing. Nothing was changed. Move the promise to another day.`,
          'promises',
        )
      const moved = await movePromise(context, plan, { ...move, why: closed.label })
      // Where in this call the moment stands that cannot be.
      if (!moved.ok)
        return moved.problem.field === 'told' ? { ...moved, problem: { ...moved.problem, field } } : moved
    }
    const added = newsletter
      ? await appendBlock(context, { kind: 'text', text: answer.texts.newsletter })
      : ok(null)
    if (!added.ok) return added
    context.say(saysOf(context, closed, moves.length, added.value?.month ?? null))
    return ok({ moved: moves.length })
  },
}

const mostNamed = 6

const namesOf = (promises: readonly PromiseInto[], { formats }: Context): string =>
  [
    ...promises.slice(0, mostNamed).map(({ name, what }) => `${what}, ${name}`),
    ...(promises.length > mostNamed ? [`${formats.number(promises.length - mostNamed)} more`] : []),
  ].join('; ')

/** A closing as it would be, and what is to be decided of it. */
interface WorkedOut {
  readonly planned: ClosingPlan
  readonly answer: ClosingAnswer
}

async function workedOut(context: Context, asked: Closing): Promise<Result<WorkedOut>> {
  const { now, zone, shop, formats } = context
  const wrong = checkSpan(context, asked.from, asked.to, longestSpecialDays)
  if (wrong) return wrong
  const planned = planClosing(asked, await readSchedules(context), await readSpecialDays(context), context)
  const { closing: closed, days, openDays, overruled, back } = planned
  const { from, to } = closed
  if (to < dayOfHours(planned.before, now))
    return fail('past', `${formats.fullDay(to)} is over. Nothing was changed. Close from today on.`, 'to')
  const promises = (await toldAbout(context, from, to))
    .filter(({ toldAtMs }) => fallsInto(planned, toldAtMs))
    .map((row) => ({
      promiseId: row.id,
      name: row.nameToday ?? row.name,
      phone: row.phone ?? '',
      mustKnow: row.mustKnow ?? '',
      what: row.what,
      told: localAt(row.toldAtMs, zone),
      ready: row.readyAtMs !== null,
      offered: offeredInstead(planned, row.toldAtMs),
    }))
  const answer = {
    from,
    days,
    openDays,
    back,
    promises,
    overruled: overruled.map(({ day, special: { label } }) => ({ day, label })),
    texts: closingTexts(shop?.name ?? '', closed, back, dayAt(now, zone), await shopVoice(context)),
  }
  return ok({ planned, answer })
}

function saysOf(
  { formats, now, zone }: Context,
  { from, to }: Closing,
  moved: number,
  month: string | null,
): string {
  const days = formats.spokenDays(from, to, dayAt(now, zone))
  return [
    `Closed ${days}`,
    ...(moved > 0 ? [`${formats.counted(moved, 'promise', 'promises')} moved`] : []),
    ...(month === null ? [] : [`put into the newsletter for ${formats.month(month)}`]),
  ].join(', ')
}
