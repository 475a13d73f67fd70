import { expect, test } from 'vitest'
import { starterLines } from '../../src/core/checklists/own-line.ts'
import { testShop, type TestShop } from '../support/shop.ts'

const texts = async (t: TestShop) => (await t.call('checklists.ownLines', {})).lines.map(({ text }) => text)

test('own lines are added, changed, moved and removed, and each is one undo', async () => {
  const t = await testShop()
  const till = await t.call('checklists.saveLine', { part: 'closing', text: ' Till ' })
  expect(till).toEqual({ lineId: till.lineId, part: 'closing', weekday: null, text: 'Till' })
  await t.call('checklists.saveLine', { part: 'opening', text: 'Fridges' })
  await t.call('checklists.saveLine', { part: 'closing', weekday: 5, text: 'Floor' })
  expect(await texts(t)).toEqual(['Fridges', 'Till', 'Floor'])
  await t.call('checklists.moveLine', { lineId: till.lineId, up: false })
  expect(await texts(t)).toEqual(['Fridges', 'Floor', 'Till'])
  await t.call('checklists.moveLine', { lineId: till.lineId, up: false })
  await t.call('shop.undo', {})
  expect(await texts(t)).toEqual(['Fridges', 'Till', 'Floor'])
  await t.call('checklists.saveLine', { lineId: till.lineId, part: 'opening', text: 'Count the till' })
  expect(await texts(t)).toEqual(['Fridges', 'Count the till', 'Floor'])
  await t.call('checklists.removeLine', { lineId: till.lineId })
  expect(await texts(t)).toEqual(['Fridges', 'Floor'])
  await t.call('shop.undo', {})
  expect(await texts(t)).toEqual(['Fridges', 'Count the till', 'Floor'])
})

test('a starter list is added once, but for the lines that are there already', async () => {
  const t = await testShop()
  const baker = starterLines('baker')
  const { part, text } = baker[2]!
  await t.call('checklists.saveLine', { part, text })
  expect(await t.call('checklists.addStarter', { trade: 'baker' })).toEqual({ added: baker.length - 1 })
  const { lines } = await t.call('checklists.ownLines', {})
  const words = (all: readonly { part: string; weekday?: number | null; text: string }[]) =>
    all.map((one) => `${one.part} ${one.weekday ?? 'daily'} ${one.text}`)
  expect(words(lines).toSorted()).toEqual(words(baker).toSorted())
  expect(await t.call('checklists.addStarter', { trade: 'baker' })).toEqual({ added: 0 })
})

test('the sheet of the week waits on Today until it is printed, and again when that is undone', async () => {
  const t = await testShop({ now: '2026-11-23T07:00:00Z' })
  const waits = async () => (await t.call('today.list', {})).items.some(({ harm }) => harm === 'checklist')
  await t.call('checklists.printed', { week: '2026-W47' })
  expect(await waits()).toBe(true)
  expect((await t.answer('checklists.printed', { week: '2026-W48' })).act?.says).toBe(
    'Week 48: Mon 23 – Sun 29 November 2026, sheet marked as printed',
  )
  expect(await waits()).toBe(false)
  await t.call('checklists.printed', { week: '2026-W48' })
  await t.call('shop.undo', {})
  expect(await waits()).toBe(false)
  await t.call('shop.undo', {})
  expect(await waits()).toBe(true)
})

test('what was done to a line is told by its name', async () => {
  const t = await testShop()
  const { lineId } = await t.call('checklists.saveLine', { part: 'day', text: 'Till' })
  await t.call('checklists.saveLine', { part: 'day', text: 'Floor' })
  await t.call('checklists.moveLine', { lineId, up: false })
  await t.call('checklists.saveLine', { lineId, text: 'Count the till' })
  await t.call('checklists.removeLine', { lineId })
  const { added } = await t.call('checklists.addStarter', { trade: 'salon' })
  expect((await t.call('shop.acts', {})).map(({ says }) => says).slice(0, 6)).toEqual([
    `${added} checklist lines added`,
    'Checklist line “Count the till” removed',
    'Checklist line “Count the till” changed',
    'Checklist line “Till” moved',
    'Checklist line “Floor” added',
    'Checklist line “Till” added',
  ])
})

test('lines that are gone, empty or endless are refused in words', async () => {
  const t = await testShop()
  for (const call of ['checklists.removeLine', 'checklists.moveLine', 'checklists.saveLine'] as const) {
    const rest = call === 'checklists.saveLine' ? { part: 'day', text: 'x' } : {}
    const input = { lineId: 7, ...rest, ...(call === 'checklists.moveLine' && { up: true }) }
    expect(await t.problem(call, input)).toMatchObject({ code: 'no-line', field: 'lineId' })
  }
  expect((await t.problem('checklists.saveLine', { part: 'day', text: '  ' })).message).toBe(
    'Write what is to be done.',
  )
  expect((await t.problem('checklists.week', { week: '2026-W54' })).message).toBe(
    'Write the week as 2026-W48; the year must have it.',
  )
})

