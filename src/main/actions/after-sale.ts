import {
  askDay,
  askWords,
  complaintWords,
  isLow,
  openDayAfter,
  referralWords,
  type AfterSale,
  type Satisfied,
} from '../../core/actions/after-sale.ts'
import type { About } from '../../core/about/about.ts'
import { dayAt, instantOf, type Day } from '../../core/day.ts'
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
  const dropped = await db
    .updateTable('actions')
    .set({ state: 'dropped', closedAtMs: now })
    .where('aboutKind', '=', 'customer')
    .where('aboutId', '=', customerId)
    .where('state', '=', 'open')
    .where('source', 'in', why === 'deceased' ? ofTheLiving : ofCustomers)
    .returning('id')
    .execute()
  return dropped.length
}

/**
 * Somebody who was noted as deceased on a day lives: what went off the list for that is to be done again, a complaint most of all.
 * Answers how much.
 */
export async function askAgain({ db, zone }: Context, customerId: number, notedOn: Day): Promise<number> {
  const open = await db
    .updateTable('actions')
    .set({ state: 'open', closedAtMs: null })
    .where('aboutKind', '=', 'customer')
    .where('aboutId', '=', customerId)
    .where('state', '=', 'dropped')
    .where('closedAtMs', '>=', instantOf(`${notedOn}T00:00`, zone))
    .where('source', 'in', ofTheLiving)
    .returning('id')
    .execute()
  return open.length
}

const ofCustomers: readonly AfterSale[] = ['asked', 'referral', 'thanks']
const ofTheLiving: readonly AfterSale[] = [...ofCustomers, 'complaint']

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
