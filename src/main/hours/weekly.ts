import { addDays, type Day, dayAt, daysFrom, isoWeek, mondayOfWeek } from '../../core/day.ts'
import type { hoursCalls } from '../../core/hours/calls.ts'
import type { ImportedDay } from '../../core/hours/osm/usual.ts'
import { previewOf } from '../../core/hours/preview.ts'
import { scheduleOn } from '../../core/hours/schedule.ts'
import { type TakenDay, takenOver, takenSays } from '../../core/hours/take-over.ts'
import { checkWeek, type Week, weekdayOf } from '../../core/hours/week.ts'
import { specialOn } from '../../core/hours/special-day.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { readPlan, readSchedules, readSpecialDays, weekIn } from './read.ts'
import { endBefore } from './closing-changed.ts'
import { fromNowOn, saidOfToday } from './from-now.ts'
import { keepSpecialDay } from './special.ts'

type Names =
  | 'hours.setSchedule'
  | 'hours.takeOver'
  | 'hours.removeSchedule'
  | 'hours.previewSchedule'
  | 'hours.schedule'
  | 'hours.week'

interface WeekFrom {
  readonly validFrom: Day
  readonly week: Partial<Week>
}

/** Keeps weekly hours from a day on; the act's words are the caller's. */
export async function keepWeek({ db }: Context, { validFrom, week: asked }: WeekFrom) {
  const week = checkWeek(asked)
  if (!week.ok) return week
  const written = JSON.stringify(week.value)
  await db
    .insertInto('schedules')
    .values({ validFrom, week: written })
    .onConflict((conflict) => conflict.column('validFrom').doUpdateSet({ week: written }))
    .execute()
  return ok({ validFrom, week: week.value })
}

interface Asked extends WeekFrom {
  readonly specialDays?: readonly ImportedDay[] | undefined
}

/** What keeping these hours would change, and what becomes of the special days. */
async function changesOf(context: Context, { validFrom, week: partial, specialDays }: Asked) {
  const week = checkWeek(partial)
  if (!week.ok) return week
  const today = dayAt(context.now, context.zone)
  const hours = { schedules: await readSchedules(context), specialDays: await readSpecialDays(context) }
  const taken = specialDays && takenOver(hours.specialDays, specialDays, today)
  const first = [validFrom, ...(taken?.days ?? []).map(({ day }) => day.from)].toSorted()[0]!
  const logged = await context.db
    .selectFrom('hoursLog')
    .select('tradingDay')
    .distinct()
    .where('tradingDay', '>=', first)
    .execute()
  const isKept = taken?.days.some(({ old }) => old && specialOn([old], today))
  const loggedDays = logged
    .map(({ tradingDay }) => tradingDay)
    // Of a special day that runs only what is to come is changed.
    .filter((day) => !isKept || day !== today)
  const preview = previewOf(hours, { validFrom, week: week.value }, today, loggedDays, context.formats, taken)
  return ok({ preview, taken, week: week.value, today })
}

/** Keeps a special day of another program, in the place of the shop's own of the same dates. */
async function keepTaken(context: Context, { day: taken, old, ends }: TakenDay, today: Day) {
  const { from, to, blocks, ...day } = taken
  const hours = blocks.length === 0 ? { closed: true as const } : { blocks }
  if (old && ends) await endBefore(context, old, today)
  const special = await keepSpecialDay(context, {
    ...day,
    ...hours,
    day: from,
    to,
    reason: old?.reason ?? '',
    ...(old && !ends && { specialDayId: old.id }),
  })
  return special.ok
    ? special
    : fail(special.problem.code, `${day.label}: ${special.problem.message}`, 'specialDays')
}

/** The weekly hours and their versions. */
export const weekly: HandlersOf<Pick<typeof hoursCalls, Names>> = {
  'hours.setSchedule': async (context, input) => {
    const kept = await saidOfToday(context, 'Weekly hours', () => keepWeek(context, input))
    if (kept.ok) context.say(`Opening hours from ${context.formats.fullDay(input.validFrom)} saved`)
    return kept
  },

  'hours.takeOver': async (context, input) => {
    const { validFrom } = input
    const changes = await changesOf(context, input)
    if (!changes.ok) return changes
    const { preview, taken, week, today } = changes.value
    const keep = async (): Promise<Result<unknown>> => {
      if (preview.against === null || preview.rows.some(({ changed }) => changed))
        await keepWeek(context, { validFrom, week })
      for (const day of taken!.days) {
        const kept = await keepTaken(context, day, today)
        if (!kept.ok) return kept
      }
      return ok(null)
    }
    const running = taken!.days.find(({ old }) => old && specialOn([old], today))
    const kept = running
      ? await fromNowOn(context, running.day, keep)
      : await saidOfToday(context, 'Weekly hours', keep)
    if (!kept.ok) return kept
    const more = takenSays(taken!, preview.judgedAnew.length, today, context.formats)
    context.say(`Opening hours from ${context.formats.fullDay(validFrom)} taken over${more}`)
    return ok({ validFrom, week })
  },

  'hours.removeSchedule': async (context, { validFrom }) => {
    const { db, formats, say } = context
    const row = await saidOfToday(context, 'Weekly hours', () =>
      db.deleteFrom('schedules').where('validFrom', '=', validFrom).returning('week').executeTakeFirst(),
    )
    if (!row)
      return fail(
        'no-schedule',
        `No opening hours begin on ${formats.fullDay(validFrom)}. Nothing was changed.`,
        'validFrom',
      )
    say(`Opening hours from ${formats.fullDay(validFrom)} removed`)
    return ok({ validFrom, week: weekIn(row.week) })
  },

  'hours.previewSchedule': async (context, input) => {
    const changes = await changesOf(context, input)
    return changes.ok ? ok(changes.value.preview) : changes
  },

  'hours.schedule': async (context, { day }) => {
    const schedules = await readSchedules(context)
    const valid = scheduleOn(schedules, day ?? dayAt(context.now, context.zone))
    return ok(valid && { ...valid, versions: schedules.map(({ validFrom }) => validFrom) })
  },

  'hours.week': async (context, { day: asked }) => {
    const plan = await readPlan(context)
    const week = isoWeek(asked)
    const monday = mondayOfWeek(week)!
    return ok({
      week,
      days: daysFrom(monday, addDays(monday, 6)).map((day) => {
        const special = plan.specialDay(day)
        return {
          day,
          weekday: weekdayOf(day),
          blocks: plan.blocks(day),
          special: special && {
            id: special.id,
            label: special.label,
            reason: special.reason,
            source: special.source,
          },
        }
      }),
    })
  },
}
