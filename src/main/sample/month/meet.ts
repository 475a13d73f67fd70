import { localAt } from '../../../core/day.ts'
import { ok, type Result } from '../../../core/result.ts'
import { customerIds, importFile, logTouch, setConsent } from '../../customers/edge.ts'
import type { Context } from '../../store/context.ts'
import type { ShopClock } from './clock.ts'
import { customerRows } from './people.ts'
import { tongueOf } from './words.ts'
import type { Written } from './written.ts'

const kinds = ['visit', 'call', 'visit', 'delivery', 'mail'] as const

/** Days since each customer in turn last heard from the shop: about one in eight has waited too long. */
const lastHeard = [3, 12, 21, 9, 26, 34, 16, 5]

/** The customer who complained, by place. */
const unhappy = 2

/** Keeps the customers, notes who may be mailed, and what contact there was. */
export async function meet(context: Context, written: Written, clock: ShopClock): Promise<Result<unknown>> {
  const imported = await importFile.keepRows(
    { ...context, now: clock.daysAgo(90, 0.3) },
    customerRows(written),
  )
  if (!imported.ok) return imported
  const ids = await customerIds(context.db)
  const source = tongueOf(written).say(written.common.asked)
  const asked = { ...context, now: clock.daysAgo(30, 0.5) }
  for (const [answer, isMeant] of [
    ['yes', (i: number) => i % 5 < 3],
    ['no', (i: number) => i % 10 === 9],
  ] as const) {
    const noted = await setConsent(asked, {
      channel: 'email',
      answer,
      source,
      wording: '',
      customerIds: ids.filter((_, i) => isMeant(i)),
    })
    if (!noted.ok) return noted
  }
  for (const [i, customerId] of ids.entries())
    for (const touch of touchesOf(written, i)) {
      const at = localAt(clock.daysAgo(touch.days, touch.share), context.zone)
      const logged = await logTouch(context, { customerId, kind: touch.kind, at, note: touch.note })
      if (!logged.ok) return logged
    }
  return ok(null)
}

/** What contact there was with the nth customer, the first one first. */
function touchesOf(written: Written, i: number) {
  const { say } = tongueOf(written)
  const { notes, complaint } = written.trade
  const last = lastHeard[i % lastHeard.length]! + (i % lastHeard.length === 5 ? i % 7 : 0)
  const touches = [last + 41, last + 17, last].map((days, n) => ({
    days,
    share: ((i * 7 + n * 3) % 19) / 20,
    kind: kinds[(i + n) % kinds.length]!,
    note: n === 2 && i % 3 === 0 ? say(notes[(i / 3) % notes.length]!) : '',
  }))
  if (i !== unhappy) return touches
  return [...touches, { days: 6, share: 0.4, kind: 'visit' as const, note: say(complaint) }]
}
