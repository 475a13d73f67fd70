import { customerPage } from '../../core/customers/page.ts'
import { dayAt } from '../../core/day.ts'
import type { referralsCalls, Sent } from '../../core/referrals/calls.ts'
import { closesCircle, idsIn, sentThrough, type SentNode } from '../../core/referrals/tree.ts'
import { fail, ok } from '../../core/result.ts'
import { shownAbout, thingNamed } from '../about/edge.ts'
import { oweThanks, thanksNotOwed } from '../actions/edge.ts'
import { customersWorth, isStillCustomer } from '../customers/edge.ts'
import { promisesDone } from '../promises/edge.ts'
import type { Context, Handler, HandlersOf } from '../store/context.ts'
import { linkOf, linksAbove, linksBelow } from './links.ts'

const referralsOf: Handler<'referrals.of'> = async (context, { customerId }) => {
  const { db } = context
  const by = await linkOf(db, customerId)
  const { links, isCut } = await linksBelow(db, customerId)
  const nodes = sentThrough(links, customerId)
  const ids = idsIn(nodes)
  const shown = await shownAbout(
    context,
    [...ids, ...(by ? [by.byId] : [])].map((id) => ({ kind: 'customer', id })),
  )
  const about = (id: number) => shown({ kind: 'customer', id }, 'Somebody no longer on file')
  const drawn = ({ id, sent }: SentNode): Sent => ({ about: about(id), sent: sent.map(drawn) })
  const { visits, paidMills } = await customersWorth(context, ids)
  return ok({
    sentBy: by ? { about: about(by.byId), day: by.day } : null,
    sent: nodes.map(drawn),
    direct: nodes.length,
    further: ids.length - nodes.length,
    isCut,
    visits,
    paidMills,
    promisesDone: await promisesDone(context, ids),
  })
}

const setSentBy: Handler<'referrals.set'> = async (context, { customerId, byId }) => {
  const { db, now, zone } = context
  if (customerId === byId)
    return fail(
      'same-customer',
      'Nobody sends themselves. Nothing was changed. Choose somebody else.',
      'byId',
    )
  const [customer, by] = [await named(context, customerId), await named(context, byId)]
  if (!customer || !by)
    return fail(
      'no-customer',
      'Choose a customer from the list. Nothing was changed.',
      customer ? 'byId' : 'customerId',
    )
  const before = await linkOf(db, customerId)
  if (before?.byId === byId) return ok(null)
  if (closesCircle(await linksAbove(db, byId), { customerId, byId }))
    return fail(
      'circle',
      `${by} came through ${customer}, so ${customer} cannot have been sent by ${by}. Nothing was changed.`,
      'byId',
    )
  const link = { byId, day: dayAt(now, zone) }
  if (before) {
    await thanksNotOwed(context, before.id)
    await db.updateTable('referrals').set(link).where('id', '=', before.id).execute()
  }
  const { id: referralId } =
    before ??
    (await db
      .insertInto('referrals')
      .values({ customerId, ...link })
      .returning('id')
      .executeTakeFirstOrThrow())
  if (await isStillCustomer(context, byId))
    await oweThanks(context, { referralId, by: { id: byId, name: by }, sent: customer })
  context.say(`${customer} was sent by ${by}`, customerPage(customerId))
  return ok(null)
}

const removeSentBy: Handler<'referrals.remove'> = async (context, { customerId }) => {
  const before = await linkOf(context.db, customerId)
  if (!before) return ok(null)
  const customer = (await named(context, customerId)) ?? 'Somebody no longer on file'
  await thanksNotOwed(context, before.id)
  await context.db.deleteFrom('referrals').where('id', '=', before.id).execute()
  context.say(`Nobody sent ${customer}`, customerPage(customerId))
  return ok(null)
}

export const referrals: HandlersOf<typeof referralsCalls> = {
  'referrals.of': referralsOf,
  'referrals.set': setSentBy,
  'referrals.remove': removeSentBy,
}

const named = async (context: Context, id: number): Promise<string | undefined> =>
  (await thingNamed(context, { kind: 'customer', id }))?.name
