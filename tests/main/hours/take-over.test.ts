import { expect, test } from 'vitest'
import { testShop } from '../../support/shop.ts'

const week = { mon: [['07:00', '19:00']], tue: [['20:00', '02:00']] } as const
const feast = { from: '2026-12-24', to: '2026-12-26', yearly: true, blocks: [], label: 'Christmas' }
const late = {
  from: '2026-11-30',
  to: '2026-11-30',
  yearly: false,
  blocks: [['10:00', '12:00']],
  label: 'Stocktaking',
} as const
const specialDays = (t: Awaited<ReturnType<typeof testShop>>) =>
  t.call('hours.specialDays', { from: '2026-11-01', to: '2026-12-31' })

test('hours of another program are taken over by one act, and one undo takes all of them back', async () => {
  const t = await testShop()
  await t.call('hours.takeOver', { validFrom: '2026-11-23', week, specialDays: [feast, late] })
  expect((await t.call('hours.schedule', {}))?.week.mon).toEqual(week.mon)
  expect((await specialDays(t)).map(({ rule }) => rule.label).toSorted()).toEqual([
    'Christmas',
    'Stocktaking',
  ])
  const acts = await t.call('shop.acts', {})
  expect(acts[0]!.says).toBe('Opening hours from Monday 23 November 2026 taken over, with 2 special days')
  await t.call('shop.undo', {})
  expect(await t.call('hours.schedule', {})).toBeNull()
  expect(await specialDays(t)).toEqual([])
})

test('where one special day cannot be, nothing is taken over, and the sentence names it', async () => {
  const t = await testShop()
  const clash = {
    ...late,
    from: '2026-12-02',
    to: '2026-12-02',
    blocks: [['01:00', '05:00']],
    label: 'Night sale',
  } as const
  const problem = await t.problem('hours.takeOver', {
    validFrom: '2026-11-23',
    week,
    specialDays: [feast, clash],
  })
  expect(problem.message).toMatch(/^Night sale: .*Nothing was changed/)
  expect(await t.call('hours.schedule', {})).toBeNull()
  expect(await specialDays(t)).toEqual([])
})
