import { dayAt } from '../../core/day.ts'
import { ok } from '../../core/result.ts'
import type { todayCalls } from '../../core/today/calls.ts'
import type { KindWaiting } from '../../core/today/item.ts'
import { mostHarmful } from '../../core/today/order.ts'
import type { HandlersOf } from '../store/context.ts'
import { waits } from './waits.ts'

/** A screenful; what cannot wait is large. */
const room = { now: 5, today: 4, 'can wait': 3 }
/** No kind gets more. */
const most = Object.values(room).reduce((sum, some) => sum + some, 0)

export const today: HandlersOf<typeof todayCalls> = {
  'today.list': async (context) => {
    const waiting: KindWaiting[] = []
    for (const wait of waits) {
      const found = await wait(context, most)
      if (!found.ok) return found
      waiting.push(...found.value)
    }
    const { items, more } = mostHarmful(waiting, room)
    const counts: Record<string, number> = {}
    for (const { page, total } of waiting) counts[page] = (counts[page] ?? 0) + total
    return ok({
      today: dayAt(context.now, context.zone),
      items,
      more: more.map((one) => ({ ...one, page: waiting.find(({ harm }) => harm === one.harm)!.page })),
      kinds: waiting
        .filter(({ total }) => total > 0)
        .map(({ harm, label, mark, words, total: count }) => ({ harm, label, mark, words, count })),
      counts,
    })
  },
}
