import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { storedOf } from '../../../src/main/customers/person-data.ts'
import { temporaryFolder, testShop, type TestShop } from '../../support/shop.ts'

async function shopOfTwo(): Promise<TestShop> {
  const t = await testShop()
  await t.call('shop.change', { name: 'Corner <Shop>' })
  await t.call('customers.save', {
    name: 'Anna & Berg',
    email: 'anna@example.org',
    phone: '030 1234567',
    notes: 'Likes <b>rye</b>\nand seeds',
    mustKnow: 'No nuts',
    birthday: '12.05.',
  })
  await t.call('customers.save', { name: 'Zacharias Other', email: 'z@example.org' })
  await t.call('customers.logTouch', {
    customerId: 1,
    kind: 'call',
    note: 'About the cake',
    at: '2026-11-20T10:00',
  })
  await t.call('customers.visit', { customerId: 1, at: '2026-11-21T12:00' })
  await t.call('promises.make', {
    customerId: 1,
    what: 'Cake',
    told: '2026-11-30T17:00',
    priceCap: '12,50',
  })
  await t.call('referrals.set', { customerId: 1, byId: 2 })
  await t.call('customers.twoPeople', { customerId: 1, otherId: 2 })
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no', source: 'asked at the counter' })
  const wording = 'May we call you?'
  await t.call('customers.setConsent', { customerIds: [1], channel: 'phone', answer: 'no', wording })
  return t
}

test('all that is kept of one person stands on their pages, in words, and nobody else is named', async () => {
  const t = await shopOfTwo()
  const { html } = await t.call('customers.personSheet', { customerId: 1, paper: 'A4' })
  for (const words of [
    'All that Corner &lt;Shop&gt; keeps of Anna &amp; Berg',
    'Likes &lt;b&gt;rye&lt;/b&gt;\nand seeds',
    'No nuts',
    '12 May',
    '20 Nov 2026, 10:00',
    'anna@example.org',
    'About the cake',
    'Cake',
    '12,50',
    'another customer',
    'asked at the counter',
    'May we call you?',
    'No that stands',
  ])
    expect(html).toContain(words)
  expect(html).not.toContain('Zacharias')
  expect(html).not.toContain('z@example.org')
  expect(html).not.toMatch(/<script|<b>rye/)
  expect(await t.problem('customers.personSheet', { customerId: 9 })).toMatchObject({ code: 'no-customer' })
})

test('the same is a file for programs: moments as ISO 8601, money as decimals, no ids of others', async () => {
  const t = await shopOfTwo()
  const folder = temporaryFolder()
  const { file } = await t.call('customers.exportPerson', { customerId: 1, folder })
  expect(file).toBe('All about Anna & Berg.json')
  const text = readFileSync(join(folder, file), 'utf8')
  const all = JSON.parse(text)
  expect(all).toMatchObject({
    shop: 'Corner <Shop>',
    customers: [
      { name: 'Anna & Berg', notes: 'Likes <b>rye</b>\nand seeds', birthday: '--05-12', mailConsent: 'no' },
    ],
    touches: [{ kind: 'call', note: 'About the cake', atMs: '2026-11-20T09:00:00.000Z' }],
    visits: [{ day: '2026-11-21' }],
    promises: [{ what: 'Cake', priceCapMills: 12.5 }],
    suppressions: [{ source: 'asked at the counter' }],
    referrals: [{ customerId: 'this customer', byId: 'another customer' }],
    twoPeople: [{ customerId: 'this customer', otherId: 'another customer' }],
  })
  expect(text).not.toMatch(/Zacharias|z@example|(customerId|byId|otherId)": \d/)
  expect((await t.call('customers.exportPerson', { customerId: 1, folder })).file).toBe(
    'All about Anna & Berg (2).json',
  )
  expect(readdirSync(folder).toSorted()).toEqual([
    'All about Anna & Berg (2).json',
    'All about Anna & Berg.json',
  ])
  expect(await t.problem('customers.exportPerson', { customerId: 9, folder })).toMatchObject({
    code: 'no-customer',
  })
  expect(
    await t.problem('customers.exportPerson', { customerId: 1, folder: join(folder, 'none') }),
  ).toMatchObject({
    code: 'no-folder',
  })
})

test('what the app itself wrote of others does not name them, and the no that holds is in it', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna Berg', email: 'a@example.org' })
  await t.call('customers.save', { name: 'Maximilian Quast' })
  await t.call('customers.setConsent', { customerIds: [1], answer: 'yes', source: 'asked at the counter' })
  await t.call('customers.suppress', { email: 'a@example.org' })
  await t.call('referrals.set', { customerId: 2, byId: 1 })
  const { about } = await t.call('letters.propose', { customerId: 1, occasion: 'referral' })
  await t.call('letters.done', {
    customerId: 1,
    occasion: 'referral',
    language: 'en',
    way: 'letter',
    subject: 'Thank you',
    words: 'Thank you for that.',
    about: about!,
  })
  const { html } = await t.call('customers.personSheet', { customerId: 1, paper: 'A4' })
  const folder = temporaryFolder()
  const { file } = await t.call('customers.exportPerson', { customerId: 1, folder })
  const text = readFileSync(join(folder, file), 'utf8')
  for (const kept of [html, text]) {
    expect(kept).toContain('Thank Anna Berg for sending another customer')
    expect(kept).not.toContain('Quast')
  }
  expect(JSON.parse(text)).toMatchObject({
    letters: [{ aboutName: 'another customer' }],
    mayBeReached: expect.arrayContaining([
      expect.objectContaining({ channel: 'email', answer: 'no', may: false, why: 'Said no' }),
    ]),
  })
  for (const words of ['How they may be reached', 'Mail: no', 'no: Said no']) expect(html).toContain(words)
})

test('who was merged into them, and what their fields said before, is in it too', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna Berg', phone: '030 1111111' })
  await t.call('customers.save', { name: 'Anna Klein', email: 'klein@example.org' })
  await t.call('customers.save', { customerId: 1, phone: '030 2222222' })
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  const { html } = await t.call('customers.personSheet', { customerId: 1, paper: 'A4' })
  for (const words of ['Anna Klein', 'klein@example.org', 'Phone, before', '030 1111111'])
    expect(html).toContain(words)
})

test('every row about somebody is in it: as many as an erase takes away or makes nobody’s', async () => {
  const t = await shopOfTwo()
  const count = async () =>
    (await storedOf({ db: t.shop.reader }, 1)).reduce((sum, { rows }) => sum + rows.length, 0)
  expect(await count()).toBe(10)
  await t.call('promises.close', { promiseId: 1, inBudget: true, fullScope: true, leftClean: true })
  await t.call('customers.erase', { customerId: 1 })
  expect(await count()).toBe(0)
})

test('a no of who was merged into somebody is among what is kept of them, as theirs', async () => {
  const t = await testShop()
  for (const name of ['Anna Berg', 'Bea Klein']) await t.call('customers.save', { name })
  for (const channel of ['email', 'phone'] as const)
    await t.call('customers.setConsent', { customerIds: [2], channel, answer: 'no', source: 'on the phone' })
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  const noes = (await storedOf({ db: t.shop.reader }, 1)).filter(({ table }) =>
    ['suppressions', 'channelNoes'].includes(table),
  )
  expect(noes.map(({ table, rows }) => [table, rows.map((row) => row['customerId'])])).toEqual([
    ['suppressions', [1]],
    ['channelNoes', [1]],
  ])
})
