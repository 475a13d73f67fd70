import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { PastAct } from '../../../src/core/shop/calls.ts'
import { openShop } from '../../../src/main/store/open.ts'
import type { FileShop } from '../../../src/main/store/engines/sqlite/open-file.ts'
import { lookOn, type Hand, type Onlooker } from '../../support/undo-model.ts'

const sequences = process.env['WELLKEPT_DEEP'] ? 10_000 : 150

const draws = fc.array(
  fc.record({ what: fc.nat(19), which: fc.nat(1000), amount: fc.nat(1000), there: fc.nat(4) }),
  { minLength: 2, maxLength: 30, size: 'max' },
)

type Draw = typeof draws extends fc.Arbitrary<readonly (infer D)[]> ? D : never

let now = Date.parse('2026-11-23T08:00:00Z')

async function emptyShop(): Promise<FileShop> {
  const opened = await openShop(':memory:', { create: true })
  if (!opened.ok) throw new Error(opened.problem.message)
  onTestFinished(() => opened.value.close())
  const seen = lookOn(opened.value, () => now)
  await seen.doNew('here', 'shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  return opened.value
}

/** Writes that meet on the same rows, add and remove many, refer to each other, and hold a code that only one may have. */
function newWork({ what, which, amount }: Draw, seen: Onlooker): readonly [string, unknown] {
  const one = (table: string) => {
    const ids = [...seen.rows.keys()].flatMap((key) =>
      key.startsWith(`${table} `) ? [Number(key.split(' ')[1])] : [],
    )
    return ids[which % Math.max(1, ids.length)] ?? 1
  }
  const code = `400638133393${amount % 3}`
  const works = [
    ['shop.change', { phone: String(now) }],
    ['customers.save', { name: `Customer ${amount}` }],
    ['customers.save', { customerId: one('customers'), notes: String(now) }],
    ['customers.logTouch', { customerId: one('customers'), kind: 'call' }],
    ['stock.saveProduct', { name: `Product ${amount}`, gtin: code }],
    ['stock.saveProduct', { productId: one('products'), gtin: amount % 2 ? '' : code, name: `P ${now}` }],
    ['checklists.addStarter', { trade: 'baker' }],
    ['checklists.saveLine', { lineId: one('checklistLines'), part: 'day', text: `Line ${now}` }],
    ['checklists.removeLine', { lineId: one('checklistLines') }],
  ] as const
  const more = [works[6], works[7], works[7], works[8]]
  return [...works, ...more][(what + which) % (works.length + more.length)]!
}

/** Takes one step; answers what was not as expected, or ''. */
async function step(seen: Onlooker, draw: Draw): Promise<string> {
  now += 60_000
  const hand: Hand = draw.there === 0 ? 'there' : 'here'
  const act = seen.acts[draw.which % Math.max(1, seen.acts.length)]
  if (draw.what < 9 || !act) {
    await seen.doNew(hand, ...newWork(draw, seen))
    return ''
  }
  const refused = async (call: string, input: unknown, code: string) => {
    const { result } = await seen.send(hand, call, input)
    return !result.ok && result.problem.code === code
      ? ''
      : `${call} ${JSON.stringify(input)}: ${JSON.stringify(result)}`
  }
  // By key.
  if (draw.what < 13) {
    const newest = seen.newestOf(hand)
    return newest ? seen.turn(hand, newest, 'shop.undo', {}) : refused('shop.undo', {}, 'nothing-to-undo')
  }
  if (draw.what < 15) {
    const last = seen.lastUndoneOf(hand)
    return last ? seen.turn(hand, last, 'shop.redo', {}) : refused('shop.redo', {}, 'nothing-to-redo')
  }
  // From the list.
  if (draw.what < 17) return seen.turn(hand, act, act.stands ? 'shop.undo' : 'shop.redo', { actId: act.id })
  // By a toast, also by one that has been overtaken.
  const place = draw.amount % act.told.length
  const actId = act.told[place]!
  const offers = place % 2 === 1 ? 'shop.redo' : 'shop.undo'
  if (draw.what === 17 && place === act.told.length - 1) return seen.turn(hand, act, 'shop.undo', { actId })
  const holds = place === 0 ? act.stands : place === act.told.length - 1
  if (holds) return seen.turn(hand, act, offers, { actId })
  return refused(offers, { actId }, offers === 'shop.undo' ? 'undone-already' : 'redone-already')
}

/** What each act is called, against what was seen. */
async function listed(seen: Onlooker): Promise<unknown> {
  const { result } = await seen.send('here', 'shop.acts', { limit: 500 })
  if (!result.ok) throw new Error(result.problem.message)
  const states = new Map((result.value as readonly PastAct[]).map((act) => [act.id, act.state]))
  return seen.acts.map(({ id, says }) => ({ id, says, state: states.get(id) }))
}

const expectedList = (seen: Onlooker) =>
  seen.acts.map(({ id, says, stands, told }) => ({
    id,
    says,
    state: !stands ? 'undone' : told.length > 1 ? 'redone' : 'standing',
  }))

test(`${sequences} random sequences of acts, undos and redos by toast, list and key are as a model without a log says`, async () => {
  let shop: FileShop | undefined
  let used = 0
  const counts = { steps: 0, turns: 0 }
  await fc.assert(
    fc.asyncProperty(draws, async (all) => {
      shop = shop && used++ % 40 > 0 ? shop : await emptyShop()
      const own = shop
      // A sequence that fails leaves its acts behind.
      shop = undefined
      const seen = lookOn(own, () => now)
      const begin = seen.rows
      // Something new: what was undone in the sequence before cannot be redone by key.
      for (const hand of ['here', 'there'] as const) await seen.doNew(hand, 'customers.save', { name: 'New' })
      for (const draw of all) expect(await step(seen, draw)).toBe('')
      expect(await listed(seen)).toEqual(expectedList(seen))
      // Something can always be undone next, until nothing stands: the newest, unless a code it had is another's by now.
      for (let left = seen.acts.filter(({ stands }) => stands).length; left > 0; left--) {
        const newestFirst = seen.acts
          .filter(({ stands }) => stands)
          .toSorted((a, b) => b.told.at(-1)! - a.told.at(-1)!)
        for (const [i, next] of newestFirst.entries()) {
          expect(await seen.turn(next.hand, next, 'shop.undo', i === 0 ? {} : { actId: next.id })).toBe('')
          if (!next.stands) break
        }
      }
      expect(seen.rows).toEqual(begin)
      expect(await listed(seen)).toEqual(expectedList(seen))
      counts.steps += all.length
      counts.turns += seen.acts.reduce((sum, { told }) => sum + told.length - 1, 0)
      shop = own
    }),
    { numRuns: sequences },
  )
  console.log(`${sequences} sequences, ${counts.steps} steps, ${counts.turns} undos and redos`)
}, 14_400_000)
