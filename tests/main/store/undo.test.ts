import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { busyShop, checkSearch, draws, everyRow, work } from '../../support/random-work.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

interface Done {
  readonly act: number
  readonly before: unknown
  readonly after: unknown
}

async function workAll(t: TestShop, all: readonly Parameters<typeof work>[1][]): Promise<readonly Done[]> {
  const done: Done[] = []
  for (const draw of all) {
    const before = everyRow(t)
    const act = await work(t, draw)
    if (act === undefined) expect(everyRow(t)).toEqual(before)
    else done.push({ act, before, after: everyRow(t) })
  }
  return done
}

async function undo(t: TestShop, actId?: number): Promise<number> {
  const { result, act } = await t.answer('shop.undo', { actId })
  expect(result).toMatchObject({ ok: true })
  checkSearch(t)
  return act!.id
}

test('undoing a day of work, newest first, brings back every row as it was; redoing brings it forward again', async () => {
  await fc.assert(
    fc.asyncProperty(draws(25), async (all) => {
      const t = await busyShop()
      const done = await workAll(t, all)
      for (const round of [1, 2]) {
        const undos: number[] = []
        for (const { before } of done.toReversed()) {
          undos.push(await undo(t))
          expect(everyRow(t)).toEqual(before)
        }
        if (round === 2) break
        for (const { after } of done) {
          await undo(t, undos.pop())
          expect(everyRow(t)).toEqual(after)
        }
      }
    }),
    runs(5),
  )
})

test('any act is taken back whole and can come again, or is refused without a change', async () => {
  const counts = { undone: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(draws(20), async (all) => {
      const t = await busyShop()
      const done = await workAll(t, all)
      const before = everyRow(t)
      for (const one of done) {
        const { result, act } = await t.answer('shop.undo', { actId: one.act })
        checkSearch(t)
        if (result.ok) {
          counts.undone++
          await undo(t, act!.id)
        } else {
          counts.refused++
          expect(['changed-since', 'belongs-together', 'in-the-way']).toContain(result.problem.code)
        }
        expect(everyRow(t)).toEqual(before)
      }
    }),
    runs(5),
  )
  console.log(`acts undone out of order: ${counts.undone}, refused: ${counts.refused}`)
})

test('hours that were removed do not come back over those entered since for the same day', async () => {
  const t = await testShop()
  const hours = (opens: string) => ({ validFrom: '2026-11-25', week: { mon: [[opens, '19:00']] } }) as const
  await t.call('hours.setSchedule', hours('07:00'))
  const removed = (await t.answer('hours.removeSchedule', { validFrom: '2026-11-25' })).act!
  await t.call('hours.setSchedule', hours('08:00'))
  const before = everyRow(t)
  expect((await t.problem('shop.undo', { actId: removed.id })).code).toBe('in-the-way')
  expect(everyRow(t)).toEqual(before)
})

test('a row that came with many others is not brought back alone by a redo', async () => {
  const t = await testShop()
  const many = (await t.answer('checklists.addStarter', { trade: 'baker' })).act!
  const { lines } = await t.call('checklists.ownLines', {})
  const { lineId, part } = lines[3]!
  const change = (await t.answer('checklists.saveLine', { lineId, part, text: 'Changed' })).act!
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect((await t.call('checklists.ownLines', {})).lines).toEqual([])
  expect((await t.problem('shop.redo', { actId: change.id })).code).toBe('changed-since')
  expect((await t.call('checklists.ownLines', {})).lines).toEqual([])
  await t.call('shop.redo', {})
  await t.call('shop.redo', {})
  const again = (await t.call('checklists.ownLines', {})).lines
  expect(again).toEqual(lines.map((line) => (line.lineId === lineId ? { ...line, text: 'Changed' } : line)))
  expect(await t.call('shop.acts', { limit: 2 })).toMatchObject([
    { id: change.id, state: 'redone' },
    { id: many.id, state: 'redone' },
  ])
})

test('an undo by a toast, back by its toast, and undone by that toast: the row is gone and the list says so', async () => {
  const t = await testShop()
  const added = (await t.answer('customers.save', { name: 'Anna' })).act!
  const undone = (await t.answer('shop.undo', { actId: added.id })).act!
  const back = (await t.answer('shop.redo', { actId: undone.id })).act!
  expect(back).toMatchObject({ says: 'Back again: Anna added', state: 'redone' })
  const gone = (await t.answer('shop.undo', { actId: back.id })).act!
  expect(gone).toMatchObject({ says: 'Undone: Anna added', state: 'undone' })
  expect((await t.call('customers.search', { text: 'Anna' })).total).toBe(0)
  expect(await t.call('shop.acts', { limit: 1 })).toMatchObject([{ says: 'Anna added', state: 'undone' }])
  expect((await t.problem('shop.undo', {})).code).toBe('nothing-to-undo')
})

test('what the shop began with is never taken back: by key, by toast or from the list', async () => {
  const t = await testShop({ setUp: false })
  const hours = (
    await t.answer('hours.setSchedule', { validFrom: '2026-11-23', week: { mon: [['07:00', '19:00']] } })
  ).act!
  const setUp = (await t.answer('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' }))
    .act!
  expect(setUp.state).toBe('beginning')
  expect((await t.problem('shop.undo', {})).code).toBe('nothing-to-undo')
  for (const { id } of [setUp, hours])
    expect((await t.problem('shop.undo', { actId: id })).code).toBe('beginning')
  expect(await t.call('shop.details', {})).toMatchObject({ name: 'Corner Shop' })
  expect((await t.call('shop.acts', {})).map(({ state }) => state)).toEqual(['beginning', 'beginning'])
})

