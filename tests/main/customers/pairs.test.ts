import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { comparePeople } from '../../../src/main/store/comparing.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

async function named(t: TestShop) {
  const { rows } = await t.call('customers.pairs', {})
  return rows.map(({ one, other, reason }) => [one.name, other.name, reason])
}

async function shopWith(...people: readonly object[]): Promise<TestShop> {
  const t = await testShop()
  for (const one of people) await t.call('customers.save', one)
  return t
}

test('who may be on file twice, the surest first, with the reason in words', async () => {
  const t = await shopWith(
    { name: 'Anna Berg', phone: '0221 4711', email: 'anna@berg.example' },
    { name: 'Bernhard Vogel', phone: '030 555 123', city: 'Berlin' },
    { name: 'Berg, Anna', email: 'ANNA@berg.example' },
    { name: 'Berhnard Vogel', phone: '+49 30 555123' },
    { name: 'Carl Busch' },
  )
  expect(await named(t)).toEqual([
    ['Anna Berg', 'Berg, Anna', 'same mail address, same name'],
    ['Bernhard Vogel', 'Berhnard Vogel', 'same phone, names alike'],
  ])
  const { total, waiting, rows } = await t.call('customers.pairs', { limit: 1, offset: 1 })
  expect({ total, waiting, n: rows.length, first: rows[0]!.one.name }).toEqual({
    total: 2,
    waiting: 0,
    n: 1,
    first: 'Bernhard Vogel',
  })
})

test('couples, families, father and son, firms and their people are no pairs', async () => {
  const place = { street: 'Hauptstr. 5', postcode: '50667', city: 'Köln', phone: '0221 47 11 12' }
  const t = await shopWith(
    { name: 'Anna Berg', ...place, email: 'berg@x.example' },
    { name: 'Bert Berg', ...place, email: 'berg@x.example' },
    { name: 'Hans Berg', ...place },
    { name: 'Hans Berg jun.', ...place },
    { name: 'Familie Berg', ...place },
    { name: 'Berg GmbH', company: 'Berg GmbH', ...place },
    { name: 'Anna & Bert Berg', ...place },
  )
  // The household twice.
  expect(await named(t)).toEqual([
    ['Familie Berg', 'Anna & Bert Berg', 'same phone, same address, a part of the name'],
  ])
})

test('a changed phone, an undo and a new name are followed', async () => {
  const t = await shopWith(
    { name: 'Anna Berg', phone: '0221 471112' },
    { name: 'Anna Berg', phone: '0221 990001', city: 'Ulm' },
  )
  expect(await named(t)).toEqual([])
  await t.call('customers.save', { customerId: 2, phone: '0221 47 11 12' })
  expect(await named(t)).toHaveLength(1)
  await t.call('customers.save', { customerId: 1, name: 'Bert Vogel' })
  expect(await named(t)).toEqual([['Bert Vogel', 'Anna Berg', 'same phone, same name earlier']])
  await t.call('customers.save', { customerId: 2, phone: '' })
  expect(await named(t)).toEqual([])
  await t.call('shop.undo', {})
  expect(await named(t)).toHaveLength(1)
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect(await named(t)).toEqual([])
  await t.call('shop.redo', {})
  expect(await named(t)).toHaveLength(1)
})

test('two are two: remembered, taken back by an undo, and also after both were imported again', async () => {
  const t = await testShop()
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, 'Name,Phone,City\nAnna Berg,0221 471112,Ulm\nAnna M. Berg,0221 471112,Ulm\n')
  await t.call('customers.importFile', { path, commit: true })
  expect(await named(t)).toEqual([['Anna Berg', 'Anna M. Berg', 'same phone, same city, one name is longer']])
  await t.call('customers.twoPeople', { customerId: 2, otherId: 1 })
  expect(await named(t)).toEqual([])
  await t.call('shop.undo', {})
  expect(await named(t)).toHaveLength(1)
  await t.call('shop.redo', {})
  writeFileSync(path, 'Name,Phone,City\nAnna Berg,0221 471112,Bonn\nAnna M. Berg,0221 471112,Bonn\n')
  await t.call('customers.importFile', { path, commit: true })
  await t.call('customers.save', { customerId: 1, street: 'Am Markt 1' })
  expect(await named(t)).toEqual([])
  expect(await t.problem('customers.twoPeople', { customerId: 1, otherId: 1 })).toMatchObject({
    code: 'same-customer',
  })
  expect(await t.problem('customers.twoPeople', { customerId: 1, otherId: 9 })).toMatchObject({
    code: 'no-customer',
  })
})

test('while many are compared it is told again and again how many still wait', async () => {
  const t = await testShop()
  const path = join(t.folder, 'list.csv')
  const lines = Array.from({ length: 700 }, (_, n) => `Person${n}x Nr${n}y,0221 ${100000 + n}`)
  writeFileSync(path, `Name,Phone\n${lines.join('\n')}\n`)
  await t.call('customers.importFile', { path, commit: true })
  vi.spyOn(performance, 'now').mockImplementation(
    (
      (atMs) => () =>
        (atMs += 1000)
    )(0),
  )
  const waiting: number[] = []
  const left = t.shop.connection.prepare('SELECT count(*) FROM pairsDue').pluck()
  await comparePeople(t.shop, undefined, () => waiting.push(left.get() as number))
  vi.restoreAllMocks()
  expect(waiting.length).toBeGreaterThan(1)
  expect(waiting).toEqual(waiting.toSorted((a, b) => b - a))
  expect(waiting.at(-1)).toBeGreaterThan(0)
})

test('a large import is compared after it, a slice at a time, and its undo leaves nothing behind', async () => {
  const t = await testShop()
  const path = join(t.folder, 'list.csv')
  const lines = Array.from(
    { length: 700 },
    (_, n) => `Person${n % 600}x Nr${n % 600}y,0221 ${100000 + (n % 600)}`,
  )
  writeFileSync(path, `Name,Phone,Number\n${lines.map((line, n) => `${line},${n}`).join('\n')}\n`)
  const { added } = await t.call('customers.importFile', { path, commit: true })
  expect(added).toBe(700)
  expect(await t.call('customers.pairs', { limit: 1 })).toMatchObject({ total: 0, waiting: 700 })
  expect(await comparePeople(t.shop)).toBe(true)
  expect(await t.call('customers.pairs', { limit: 1 })).toMatchObject({ total: 100, waiting: 0 })
  expect(await comparePeople(t.shop)).toBe(false)
  await t.call('shop.undo', {})
  const left = ['customerSigns', 'customerPairs', 'pairsDue'].map((table) =>
    t.shop.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  )
  expect(left).toEqual([0, 0, 0])
})
