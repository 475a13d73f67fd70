import { expect, test } from 'vitest'
import { hearPlans } from '../../support/plans.ts'
import type { Sent } from '../../../src/core/calls.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

async function shopWith(people: readonly Sent<'customers.save'>[]): Promise<TestShop> {
  const t = await testShop()
  for (const person of people) await t.call('customers.save', person)
  return t
}

const people = [
  { name: 'Anna Berg', phone: '0171 2345678', email: 'anna@x.example' },
  { name: 'Anna Bergmann', phone: '030 99887766' },
  { name: 'Jürgen Groß', company: 'Groß GmbH' },
  { name: 'José María López', email: 'jose@x.example', otherMails: 'lopez@work.example (work)' },
]

const alike = async (t: TestShop, typed: Sent<'customers.alike'>) =>
  (await t.call('customers.alike', typed)).rows.map(({ name, same }) => `${name}: ${same.join(', ')}`)

test.each([
  [{ name: 'anna  BERG' }, ['Anna Berg: name']],
  [{ name: 'Berg, Anna' }, ['Anna Berg: name']],
  [{ name: 'Berg Anna' }, ['Anna Berg: name']],
  [{ name: 'Frau Anna Berg' }, ['Anna Berg: name']],
  [{ name: 'Jurgen Gross' }, ['Jürgen Groß: name']],
  [{ name: 'López José Maria' }, ['José María López: name']],
  [{ email: 'ANNA@x.example' }, ['Anna Berg: mail']],
  [{ email: 'Lopez@work.example' }, ['José María López: mail']],
  [{ email: 'zz@x.example, lopez@work.example' }, ['José María López: mail']],
  [{ phone: '+49 171 2345678' }, ['Anna Berg: phone']],
  [{ phone: '0172 2345678' }, []],
  [{ name: 'Anna' }, []],
  [{ name: 'Anna Ber' }, []],
  [{ name: 'Berta Berg' }, []],
  [{ name: ' ', email: 'x', phone: '12' }, []],
  [{ name: '%' }, []],
])('who is typed as %j is on file already as %j', async (typed, found) => {
  expect(await alike(await shopWith(people), typed)).toEqual(found)
})

test('who shares most comes first, who is put aside after the others, and no more than three are named', async () => {
  const t = await shopWith([...people, ...Array.from({ length: 5 }, () => ({ name: 'Berg Anna' }))])
  await t.call('customers.putAside', { customerId: 5 })
  const typed = { name: 'Anna Berg', phone: '0171/2345678' }
  const { total, rows } = await t.call('customers.alike', typed)
  expect(total).toBe(6)
  expect(rows.map(({ id }) => id)).toEqual([1, 6, 7])
  for (const customerId of [1, 6, 7, 8, 9]) await t.call('customers.putAside', { customerId })
  expect((await t.call('customers.alike', { name: 'Anna Berg' })).rows.map(({ isAside }) => isAside)).toEqual(
    [true, true, true],
  )
})

test('each sign is looked up by its index', async () => {
  const t = await shopWith(people)
  const heard = hearPlans(t)
  await t.call('customers.alike', { name: 'Anna Berg', email: 'a@x.example', phone: '0171 2345678' })
  const asked = heard.flatMap(({ steps }) => steps)
  expect(asked.filter((step) => /^SCAN (customers|suppressions)$/.test(step))).toEqual([])
  expect(asked.join('\n')).toContain('customersByEmail (emailKey=?)')
  expect(asked.join('\n')).toContain('furtherMailsByKey (emailKey=?)')
  expect(asked.join('\n')).toContain('customersByFolded (<expr>=? AND folded>? AND folded<?)')
  expect(asked.join('\n')).toContain('customers USING INTEGER PRIMARY KEY (rowid=?)')
})
