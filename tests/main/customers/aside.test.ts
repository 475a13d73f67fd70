import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'

const dayMs = 86_400_000

const namesFound = async (t: TestShop, text = '') =>
  (await t.call('customers.search', { text, limit: 10 })).rows.map(({ name, isAside }) =>
    isAside ? `${name} (aside)` : name,
  )

const said = async (t: TestShop, name: string, input: unknown) => {
  const { result, act } = await t.answer(name, input)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return act?.says
}

async function shopOfThree(): Promise<TestShop> {
  const t = await testShop({ now: '2026-09-01T08:00:00Z' })
  for (const name of ['Anna Berg', 'Ben Berg', 'Cleo Berg'])
    await t.call('customers.save', { name, phone: '1', email: `${name.slice(0, 3).trim()}@x.example` })
  t.now += 60 * dayMs
  return t
}

test('who is put aside is off the list and found behind the others, by one act with one undo', async () => {
  const t = await shopOfThree()
  expect(await said(t, 'customers.putAside', { customerId: 1 })).toBe('Anna Berg put aside')
  expect(await namesFound(t)).toEqual(['Ben Berg', 'Cleo Berg'])
  expect(await t.call('customers.search', { limit: 1 })).toMatchObject({ total: 2, aside: 1 })
  expect(await namesFound(t, 'berg')).toEqual(['Ben Berg', 'Cleo Berg', 'Anna Berg (aside)'])
  expect((await t.call('customers.one', { customerId: 1 })).asideSinceMs).toBe(t.now)
  expect((await t.problem('customers.putAside', { customerId: 1 })).code).toBe('aside-already')
  await t.call('shop.undo', {})
  expect(await namesFound(t)).toEqual(['Anna Berg', 'Ben Berg', 'Cleo Berg'])
  await t.call('shop.redo', {})
  expect(await said(t, 'customers.takeBack', { customerId: 1 })).toBe('Anna Berg taken back as a customer')
  expect(await namesFound(t)).toEqual(['Anna Berg', 'Ben Berg', 'Cleo Berg'])
  expect((await t.problem('customers.takeBack', { customerId: 1 })).code).toBe('not-aside')
})

test('who is put aside is not proposed for a contact, whatever is logged with them', async () => {
  const t = await shopOfThree()
  const due = async () => {
    const { total, rows } = await t.call('customers.whoToday', {})
    return [total, ...rows.map(({ name }) => name)]
  }
  await t.call('customers.snooze', { customerId: 1, until: '2027-01-01' })
  await t.call('customers.putAside', { customerId: 1 })
  await t.call('customers.putAside', { customerId: 2 })
  expect(await due()).toEqual([1, 'Cleo Berg'])
  const people = (await t.call('today.list', {})).items.filter(({ harm }) => harm === 'person')
  expect(people.map(({ title }) => title)).toEqual(['Cleo Berg'])
  expect(await said(t, 'customers.logTouch', { customerId: 2, kind: 'call' })).toBe(
    'Call with Ben Berg logged. They are put aside',
  )
  expect(await said(t, 'customers.logTouch', { customerId: 3, kind: 'call' })).toBe(
    'Call with Cleo Berg logged',
  )
  await t.call('customers.save', { customerId: 2, phone: '2' })
  t.now += 60 * dayMs
  expect(await due()).toEqual([1, 'Cleo Berg'])
  await t.call('customers.takeBack', { customerId: 2 })
  expect(await due()).toEqual([2, 'Ben Berg', 'Cleo Berg'])
})

test('a promise to who is put aside says so, and of one name the one who is not is meant', async () => {
  const t = await shopOfThree()
  await t.call('customers.putAside', { customerId: 1 })
  const promise = { name: 'Anna Berg', what: 'Cake', told: '2026-11-23T12:00' }
  expect(await said(t, 'promises.make', promise)).toContain('Cake. They are put aside')
  expect((await t.call('customers.one', { customerId: 1 })).asideSinceMs).not.toBeNull()
  await t.call('customers.save', { name: 'Anna Berg' })
  expect(await said(t, 'promises.make', promise)).not.toContain('aside')
  const ofNew = await t.call('promises.ofCustomer', { customerId: 4, limit: 5 })
  expect(ofNew.open).toHaveLength(1)
})

test('who is put aside gets no newsletter, and gives an address free to who shares it', async () => {
  const t = await shopOfThree()
  await t.call('customers.save', { customerId: 2, email: 'ann@x.example' })
  await t.call('customers.setConsent', { customerIds: [1, 2, 3], answer: 'yes', source: 'asked' })
  await t.call('customers.putAside', { customerId: 1 })
  const { id } = await t.call('newsletter.create', { subject: 'News' })
  expect(await t.call('newsletter.audience', { issueId: id })).toEqual({
    recipients: 2,
    deceased: 0,
    putAside: 1,
    deadMail: 0,
    paused: 0,
    withoutConsent: 0,
    withoutMail: 0,
    invalidMail: 0,
    duplicates: 0,
    aboveCap: 0,
  })
  const { reader } = await t.call('newsletter.preview', { issueId: id })
  expect(reader?.name).toBe('Ben Berg')
  for (const customerId of [2, 3]) await t.call('customers.putAside', { customerId })
  const obstacles = await t.call('newsletter.obstacles', { issueId: id })
  expect(obstacles.find(({ code }) => code === 'no-recipients')?.message).toContain('put aside')
})

test('a file finds who is put aside, adds nobody, takes nobody back, and says how many it names', async () => {
  const t = await shopOfThree()
  await t.call('customers.putAside', { customerId: 1 })
  const path = join(t.folder, 'again.csv')
  writeFileSync(path, 'name,email,phone,city\nAnna Berg,Ann@x.example,1,Bonn\nBen Berg,Ben@x.example,1,\n')
  expect(await t.call('customers.importFile', { path, commit: true })).toMatchObject({
    added: 0,
    updated: 1,
    aside: 1,
  })
  expect(await t.call('customers.one', { customerId: 1 })).toMatchObject({ city: 'Bonn' })
  expect(await namesFound(t)).toEqual(['Ben Berg', 'Cleo Berg'])
})
