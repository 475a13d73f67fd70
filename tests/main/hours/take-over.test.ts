import { expect, test } from 'vitest'
import type { ImportedDay } from '../../../src/core/hours/osm/usual.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const week = { mon: [['07:00', '19:00']], tue: [['20:00', '02:00']] } as const
const feast = { from: '2026-12-24', to: '2026-12-26', yearly: true, blocks: [], label: 'Christmas' }
const late = {
  from: '2026-11-30',
  to: '2026-11-30',
  yearly: false,
  blocks: [['10:00', '12:00']],
  label: 'Stocktaking',
} as const
const specialDays = (t: TestShop) => t.call('hours.specialDays', { from: '2026-11-01', to: '2026-12-31' })

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

const ends = { from: '2026-12-31', to: '2026-12-31', yearly: false, blocks: [['08:00', '12:00']] as const }
const text = [feast, late, { ...ends, label: 'Special hours' }]
const says = async (t: TestShop) => (await t.call('shop.acts', {}))[0]!.says
const preview = (t: TestShop, days: readonly ImportedDay[]) =>
  t.call('hours.previewSchedule', { validFrom: '2026-11-23', week, specialDays: days })
const taken = (t: TestShop, days: readonly ImportedDay[]) =>
  t.call('hours.takeOver', { validFrom: '2026-11-23', week, specialDays: days })

test('the same hours taken over once more change nothing, and the preview says so', async () => {
  const t = await testShop()
  await taken(t, text)
  const before = await specialDays(t)
  expect(await preview(t, text)).toMatchObject({
    changes: false,
    words: ['Nothing changes: these hours and special days are there already.'],
  })
  expect(
    await t.answer('hours.takeOver', { validFrom: '2026-11-23', week, specialDays: text }),
  ).not.toHaveProperty('act')
  // On a later day too: no version of the same hours is made.
  t.now += 7 * 86_400_000
  await t.call('hours.takeOver', { validFrom: '2026-11-30', week, specialDays: text })
  expect(await specialDays(t)).toEqual(before)
  expect((await t.call('hours.schedule', {}))?.versions).toEqual(['2026-11-23'])
})

test('a special day of the same dates is changed in place; what the text does not say stays; both are said', async () => {
  const t = await testShop()
  const { id } = await t.call('hours.setSpecialDay', {
    day: '2026-12-31',
    closed: true,
    label: 'New Year’s Eve',
    reason: 'Family',
  })
  await t.call('hours.setSpecialDay', { day: '2026-12-30', closed: true, label: 'Stocktaking' })
  await taken(t, [feast])
  const days = [
    { ...feast, blocks: [['10:00', '11:00']] as const },
    { ...ends, label: 'Special hours' },
  ]
  expect((await preview(t, days)).words).toEqual([
    'No weekday changes.',
    'Christmas (24 December – 26 December, every year): 10:00–11:00 instead of closed.',
    'New Year’s Eve (Thursday 31 December): 08:00–12:00 instead of closed.',
    'Not in the text, and left as they are: Stocktaking (Wednesday 30 December).',
    'The first day that changes is Thursday 24 December 2026.',
  ])
  await taken(t, days)
  expect(await says(t)).toBe('Opening hours from Monday 23 November 2026 taken over, 2 special days changed')
  const rules = (await specialDays(t)).map(({ rule }) => rule)
  expect(rules).toHaveLength(3)
  expect(rules.find((rule) => rule.id === id)).toMatchObject({
    blocks: [['08:00', '12:00']],
    label: 'New Year’s Eve',
    reason: 'Family',
  })
})

test('new special days are named one by one, and from the seventh on counted; nothing else is said of them', async () => {
  const t = await testShop()
  await taken(t, [])
  const some = Array.from({ length: 8 }, (_, n) => ({
    ...late,
    from: `2026-12-0${n + 1}`,
    to: `2026-12-0${n + 1}`,
    label: `Fair ${n + 1}`,
  }))
  expect((await preview(t, some.slice(0, 2))).words).toEqual([
    'No weekday changes.',
    'New special days: Fair 1 (Tuesday 1 December), Fair 2 (Wednesday 2 December).',
    'The first day that changes is Tuesday 1 December 2026.',
  ])
  expect((await preview(t, some)).words[1]).toMatch(/, Fair 6 \(Sunday 6 December\), 2 more\.$/)
})

