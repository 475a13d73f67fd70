import { expect, test } from 'vitest'
import { testShop } from '../support/shop.ts'

const everyDay = { mon: [['07:00', '19:00']], tue: [['07:00', '19:00']], wed: [['07:00', '19:00']] } as const
const week = () => structuredClone(everyDay) as unknown as Record<string, [string, string][]>

/** A Tuesday, 09:00 in Berlin. */
const tuesday = '2026-11-24T08:00:00Z'

test('a shop that has just begun is asked for its hours and its first newsletter', async () => {
  const t = await testShop({ now: tuesday })
  expect(await t.call('today.list', {})).toEqual({
    today: '2026-11-24',
    items: [
      {
        id: 'hours-schedule',
        harm: 'hours',
        title: 'No opening hours yet',
        reason: 'without them nothing can be kept or missed',
        actions: [{ label: 'Go to Hours', page: '/hours' }],
      },
      {
        id: 'newsletter',
        harm: 'newsletter',
        title: 'The first newsletter',
        reason: 'customers should hear from you at least once a month',
        actions: [{ label: 'Go to Newsletter', page: '/newsletter' }],
      },
    ],
    counts: {
      '/hours': 1,
      '/stock': 0,
      '/promises': 0,
      '/customers': 0,
      '/newsletter': 1,
      '/checklists': 0,
      '/actions': 0,
    },
    kinds: [
      {
        harm: 'hours',
        label: 'Hours',
        mark: 'risk',
        words: ['thing about the hours', 'things about the hours'],
        count: 1,
      },
      {
        harm: 'newsletter',
        label: 'Newsletter',
        mark: 'none',
        words: ['newsletter due', 'newsletters due'],
        count: 1,
      },
    ],
    more: [],
  })
})

test('whether the shop is open stands above every page, and not on Today once more', async () => {
  const t = await testShop({ now: tuesday })
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week: week() })
  const ids = async () => (await t.call('today.list', {})).items.map(({ id }) => id)
  expect(await t.call('hours.status', {})).toMatchObject({ open: false, overdueMinutes: 120 })
  expect(await ids()).toEqual(['holidays', 'newsletter'])
  await t.call('hours.log', { event: 'open', at: '2026-11-24T07:02', reason: 'forgot' })
  t.now = Date.parse('2026-11-24T19:00:00Z')
  expect(await t.call('hours.status', {})).toMatchObject({ open: true, overtimeMinutes: 60 })
  expect(await ids()).toEqual(['holidays', 'newsletter'])
})

test('tomorrow’s orders are seen the day before, with their hour, and not those of the day after', async () => {
  const t = await testShop({ now: tuesday })
  for (const [what, told] of [
    ['Rye bread', '2026-11-25T07:30'],
    ['Cake', '2026-11-25T17:00'],
    ['Rolls', '2026-11-26T07:30'],
  ] as const)
    await t.call('promises.make', { what, name: 'Anna Berg', told })
  const { items, kinds } = await t.call('today.list', {})
  const tomorrow = items.filter(({ harm }) => harm === 'promise-tomorrow')
  expect(tomorrow.map(({ title, reason }) => [title, reason])).toEqual([
    ['Anna Berg: Rye bread', 'told tomorrow 07:30, 22 h left'],
    ['Anna Berg: Cake', 'told tomorrow 17:00, 32 h left'],
  ])
  expect(tomorrow[0]?.actions.map(({ label }) => label)).toEqual(['Ready', 'Close …'])
  expect(kinds.find(({ harm }) => harm === 'promise-tomorrow')).toMatchObject({ count: 2 })
})

test('a promise due in minutes stands first, with who, where to reach them and the hour at a glance', async () => {
  const t = await testShop({ now: '2026-11-24T06:00:00Z' })
  const { id: customerId } = await t.call('customers.save', { name: 'Zoe Martin', phone: '06 12 34 56 78' })
  const { id: product } = await t.call('stock.saveProduct', { name: 'Eggs' })
  await t.call('stock.addBatch', { productId: product, date: '2026-11-22', dateKind: 'use-by', quantity: 30 })
  await t.call('promises.make', { what: 'Bread', name: 'Max Lang', told: '2026-11-24T07:30' })
  await t.call('promises.make', { customerId, what: 'Wedding cake', told: '2026-11-24T09:07' })
  t.now = Date.parse('2026-11-24T08:00:00Z')
  const { items } = await t.call('today.list', {})
  expect(items.slice(0, 3).map(({ harm, atOnce }) => [harm, atOnce])).toEqual([
    [
      'promise-at-risk',
      { name: 'Zoe Martin', phone: '06 12 34 56 78', when: 'today 09:07', rest: 'Wedding cake, 7 min left' },
    ],
    ['promise-overdue', { name: 'Max Lang', phone: '', when: 'today 07:30', rest: 'Bread, 1 h overdue' }],
    ['use-by', { name: 'Eggs', phone: '', when: 'use-by passed 2 days ago · 22.11.', rest: '30 left' }],
  ])
  expect(items[0]?.actions.map(({ label }) => label)).toEqual(['Customer told …', 'Ready', 'Close …'])
})

