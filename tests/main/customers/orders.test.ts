import { expect, test } from 'vitest'
import type { Sent } from '../../../src/core/calls.ts'
import { hearPlans } from '../../support/plans.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const people = [
  { name: 'Anna', city: 'Ulm', email: 'shared@x.example' },
  { name: 'Ben', city: 'berlin' },
  { name: 'Cleo' },
  { name: 'Dora', city: 'Berlin', email: 'shared@x.example' },
  { name: 'Emil', city: 'Aachen' },
  { name: 'Fritz', city: 'Bonn' },
]

async function shopWithPeople(): Promise<TestShop> {
  const t = await testShop()
  for (const person of people) await t.call('customers.save', person)
  await t.call('customers.logTouch', { customerId: 2, kind: 'call', at: '2026-11-20T10:00' })
  await t.call('customers.logTouch', { customerId: 5, kind: 'call', at: '2026-11-10T10:00' })
  await t.call('customers.setConsent', { customerIds: [1, 2, 5, 6], answer: 'yes', source: 'asked' })
  await t.call('customers.setConsent', { customerIds: [4], answer: 'no' })
  await t.call('customers.putAside', { customerId: 6 })
  return t
}

const listedAs = async (t: TestShop, asked: Sent<'customers.search'>) => {
  const { total, rows } = await t.call('customers.search', asked)
  const names = rows.map(({ name }) => name[0]).join('')
  expect([names, total]).toEqual([names, rows.length])
  return names
}

test.each([
  [{}, 'ABCDE'],
  [{ down: true }, 'EDCBA'],
  [{ by: 'city' }, 'EBDAC'],
  [{ by: 'city', down: true }, 'ABDEC'],
  [{ by: 'last' }, 'EBACD'],
  [{ by: 'last', down: true }, 'BEACD'],
  [{ only: 'yes' }, 'BE'],
  [{ only: 'no' }, 'AD'],
  [{ only: 'unasked' }, 'C'],
  [{ only: 'aside' }, 'F'],
  [{ only: 'yes', by: 'last', down: true }, 'BE'],
  [{ only: 'no', text: 'ulm' }, 'A'],
  [{ only: 'aside', text: 'ulm' }, ''],
  [{ text: 'b', by: 'city' }, 'BDF'],
  [{ text: 'b', down: true }, 'DBF'],
] as const)('the list asked for as %j has %s', async (asked, names) => {
  expect(await listedAs(await shopWithPeople(), asked)).toBe(names)
})

test('the answer that is listed is the one that is shown, whatever was said where', async () => {
  const t = await shopWithPeople()
  for (const only of ['yes', 'no', 'unasked'] as const) {
    const { rows } = await t.call('customers.search', { only })
    expect(rows.map(({ mailConsent }) => mailConsent)).toEqual(rows.map(() => only))
  }
})

test('each order and each answer is read from the index by name', async () => {
  const t = await shopWithPeople()
  const heard = hearPlans(t)
  for (const by of ['name', 'city', 'last'] as const)
    for (const down of [false, true])
      for (const only of ['all', 'yes', 'no', 'unasked', 'aside'] as const) {
        heard.length = 0
        await t.call('customers.search', { by, down, only })
        const plan = heard.find(({ sql }) => sql.includes('order by'))!.steps.join('\n')
        expect(plan).toContain('customers USING COVERING INDEX customersByFolded')
        if (by === 'name' && only === 'all') expect(plan).not.toContain('TEMP B-TREE')
      }
})