test('a week’s sheet gathers hours, own lines, batches, promises and people', async () => {
  const t = await testShop({ now: '2026-11-16T08:00:00Z' })
  await t.call('hours.setSchedule', {
    validFrom: '2026-11-01',
    week: { mon: [['07:00', '19:00']], tue: [['08:00', '12:00']] },
  })
  await t.call('checklists.saveLine', { part: 'opening', text: 'Fridges' })
  const { id: customerId } = await t.call('customers.save', { name: 'Maria Anders', phone: '030-0074321' })
  await t.call('promises.make', {
    customerId,
    what: 'Sharpen two knives',
    told: '2026-11-24T10:00',
    target: '2026-11-23T16:00',
  })
  await t.call('promises.make', { name: 'Ana', what: 'Cake', told: '2026-11-20T10:00' })
  const { id: productId } = await t.call('stock.saveProduct', { name: 'Milk', shelf: 'B2' })
  await t.call('stock.addBatch', {
    productId,
    date: '2026-11-24',
    dateKind: 'use-by',
    quantity: 6,
    lot: 'L4471',
  })
  t.now = Date.parse('2026-12-21T08:00:00Z')
  const { html, lines } = await t.call('checklists.week', { week: '2026-W48', paper: 'A4' })
  expect(lines.map(({ day, part, text }) => [day, part, text])).toEqual([
    [null, 'day', 'Overdue since Fri 20 Nov 2026: Cake, for Ana'],
    ['2026-11-23', 'opening', 'Open at 07:00'],
    ['2026-11-23', 'opening', 'Fridges'],
    [
      '2026-11-23',
      'day',
      'By 16:00: Sharpen two knives, for Maria Anders, 030-0074321; the customer was told Tue 24 Nov 10:00',
    ],
    ['2026-11-23', 'closing', 'Close at 19:00'],
    ['2026-11-24', 'opening', 'Open at 08:00'],
    ['2026-11-24', 'opening', 'Fridges'],
    ['2026-11-24', 'day', 'Pull Milk, shelf B2, lot L4471, 6 left, use by Tue 24 Nov'],
    ['2026-11-24', 'day', 'To hand over at 10:00: Sharpen two knives, for Maria Anders, 030-0074321'],
    ['2026-11-24', 'closing', 'Close at 12:00'],
  ])
  for (const { code } of lines) expect(html).toContain(code)
  const thisWeek = await t.call('checklists.week', { week: '2026-W52' })
  expect(thisWeek.lines.map(({ text }) => text)).toContain(
    'Talk to Maria Anders, 030-0074321: Never heard from us; on file for 35 days',
  )
})

test('a week’s sheet has nothing that is done, gone or of another week', async () => {
  const t = await testShop({ now: '2026-11-16T08:00:00Z' })
  const promise = async (what: string, told: string) =>
    (await t.call('promises.make', { name: 'Ana', what, told, target: told })).id
  await promise('Last minute', '2026-11-29T23:59')
  await promise('Next week', '2026-11-30T00:00')
  await promise('Second', '2026-11-24T10:00')
  await promise('First', '2026-11-23T10:00')
  await t.call('promises.ready', { promiseId: await promise('Ready', '2026-11-24T10:00') })
  await t.call('promises.break', { promiseId: await promise('Broken', '2026-11-24T10:00'), reason: 'ill' })
  await t.call('promises.close', {
    promiseId: await promise('Closed', '2026-11-24T10:00'),
    inBudget: true,
    fullScope: true,
    leftClean: true,
  })
  const { id: productId } = await t.call('stock.saveProduct', { name: 'Milk', leadDays: 1 })
  const batch = async (lot: string, date: string, dateKind: 'use-by' | 'best-before' | 'none') =>
    (await t.call('stock.addBatch', { productId, lot, date, dateKind, quantity: 2 })).batchId
  await batch('L6', '2026-12-01', 'use-by')
  await batch('L5', '2026-11-30', 'best-before')
  await batch('L4', '2026-11-25', 'use-by')
  await batch('L3', '2026-11-24', 'use-by')
  await batch('L2', '', 'none')
  await t.call('stock.act', { batchId: await batch('L1', '2026-11-24', 'use-by'), action: 'sold' })
  t.now = Date.parse('2026-12-21T08:00:00Z')
  const { lines } = await t.call('checklists.week', { week: '2026-W48' })
  expect(lines.map(({ day, part, text }) => [day, part, text])).toEqual([
    ['2026-11-23', 'day', 'Pull Milk, lot L3, 2 left, use by Tue 24 Nov'],
    ['2026-11-23', 'day', 'By 10:00: First, for Ana'],
    ['2026-11-24', 'day', 'Pull Milk, lot L4, 2 left, use by Wed 25 Nov'],
    ['2026-11-24', 'day', 'By 10:00: Second, for Ana'],
    ['2026-11-24', 'day', 'Ready to hand over, told 10:00: Ready, for Ana'],
    ['2026-11-29', 'day', 'Pull Milk, lot L5, 2 left, best before Mon 30 Nov'],
    ['2026-11-29', 'day', 'By tonight: Last minute, for Ana'],
  ])
})

