import { inOtherZone } from '../../core/promises/other-zone.ts'
import { inSlices } from '../import/slices.ts'
import type { Context } from '../store/context.ts'

/** Keeps the days of promises those days when the shop's zone is corrected; of all, or of those chosen by their id. */
export async function keepDaysIn(
  context: Context,
  from: string,
  to: string,
  chosen: (id: number) => boolean = () => true,
): Promise<void> {
  if (from === to) return
  const { db } = context
  const rows = await db
    .selectFrom('promises')
    .select(['id', 'sourceId', 'madeAtMs', 'toldAtMs', 'targetAtMs', 'readyAtMs', 'doneAtMs'])
    .select(['firstToldAtMs', 'doneDayOnly', 'onTime'])
    .orderBy('id')
    .execute()
  const those = rows.filter(({ id }) => chosen(id))
  await inSlices(context, those, 'Keeping the days of the promises', async (some) => {
    const changed = some.flatMap(({ id, sourceId, ...kept }) => {
      const changes = inOtherZone({ ...kept, isFromFile: sourceId !== '' }, from, to)
      return changes ? [{ id, ...changes }] : []
    })
    if (changed.length > 0) await context.updateMany('promises', changed)
  })
}
