import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'

const nuts = { name: 'Maria Anders', phone: '030 1', mustKnow: 'Nut allergy <b>' }

async function made(): Promise<{ t: TestShop; customerId: number; promiseId: number }> {
  const t = await testShop({ now: '2026-11-23T08:00:00Z' })
  const { id: customerId } = await t.call('customers.save', nuts)
  const { id: promiseId } = await t.call('promises.make', {
    customerId,
    what: 'Cake',
    told: '2026-11-24T17:00',
  })
  await t.call('promises.make', { name: 'Max Lang', what: 'Bread', told: '2026-11-24T17:00' })
  return { t, customerId, promiseId }
}

test('a promise says what must be known of its customer, as that is today, wherever it is read', async () => {
  const { t, customerId, promiseId } = await made()
  expect(await t.call('promises.one', { promiseId })).toMatchObject({ mustKnow: 'Nut allergy <b>' })
  const board = await t.call('promises.board', {})
  const all = Object.values(board).flatMap(({ rows }) => rows)
  expect(all.map(({ what, mustKnow }) => [what, mustKnow])).toEqual([
    ['Cake', 'Nut allergy <b>'],
    ['Bread', ''],
  ])
  await t.call('customers.save', { customerId, mustKnow: 'No eggs' })
  const { open } = await t.call('promises.ofCustomer', { customerId })
  expect(open.map(({ mustKnow }) => mustKnow)).toEqual(['No eggs'])
})

test('Today says it beside the promise, and says nothing where there is nothing', async () => {
  const { t, promiseId } = await made()
  const items = async () =>
    (await t.call('today.list', {})).items.filter(({ id }) => id.startsWith('promise-'))
  const known = (await items()).map((item) => [item.id === `promise-${promiseId}`, item.mustKnow])
  expect(known).toEqual([
    [true, 'Nut allergy <b>'],
    [false, undefined],
  ])
  // It cannot wait any more.
  t.now = Date.parse('2026-11-25T09:00:00Z')
  expect((await items())[0]).toMatchObject({ atOnce: { name: 'Maria Anders' }, mustKnow: 'Nut allergy <b>' })
})

test('the sheet of the week has it under each line of the promise, also once that is ready', async () => {
  const { t, promiseId } = await made()
  const known = async () => {
    const { html, lines } = await t.call('checklists.week', { week: '2026-W48' })
    const written = html.split('! Must know: Nut allergy &lt;b&gt;').length - 1
    return { written, lines: lines.filter(({ mustKnow }) => mustKnow === 'Nut allergy <b>').length }
  }
  expect(await known()).toEqual({ written: 1, lines: 1 })
  await t.call('promises.ready', { promiseId })
  expect(await known()).toEqual({ written: 1, lines: 1 })
})

test('a promise that falls into a closing says it too', async () => {
  const { t } = await made()
  const { promises } = await t.call('hours.closing', {
    from: '2026-11-24',
    to: '2026-11-25',
    label: 'Holidays',
  })
  expect(promises.map(({ what, mustKnow }) => [what, mustKnow])).toEqual([
    ['Cake', 'Nut allergy <b>'],
    ['Bread', ''],
  ])
})