test('a promise for after midnight is on the sheet of the night it belongs to, also where the week ends', async () => {
  const t = await testShop({ now: '2026-11-24T19:30:00Z' })
  const night = [['20:00', '02:00']] as [string, string][]
  const week = { mon: night, tue: night, wed: night, thu: night, fri: night, sat: night, sun: night }
  await t.call('hours.setSchedule', { validFrom: '2026-11-02', week })
  const promise = async (what: string, told: string) =>
    (await t.call('promises.make', { name: 'Ana', what, told, target: told })).id
  await promise('Cake', '2026-11-26T00:30')
  await promise('Until closing', '2026-11-27T02:00')
  await promise('After closing', '2026-11-27T02:30')
  await promise('Sunday night', '2026-11-30T01:00')
  await t.call('promises.ready', { promiseId: await promise('Pie', '2026-11-30T01:30') })
  const due = async (of: string) =>
    (await t.call('checklists.week', { week: of })).lines
      .filter(({ text }) => text.includes('for Ana'))
      .map(({ day, text }) => [day, text])
  expect(await due('2026-W48')).toEqual([
    ['2026-11-25', 'By 00:30 the next day: Cake, for Ana'],
    ['2026-11-26', 'By 02:00 the next day: Until closing, for Ana'],
    ['2026-11-27', 'By 02:30: After closing, for Ana'],
    ['2026-11-29', 'By 01:00 the next day: Sunday night, for Ana'],
    ['2026-11-29', 'Ready to hand over, told 01:30 the next day: Pie, for Ana'],
  ])
  expect((await due('2026-W49')).map(([day]) => day)).toEqual([null, null, null, null])
})

test('what is left over is in the order of its days, and people are asked for from today on', async () => {
  const t = await testShop({ now: '2026-10-20T08:00:00Z' })
  for (const [what, told] of [
    ['Later', '2026-11-20T10:00'],
    ['Sooner', '2026-11-19T10:00'],
    ['Sooner too', '2026-11-19T10:00'],
  ] as const)
    await t.call('promises.make', { name: 'Ana', what, told })
  const { id: productId } = await t.call('stock.saveProduct', { name: 'Milk', leadDays: 2 })
  const batch = (lot: string, date: string, dateKind: 'use-by' | 'best-before') =>
    t.call('stock.addBatch', { productId, lot, date, dateKind })
  await batch('L3', '2026-11-21', 'use-by')
  await batch('L2', '2026-11-20', 'use-by')
  await batch('L1', '2026-11-20', 'use-by')
  await t.call('customers.save', { name: 'Maria Anders', phone: '030-0074321' })
  await t.call('customers.save', { name: 'Bo', email: 'bo@x.example' })
  const sheetOn = async (now: string) => {
    t.now = Date.parse(now)
    const { lines } = await t.call('checklists.week', { week: '2026-W48' })
    return lines.map(({ day, text }) => [day, text])
  }
  const leftOver = (later: string) => [
    [null, 'Overdue since Thu 19 Nov 2026: Sooner, for Ana'],
    [null, 'Overdue since Thu 19 Nov 2026: Sooner too, for Ana'],
    [null, `${later}: Later, for Ana`],
    [null, 'Pull Milk, lot L2, 1 left, use by Fri 20 Nov'],
    [null, 'Pull Milk, lot L1, 1 left, use by Fri 20 Nov'],
    [null, 'Pull Milk, lot L3, 1 left, use by Sat 21 Nov'],
  ]
  // Seen from the week before, people are those of its Monday; within the week, those of the day itself.
  const silent = (days: number) => `Never heard from us; on file for ${days} days`
  expect(await sheetOn('2026-11-20T08:00:00Z')).toEqual([
    ...leftOver('By Fri 20 Nov 10:00'),
    ['2026-11-23', `Talk to Maria Anders, 030-0074321: ${silent(34)}`],
    ['2026-11-26', `Talk to Bo: ${silent(34)}`],
  ])
  expect(await sheetOn('2026-11-28T23:30:00Z')).toEqual([
    ...leftOver('Overdue since Fri 20 Nov 2026'),
    ['2026-11-29', `Talk to Maria Anders, 030-0074321: ${silent(40)}`],
    ['2026-11-29', `Talk to Bo: ${silent(40)}`],
  ])
  expect(await sheetOn('2026-11-29T23:30:00Z')).toEqual(leftOver('Overdue since Fri 20 Nov 2026'))
})

test('a sheet without a shop is refused', async () => {
  const t = await testShop({ setUp: false })
  expect(await t.problem('checklists.week', { week: '2026-W48' })).toEqual({
    code: 'no-shop',
    message: 'This file holds no shop yet. Set the shop up first.',
  })
})
