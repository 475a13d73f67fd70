import { addDays, dayAt } from '../../core/day.ts'
import { ok, type Result } from '../../core/result.ts'
import { customerIds, logTouch, setConsent } from '../customers/edge.ts'
import type { Context } from '../store/context.ts'
import type { SampleFiles } from './files.ts'
import type { Story } from './story.ts'

const dayMs = 86_400_000
const kinds = ['visit', 'call', 'visit', 'delivery', 'mail'] as const

/** Days since each customer in turn last heard from the shop: about one in eight has waited too long. */
const lastHeard = [3, 12, 21, 9, 27, 34, 16, 5]

/** Keeps the customers, notes who may be mailed, and what contact there was. */
export async function meetCustomers(
  context: Context,
  story: Story,
  keep: SampleFiles['customers'],
): Promise<Result<unknown>> {
  const then = { ...context, now: context.now - 90 * dayMs }
  const imported = await keep(then)
  if (!imported.ok) return imported
  const ids = await customerIds(context.db)
  const asked = { ...context, now: context.now - 30 * dayMs }
  const answers = [
    { answer: 'yes', source: 'asked at the counter', customerIds: ids.filter((_, i) => i % 5 < 3) },
    { answer: 'no', source: 'asked at the counter', customerIds: ids.filter((_, i) => i % 10 === 9) },
  ] as const
  for (const answer of answers) {
    const noted = await setConsent(asked, { channel: 'email', wording: '', ...answer })
    if (!noted.ok) return noted
  }
  for (const [i, customerId] of ids.entries()) {
    const met = await meet(context, story, i, customerId)
    if (!met.ok) return met
  }
  return ok(null)
}

async function meet(
  context: Context,
  { touchNotes }: Story,
  i: number,
  customerId: number,
): Promise<Result<unknown>> {
  const today = dayAt(context.now, context.zone)
  const last = lastHeard[i % lastHeard.length]! + (i % lastHeard.length === 5 ? i % 7 : 0)
  for (const [n, days] of [last + 41, last + 17, last].entries()) {
    const touched = await logTouch(context, {
      customerId,
      kind: kinds[(i + n) % kinds.length]!,
      at: `${addDays(today, -days)}T${String(9 + (i % 9)).padStart(2, '0')}:${String((i * 7) % 60).padStart(2, '0')}`,
      note: n === 2 && i % 3 === 0 ? touchNotes[(i / 3) % touchNotes.length]! : '',
    })
    if (!touched.ok) return touched
  }
  return ok(null)
}
