import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const zone = 'Europe/Berlin'
const fileOf = (t: TestShop, text: string): string => {
  const path = join(t.folder, 'promises.csv')
  writeFileSync(path, text)
  return path
}
const imported = (t: TestShop, text: string) =>
  t.answer('promises.importFile', { path: fileOf(t, text), commit: true })
const preview = (t: TestShop, text: string) =>
  t.call('promises.importFile', { path: fileOf(t, text), commit: false })
const rows = (t: TestShop) =>
  t.shop.reader
    .selectFrom('promises')
    .select(['name', 'what', 'madeAtMs', 'toldAtMs', 'doneAtMs', 'doneDayOnly', 'onTime'])
    .orderBy('id')
    .execute()
const at = (local: string) => instantOf(local, zone)

test('an import says how many it added and how many it updated', async () => {
  const t = await testShop()
  const head = 'No,Customer,What,Due,Done\n'
  await imported(t, `${head}1,A,x,2026-11-20,\n2,B,y,2026-11-20,\n3,C,z,2026-11-20,\n`)
  const mixed = await imported(
    t,
    `${head}1,A,x,2026-11-20,2026-11-20\n2,B,y,2026-11-20,2026-11-21\n3,C,z,2026-11-20,\n4,D,v,2026-11-20,\n`,
  )
  expect(mixed.result).toMatchObject({ value: { added: 1, updated: 2, unchanged: 1, skipped: 0 } })
  expect(mixed.act?.says).toBe('1 promise imported from promises.csv, 2 updated')
  expect(await rows(t)).toEqual(
    [
      { name: 'A', what: 'x', doneAtMs: at('2026-11-20T00:00'), doneDayOnly: 1, onTime: 1 },
      { name: 'B', what: 'y', doneAtMs: at('2026-11-21T00:00'), doneDayOnly: 1, onTime: 0 },
      { name: 'C', what: 'z', doneAtMs: null, doneDayOnly: 0, onTime: null },
      { name: 'D', what: 'v', doneAtMs: null, doneDayOnly: 0, onTime: null },
    ].map((row) => ({ ...row, madeAtMs: at('2026-11-20T23:59'), toldAtMs: at('2026-11-20T23:59') })),
  )
})

test('a file that does not say what they are knows promises again by the rest', async () => {
  const t = await testShop()
  const first = await imported(t, 'No,Customer,What,Due\n1,A,Shoes,2026-11-20\n2,B,Bag,2026-11-20\n')
  expect(first.result).toMatchObject({ value: { added: 2 } })
  const again = await imported(t, 'No,Customer,Due\n1,A,2026-11-20\n3,C,2026-11-20\n')
  expect(again.result).toMatchObject({ value: { added: 1, unchanged: 1, errors: [] } })
})

test('a number that several customers have names three of them', async () => {
  const t = await testShop()
  const words: string[] = []
  for (const [i, name] of ['Zoe Adam', 'Max Berg', 'Ida Cole', 'Tom Dahl'].entries()) {
    const path = fileOf(t, `No,Name,Email\n10,${name},${name[0]}@x.example\n`)
    await t.call('customers.importFile', { path, commit: true })
    if (i >= 2) words.push((await preview(t, 'No,Customer,What,Due\n1,10,x,2026-12-01\n')).errors[0]!.message)
  }
  const three = 'Number 10 is that of several customers: Zoe Adam, Max Berg, Ida Cole'
  expect(words).toEqual([
    `${three}. The promise was kept without a customer.`,
    `${three} and more. The promise was kept without a customer.`,
  ])
})

test('what a number is of already is said as far as it is known, and equal lines by where they stand', async () => {
  const t = await testShop()
  const numbered = 'No,Customer,What,Due\n'
  await imported(t, `${numbered}10,,Shoes,2026-11-20\n11,Zoe,,2026-11-20\n`)
  const errors = async (text: string) =>
    (await preview(t, text)).errors.map(({ line, message }) => `${line}: ${message}`)
  expect(await errors(`${numbered}10,Max,Cake,2026-11-20\n11,Ida,Bag,2026-11-20\n`)).toEqual([
    '2: Number 10 is another promise already: Shoes. Both were kept.',
    '3: Number 11 is another promise already, to Zoe. Both were kept.',
  ])
  expect(
    await errors(`${numbered}1,Max,Cake,2026-11-20\n2,Ida,Bag,2026-11-20\n2,Ida,Bag,2026-11-20\n`),
  ).toEqual(['4: This is the promise of line 3 again. It was left out.'])
  const bare = 'Customer,What,Due\n'
  expect(await errors(`${bare}Max,Cake,2026-11-20\nIda,Bag,2026-11-20\nIda,Bag,2026-11-20\n`)).toEqual([
    '4: This says the same as line 3. Both were kept.',
  ])
})