test('the shop’s own days that no longer hold are named', async () => {
  const t = await testShop()
  await t.call('hours.setSpecialDay', {
    day: '2026-12-24',
    to: '2026-12-25',
    blocks: [['09:00', '13:00']],
    label: 'Last baskets',
  })
  const eve = { from: '2026-12-24', to: '2026-12-24', yearly: false, blocks: [], label: 'Closed' }
  expect((await preview(t, [eve])).words).toContain(
    'No longer in force: Last baskets (Thursday 24 December).',
  )
  await taken(t, [eve])
  expect(await says(t)).toMatch(
    /taken over, with 1 special day; no longer in force: Last baskets \(Thursday 24 December\)$/,
  )
})

test('where the shop’s own day goes before what the text says, that is said', async () => {
  const t = await testShop()
  await t.call('hours.setSpecialDay', { day: '2026-12-25', blocks: [['10:00', '12:00']], label: 'Brunch' })
  await taken(t, [])
  expect((await preview(t, [feast])).words).toContain('Your own hours go first: Brunch (Friday 25 December).')
})

test('a special day of today says that what is logged would be judged by other hours', async () => {
  const t = await testShop()
  await taken(t, [])
  await t.call('hours.log', { event: 'open' })
  const today = {
    from: '2026-11-23',
    to: '2026-11-23',
    yearly: false,
    blocks: [['10:00', '12:00']] as const,
    label: 'Late',
  }
  expect(await preview(t, [today])).toMatchObject({
    changes: true,
    judgedAnew: ['2026-11-23'],
    nextDay: '2026-11-23',
  })
  await taken(t, [today])
  expect(await says(t)).toBe(
    'Opening hours from Monday 23 November 2026 taken over, with 1 special day; 1 day already logged is judged by other hours',
  )
})

test('of days that run already only what is to come is changed, yearly or not', async () => {
  const t = await testShop()
  await taken(t, [{ from: '2026-11-20', to: '2026-11-27', yearly: false, blocks: [], label: 'Away' }])
  await t.call('hours.setSpecialDay', {
    day: '2025-12-24',
    yearly: true,
    closed: true,
    label: 'Eve',
  })
  const open = [['09:00', '10:00']] as const
  await taken(t, [
    { from: '2026-11-23', to: '2026-11-27', yearly: false, blocks: open, label: 'Special hours' },
    { from: '2026-12-24', to: '2026-12-24', yearly: true, blocks: open, label: 'Special hours' },
  ])
  const on = async (day: string) =>
    (await t.call('hours.week', { day })).days.find((one) => one.day === day)?.blocks
  expect(await on('2026-11-22')).toEqual([])
  expect(await on('2026-11-23')).toEqual(open)
  expect(await on('2025-12-24')).toEqual([])
  expect(await on('2026-12-24')).toEqual(open)
})

test('a text that was changed changes its days in place, and names the day it takes the place of', async () => {
  const t = await testShop()
  const takeText = async (osm: string) => {
    const read = await t.call('hours.osm', { text: osm })
    if (!('understood' in read) || !read.understood) throw new Error(osm)
    await t.call('hours.takeOver', {
      validFrom: '2026-11-23',
      week: read.week,
      specialDays: read.specialDays,
    })
  }
  const days = 'Mo-Fr 08:00-18:00; '
  await takeText(`${days}Dec 24,31 08:00-12:00; Dec 25-26 off`)
  await takeText(`${days}Dec 24 08:00-11:00; Dec 25-27 off`)
  expect(await says(t)).toBe(
    'Opening hours from Monday 23 November 2026 taken over, with 1 special day, 1 special day changed; ' +
      'no longer in force: Closed (25 December – 26 December, every year)',
  )
  const before = await specialDays(t)
  await takeText(`${days}Dec 24 08:00-11:00; Dec 25-27 off`)
  expect(await specialDays(t)).toEqual(before)
  expect(before.map(({ rule }) => `${rule.from.slice(8)}-${rule.to.slice(8)}`).toSorted()).toEqual([
    '24-24',
    '25-26',
    '25-27',
    '31-31',
  ])
})

test('a span the wrong way round is refused, not taken for one that is there', async () => {
  const t = await testShop()
  const wrong = { ...feast, from: '2026-12-26', to: '2026-12-24', yearly: false }
  const problem = await t.problem('hours.takeOver', {
    validFrom: '2026-11-23',
    week,
    specialDays: [wrong],
  })
  expect(problem).toMatchObject({ code: 'bad-range', field: 'specialDays' })
})
