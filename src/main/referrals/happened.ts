import { shownAbout } from '../about/edge.ts'
import type { HappenedReader } from '../happened/reader.ts'

/** Who sent a customer, and whom they sent, on the day it was noted. */
export const referralsHappened: HappenedReader = async (context, customerId, room, kinds) => {
  const isTheirs = context.db
    .selectFrom('referrals')
    .where((eb) => eb.or([eb('customerId', '=', customerId), eb('byId', '=', customerId)]))
  const { n } = await isTheirs.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  if (n === 0 || !kinds.has('referral')) return { rows: [], counts: { referral: n } }
  const links = await isTheirs.selectAll().orderBy('day', 'desc').orderBy('id', 'desc').limit(room).execute()
  const others = links.map((link) => (link.byId === customerId ? link.customerId : link.byId))
  const shown = await shownAbout(
    context,
    others.map((id) => ({ kind: 'customer', id })),
  )
  return {
    rows: links.map(({ byId, day }, at) => {
      const { name, page } = shown({ kind: 'customer', id: others[at]! }, 'somebody no longer on file')
      return {
        kind: 'referral',
        at: day,
        what: byId === customerId ? `Sent ${name} to us` : `Sent to us by ${name}`,
        note: '',
        isStrong: false,
        page,
      }
    }),
    counts: { referral: n },
  }
}