test('promises, batches and people stand in order of harm, and the counts agree', async () => {
  const t = await testShop({ now: '2026-11-16T08:00:00Z' })
  const { id: customerId } = await t.call('customers.save', { name: 'Maria Anders', phone: '030-0074321' })
  await t.call('promises.make', { customerId, what: 'Sharpen two knives', told: '2026-11-23T17:00' })
  const { id: product } = await t.call('stock.saveProduct', { name: 'Milk' })
  await t.call('stock.addBatch', { productId: product, date: '2026-11-22', dateKind: 'use-by', quantity: 3 })
  await t.call('stock.addBatch', { productId: product, date: '2026-11-24', dateKind: 'best-before' })
  await t.call('newsletter.create', { month: '2026-11' })
  t.now = Date.parse('2026-12-24T08:00:00Z')
  await t.call('hours.setSchedule', { validFrom: '2026-12-01', week: { thu: [['07:00', '19:00']] } })
  await t.call('hours.log', { event: 'open', at: '2026-12-24T07:00', reason: 'forgot' })
  const { items, counts, kinds } = await t.call('today.list', {})
  expect(kinds.map(({ label, mark, words }) => [label, mark, ...words])).toEqual([
    ['Holidays', 'none', 'word about holidays', 'words about holidays'],
    ['Overdue', 'broken', 'promise overdue', 'promises overdue'],
    ['Use-by passed', 'broken', 'past its use-by', 'past their use-by'],
    ['Best-before', 'risk', 'past its best-before', 'past their best-before'],
    ['Get in touch', 'none', 'customer to contact', 'customers to contact'],
    ['Newsletter', 'none', 'newsletter due', 'newsletters due'],
    ['Checklist', 'none', 'checklist to print', 'checklists to print'],
  ])
  expect(items.map(({ harm, title }) => [harm, title])).toEqual([
    ['promise-overdue', 'Maria Anders: Sharpen two knives'],
    ['use-by', 'Milk, 3 left'],
    ['best-before', 'Milk, 1 left'],
    ['checklist', 'Print this week’s checklist'],
    ['person', 'Maria Anders'],
    ['holidays', 'The public holidays of 2026 and 2027'],
    ['newsletter', 'This month’s newsletter'],
  ])
  expect(items[0]?.actions.map(({ label }) => label)).toEqual(['Customer told …', 'Ready', 'Close …'])
  expect(items[0]?.reason).toMatch(/^030-0074321, told /)
  expect(counts).toEqual({
    '/hours': 1,
    '/stock': 2,
    '/promises': 1,
    '/customers': 1,
    '/newsletter': 1,
    '/checklists': 1,
    '/actions': 0,
  })
})

test('of what has no room it is said how much there is more, and on which page', async () => {
  const t = await testShop({ now: '2026-11-16T08:00:00Z' })
  for (let n = 0; n < 14; n++)
    await t.call('promises.make', { name: 'Ana', what: `Cake ${n}`, told: '2026-11-20T10:00' })
  t.now = Date.parse('2026-11-24T08:00:00Z')
  const { items, more, counts } = await t.call('today.list', {})
  const shown = items.filter(({ harm }) => harm === 'promise-overdue').length
  expect(more).toEqual([{ harm: 'promise-overdue', count: 14 - shown, page: '/promises' }])
  expect([shown, counts['/promises']]).toEqual([5, 14])
})

test('every action of every item can be done as it is', async () => {
  const t = await testShop({ now: '2026-11-16T08:00:00Z' })
  const { id: customerId } = await t.call('customers.save', { name: 'Maria Anders' })
  await t.call('promises.make', { customerId, what: 'Sharpen two knives', told: '2026-11-23T17:00' })
  const { id: product } = await t.call('stock.saveProduct', { name: 'Milk' })
  for (const [date, dateKind] of [
    ['2026-12-23', 'use-by'],
    ['2026-12-23', 'best-before'],
    ['2026-12-24', 'best-before'],
  ] as const)
    await t.call('stock.addBatch', { productId: product, date, dateKind })
  t.now = Date.parse('2026-12-24T08:00:00Z')
  const { items } = await t.call('today.list', {})
  const actions = items.flatMap((item) =>
    item.actions.flatMap((action) => ('call' in action ? [action] : [])),
  )
  expect(actions).toHaveLength(9)
  for (const { call, input } of actions) {
    const { result } = await t.answer(call, input)
    expect(result.ok, JSON.stringify({ call, input, result })).toBe(true)
    await t.call('shop.undo', {})
  }
})
