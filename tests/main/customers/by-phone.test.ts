import { expect, test } from 'vitest'
import { testShop } from '../../support/shop.ts'

const now = '2026-11-23T08:00:00Z'

test('any part of a number, however spaced, with or without its country, finds the card', async () => {
  const t = await testShop({ now })
  const { id } = await t.call('customers.save', { name: 'Maria Anders', phone: '030 1234567, 0171 555777' })
  await t.call('customers.save', { name: 'Max Lang', phone: '040 9876543' })
  for (const digits of ['234', '030-123', '+49 30 123 45 67', '004930/1234567', '301234567', '171 555'])
    expect((await t.call('customers.byPhone', { digits })).card, digits).toMatchObject({ id })
  for (const digits of ['111', '23', 'Maria', '', '+1 212 5550123'])
    expect(await t.call('customers.byPhone', { digits })).toEqual({
      total: 0,
      isCut: false,
      callers: [],
      card: null,
    })
})

test('the number of a customer in a list is no phone', async () => {
  const t = await testShop({ now })
  await t.call('customers.save', { name: 'Maria Anders', phone: '030 1234567', city: '10999 Berlin' })
  expect((await t.call('customers.byPhone', { digits: '10999' })).total).toBe(0)
})

test('whose whole number it is comes first, who is put aside last, and each has a card', async () => {
  const t = await testShop({ now })
  const add = async (name: string, phone: string) => (await t.call('customers.save', { name, phone })).id
  const part = await add('Part', '0171 234567 8')
  const gone = await add('Gone', '030 234567')
  const whole = await add('Whole', '+49 30 234567')
  await t.call('customers.putAside', { customerId: gone })
  const digits = '030 234567'
  const found = await t.call('customers.byPhone', { digits })
  expect(found.callers.map(({ name }) => name)).toEqual(['Whole', 'Gone'])
  expect(found.card).toMatchObject({ id: whole, asideSinceMs: null })
  const second = await t.call('customers.byPhone', { digits, customerId: gone })
  expect(second.card).toMatchObject({ id: gone, asideSinceMs: Date.parse(now) })
  expect((await t.call('customers.byPhone', { digits: '34567' })).total).toBe(3)
  // Somebody who does not have these digits is not answered for them.
  expect((await t.call('customers.byPhone', { digits, customerId: part })).card).toMatchObject({ id: whole })
})

test('of several with one number those who live come before who died, and who is a customer before who is put aside', async () => {
  const t = await testShop({ now })
  const phone = '0171 2345678'
  const add = async (name: string) => (await t.call('customers.save', { name, phone })).id
  const [died, aside] = [await add('Died'), await add('Aside')]
  await add('Lives')
  await t.call('customers.deceased', { customerId: died, isDeceased: true })
  await t.call('customers.putAside', { customerId: aside })
  for (const digits of ['+491712345678', '5678', '34567']) {
    const { callers, card } = await t.call('customers.byPhone', { digits })
    expect(callers.map(({ name }) => name)).toEqual(['Lives', 'Aside', 'Died'])
    expect(card).toMatchObject({ name: 'Lives' })
  }
})

test('the card says what is open, what must be known, the answer about mail that holds, and the last contact with its words', async () => {
  const t = await testShop({ now })
  const { id: customerId } = await t.call('customers.save', {
    name: 'Maria Anders',
    company: 'Anders & Co',
    phone: '030 1234567',
    email: 'maria@anders.example',
    mustKnow: 'Nut allergy',
  })
  const card = async () => (await t.call('customers.byPhone', { digits: '123 45' })).card
  expect(await card()).toEqual({
    id: customerId,
    name: 'Maria Anders',
    company: 'Anders & Co',
    phone: '030 1234567',
    mustKnow: 'Nut allergy',
    mailConsent: 'unasked',
    phoneConsent: 'unasked',
    noCalls: '',
    deceasedDay: '',
    asideSinceMs: null,
    last: null,
    lastWords: null,
    promises: [],
    openCount: 0,
  })
  const make = (what: string, told: string) => t.call('promises.make', { customerId, what, told })
  for (const n of [1, 2, 3, 4, 5, 6]) await make(`Loaf ${n}`, `2026-12-0${n}T17:00`)
  const { id: done } = await make('Cake', '2026-11-23T17:00')
  await t.call('promises.close', { promiseId: done, inBudget: true, fullScope: true, leftClean: true })
  await t.call('customers.setConsent', { customerIds: [customerId], answer: 'no' })
  await t.call('customers.logTouch', { customerId, kind: 'note', at: '2026-11-20T10:00', note: 'Likes rye' })
  await t.call('customers.logTouch', { customerId, kind: 'call' })
  const found = await card()
  expect(found).toMatchObject({ mailConsent: 'no', openCount: 6 })
  expect(found?.promises.map(({ what, isOverdue }) => [what, isOverdue])).toEqual(
    [1, 2, 3, 4, 5].map((n) => [`Loaf ${n}`, false]),
  )
  expect(found?.promises[0]?.reason).toMatch(/^told Tue 1 Dec/)
  expect(found?.last).toEqual({ kind: 'call', atMs: Date.parse(now), note: '' })
  expect(found?.lastWords).toMatchObject({ kind: 'note', note: 'Likes rye' })
  t.now = Date.parse('2026-12-01T18:00:00Z')
  expect((await card())?.promises[0]).toMatchObject({ what: 'Loaf 1', isOverdue: true })
})

test('of digits that very many have it is said that there are more, also where some of those looked at do not fit', async () => {
  const t = await testShop({ now })
  for (let at = 0; at < 160; at++)
    await t.call('customers.save', {
      name: `Number ${at}`,
      phone: `030 ${1_000_000 + at * 37}`,
    })
  expect(await t.call('customers.byPhone', { digits: '030' })).toMatchObject({ isCut: true })
  expect(await t.call('customers.byPhone', { digits: '030 1000037' })).toMatchObject({
    isCut: false,
    total: 1,
  })
})