test('the sample shop cannot be undone to nothing', async () => {
  const t = await testShop({ setUp: false })
  const filled = (
    await t.answer('shop.fillSample', { folder: join(import.meta.dirname, '../../../resources') })
  ).act!
  expect(filled.state).toBe('beginning')
  expect((await t.problem('shop.undo', { actId: filled.id })).code).toBe('beginning')
  expect((await t.problem('shop.undo', {})).code).toBe('nothing-to-undo')
})

test('Ctrl+Z takes back what was done at this PC, whoever did something since; the list takes back any', async () => {
  const t = await testShop()
  const at = (madeAt: string) => (name: string, input: unknown) =>
    dispatch({ ...t.shop, madeAt }, name, input, { now: t.now })
  const mine = (await at('counter')('customers.save', { name: 'Anna' })).act!
  const theirs = (await at('office')('customers.save', { name: 'Bob' })).act!
  expect((await at('counter')('shop.undo', {})).act?.says).toBe('Undone: Anna added')
  expect((await at('counter')('shop.undo', {})).result).toMatchObject({
    problem: { code: 'nothing-to-undo' },
  })
  expect((await at('office')('shop.redo', {})).result).toMatchObject({ problem: { code: 'nothing-to-redo' } })
  expect((await at('counter')('shop.redo', {})).act?.says).toBe('Back again: Anna added')
  expect((await at('counter')('shop.undo', { actId: theirs.id })).act?.says).toBe('Undone: Bob added')
  expect((await at('office')('shop.undo', { actId: mine.id })).act?.says).toBe('Undone: Anna added')
})

test('a redo comes back only as long as nothing new was done since', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna' })
  await t.call('customers.save', { name: 'Bob' })
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect(await t.call('shop.redo', {})).toEqual({ says: 'Back again: Anna added' })
  await t.call('customers.save', { name: 'Cy' })
  expect((await t.problem('shop.redo', {})).code).toBe('nothing-to-redo')
})

test('a code that somebody else has taken since stands in the way of an undo, and is said', async () => {
  const t = await testShop()
  const { id } = await t.call('stock.saveProduct', { name: 'Milk', gtin: '4006381333931' })
  const freed = (await t.answer('stock.saveProduct', { productId: id, gtin: '' })).act!
  await t.call('stock.saveProduct', { name: 'Hammer', gtin: '4006381333931' })
  const problem = await t.problem('shop.undo', { actId: freed.id })
  expect(problem.code).toBe('in-the-way')
  expect(problem.message).toMatch(/Nothing was changed\./)
})

test('a redo names the earlier change that has to come back first, and a change done since as what to undo', async () => {
  const t = await testShop()
  const { id } = await t.call('customers.save', { name: 'Anna' })
  const first = (await t.answer('customers.save', { customerId: id, city: 'Ulm' })).act!
  const second = (await t.answer('customers.save', { customerId: id, city: 'Bern' })).act!
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  const needs = await t.problem('shop.redo', { actId: second.id })
  expect(needs.code).toBe('changed-since')
  expect(needs.message).toBe(
    `It needs “${first.says}”, which is undone. Nothing was changed. Bring that back first.`,
  )
  await t.call('shop.redo', { actId: first.id })
  const third = (await t.answer('customers.save', { customerId: id, city: 'Graz' })).act!
  expect((await t.problem('shop.redo', { actId: second.id })).message).toBe(
    `“${third.says}” came after it. Nothing was changed. Undo that first.`,
  )
})

test('a redo of what belongs to a customer or product that is undone names what has to come back first', async () => {
  const t = await testShop()
  const anna = (await t.answer('customers.save', { name: 'Anna' })).act!
  const customerId = (await t.call('customers.search', { text: 'Anna' })).rows[0]!.id
  const promise = (await t.answer('promises.make', { customerId, what: 'Cake', told: '2026-11-25T10:00' }))
    .act!
  const milk = (await t.answer('stock.saveProduct', { name: 'Milk' })).act!
  const productId = (await t.call('stock.products', {})).rows[0]!.id
  const batch = (await t.answer('stock.addBatch', { productId, date: '0512', dateKind: 'use-by' })).act!
  for (const act of [promise, anna, batch, milk]) await t.call('shop.undo', { actId: act.id })
  for (const [act, needed] of [
    [promise, anna],
    [batch, milk],
  ] as const) {
    const problem = await t.problem('shop.redo', { actId: act.id })
    expect(problem.code).toBe('belongs-together')
    expect(problem.message).toBe(
      `It needs “${needed.says}”, which is undone. Nothing was changed. Bring that back first.`,
    )
    await t.call('shop.redo', { actId: needed.id })
    await t.call('shop.redo', { actId: act.id })
  }
})

test('an undo of a customer who was promised something since names what to undo first', async () => {
  const t = await testShop()
  const { id: customerId } = await t.call('customers.save', { name: 'Anna' })
  await t.call('promises.make', { customerId, what: 'Cake', told: '2026-11-25T10:00' })
  const [, added] = (await t.call('shop.acts', { limit: 2 })) as [unknown, { id: number }]
  expect((await t.problem('shop.undo', { actId: added.id })).message).toBe(
    '“Promise to Anna made for Wed 10:00: Cake” came after it. Nothing was changed. Undo that first.',
  )
})
