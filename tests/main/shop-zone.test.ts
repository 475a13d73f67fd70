import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { localAt } from '../../src/core/day.ts'
import { runs } from '../support/runs.ts'
import { testShop, type TestShop } from '../support/shop.ts'

/** Each promise's told day, as the shop's zone has it; a time that is no end of a day shows. */
async function days(t: TestShop): Promise<Record<string, string>> {
  const { zone } = (await t.call('shop.details', {}))!
  const rows = await t.shop.reader.selectFrom('promises').selectAll().orderBy('id').execute()
  return Object.fromEntries(
    rows.map(({ what, toldAtMs, targetAtMs }) => [
      what,
      `${localAt(toldAtMs, zone)}${targetAtMs > toldAtMs ? ', target late' : ''}`,
    ]),
  )
}

const make = (t: TestShop, what: string, told: string) =>
  t.answer('promises.make', { name: 'Ann', what, told })

function importing(t: TestShop) {
  const path = join(t.folder, 'promises.csv')
  writeFileSync(path, 'No,Customer,What,Made,Due,Done\n1,Bo,Old,2026-11-01,2026-11-05,2026-11-05\n')
  return t.answer('promises.importFile', { path, commit: true })
}

test('a promise by day that comes back into another zone is by that day, and so is one of a file', async () => {
  const t = await testShop()
  const { act: made } = await make(t, 'Cake', '2026-11-27')
  const { act: imported } = await importing(t)
  const old = await t.call('promises.one', { promiseId: 2 })
  for (const act of [imported, made]) await t.call('shop.undo', { actId: act!.id })
  await t.call('shop.change', { zone: 'America/New_York' })
  for (const act of [imported, made]) await t.call('shop.redo', { actId: act!.id })
  expect(await days(t)).toEqual({ Old: '2026-11-05T23:59', Cake: '2026-11-27T23:59' })
  expect((await t.call('promises.one', { promiseId: 2 })).reason).toBe(old.reason)
  expect(await importing(t)).toMatchObject({ result: { value: { added: 0, unchanged: 1 } } })
})

test('undo and redo of the zone take along what was promised by day meanwhile, and lose no later change of it', async () => {
  const t = await testShop()
  const { act: moved } = await t.answer('shop.change', { zone: 'America/New_York' })
  await make(t, 'Cake', '2026-11-27')
  await make(t, 'Tart', '2026-11-27T10:00')
  const turn = (call: 'shop.undo' | 'shop.redo') => t.call(call, { actId: moved!.id })
  await turn('shop.undo')
  expect(await days(t)).toEqual({ Cake: '2026-11-27T23:59', Tart: '2026-11-27T16:00' })
  const { act: warned } = await t.answer('promises.warn', { promiseId: 1, told: '2026-11-28' })
  await turn('shop.redo')
  expect(await days(t)).toEqual({ Cake: '2026-11-28T23:59', Tart: '2026-11-27T10:00' })
  await t.call('shop.undo', { actId: warned!.id })
  expect(await days(t)).toEqual({ Cake: '2026-11-27T23:59', Tart: '2026-11-27T10:00' })
})

test('a closing by its day alone, brought back into another zone, is that day and judged alike', async () => {
  const t = await testShop()
  await make(t, 'Cake', '2026-11-24T10:00')
  t.now = Date.parse('2026-11-26T08:00:00Z')
  const check = { inBudget: true, fullScope: true, leftClean: true }
  const { act } = await t.answer('promises.close', { promiseId: 1, ...check, at: '2026-11-25' })
  await t.call('shop.undo', {})
  await t.call('shop.change', { zone: 'Asia/Tokyo' })
  await t.call('shop.redo', { actId: act!.id })
  const { doneAtMs, doneDayOnly, onTime } = await t.call('promises.one', { promiseId: 1 })
  expect([localAt(doneAtMs!, 'Asia/Tokyo'), doneDayOnly, onTime]).toEqual(['2026-11-25T00:00', true, false])
})

const zones = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Tokyo', 'Asia/Kathmandu'] as const
const anyDay = fc.constantFrom('2026-12-01', '2026-12-24')
const step = fc.oneof(
  fc.record({ does: fc.constant('make' as const), told: anyDay }),
  fc.record({ does: fc.constant('move' as const), told: anyDay, which: fc.nat(20) }),
  fc.record({ does: fc.constant('import' as const), told: anyDay }),
  fc.record({ does: fc.constant('zone' as const), zone: fc.constantFrom(...zones) }),
  ...[0, 1, 2].map((back) => fc.record({ does: fc.constant('turn' as const), which: fc.constant(back) })),
)
const ordinary = runs(20)

test(`whatever is made, imported, moved, undone and redone in whichever zone, a day stays that day (${ordinary.numRuns} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      const t = await testShop()
      /** The words of each promise by its own name; what an act set, and what was there before. */
      const model = new Map<string, string>()
      const acts: { id: number; stands: boolean; what: string; before?: string; after?: string }[] = []
      const set = (what: string, day: string | undefined) =>
        day === undefined ? model.delete(what) : model.set(what, day)
      const keep = (id: number | undefined, what: string, after?: string) => {
        if (id === undefined) return
        acts.push({ id, stands: true, what, before: model.get(what), after })
        if (what !== '') set(what, after)
      }
      for (const [n, one] of steps.entries()) {
        t.now += 60_000
        const what = `P${n}`
        if (one.does === 'make') keep((await make(t, what, one.told)).act?.id, what, one.told)
        if (one.does === 'zone') keep((await t.answer('shop.change', { zone: one.zone })).act?.id, '')
        if (one.does === 'import') {
          const path = join(t.folder, 'promises.csv')
          writeFileSync(path, `No,Customer,What,Due\n${n},Bo,${what},${one.told}\n`)
          const { act } = await t.answer('promises.importFile', { path, commit: true })
          keep(act?.id, what, one.told)
        }
        if (one.does === 'move') {
          const rows = await t.shop.reader.selectFrom('promises').select(['id', 'what']).execute()
          const row = rows[one.which % Math.max(1, rows.length)]
          if (!row) continue
          const { act } = await t.answer('promises.warn', { promiseId: row.id, told: one.told })
          keep(act?.id, row.what, one.told)
        }
        if (one.does === 'turn' && acts.length > 0) {
          const act = acts.at(-1 - (one.which % acts.length))!
          const { result } = await t.answer(act.stands ? 'shop.undo' : 'shop.redo', { actId: act.id })
          if (result.ok) {
            act.stands = !act.stands
            if (act.what !== '') set(act.what, act.stands ? act.after : act.before)
          }
        }
        const expected = [...model].map(([name, day]) => [name, `${day}T23:59`] as const)
        expect(await days(t)).toEqual(Object.fromEntries(expected))
      }
    }),
    ordinary,
  )
})