test('a promise keeps the customer it has, whoever gets the number later', async () => {
  const t = await testShop()
  const customer = (name: string) =>
    t.call('customers.importFile', {
      path: fileOf(t, `No,Name,Email\n10,${name},${name}@x.example\n`),
      commit: true,
    })
  const line = 'No,Customer,What,Due\n1,10,x,2026-12-01\n'
  await customer('Zoe')
  for (const outcome of [{ added: 1 }, { unchanged: 1 }]) {
    expect((await imported(t, line)).result).toMatchObject({ value: { ...outcome, errors: [] } })
    await customer('Max')
  }
  expect(await t.call('promises.one', { promiseId: 1 })).toMatchObject({ customerId: 1, name: 'Zoe' })
})

test('what is done at the very moment it was promised for is in time, added or updated', async () => {
  const t = await testShop({ now: '2026-11-23T08:00:00Z' })
  const head = 'No,Customer,What,Due,Done\n'
  const done = '2026-11-20 10:00'
  await imported(t, `${head}1,A,x,${done},${done}\n2,B,y,${done},\n3,C,z,${done},2026-11-24\n`)
  expect((await rows(t)).map(({ onTime, doneDayOnly }) => [onTime, doneDayOnly])).toEqual([
    [1, 0],
    [null, 0],
    [null, 0],
  ])
  const { result } = await imported(t, `${head}1,A,x,${done},${done}\n2,B,y,${done},${done}\n`)
  expect(result).toMatchObject({ value: { updated: 1, unchanged: 1, sample: [{ done }, { done }] } })
  expect((await rows(t)).map(({ onTime }) => onTime)).toEqual([1, 1, null])
})

test('what a later file says first is no other promise: what it is, and when it was made', async () => {
  const t = await testShop()
  await imported(t, 'No,Customer,Due\n1,A,2026-11-24\n2,B,2026-11-24\n')
  const { result } = await imported(
    t,
    'No,Customer,What,Made,Due\n1,A,Shoes,2026-11-02,2026-11-24\n2,B,Bag,2026-11-02,2026-11-25\n',
  )
  expect(result).toMatchObject({
    value: {
      added: 0,
      unchanged: 2,
      errors: [{ line: 3, message: 'The file has another told date. The first one was kept.' }],
    },
  })
})

test('a file closes no promise that was broken', async () => {
  const t = await testShop()
  const head = 'No,Customer,What,Due,Done\n'
  await imported(t, `${head}1,A,x,2026-11-20,\n2,B,y,2026-11-20,\n`)
  await t.call('promises.break', { promiseId: 1, reason: 'ill' })
  const { result } = await imported(t, `${head}1,A,x,2026-11-20,2026-11-20\n2,B,y,2026-11-20,2026-11-20\n`)
  expect(result).toMatchObject({ value: { updated: 1, unchanged: 1 } })
  expect((await rows(t)).map(({ doneAtMs }) => doneAtMs)).toEqual([null, at('2026-11-20T00:00')])
})

test('a column that is not there, or none for the told day, is refused with where to choose it', async () => {
  const t = await testShop()
  const path = fileOf(t, 'id,customer,x\n1,Ann,2026-12-03\n')
  expect(await t.problem('promises.importFile', { path, commit: true })).toEqual({
    code: 'no-told',
    message: 'No column says by when it was promised. Nothing was changed. Choose the column.',
    field: 'mapping',
  })
  expect(await t.problem('promises.importFile', { path, commit: false, mapping: { told: 'y' } })).toEqual({
    code: 'no-column',
    message: 'The file has no column “y”. Nothing was changed.',
    field: 'mapping',
  })
  const gone = { path: join(t.folder, 'gone.csv'), commit: true }
  expect(await t.problem('promises.importFile', gone)).toMatchObject({ field: 'path' })
})

test('encoding and delimiter are those that were chosen', async () => {
  const t = await testShop()
  const path = join(t.folder, 'promises.csv')
  writeFileSync(path, Buffer.from('customer;due|x\nK\u00e4the;2026-12-03|x\n', 'latin1'))
  const chosen = { encoding: 'windows-1252', delimiter: '|' } as const
  expect(await t.call('promises.importFile', { path, commit: false, ...chosen })).toMatchObject({
    encoding: 'windows-1252',
    delimiter: '|',
    header: ['customer;due', 'x'],
    examples: [['K\u00e4the;2026-12-03'], ['x']],
  })
})

