import { expect, test } from 'vitest'
import { testShop } from '../support/shop.ts'

const berlin = { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' }
const week = { mon: [['07:00', '19:00']], tue: [['07:00', '19:00']] } as const

test('a shop begins with its hours, valid from the Monday of this week in its own zone, in one write', async () => {
  // Sunday evening in London is Monday in Auckland.
  const t = await testShop({ setUp: false, now: '2026-11-22T20:00:00Z' })
  const { act } = await t.answer('shop.begin', { ...berlin, country: 'NZ', zone: 'Pacific/Auckland', week })
  expect(act?.says).toBe('Corner Shop set up')
  expect(await t.call('shop.details', {})).toMatchObject({ name: 'Corner Shop', zone: 'Pacific/Auckland' })
  expect(await t.call('hours.schedule', {})).toMatchObject({
    validFrom: '2026-11-23',
    week: { mon: [['07:00', '19:00']], wed: [] },
  })
  expect(await t.call('shop.acts', {})).toHaveLength(1)
})

test('a shop without an hour yet begins without a week', async () => {
  const t = await testShop({ setUp: false })
  await t.call('shop.begin', { ...berlin, week: { mon: [], tue: undefined } })
  expect(await t.call('hours.schedule', {})).toBeNull()
})

test('hours that cannot be leave no shop behind', async () => {
  const t = await testShop({ setUp: false })
  const overlapping = {
    mon: [
      ['07:00', '12:00'],
      ['11:00', '19:00'],
    ],
  }
  expect(await t.problem('shop.begin', { ...berlin, week: overlapping })).toMatchObject({
    code: 'overlap',
    field: 'week.mon',
  })
  expect(await t.call('shop.details', {})).toBeNull()
  expect(await t.call('shop.acts', {})).toEqual([])
})

test('nothing begins where a shop is already, and its hours stay', async () => {
  const t = await testShop()
  await t.call('hours.setSchedule', { validFrom: '2026-11-23', week: { sat: [['09:00', '12:00']] } })
  expect(await t.problem('shop.begin', { ...berlin, name: 'Other', week })).toMatchObject({
    code: 'set-up-already',
  })
  expect(await t.call('hours.schedule', {})).toMatchObject({ week: { mon: [], sat: [['09:00', '12:00']] } })
})
