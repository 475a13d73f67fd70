import { keepDaysIn } from '../promises/edge.ts'
import { begunIn } from '../store/acts.ts'
import { rowsTurned } from '../store/changes.ts'
import type { Context } from '../store/context.ts'
import type { Guard } from '../store/undo.ts'
import { usableZone } from '../store/zone.ts'

/**
 * A turn puts promises back as they were written in the zone of then; where the shop has another by now, their days stay those
 * days, and so do all others where the turn changes the zone. None of it is logged: rows of before are always read in the zone
 * they were written in, so that the next turn needs no word of this one.
 */
export const daysInTheirZone: Guard = async (context, taking) => {
  const before = await zoneNow(context)
  const begun = await begunIn(context, taking)
  const then = begun.zone === '' ? before : usableZone(begun.zone)
  const isOfShop = (await rowsTurned(context, taking, 'shop')).length > 0
  if (then === before && !isOfShop) return async () => undefined
  const turned = new Set(await rowsTurned(context, taking, 'promises'))
  return async () => {
    const now = await zoneNow(context)
    if (then === now && before === now) return undefined
    await context.engine.log.keep(context.db, 'none')
    await keepDaysIn(context, then, now, (id) => turned.has(id))
    await keepDaysIn(context, before, now, (id) => !turned.has(id))
    return undefined
  }
}

const zoneNow = async ({ db }: Context): Promise<string> =>
  usableZone((await db.selectFrom('shop').select('zone').where('id', '=', 1).executeTakeFirst())?.zone)
