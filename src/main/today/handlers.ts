import { dayAt } from '../../core/day.ts'
import { ok, type Result } from '../../core/result.ts'
import type { todayCalls, WaitingCounts } from '../../core/today/calls.ts'
import { mostHarmful, type Harm } from '../../core/today/order.ts'
import { waitingToday, type TodayFacts } from '../../core/today/waiting.ts'
import { whoToday } from '../customers/edge.ts'
import { holidaysToDecide, readPlan, statusNow } from '../hours/edge.ts'
import { allIssues } from '../newsletter/edge.ts'
import { promiseBoard } from '../promises/edge.ts'
import { expiring as expiringNow } from '../stock/edge.ts'
import type { Context, HandlersOf } from '../store/context.ts'

/** A screenful. */
const room = 12
const mostPeople = 5

const pageOf: Readonly<Record<Harm, { readonly name: keyof WaitingCounts; readonly path: string }>> = {
  hours: { name: 'hours', path: '/hours' },
  'promise-overdue': { name: 'promises', path: '/promises' },
  'promise-at-risk': { name: 'promises', path: '/promises' },
  'promise-today': { name: 'promises', path: '/promises' },
  'use-by': { name: 'stock', path: '/stock' },
  'best-before': { name: 'stock', path: '/stock' },
  'pull-today': { name: 'stock', path: '/stock' },
  person: { name: 'customers', path: '/customers' },
  holidays: { name: 'hours', path: '/hours' },
  newsletter: { name: 'newsletter', path: '/newsletter' },
  checklist: { name: 'checklists', path: '/checklists' },
}

export const today: HandlersOf<typeof todayCalls> = {
  'today.list': async (context) => {
    const facts = await factsOf(context)
    if (!facts.ok) return facts
    const waiting = waitingToday(facts.value)
    const { items, more } = mostHarmful(waiting, room)
    const counts = { hours: 0, stock: 0, promises: 0, customers: 0, newsletter: 0, checklists: 0 }
    for (const { harm, total } of waiting) counts[pageOf[harm].name] += total
    return ok({
      today: facts.value.today,
      items,
      more: more.map((one) => ({ ...one, page: pageOf[one.harm].path })),
      counts,
    })
  },
}

/** Asks every feature; the first problem, if any, is the answer. */
async function factsOf(context: Context): Promise<Result<TodayFacts>> {
  const status = await statusNow(context, {})
  if (!status.ok) return status
  const board = await promiseBoard(context, { text: '', limit: room })
  if (!board.ok) return board
  const expiring = await expiringNow(context, { soonDays: 0 })
  if (!expiring.ok) return expiring
  const who = await whoToday(context, { limit: mostPeople })
  if (!who.ok) return who
  const issues = await allIssues(context, {})
  if (!issues.ok) return issues
  const plan = await readPlan(context)
  return ok({
    today: dayAt(context.now, context.zone),
    hours: status.value,
    holidays: await holidaysToDecide(context, plan),
    board: board.value,
    expiring: expiring.value,
    people: who.value.rows,
    issues: issues.value,
    trades: (day) => {
      const blocks = plan.blocks(day)
      return blocks && blocks.length > 0
    },
  })
}
