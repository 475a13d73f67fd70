import { addDays, type Day, dayAt, daysFrom, isoWeek, mondayOfWeek } from '../../core/day.ts'
import { fullDay } from '../../core/day-words.ts'
import type { hoursCalls } from '../../core/hours/calls.ts'
import { previewOf } from '../../core/hours/preview.ts'
import { scheduleOn } from '../../core/hours/schedule.ts'
import { checkWeek, type Week, weekdayOf } from '../../core/hours/week.ts'
import { fail, ok } from '../../core/result.ts'
import type { Context, HandlersOf } from '../store/context.ts'
import { readPlan, readSchedules, readSpecialDays } from './read.ts'
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

const counted = (n: number): string => (n === 1 ? '1 special day' : `${n} special days`)

/** The weekly hours and their versions. */
export const weekly: HandlersOf<Pick<typeof hoursCalls, Names>> = {
  'hours.setSchedule': async (context, input) => {
    const kept = await keepWeek(context, input)
    if (kept.ok) context.say(`Opening hours from ${fullDay(input.validFrom)} saved`)
    return kept
  },

  'hours.takeOver': async (context, { specialDays, ...input }) => {
    const kept = await keepWeek(context, input)
    if (!kept.ok) return kept
    for (const { from, to, blocks, ...day } of specialDays) {
      const hours = blocks.length === 0 ? { closed: true as const } : { blocks }
      const special = await keepSpecialDay(context, { ...day, ...hours, day: from, to, reason: '' })
      if (!special.ok)
        return fail(special.problem.code, `${day.label}: ${special.problem.message}`, 'specialDays')
    }
    const more = specialDays.length === 0 ? '' : `, with ${counted(specialDays.length)}`
    context.say(`Opening hours from ${fullDay(input.validFrom)} taken over${more}`)
    return kept
  },

  'hours.removeSchedule': async ({ db, say }, { validFrom }) => {
    const row = await db
      .deleteFrom('schedules')
      .where('validFrom', '=', validFrom)
      .returning('week')
      .executeTakeFirst()
    if (!row)
      return fail(
        'no-schedule',
        `No opening hours begin on ${fullDay(validFrom)}. Nothing was changed.`,
        'validFrom',
      )
    say(`Opening hours from ${fullDay(validFrom)} removed`)
    return ok({ validFrom, week: JSON.parse(row.week) as Week })
  },

  'hours.previewSchedule': async (context, { validFrom, week: partial }) => {
    const week = checkWeek(partial)
    if (!week.ok) return week
    const hours = {
      schedules: await readSchedules(context),
      specialDays: await readSpecialDays(context),
    }
    const logged = await context.db
      .selectFrom('hoursLog')
      .select('tradingDay')
      .distinct()
      .where('tradingDay', '>=', validFrom)
      .execute()
    const today = dayAt(context.now, context.zone)
    const loggedDays = logged.map(({ tradingDay }) => tradingDay)
    return ok(previewOf(hours, { validFrom, week: week.value }, today, loggedDays))
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
