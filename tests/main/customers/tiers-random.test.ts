import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallName } from '../../../src/core/calls.ts'
import { addDays, daysBetween, instantOf } from '../../../src/core/day.ts'
import { runs } from '../../support/runs.ts'
import { testShop } from '../../support/shop.ts'

const dayMs = 86_400_000
const people = [1, 2, 3, 4]
const weak = ['newsletter', 'billing']

/** The shop as the rule sees it. */
interface Model {
  readonly touches: readonly { readonly who: number; readonly kind: string; readonly day: string }[]
  readonly tiers: Readonly<Record<number, readonly [ideal: number, most: number]>>
  readonly tierOf: Readonly<Record<number, number>>
  readonly snoozed: Readonly<Record<number, string>>
  readonly most: number
  readonly billResets: boolean
}

const zone = 'Europe/Berlin'
const begun = '2026-01-05'
const begunMs = Date.parse(`${begun}T12:00:00Z`)

/** Who is to be proposed on a day, by the words of the product: in their order, and how many are overdue and had enough. */
function expected(model: Model, today: string, now: number) {
  const all = people.flatMap((who) => {
    const [ideal, most] = model.tiers[model.tierOf[who] ?? 0] ?? [30, 30]
    const own = model.touches.filter((touch) => touch.who === who)
    const heard = own.filter(({ kind }) => !weak.includes(kind) || (kind === 'billing' && model.billResets))
    const last = heard
      .map(({ day }) => day)
      .toSorted()
      .at(-1)
    const silentSinceMs = last ? instantOf(`${last}T08:00`, zone) : begunMs
    const recent = own.filter(({ kind, day }) => kind !== 'billing' && daysBetween(day, today) < 30).length
    const days = daysBetween(last ?? begun, today)
    const share = (now - silentSinceMs) / (most * dayMs)
    if (days < ideal || (model.snoozed[who] ?? '') > today) return []
    return [{ who, share, isOverdue: days >= most, isCapped: recent >= model.most }]
  })
  const due = all.filter(({ isCapped }) => !isCapped)
  return {
    total: due.length,
    overdue: due.filter(({ isOverdue }) => isOverdue).length,
    capped: all.length - due.length,
    ids: due
      .toSorted((a, b) => Number(b.isOverdue) - Number(a.isOverdue) || b.share - a.share || a.who - b.who)
      .map(({ who }) => who),
  }
}

const who = fc.constantFrom(...people)
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 25 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('touch' as const),
      who,
      kind: fc.constantFrom('call', 'note', 'letter', 'delivery', 'billing'),
      ago: fc.integer({ min: 0, max: 9 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('snooze' as const),
      who,
      days: fc.integer({ min: 1, max: 20 }),
    }),
  },
  fc.record({ does: fc.constant('notToday' as const), who }),
  fc.record({
    does: fc.constant('saveTier' as const),
    id: fc.constantFrom(0, 1, 2),
    ideal: fc.integer({ min: 1, max: 20 }),
    more: fc.integer({ min: 0, max: 20 }),
  }),
  fc.record({ does: fc.constant('removeTier' as const), id: fc.constantFrom(1, 2, 3) }),
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('setTier' as const), who, id: fc.constantFrom(0, 1, 2, 3) }),
  },
  fc.record({ does: fc.constant('cap' as const), most: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ does: fc.constant('bills' as const), reset: fc.boolean() }),
  { weight: 3, arbitrary: fc.record({ does: fc.constant('undo' as const) }) },
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const isAsBefore = (one: Step, model: Model) =>
  (one.does === 'cap' && one.most === model.most) || (one.does === 'bills' && one.reset === model.billResets)

/** The call of a step, and what becomes of the model where it is taken. */
function work(
  one: Step,
  model: Model,
  today: string,
): readonly [CallName, unknown, (answer: unknown) => Model] {
  switch (one.does) {
    case 'touch': {
      const day = addDays(today, -one.ago)
      const touch = { who: one.who, kind: one.kind, day }
      const input = { customerId: one.who, kind: one.kind, at: `${day}T08:00` }
      return ['customers.logTouch', input, () => ({ ...model, touches: [...model.touches, touch] })]
    }
    case 'snooze': {
      const until = addDays(today, one.days)
      const snoozed = { ...model.snoozed, [one.who]: until }
      return ['customers.snooze', { customerId: one.who, until }, () => ({ ...model, snoozed })]
    }
    case 'notToday': {
      const tomorrow = addDays(today, 1)
      const until = (model.snoozed[one.who] ?? '') > tomorrow ? model.snoozed[one.who]! : tomorrow
      const snoozed = { ...model.snoozed, [one.who]: until }
      return ['customers.notToday', { customerId: one.who }, () => ({ ...model, snoozed })]
    }
    case 'saveTier': {
      const days = [one.ideal, one.ideal + one.more] as const
      const name = `Tier ${one.id || Math.max(0, ...Object.keys(model.tiers).map(Number)) + 1}`
      const input = { ...(one.id && { tierId: one.id }), name, idealDays: days[0], maxDays: days[1] }
      const after = (answer: unknown) => ({
        ...model,
        tiers: { ...model.tiers, [(answer as { id: number }).id]: days },
      })
      return ['customers.saveTier', input, after]
    }
    case 'removeTier': {
      const { [one.id]: _, ...tiers } = model.tiers
      const left = Object.entries(model.tierOf).filter(([, id]) => id !== one.id)
      const after = () => ({ ...model, tiers, tierOf: Object.fromEntries(left) })
      return ['customers.removeTier', { tierId: one.id }, after]
    }
    case 'setTier': {
      const tierOf = { ...model.tierOf, [one.who]: one.id }
      const input = { customerIds: [one.who], tierId: one.id || null }
      return ['customers.setTier', input, () => ({ ...model, tierOf })]
    }
    case 'cap':
      return ['shop.change', { mostContacts: one.most }, () => ({ ...model, most: one.most })]
    case 'bills':
      return ['shop.change', { billResets: one.reset }, () => ({ ...model, billResets: one.reset })]
    case 'wait':
    case 'undo':
      throw new Error(`${one.does} is no call of its own`)
  }
}

test(
  'who is proposed today is who the rule says, whatever was done and undone before',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
        const t = await testShop({ now: `${begun}T12:00:00Z` })
        for (const name of ['A', 'B', 'C', 'D']) await t.call('customers.save', { name, phone: '1' })
        let today = begun
        let model: Model = { touches: [], tiers: {}, tierOf: {}, snoozed: {}, most: 6, billResets: false }
        const before: Model[] = []
        for (const one of steps) {
          if (one.does === 'wait') {
            today = addDays(today, one.days)
            t.now += one.days * dayMs
          } else if (one.does === 'undo') {
            const back = before.pop()
            if (!back) continue
            await t.call('shop.undo', {})
            model = back
          } else if (!isAsBefore(one, model)) {
            const [name, input, after] = work(one, model, today)
            const { result, act } = await t.answer(name, input)
            if (!result.ok || act === undefined) continue
            before.push(model)
            model = after(result.value)
          }
          const { rows, ...counts } = await t.call('customers.whoToday', { limit: 5 })
          expect({ ...counts, ids: rows.map(({ customerId }) => customerId) }).toEqual(
            expected(model, today, t.now),
          )
        }
        await t.shop.close()
      }),
      runs(12),
    )
  },
)
