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
    counts: { '/hours': 1, '/stock': 0, '/promises': 0, '/customers': 0, '/newsletter': 1, '/checklists': 0 },
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

test('a shop that should be open and is not logged is the first thing, and goes when it is logged', async () => {
  const t = await testShop({ now: tuesday })
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week: week() })
  const { items } = await t.call('today.list', {})
  expect(items[0]).toEqual({
    id: 'hours-open',
    harm: 'hours',
    title: 'The shop should be open',
    reason: 'for 2 h, and nothing is logged',
    actions: [{ label: 'We’re open', call: 'hours.log', input: { event: 'open' } }],
  })
  await t.call('hours.log', { event: 'open', at: '2026-11-24T07:02', reason: 'forgot' })
  expect((await t.call('today.list', {})).items.map(({ id }) => id)).toEqual(['holidays', 'newsletter'])
})

test('a shop closed before its time is told as such', async () => {
  const t = await testShop({ now: tuesday })
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week: week() })
  await t.call('hours.log', { event: 'open', at: '2026-11-24T07:02', reason: 'forgot' })
  await t.call('hours.log', { event: 'close', at: '2026-11-24T08:15', reason: 'no light' })
  const { items } = await t.call('today.list', {})
  expect(items[0]).toMatchObject({ title: 'The shop is closed early', reason: 'since 08:15, 45 min ago' })
})

test('an hour after closing time the shop is asked to close', async () => {
  const t = await testShop({ now: tuesday })
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week: week() })
  await t.call('hours.log', { event: 'open', at: '2026-11-24T07:02', reason: 'forgot' })
  t.now = Date.parse('2026-11-24T19:00:00Z')
  const { items } = await t.call('today.list', {})
  expect(items[0]).toMatchObject({ id: 'hours-close', reason: 'closing time was 1 h ago' })
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
  const { items, counts } = await t.call('today.list', {})
  expect(items.map(({ harm, title }) => [harm, title])).toEqual([
    ['promise-overdue', 'Maria Anders: Sharpen two knives'],
    ['use-by', 'Milk, 3 left'],
    ['best-before', 'Milk, 1 left'],
    ['person', 'Maria Anders'],
    ['holidays', 'The public holidays of 2026 and 2027'],
    ['newsletter', 'This month’s newsletter'],
    ['checklist', 'Print this week’s checklist'],
  ])
  expect(items[0]?.actions.map(({ label }) => label)).toEqual(['Customer told', 'Close …', 'Ready'])
  expect(items[0]?.reason).toMatch(/^030-0074321, told /)
  expect(counts).toEqual({
    '/hours': 1,
    '/stock': 2,
    '/promises': 1,
    '/customers': 1,
    '/newsletter': 1,
    '/checklists': 1,
  })
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
  expect(actions).toHaveLength(10)
  for (const { call, input } of actions) {
    const { result } = await t.answer(call, input)
    expect(result.ok, JSON.stringify({ call, input, result })).toBe(true)
    await t.call('shop.undo', {})
  }
})
