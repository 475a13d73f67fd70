import { addDays, type Day, dayAt, localAt } from '../../core/day.ts'
import { judgeDay } from '../../core/hours/adherence.ts'
import { planClosing } from '../../core/hours/closing/plan.ts'
import { comingDays, type ComingDays, weekLines } from '../../core/hours/coming-days.ts'
import { jsonLd } from '../../core/hours/told/json-ld.ts'
import { tradingDayOf } from '../../core/hours/log.ts'
import { holidaysNotice, type LateOpening, lateNotice, pauseNotice } from '../../core/hours/told/notice.ts'
import { importOsm } from '../../core/hours/osm/read.ts'
import { exportOsm } from '../../core/hours/osm/write.ts'
import { type Schedule, scheduleOn } from '../../core/hours/schedule.ts'
import { type Sign, signHtml } from '../../core/hours/told/sign.ts'
import type { SpecialDay } from '../../core/hours/special-day.ts'
import { openingNow, runningPause } from '../../core/hours/status.ts'
import type { toldCalls } from '../../core/hours/told/calls.ts'
import { voicemail } from '../../core/hours/told/voicemail.ts'
import { momentAt } from '../../core/moment.ts'
import type { Voice } from '../../core/out/voice.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { shopVoice } from '../shop/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { specialDaysIn } from './special-days-in.ts'
import {
  entriesBetween,
  lastEntry,
  lastPause,
  readPlan,
  readSchedules,
  readSpecialDays,
  tolerance,
} from './read.ts'

/** Days ahead of which signs and notices tell the special days. */
const daysAhead = 60

export const told: HandlersOf<typeof toldCalls> = {
  'hours.osm': async (context, { text }) => {
    const today = dayAt(context.now, context.zone)
    if (text !== undefined) return ok(importOsm(text, today))
    const written = exportOsm(
      await readSchedules(context),
      await readSpecialDays(context),
      today,
      context.formats,
    )
    return written ? ok(written) : noHours
  },

  'hours.jsonLd': async (context) => {
    const facts = await factsOf(context)
    if (!facts.ok) return facts
    const { shop, schedules, specialDays, today } = facts.value
    return ok({ jsonLd: jsonLd(shop, schedules, specialDays, today) })
  },

  'hours.voicemail': async (context) => {
    const facts = await factsOf(context)
    if (!facts.ok) return facts
    const { shop, valid, specialDays, today, voice } = facts.value
    return ok({ text: voicemail(shop.name, valid.week, specialDays, today, voice) })
  },

  'hours.sign': async (context, { paper, kind, at, note, from, to }) => {
    const facts = await factsOf(context)
    if (!facts.ok) return facts
    const { shop, today, voice } = facts.value
    const sign =
      kind === 'closing'
        ? closingOf(context, facts.value, from, to, note)
        : await signOf(context, facts.value, kind, at, note)
    return sign.ok ? ok({ html: signHtml(shop.name, today, sign.value, paper, voice) }) : sign
  },

  'hours.notice': async (context, { kind, at, note }) => {
    const voice = await shopVoice(context)
    if (kind === 'late') {
      const late = await lateOpening(context, at)
      return late.ok ? ok(lateNotice(late.value, voice)) : late
    }
    const today = dayAt(context.now, context.zone)
    if (kind === 'pause') {
      const back = await backAt(context, at, note)
      return back.ok ? ok(pauseNotice(today, back.value.at, back.value.note, voice)) : back
    }
    const specialDays = await specialDaysIn(context, voice, today)
    const coming = comingDays(specialDays, today, addDays(today, daysAhead))
    return coming.length > 0 ? ok(holidaysNotice(coming, today, voice)) : noSpecialDays
  },
}

const noHours = fail('no-hours', 'There are no opening hours yet. Set your weekly hours first.')
const noSpecialDays = fail(
  'no-special-days',
  `There are no special days in the next ${daysAhead} days. Set one first.`,
)

interface Facts {
  readonly shop: {
    readonly name: string
    readonly address: string
    readonly email: string
    readonly phone: string
  }
  readonly schedules: readonly Schedule[]
  /** The weekly hours valid today, else the next ones. */
  readonly valid: Schedule
  readonly specialDays: readonly SpecialDay[]
  readonly coming: readonly ComingDays[]
  readonly today: Day
  readonly voice: Voice
}

