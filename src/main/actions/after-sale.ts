import {
  askDay,
  askWords,
  complaintWords,
  isLow,
  ofCustomers,
  ofTheLiving,
  openDayAfter,
  referralWords,
  type AfterSale,
  type Satisfied,
} from '../../core/actions/after-sale.ts'
import type { About } from '../../core/about/about.ts'
import { dayAt } from '../../core/day.ts'
import { thingNamed } from '../about/edge.ts'
import { isStillCustomer } from '../customers/edge.ts'
import { readPlan } from '../hours/edge.ts'
import type { Context } from '../store/context.ts'
import type { Row } from '../store/schema.ts'
import { startAction } from './start.ts'

interface Sold {
  readonly customerId: number | null
  readonly what: string
  readonly doneAtMs: number
}

/**
 * What was promised to a known customer was handed over: some open days later they are asked about it, unless they are already. While
 * they are not satisfied with something, the question waits.
 */
export async function askAfterSale(context: Context, { customerId, what, doneAtMs }: Sold): Promise<void> {
  if (customerId === null) return
  const today = dayAt(context.now, context.zone)
  const dueDay = askDay(await readPlan(context), dayAt(doneAtMs, context.zone), today)
  if (dueDay === undefined || (await isOpen(context, customerId, 'asked'))) return
  if (!(await isStillCustomer(context, customerId))) return
  const about = await customerNamed(context, customerId)
  if (about) await startAction(context, { what: askWords(about.name, what), about, dueDay, source: 'asked' })
}

/** What follows from a customer's answer, in the same act: a complaint for the owner, or who they would send. */
export async function followAnswer(
  context: Context,
  { aboutId }: Pick<Row<'actions'>, 'aboutId'>,
  { satisfied, said, askReferral }: { satisfied: Satisfied; said: string; askReferral: boolean },
): Promise<void> {
  const about = aboutId === null ? undefined : await customerNamed(context, aboutId)
  if (!about) return
  const today = dayAt(context.now, context.zone)
  if (isLow(satisfied))
    await startAction(context, {
      what: complaintWords(about.name, said),
      about,
      dueDay: today,
      source: 'complaint',
    })
  else if (
    askReferral &&
    (await isStillCustomer(context, about.id)) &&
    !(await isOpen(context, about.id, 'referral'))
  )
    await startAction(context, {
      what: referralWords(about.name),
      about,
      dueDay: openDayAfter(await readPlan(context), today, 1),
      source: 'referral',
    })
}

/**
 * Who is no customer any more is neither asked nor thanked, and who died is not called back either: what was to be is off the list.
 * Answers how much.
 */
export async function askNoMore(
  { db, now }: Context,
  customerId: number,
  why: 'aside' | 'deceased',
): Promise<number> {
  const [sources, closedByDeath] =
    why === 'deceased' ? ([ofTheLiving, 1] as const) : ([ofCustomers, 0] as const)
  const dropped = await about(db, customerId)
    .set({ state: 'dropped', closedAtMs: now, closedByDeath })
    .where('state', '=', 'open')
    .where('source', 'in', sources)
    .returning('id')
    .execute()
  return dropped.length
}

/**
 * Somebody who was noted as deceased lives: what that alone took off the list is to be done again, a complaint most of all, and of who
 * is put aside by now nothing else. Answers how much.
 */
export async function askAgain(context: Context, customerId: number): Promise<number> {
  const { db } = context
  if (!(await isStillCustomer(context, customerId)))
    await about(db, customerId).set({ closedByDeath: 0 }).where('source', 'in', ofCustomers).execute()
  const open = await about(db, customerId)
    .set({ state: 'open', closedAtMs: null, closedByDeath: 0 })
    .where('closedByDeath', '=', 1)
    .returning('id')
    .execute()
  return open.length
}

const about = (db: Context['db'], customerId: number) =>
  db.updateTable('actions').where('aboutKind', '=', 'customer').where('aboutId', '=', customerId)

async function customerNamed(context: Context, id: number): Promise<(About & { name: string }) | undefined> {
  const link: About = { kind: 'customer', id }
  const found = await thingNamed(context, link)
  return found && { ...link, name: found.name }
}

const isOpen = async ({ db }: Context, customerId: number, source: AfterSale): Promise<boolean> => {
  const row = await db
    .selectFrom('actions')
    .select('id')
    .where('aboutKind', '=', 'customer')
    .where('aboutId', '=', customerId)
    .where('state', '=', 'open')
    .where('source', '=', source)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
