import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const imported = (t: TestShop, text: string, which: 'promises' | 'customers' = 'promises') => {
  const path = join(t.folder, `${which}.csv`)
  writeFileSync(path, text)
  return t.call(`${which}.importFile`, { path, commit: true })
}
const head = 'No,Customer,What,Made,Due,Done\n'
const nothingNew = { added: 0, updated: 0, errors: [] }

test('the same file again adds nothing, whatever the owner corrected of its promise', async () => {
  const t = await testShop()
  const file = `${head}101,Anna,Tart,2026-11-01,2026-12-01,\n102,Bo,,,2026-12-01,\n`
  await imported(t, file)
  const said = await t.call('promises.one', { promiseId: 1 })
  for (const promiseId of [1, 2])
    await t.call('promises.change', { promiseId, what: 'Apple tart, large', name: 'Carla Diaz' })
  expect(await imported(t, file)).toMatchObject({ ...nothingNew, unchanged: 2 })
  // The other program was corrected, too.
  const corrected = `${head}101,Carla Diaz,"Apple tart, large",2026-11-01,2026-12-01,\n`
  expect(await imported(t, corrected)).toMatchObject({ ...nothingNew, unchanged: 1 })
  for (let times = 0; times < 2; times++) await t.call('shop.undo', {})
  expect(await t.call('promises.one', { promiseId: 1 })).toEqual(said)
  expect(await imported(t, file)).toMatchObject({ ...nothingNew, unchanged: 2 })
  // What is another promise stays one.
  expect(await imported(t, `${head}101,Carla Diaz,Cake,2026-11-01,2026-12-01,\n`)).toMatchObject({ added: 1 })
})

test('a file without customers adds nothing after a closing has moved its promises, nor in another zone', async () => {
  const t = await testShop()
  const file = 'No,What,Due\n1,Tart,2026-12-24\n2,Cake,2026-12-24 10:00\n'
  await imported(t, file)
  const promises = [1, 2].map((promiseId) => ({ promiseId, told: '2026-12-28T10:00' }))
  const closing = { from: '2026-12-24', to: '2026-12-26', label: 'Family', promises }
  expect((await t.answer('hours.closeForWhile', closing)).result).toMatchObject({ ok: true })
  for (const zone of ['Europe/Berlin', 'Asia/Tokyo', 'America/New_York']) {
    await t.call('shop.change', { zone })
    expect(await imported(t, file)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  }
})

test('times that a file writes are the same promise after the zone is corrected', async () => {
  const t = await testShop()
  const files = [
    `${head}1,Anna,Tart,2026-11-01 09:00,2026-12-01 17:00,\n1,Anna,Tart,2026-11-01 09:00,2026-12-01 16:00,\n`,
    `${head}2,Bo,Cake,2026-11-01T08:00:00Z,2026-12-01T16:00:00Z,\n`,
    // Midnight in Berlin, which is a day there.
    `${head}3,Cy,Cake,2026-11-01T08:00:00Z,2026-11-30T23:00:00.000Z,\n`,
    'Customer,What,Due\nAnna,Shoes,2026-12-01T16:00:00Z\nAnna,Bag,2026-11-30T23:00:00.000Z\n',
    'What,Due\nShoes,2026-12-01 16:00\n',
  ]
  for (const file of files) await imported(t, file)
  for (const zone of ['Europe/London', 'Asia/Tokyo', 'Europe/Berlin']) {
    await t.call('shop.change', { zone })
    for (const file of files) expect({ zone, file, ...(await imported(t, file)) }).toMatchObject({ added: 0 })
  }
  expect(await imported(t, files[0]!)).toMatchObject({ ...nothingNew, unchanged: 2 })
})

test('whom the owner named is not taken back by a file of customers that comes later', async () => {
  const t = await testShop()
  const file = `${head}1,17,Tart,2026-11-01,2026-12-01,\n2,17,Cake,2026-11-01,2026-12-01,\n`
  await imported(t, file)
  await t.call('promises.change', { promiseId: 1, name: 'Carla Diaz' })
  await imported(t, 'No,Name\n17,Anna Berg\n', 'customers')
  expect(await imported(t, file)).toMatchObject({ added: 0, updated: 1, unchanged: 1 })
  const names = [1, 2].map((promiseId) => t.call('promises.one', { promiseId }))
  expect((await Promise.all(names)).map(({ name, customerId }) => [name, customerId])).toEqual([
    ['Carla Diaz', null],
    ['Anna Berg', 1],
  ])
})

const few = <T>(...values: T[]) => fc.constantFrom(...values)
const promiseId = few(1, 2, 3)
const step = fc.oneof(
  fc.record({ call: few('promises.change'), promiseId, what: few('Tart', 'Cake', 'Apple tart, large') }),
  fc.record({ call: few('promises.change'), promiseId, name: few('Anna', 'Bo', 'Carla') }),
  fc.record({ call: few('promises.warn'), promiseId, told: few('2026-12-05', '2026-12-05T10:00') }),
  fc.record({ call: few('promises.ready'), promiseId }),
  fc.record({ call: few('promises.break'), promiseId, reason: few('ill') }),
  fc.record({ call: few('shop.change'), zone: few('Europe/Berlin', 'Asia/Tokyo', 'America/New_York') }),
  fc.record({ call: few('shop.undo', 'shop.redo') }),
)
const local = few('2026-12-01', '2026-12-01 17:00', '2026-12-02')
const inUtc = few('2026-12-01T16:00:00Z', '2026-11-30T23:00:00Z', '2026-12-01T23:00:00Z')
const ordinary = runs(10)

test(`no correction, move or zone makes the same file anew (${ordinary.numRuns} runs)`, async () => {
  const linesOf = (when: typeof local) =>
    fc.array(fc.tuple(few('', '1', '2'), few('', 'Anna'), few('', 'Tart', 'Cake'), when), {
      minLength: 3,
      maxLength: 3,
    })
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(linesOf(local), linesOf(inUtc)),
      fc.array(step, { maxLength: 8 }),
      async (rows, steps) => {
        const t = await testShop()
        const file = `No,Customer,What,Due\n${rows.map((row) => row.join()).join('\n')}\n`
        await imported(t, file)
        for (const { call, ...input } of steps) {
          const { result, act } = await t.answer(call, input)
          // What was taken back whole is new when it comes again.
          if (result.ok && call === 'shop.undo' && act?.says.includes('imported'))
            await t.call('shop.redo', {})
          t.now += 60_000
        }
        expect((await imported(t, file)).added).toBe(0)
      },
    ),
    ordinary,
  )
})

test.each([
  ['2026-11-20T12:00', '2026-11-20T09:30', true],
  ['2026-11-20T09:30', '2026-11-20T09:40', false],
  ['2026-11-20T12:00', '2026-11-20T13:00', false],
  ['2026-11-20T12:00', '2026-11-20', false],
  ['2026-11-20', '2026-11-21', true],
  ['2026-11-20T12:00', '', false],
] as const)(
  'done %s on file and %s in the file: it is said where that counts: %s',
  async (first, then, isSaid) => {
    const t = await testShop()
    const line = (done: string) => `${head}101,Anna,Tart,2026-11-01,2026-11-20T10:00,${done}\n`
    await imported(t, line(first))
    const again = await imported(t, line(then))
    expect(again.unchanged).toBe(1)
    expect(again.errors.map(({ message }) => message)).toEqual(
      isSaid ? ['The file says it was done at another time. The one on file was kept.'] : [],
    )
  },
)