async function factsOf(context: Context): Promise<Result<Facts>> {
  const { shop } = context
  if (!shop) return fail('no-shop', 'This file holds no shop yet. Set the shop up first.')
  const today = dayAt(context.now, context.zone)
  const schedules = await readSchedules(context)
  const valid = scheduleOn(schedules, today) ?? schedules[0]
  if (!valid) return noHours
  const voice = await shopVoice(context)
  const specialDays = await specialDaysIn(context, voice, today)
  const coming = comingDays(specialDays, today, addDays(today, daysAhead))
  return ok({ shop, schedules, valid, specialDays, coming, today, voice })
}

async function signOf(
  context: Context,
  { valid, coming, today }: Facts,
  kind: Exclude<Sign['kind'], 'closing'>,
  at: string | undefined,
  note: string | undefined,
): Promise<Result<Sign>> {
  if (kind === 'late') {
    const late = await lateOpening(context, at)
    if (!late.ok) return late
    return ok({ kind, at: late.value.at, note: note ?? '', opened: late.value.opened })
  }
  if (kind === 'pause') {
    const back = await backAt(context, at, note)
    return back.ok ? ok({ kind, ...back.value }) : back
  }
  if (kind === 'holidays' && coming.length === 0) return noSpecialDays
  const validFrom = valid.validFrom > today ? valid.validFrom : null
  return ok({ kind, week: weekLines(valid.week), validFrom, coming })
}

/** A closing for a while with its days; the hours on file say when the shop is back. */
function closingOf(
  context: Context,
  { schedules, specialDays }: Facts,
  from: Day | undefined,
  to: Day | undefined,
  note = '',
): Result<Sign> {
  if (from === undefined || to === undefined || to < from)
    return fail('bad-range', 'Say the first and the last day of the closing.', 'from')
  const closed = { from, to, label: note }
  return ok({ kind: 'closing', ...closed, back: planClosing(closed, schedules, specialDays, context).back })
}

/** When the shop is back: as it is asked, else as the pause that runs says. */
async function backAt(
  context: Context,
  at: string | undefined,
  note: string | undefined,
): Promise<Result<{ at: string; note: string }>> {
  if (at !== undefined) {
    const moment = momentAt(`${dayAt(context.now, context.zone)}T${at}`, context)
    return moment.ok ? ok({ at, note: note ?? '' }) : moment
  }
  const plan = await readPlan(context)
  const opening = openingNow(plan, await lastEntry(context, context.now), context.now)
  const last = await lastPause(context)
  const running = opening && last && runningPause(plan, last, opening, context.now)
  if (!running) return fail('no-pause', 'No pause is running. Say when you are back.', 'at')
  return ok({ at: running.until, note: note ?? running.note })
}

/** Today's late opening: at the time asked, else as it was logged. */
async function lateOpening(context: Context, at: string | undefined): Promise<Result<LateOpening>> {
  const { now, zone } = context
  const plan = await readPlan(context)
  const day = tradingDayOf(plan, now)
  if (at === undefined) {
    const measure = { now, toleranceMinutes: tolerance(context) }
    const { blocks } = judgeDay(plan, day, await entriesBetween(context, day, day), measure)
    const late = blocks.findLast(({ opened }) => opened.verdict === 'late')?.opened
    if (!late?.at) return fail('not-late', 'No late opening is logged today. Say when you open.', 'at')
    return ok({ day, at: late.at, due: late.due, opened: true })
  }
  const today = dayAt(now, zone)
  const moment = momentAt(`${today}T${at}`, context)
  if (!moment.ok) return moment
  const atMs = moment.value
  const due = plan.stretches(today).findLast(({ opensMs }) => opensMs < atMs)
  // Opened once already, and closed since: the scheduled time was kept, and nothing is instead of it.
  const entries = due ? await entriesBetween(context, due.day, due.day) : []
  const kept = entries.some(({ event, atMs: was }) => event === 'close' && was > due!.opensMs && was < atMs)
  return ok({
    day: today,
    at,
    due: due && !kept ? localAt(due.opensMs, zone).slice(11) : null,
    opened: atMs <= now,
  })
}
