import { dayAt, localAt } from '../../core/day.ts'
import type { ClosingAnswer, closingCalls } from '../../core/hours/closing/calls.ts'
import type { Closing } from '../../core/hours/closing/entry.ts'
import { closedDays, offeredInstead, planClosing } from '../../core/hours/closing/plan.ts'
import { closingTexts } from '../../core/hours/closing/texts.ts'
import { longestSpecialDays } from '../../core/hours/special-day.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { appendBlock } from '../newsletter/edge.ts'
import { shopVoice } from '../shop/edge.ts'
import { movePromise, toldOn } from '../promises/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { checkSpan } from './range.ts'
import { readSchedules, readSpecialDays } from './read.ts'
import { keepSpecialDay } from './special.ts'

/** Closed for a while: one entry, and all that follows from it. */
export const closing: HandlersOf<typeof closingCalls> = {
  'hours.closing': async (context, asked) => {
    const wrong = wrongDays(context, asked)
    if (wrong) return wrong
    return ok(await answerOf(context, asked))
  },

  'hours.closeForWhile': async (context, { promises: decided, newsletter, ...asked }) => {
    const wrong = wrongDays(context, asked)
    if (wrong) return wrong
    const { planned, ...answer } = await workedOut(context, asked)
    const open = answer.promises.filter(
      (one) => !decided.some(({ promiseId }) => promiseId === one.promiseId),
    )
    if (open.length > 0)
      return fail(
        'undecided',
        `${open.map(({ name, what }) => `${what}, ${name}`).join('; ')}: say whether it is moved or kept. Nothing was changed.`,
        'promises',
      )
    if (decided.some(({ promiseId }) => !answer.promises.some((one) => one.promiseId === promiseId)))
      return fail(
        'no-promise',
        'A promise no longer falls into these days. Nothing was changed. Look again.',
        'promises',
      )
    for (const { from, to, label } of closedDays(asked, planned)) {
      const kept = await keepSpecialDay(context, {
        day: from,
        to,
        label,
        closed: true,
        yearly: false,
        reason: '',
      })
      if (!kept.ok) return kept
    }
    const moves = decided.flatMap(({ promiseId, told }, i) =>
      told === undefined ? [] : [{ promiseId, told, field: `promises.${i}.told` }],
    )
    for (const { field, ...move } of moves) {
      const day = move.told.slice(0, 10)
      if (day >= asked.from && day <= asked.to)
        return fail(
          'undecided',
          `${context.formats.fullDay(day)} is within the closing. Nothing was changed. Move the promise to another day.`,
          'promises',
        )
      const moved = await movePromise(context, planned.plan, { ...move, why: asked.label })
      // Where in this call the moment stands that cannot be.
      if (!moved.ok)
        return moved.problem.field === 'told' ? { ...moved, problem: { ...moved.problem, field } } : moved
    }
    if (newsletter) {
      const added = await appendBlock(context, { kind: 'text', text: answer.texts.newsletter })
      if (!added.ok) return added
    }
    context.say(saysOf(context, asked, moves.length, newsletter))
    return ok({ moved: moves.length })
  },
}

function wrongDays(context: Context, { from, to }: Closing): Result<never> | null {
  const today = dayAt(context.now, context.zone)
  if (to < today)
    return fail(
      'past',
      `${context.formats.fullDay(to)} is over. Nothing was changed. Close from today on.`,
      'to',
    )
  return checkSpan(context, from, to, longestSpecialDays)
}

async function workedOut(context: Context, asked: Closing) {
  const { now, zone, shop } = context
  const planned = planClosing(asked, await readSchedules(context), await readSpecialDays(context), zone)
  const { days, openDays, overruled, back } = planned
  const promises = (await toldOn(context, asked.from, asked.to)).map((row) => {
    const told = localAt(row.toldAtMs, zone)
    return {
      promiseId: row.id,
      name: row.nameToday ?? row.name,
      phone: row.phone ?? '',
      what: row.what,
      told,
      ready: row.readyAtMs !== null,
      offered: offeredInstead(planned, told),
    }
  })
  return {
    planned,
    days,
    openDays,
    back,
    promises,
    overruled: overruled.map(({ day, special: { label } }) => ({
      day,
      label,
    })),
    texts: closingTexts(shop?.name ?? '', asked, back, dayAt(now, zone), await shopVoice(context)),
  }
}

async function answerOf(context: Context, asked: Closing): Promise<ClosingAnswer> {
  const { planned: _, ...answer } = await workedOut(context, asked)
  return answer
}

function saysOf(
  { formats, now, zone }: Context,
  { from, to }: Closing,
  moved: number,
  newsletter: boolean,
): string {
  const days = formats.spokenDays(from, to, dayAt(now, zone))
  return [
    `Closed ${days}`,
    ...(moved > 0 ? [`${formats.counted(moved, 'promise', 'promises')} moved`] : []),
    ...(newsletter ? ['put into the newsletter'] : []),
  ].join(', ')
}
