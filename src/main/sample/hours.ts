import { addDays, dayAt, daysFrom, instantOf, type Day } from '../../core/day.ts'
import { planOf } from '../../core/hours/schedule.ts'
import { ok, type Result } from '../../core/result.ts'
import { logEntry } from '../hours/edge.ts'
import type { Context } from '../store/context.ts'
import type { Story } from './story.ts'

const openMinutes = [-2, 0, -4, 1, -1, 2, -3]
const closeMinutes = [3, 1, 6, 2, 0, 4]

/** Logs the openings and closings since a day until now, with what the story says went wrong. */
export async function keepHours(context: Context, story: Story, since: Day): Promise<Result<unknown>> {
  const { now, zone } = context
  const today = dayAt(now, zone)
  const ago = (days: number) => addDays(today, -days)
  const plan = planOf({ schedules: [{ validFrom: since, week: story.week }] }, zone)
  const gap = [ago(story.notLogged.fromDaysAgo), ago(story.notLogged.toDaysAgo)] as const
  for (const [i, day] of daysFrom(since, today).entries()) {
    if (day >= gap[0] && day <= gap[1]) continue
    for (const [opens, closes] of plan.blocks(day) ?? []) {
      const late = story.late.find(({ daysAgo }) => nextTrading(plan, ago(daysAgo)) === day)
      const minutes = late?.minutes ?? openMinutes[i % openMinutes.length]!
      const events = [
        { event: 'open', time: opens, minutes, reason: late?.reason ?? '' },
        { event: 'close', time: closes, minutes: closeMinutes[i % closeMinutes.length]!, reason: '' },
      ] as const
      for (const { event, time, minutes, reason } of events) {
        const atMs = instantOf(`${day}T${time}`, zone) + minutes * 60_000
        if (atMs > now) continue
        const logged = await logEntry({ ...context, now: atMs }, { event, reason, pcOff: false })
        if (!logged.ok) return logged
      }
    }
  }
  return ok(null)
}

/** The day itself, or the first one after it on which the shop trades. */
const nextTrading = (plan: ReturnType<typeof planOf>, day: Day): Day =>
  plan.blocks(day)?.length === 0 ? addDays(day, 1) : day
