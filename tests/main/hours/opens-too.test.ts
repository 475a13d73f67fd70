import { expect, test } from 'vitest'
import { weekdays } from '../../../src/core/hours/week.ts'
import { testShop } from '../../support/shop.ts'

/** Open from 8 to 18 every day but Sunday. */
async function shop() {
  const t = await testShop({ now: '2026-11-25T08:00:00Z' })
  const open = weekdays.filter((day) => day !== 'sun')
  const week = Object.fromEntries(open.map((day) => [day, [['08:00', '18:00']] as [string, string][]]))
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week })
  return t
}

const advent = { from: '2026-12-14', to: '2026-12-28', yearly: false }

test('the days are named that longer hours open though they are closed by the week', async () => {
  const t = await shop()
  expect(await t.call('hours.opensToo', advent)).toEqual(['2026-12-20', '2026-12-27'])
  expect(await t.call('hours.opensToo', { ...advent, to: '2026-12-19' })).toEqual([])
})

test('a day that is closed by a rule of its own stays so, and is not named', async () => {
  const t = await shop()
  for (const day of ['2026-12-20', '2026-12-25'])
    await t.call('hours.setSpecialDay', { day, closed: true, label: 'Closed' })
  expect(await t.call('hours.opensToo', advent)).toEqual(['2026-12-27'])
})

test('the one that is changed is not counted among what holds otherwise', async () => {
  const t = await shop()
  const blocks = [['08:00', '20:00']] as [string, string][]
  const { from: day, to } = advent
  const { id } = await t.call('hours.setSpecialDay', { day, to, blocks, label: 'Advent' })
  expect(await t.call('hours.opensToo', advent)).toEqual([])
  expect(await t.call('hours.opensToo', { ...advent, specialDayId: id })).toEqual([
    '2026-12-20',
    '2026-12-27',
  ])
})

test('before the first weekly hours nothing is closed by them', async () => {
  const t = await testShop({ now: '2026-11-25T08:00:00Z' })
  expect(await t.call('hours.opensToo', advent)).toEqual([])
})

test('a closing of several days does not tell of the row that says how a changed day was', async () => {
  const t = await shop()
  const ill = { from: '2026-11-25', to: '2026-11-26', label: 'ill', promises: [] }
  t.now = Date.parse('2026-11-25T07:00:00Z')
  await t.call('hours.log', { event: 'open' })
  t.now = Date.parse('2026-11-25T11:00:00Z')
  await t.call('hours.closeForWhile', ill)
  await t.call('hours.log', { event: 'close' })
  t.now = Date.parse('2026-11-25T12:00:00Z')
  await t.call('hours.removeSpecialDay', { specialDayId: 1 })
  t.now = Date.parse('2026-11-25T13:00:00Z')
  const again = await t.call('hours.closing', { from: '2026-11-25', to: '2027-01-30', label: 'Again' })
  expect(again.overruled).toEqual([])
})