test('only the first 200 messages are carried, all are counted', async () => {
  const t = await testShop()
  const report = await preview(t, `customer,due\n${'A,soon\n'.repeat(201)}`)
  expect([report.errors.length, report.errorCount, report.skipped]).toEqual([200, 201, 201])
})

test('the order another column proposes is shown first, else that of the country', async () => {
  const t = await testShop()
  const asked = async (text: string) =>
    (await preview(t, text)).dates.map(({ field, proposed, answer }) => [field, proposed, answer])
  const open = 'customer,due\nB,03/04/26\n'
  for (const [country, proposed] of [
    ['DE', 'day-first'],
    ['PH', 'month-first'],
    ['US', 'month-first'],
    ['PR', 'month-first'],
    ['GU', 'month-first'],
  ] as const) {
    await t.call('shop.change', { country })
    expect(await asked(open)).toEqual([['told', proposed, null]])
  }
})

test('each open column is read by its own answer', async () => {
  const t = await testShop({ now: '2026-11-23T08:00:00Z' })
  const path = fileOf(t, 'customer,what,made,due,done\nB,x,03/04/26,05/06/26,07/08/26\n')
  const report = await t.call('promises.importFile', {
    path,
    commit: true,
    dates: { told: 'month-first', made: 'day-first', done: 'month-first' },
  })
  expect(report.dates.map(({ field, text, readings, answer }) => [field, text, readings, answer])).toEqual([
    ['told', '05/06/26', { 'day-first': '2026-06-05', 'month-first': '2026-05-06' }, 'month-first'],
    ['made', '03/04/26', { 'day-first': '2026-04-03', 'month-first': '2026-03-04' }, 'day-first'],
    ['done', '07/08/26', { 'day-first': '2026-08-07', 'month-first': '2026-07-08' }, 'month-first'],
  ])
  expect(await rows(t)).toEqual([
    {
      name: 'B',
      what: 'x',
      madeAtMs: at('2026-04-03T00:00'),
      toldAtMs: at('2026-05-06T23:59'),
      doneAtMs: at('2026-07-08T00:00'),
      doneDayOnly: 1,
      onTime: 0,
    },
  ])
})

test('an open date that is no day in one of its readings shows that reading as none', async () => {
  const t = await testShop()
  const { dates } = await preview(t, 'customer,due\nB,2/12/26 25:00\n')
  expect(dates.map(({ readings }) => readings)).toEqual([{ 'day-first': '', 'month-first': '' }])
})

test('what is made or done at this very moment is past, and a time the clocks skip is said once a line', async () => {
  const t = await testShop({ now: '2026-11-23T08:00:00Z' })
  const report = await preview(
    t,
    `customer,what,made,due,done
A,x,2026-11-23 09:00,2026-12-01,2026-11-23 09:00
B,y,2026-11-23 09:01,2026-12-01,2026-11-23 09:01
C,z,,2026-03-29 02:30,
D,v,,2026-03-29 02:30,
`,
  )
  expect(report.sample.map(({ made, done }) => [made, done])).toEqual([
    ['2026-11-23 09:00', '2026-11-23 09:00'],
    ['', ''],
    ['', ''],
    ['', ''],
  ])
  const skipped = 'The clocks skipped 2026-03-29 02:30. It was kept as 2026-03-29 03:30.'
  expect(report.errors).toEqual([
    {
      line: 3,
      message:
        'It is said to be promised on a day that lies ahead. The promise was kept as made at the told time.',
    },
    { line: 3, message: 'It is said to be done at a time that lies ahead. It was kept as not done.' },
    { line: 4, message: skipped },
    { line: 5, message: skipped },
  ])
})

test('a day that begins later than midnight is its first moment, and says nothing', async () => {
  const t = await testShop({ zone: 'America/Sao_Paulo' })
  const report = await t.call('promises.importFile', {
    path: fileOf(t, 'customer,what,made,due,done\nA,x,2018-11-04,2018-11-05,2018-11-04\n'),
    commit: true,
  })
  expect(report.errors).toEqual([])
  expect((await rows(t)).map(({ madeAtMs, doneAtMs }) => [madeAtMs, doneAtMs])).toEqual([
    [Date.parse('2018-11-04T03:00:00Z'), Date.parse('2018-11-04T03:00:00Z')],
  ])
})
