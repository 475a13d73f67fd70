import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { happenedKinds } from '../../../src/core/happened/happened.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

/** `at what | note` of each line. */
const lines = async (t: TestShop, customerId: number, only: readonly (typeof happenedKinds)[number][] = []) =>
  (await t.call('happened.to', { customerId, only: [...only] })).rows.map(
    ({ at, what, note }) => `${at} ${what}${note === '' ? '' : ` | ${note}`}`,
  )

test('what happened with a customer stands in one line of time, newest first, and is chosen by kind', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna' })
  await t.call('customers.save', { name: 'Bo' })
  await t.call('customers.logTouch', {
    customerId: 1,
    kind: 'call',
    note: 'About the cake',
    at: '2026-11-20T10:00',
  })
  await t.call('customers.visit', { customerId: 1, at: '2026-11-21T12:00' })
  await t.call('referrals.set', { customerId: 2, byId: 1 })
  const { id: promiseId } = await t.call('promises.make', {
    customerId: 1,
    what: 'Cake',
    told: '2026-11-30T17:00',
  })
  await t.call('actions.add', {
    what: 'Order nuts',
    about: { kind: 'promise', id: promiseId },
    due: '2026-11-25',
  })
  await t.call('actions.finish', { actionId: 2, result: 'ordered' })
  const all = await t.call('happened.to', { customerId: 1 })
  expect(all.counts).toEqual({
    contact: 1,
    letter: 0,
    visit: 1,
    promise: 1,
    action: 2,
    referral: 1,
    newsletter: 0,
    consent: 0,
  })
  expect(all.total).toBe(6)
  expect(await lines(t, 1, ['contact', 'visit'])).toEqual([
    '2026-11-21 Was here',
    '2026-11-20T10:00 Call | About the cake',
  ])
  expect(await lines(t, 1, ['action'])).toEqual([
    expect.stringMatching(/ Done: Order nuts \| ordered$/),
    expect.stringMatching(/ To do: Thank Anna for sending Bo$/),
  ])
  expect(await lines(t, 1, ['promise'])).toEqual([expect.stringMatching(/ Promised: Cake \| told /)])
  expect(await lines(t, 1, ['referral'])).toEqual([expect.stringMatching(/ Sent Bo to us$/)])
  expect(await lines(t, 2)).toEqual([expect.stringMatching(/ Sent to us by Anna$/)])
  expect(await t.problem('happened.to', { customerId: 9 })).toMatchObject({ code: 'no-customer' })
})

test('what was written and what was answered are kinds of their own, with who noted it and what was asked', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna', email: 'anna@example.com', phone: '030 123456' })
  await t.call('customers.setConsent', {
    customerIds: [1],
    answer: 'yes',
    source: 'card at the counter',
    wording: 'May we write once a month?',
  })
  await t.call('customers.setConsent', {
    customerIds: [1],
    channel: 'phone',
    answer: 'no',
    source: 'by phone',
  })
  await t.call('customers.logTouch', { customerId: 1, kind: 'call', note: 'Hello' })
  await t.call('letters.done', {
    customerId: 1,
    occasion: 'thanks',
    way: 'letter',
    language: 'en',
    subject: 'Thank you',
    words: 'Dear Anna, thank you.',
  })
  const { counts, rows } = await t.call('happened.to', { customerId: 1 })
  expect(counts).toMatchObject({ contact: 1, letter: 1, consent: 2 })
  expect(rows.filter(({ kind }) => kind === 'consent').map(({ what, note }) => [what, note])).toEqual([
    ['Phone: no', 'by phone'],
    ['Mail: yes', 'card at the counter; “May we write once a month?”'],
  ])
  expect(await lines(t, 1, ['letter'])).toEqual([expect.stringMatching(/ Letter \| .+: Thank you$/)])
  expect(await lines(t, 1, ['contact'])).toEqual([expect.stringMatching(/ Call \| Hello$/)])
})

test('all of it goes with a merge, comes back with its undo, and goes for good with an erase', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna' })
  await t.call('customers.save', { name: 'Anna Berg' })
  await t.call('customers.logTouch', { customerId: 1, kind: 'note', note: 'One' })
  await t.call('customers.visit', { customerId: 2 })
  const before = [await lines(t, 1), await lines(t, 2)]
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  expect((await lines(t, 1)).toSorted()).toEqual(before.flat().toSorted())
  await t.call('shop.undo', {})
  expect([await lines(t, 1), await lines(t, 2)]).toEqual(before)
  await t.call('customers.erase', { customerId: 1 })
  expect(await t.problem('happened.to', { customerId: 1 })).toMatchObject({ code: 'no-customer' })
})

test('the newest come first, however many are asked for, and none is counted twice', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna' })
  const hours = Array.from({ length: 40 }, (_, at) => at)
  for (const hour of hours) {
    const at = `2026-11-${String(10 + (hour % 12)).padStart(2, '0')}T${String(8 + (hour % 10)).padStart(2, '0')}:00`
    if (hour % 3 === 0) await t.call('customers.visit', { customerId: 1, at })
    else
      await t.call('customers.logTouch', {
        customerId: 1,
        kind: (['call', 'visit', 'mail', 'letter'] as const)[hour % 4]!,
        at,
      })
  }
  const whole = await t.call('happened.to', { customerId: 1 })
  expect(whole.rows.length).toBe(whole.total)
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.subarray(['contact', 'letter', 'visit', 'promise'] as const),
      async (limit, only) => {
        const some = await t.call('happened.to', { customerId: 1, limit, only })
        const meant = whole.rows.filter(({ kind }) => only.length === 0 || only.some((one) => one === kind))
        expect(some.total).toBe(meant.length)
        expect(some.rows).toEqual(meant.slice(0, limit))
      },
    ),
    { numRuns: 40 },
  )
})
