import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { keptCustomer } from '../../../src/core/promises/said-customer.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const northwind = (name: string) => new URL(`../../data/northwind/${name}`, import.meta.url).pathname
const promises = northwind('promises.csv')
const ever = { from: '1990-01-01', to: '2026-12-31' }

const fileOf = (t: TestShop, text: string): string => {
  const path = join(t.folder, 'promises.csv')
  writeFileSync(path, text)
  return path
}

test('830 past promises come in: 772 kept, 37 late, 21 never done', async () => {
  const t = await testShop()
  const report = await t.call('promises.importFile', { path: promises, commit: true })
  expect({ ...report, sample: report.sample.slice(0, 1), examples: report.examples.slice(0, 2) }).toEqual({
    dates: [],
    digest: expect.any(String) as string,
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    header: ['id', 'customer_id', 'promised_on', 'due', 'done'],
    examples: [
      ['10248', '10249', '10250'],
      ['VINET', 'TOMSP', 'HANAR'],
    ],
    mapping: { id: 'id', customer: 'customer_id', made: 'promised_on', told: 'due', done: 'done' },
    guess: { id: 'id', customer: 'customer_id', made: 'promised_on', told: 'due', done: 'done' },
    added: 830,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    errors: [],
    errorCount: 0,
    sample: [
      {
        id: '10248',
        customer: 'VINET',
        what: 'Order 10248',
        made: '1996-07-04 00:00',
        told: '1996-08-01 23:59',
        done: '1996-07-16',
      },
    ],
  })
  expect(await t.call('promises.keptRate', ever)).toEqual({
    due: 830,
    kept: 772,
    lateButWarned: 0,
    lateAndSilent: 37,
    broken: 0,
    open: 21,
    share: 772 / 830,
  })
  expect((await t.call('promises.board', {})).overdue.total).toBe(21)
})

test('a preview counts the same and writes nothing; a second import adds nothing; undo takes all back', async () => {
  const t = await testShop()
  expect(await t.call('promises.importFile', { path: promises, commit: false })).toMatchObject({ added: 830 })
  expect((await t.call('promises.keptRate', ever)).due).toBe(0)
  const { act } = await t.answer('promises.importFile', { path: promises, commit: true })
  expect(act?.says).toBe('830 promises imported from promises.csv')
  const again = await t.answer('promises.importFile', { path: promises, commit: true })
  expect(again.result).toMatchObject({ value: { added: 0, updated: 0, unchanged: 830, skipped: 0 } })
  expect(again.act).toBeUndefined()
  await t.call('shop.undo', {})
  expect((await t.call('promises.keptRate', ever)).due).toBe(0)
})

test('promises find their customers, also when the customers come in later', async () => {
  const t = await testShop()
  await t.call('promises.importFile', { path: promises, commit: true })
  await t.call('customers.importFile', { path: northwind('customers.csv'), commit: true })
  expect(await t.call('promises.importFile', { path: promises, commit: true })).toMatchObject({
    added: 0,
    updated: 830,
  })
  const { customerId, name } = await t.call('promises.one', { promiseId: 1 })
  const customer = await t.shop.reader
    .selectFrom('customers')
    .select(['id', 'name'])
    .where('sourceId', '=', 'VINET')
    .executeTakeFirstOrThrow()
  expect({ id: customerId, name }).toEqual(customer)
})

test('a promise that was done meanwhile is closed by the next import, its told date stays the first', async () => {
  const t = await testShop({ now: '2026-11-19T08:00:00Z' })
  const head = 'id,customer,due,done\n'
  for (const due of ['2026-11-20', '2026-11-22'])
    await t.call('promises.importFile', { path: fileOf(t, `${head}1,Ann,${due},\n`), commit: true })
  t.now = Date.parse('2026-11-23T08:00:00Z')
  const report = await t.call('promises.importFile', {
    path: fileOf(t, `${head}1,Ann,2026-11-22,2026-11-21\n`),
    commit: true,
  })
  expect(report).toMatchObject({
    added: 0,
    updated: 1,
    errors: [{ line: 2, message: 'The file has another told date. The first one was kept.' }],
  })
  expect(await t.call('promises.one', { promiseId: 1 })).toMatchObject({
    toldAtMs: instantOf('2026-11-20T23:59', 'Europe/Berlin'),
    doneAtMs: instantOf('2026-11-21T00:00', 'Europe/Berlin'),
    doneDayOnly: true,
    onTime: false,
    outcome: 'late-and-silent',
  })
})

test('lines that cannot be kept are told by their number, the others come in', async () => {
  const t = await testShop()
  const path = fileOf(
    t,
    'Nr;Kunde;Termin;Erledigt\n1;Ann;20.11.2026;19.11.2026\n2;Bob;;\n3;Cem;32.11.2026;\n4;;21.11.2026;soon\n1;Ann;20.11.2026;\n5;Dee;20.11.2026;2027-01-01\n',
  )
  expect(await t.call('promises.importFile', { path, commit: true })).toMatchObject({
    added: 3,
    skipped: 3,
    errors: [
      { line: 3, message: 'This line does not say by when it was promised. It was left out.' },
      { line: 4, message: '“32.11.2026” is not a date. The line was left out.' },
      { line: 5, message: '“soon” is not a date. The promise was kept as not done.' },
      { line: 5, message: 'This line has no customer. It was kept without a name.' },
      { line: 6, message: 'This is the promise of line 2 again. It was left out.' },
      { line: 7, message: 'It is said to be done on a day that lies ahead. It was kept as not done.' },
    ],
  })
})

test('dates that can be read in two ways are asked with both readings, the country’s first; nothing is kept before', async () => {
  const t = await testShop()
  const path = fileOf(t, 'id,customer,due\n1,Ann,3/4/2026\n')
  const preview = () => t.call('promises.importFile', { path, commit: false })
  const question = {
    field: 'told',
    column: 'due',
    line: 2,
    text: '3/4/2026',
    readings: { 'day-first': '2026-04-03', 'month-first': '2026-03-04' },
    contradicts: false,
    proposed: 'day-first',
    answer: null,
  }
  expect(await preview()).toMatchObject({ dates: [question], sample: [{ told: '2026-04-03 23:59' }] })
  await t.call('shop.change', { country: 'US' })
  expect(await preview()).toMatchObject({
    dates: [{ ...question, proposed: 'month-first' }],
    sample: [{ told: '2026-03-04 23:59' }],
  })
  expect(await t.problem('promises.importFile', { path, commit: true })).toEqual({
    code: 'open-date',
    message:
      'In the column “due”, 3/4/2026 can be read in two ways. Nothing was changed. Say which one is meant.',
    field: 'dates.told',
  })
  const dates = { told: 'day-first' } as const
  const { sample } = await t.call('promises.importFile', { path, commit: true, dates })
  expect(sample[0]?.told).toBe('2026-04-03 23:59')
})

test('dates that contradict each other are asked, another column decides only where none contradicts', async () => {
  const t = await testShop()
  const dates = async (text: string) => {
    const path = fileOf(t, text)
    const { dates: asked, errors, sample } = await t.call('promises.importFile', { path, commit: false })
    return { asked: asked.map(({ field, text: of }) => `${field} ${of}`), errors, sample }
  }
  const mixed = await dates('customer,what,due\nB,x,03/04/26\nB,y,13/04/26\nB,z,04/14/26\n')
  expect(mixed.asked).toEqual(['told 03/04/26'])
  expect(mixed.errors).toEqual([])
  expect(mixed.sample.map(({ told }) => told.slice(0, 10))).toEqual([
    '2026-04-03',
    '2026-04-13',
    '2026-04-14',
  ])
  expect((await dates('customer,due,done\nB,03/04/26,04/04/26\nB,04/14/26,\n')).asked).toEqual([])
  expect((await dates('customer,due,done\nB,03/04/26,\nB,04/14/26,13/04/26\n')).asked).toEqual([])
  const halves = 'customer,made,due,done\nB,02/03/26,04/14/26,13/04/26\n'
  expect((await dates(halves)).asked).toEqual(['made 02/03/26'])
})

test('a column that stays open is read as another of the file shows, one that shows its order by its own', async () => {
  const t = await testShop()
  const read = async (text: string) => {
    const path = fileOf(t, text)
    const { dates, sample } = await t.call('promises.importFile', { path, commit: false })
    return {
      asked: dates.map(({ field, contradicts }) => `${field} ${contradicts}`),
      read: sample.map(({ told, done }) => `${told.slice(0, 10)} ${done.slice(0, 10)}`),
    }
  }
  expect(await read('customer,what,due,done\nB,x,03/05/26,05/04/26\nB,y,04/14/26,\n')).toEqual({
    asked: [],
    read: ['2026-03-05 2026-05-04', '2026-04-14 '],
  })
  expect(await read('customer,what,due,done\nB,x,04/14/26,13/04/26\nB,y,03/05/26,02/03/26\n')).toEqual({
    asked: [],
    read: ['2026-04-14 2026-04-13', '2026-03-05 2026-03-02'],
  })
  const both = 'customer,what,made,due\nB,x,02/03/26,03/04/26\nB,y,13/03/26,03/04/26\nB,z,03/14/26,03/04/26\n'
  expect((await read(both)).asked).toEqual(['told false', 'made true'])
})

test('a file without ids adds nothing the second time', async () => {
  const t = await testShop()
  const path = fileOf(t, 'customer,what,due\nAnn,Lamp,2026-12-03\nAnn,Knife,2026-12-03\n')
  expect(await t.call('promises.importFile', { path, commit: true })).toMatchObject({ added: 2 })
  expect(await t.call('promises.importFile', { path, commit: true })).toMatchObject({
    added: 0,
    unchanged: 2,
  })
})

test('without a column for the told day the preview says so, the import is refused, and a correction helps', async () => {
  const t = await testShop()
  const path = fileOf(t, 'id,customer,x\n1,Ann,2026-12-03\n')
  expect(await t.call('promises.importFile', { path, commit: false })).toMatchObject({
    added: 0,
    skipped: 1,
    errors: [{ line: 1, message: 'No column says by when it was promised.' }],
  })
  expect((await t.problem('promises.importFile', { path, commit: true })).code).toBe('no-told')
  expect((await t.problem('promises.importFile', { path, commit: true, mapping: { told: 'y' } })).code).toBe(
    'no-column',
  )
  expect(await t.call('promises.importFile', { path, commit: true, mapping: { told: 'x' } })).toMatchObject({
    added: 1,
  })
})

test('a second file with numbers of its own closes nobody else’s promise: both are kept, and told', async () => {
  const t = await testShop()
  const tickets = fileOf(
    t,
    'Ticket,Customer,What,Due,Done\n10,Max,Shoes,2026-11-20,\n11,Zoe,Bag,2026-11-20,\n',
  )
  await t.call('promises.importFile', { path: tickets, commit: true })
  const orders = fileOf(t, 'Order ID,Customer,What,Due,Done\n10,Zoe,Cake,2026-11-21,2026-11-21\n')
  expect(await t.call('promises.importFile', { path: orders, commit: true })).toMatchObject({
    added: 1,
    updated: 0,
    errors: [{ line: 2, message: 'Number 10 is another promise already: Shoes, to Max. Both were kept.' }],
  })
  expect((await t.call('promises.board', {})).overdue.rows.map((row) => [row.name, row.what])).toEqual([
    ['Max', 'Shoes'],
    ['Zoe', 'Bag'],
  ])
  expect((await t.call('promises.keptRate', ever)).due).toBe(3)
  expect(await t.call('promises.importFile', { path: orders, commit: true })).toMatchObject({
    added: 0,
    unchanged: 1,
  })
})

test('two equal lines without a number are two promises, and the same file again adds nothing', async () => {
  const t = await testShop()
  const head = 'customer,what,due,done\n'
  const path = fileOf(t, `${head}Ann,Bread,2026-11-20,\nAnn,Bread,2026-11-20,\n`)
  expect(await t.call('promises.importFile', { path, commit: true })).toMatchObject({
    added: 2,
    skipped: 0,
    errors: [{ line: 3, message: 'This says the same as line 2. Both were kept.' }],
  })
  expect(await t.call('promises.importFile', { path, commit: true })).toMatchObject({
    added: 0,
    unchanged: 2,
  })
  // One of them done, wherever it stands in the file, closes one.
  for (const lines of [
    'Ann,Bread,2026-11-20,\nAnn,Bread,2026-11-20,2026-11-20\n',
    'Ann,Bread,2026-11-20,2026-11-20\nAnn,Bread,2026-11-20,\n',
  ])
    await t.call('promises.importFile', { path: fileOf(t, head + lines), commit: true })
  expect(await t.call('promises.keptRate', ever)).toMatchObject({ due: 2, kept: 1, open: 1 })
})

test('a line that names nobody takes its own promise again before one that names somebody could', async () => {
  const t = await testShop()
  const read = (lines: string) =>
    t.call('promises.importFile', { path: fileOf(t, `id,customer,due\n${lines}`), commit: true })
  await read('1,Max,2026-11-25\n')
  expect(await read('1,Max,2026-11-24\n1,,2026-11-24\n')).toMatchObject({ added: 1 })
  expect(await read('1,Max,2026-11-24\n1,,2026-11-24\n')).toMatchObject({ added: 0, updated: 0 })
})

test('of two equal lines the one known from a file with other columns is that of the line it was, and nothing is closed', async () => {
  const t = await testShop()
  const read = (lines: string) =>
    t.call('promises.importFile', { path: fileOf(t, `customer,what,due,done\n${lines}`), commit: true })
  await read('Max,,2026-11-20,\n')
  const two = 'Max,Shoes,2026-11-20,2026-11-21\nMax,Shoes,2026-11-20,\n'
  expect(await read(two)).toMatchObject({ added: 1, updated: 1 })
  expect(await read(two)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  expect(await t.call('promises.keptRate', ever)).toMatchObject({ due: 2, open: 1 })
})

test('a promise done on its day is kept, whatever the hour that was told', async () => {
  const t = await testShop()
  const path = fileOf(
    t,
    'id,customer,due,done\n1,Ann,2026-11-20 10:00,2026-11-20\n2,Ann,2026-11-20 10:00,2026-11-20 10:01\n3,Ann,2026-11-20 10:00,2026-11-21\n',
  )
  await t.call('promises.importFile', { path, commit: true })
  const reasons = []
  for (const promiseId of [1, 2, 3]) reasons.push((await t.call('promises.one', { promiseId })).reason)
  expect(reasons).toEqual([
    'kept: told Fri 10:00, done Fri',
    '1 min late and silent: told Fri 10:00, done Fri 10:01',
    '1 day late and silent: told Fri 10:00, done Sat',
  ])
})

const few = <T>(...values: T[]) => fc.constantFrom(...values)
const fileLine = fc.record({
  id: few('', '1', '2'),
  customer: few('', 'Max', 'Zoe'),
  what: few('', 'Cake', 'Shoes'),
  made: few('', '2026-11-01', '2026-11-02'),
  told: few('2026-11-20', '2026-11-21'),
  done: few('', '2026-11-19', '2026-11-21'),
})
const programFile = fc.tuple(fc.array(fileLine, { maxLength: 6 }), fc.boolean(), fc.boolean())
const runsOfFiles = runs(8)

/** A file in which some programs write no thing and no day of making. */
function textOf([lines, saysWhat, saysMade]: typeof programFile extends fc.Arbitrary<infer F>
  ? F
  : never): string {
  const rows = lines.map(({ id, customer, what, made, told, done }) =>
    [id, customer, saysWhat ? what : '', saysMade ? made : '', told, done].join(),
  )
  return `id,customer,what,made,due,done\n${rows.join('\n')}\n`
}

const rowsOf = (t: TestShop) => t.shop.reader.selectFrom('promises').selectAll().orderBy('id').execute()

test(`importing twice is importing once, no promise goes, and no file closes another customer’s (${runsOfFiles.numRuns} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(programFile, { minLength: 1, maxLength: 4 }), async (filesOfPrograms) => {
      const t = await testShop()
      for (const file of filesOfPrograms) {
        const path = fileOf(t, textOf(file))
        const before = await rowsOf(t)
        const report = await t.call('promises.importFile', { path, commit: true })
        const after = await rowsOf(t)
        expect(after.length).toBe(before.length + report.added)
        expect(report.added + report.updated + report.unchanged + report.skipped).toBe(file[0].length)
        for (const row of before) {
          const now = after.find(({ id }) => id === row.id)!
          const settled = { doneAtMs: 0, doneDayOnly: 0, onTime: 0 }
          // What no file said before is taken from one that says it.
          const first = {
            ...(row.sourceCustomer === '' && { name: now.name, sourceCustomer: now.sourceCustomer }),
            ...(row.sourceWhat === '' && { what: now.what, sourceWhat: now.sourceWhat }),
          }
          // Another told day is remembered behind the first, by which the file is known again.
          const told = now.sourceTold.startsWith(`${row.sourceTold} `) && { sourceTold: now.sourceTold }
          expect({ ...now, ...settled }).toEqual({ ...row, ...settled, ...first, ...told })
          if (now.doneAtMs === row.doneAtMs) continue
          // What was closed now, a line of the same customer and number, or of the same words, has closed.
          expect(row.doneAtMs).toBeNull()
          // A line that names nobody is that of a promise that a line without a name made.
          const { nameless } = keptCustomer(row.sourceCustomer)
          const says = file[0].filter(
            ({ id, customer, done }) =>
              done !== '' &&
              (['', customer].includes(row.name) || (nameless && customer === '')) &&
              (id === '' || id === row.sourceId),
          )
          expect(says.length).toBeGreaterThan(0)
        }
        // Every line that says something of its own has a promise.
        const own = new Set(
          file[0].filter(({ id }) => id !== '').map(({ id, customer }) => `${id} ${customer}`),
        )
        for (const line of own)
          expect(after.some((row) => `${row.sourceId} ${row.name}` === line || line.endsWith(' '))).toBe(true)
        const again = await t.call('promises.importFile', { path, commit: true })
        expect(again).toMatchObject({ added: 0, updated: 0 })
        expect(await rowsOf(t)).toEqual(after)
      }
    }),
    runsOfFiles,
  )
})

const head = 'No,Customer,What,Made,Due,Done\n'

test('what cannot have been is said and kept as not done: still to come, or before it was made', async () => {
  const t = await testShop({ now: '2026-11-26T09:00:00Z' })
  const path = fileOf(
    t,
    `${head}1,A,x,2026-11-20,2026-11-25,2026-11-10
2,B,y,2026-11-20,2026-11-25,2026-11-26 23:00
3,C,z,2026-11-24 12:00,2026-11-25,2026-11-24 09:00
4,D,v,2026-11-24 12:00,2026-11-25,2026-11-24
5,E,w,2026-11-28,2026-12-01,
6,F,u,2026-03-29,2026-03-29 02:30,2026-03-29 03:10
`,
  )
  const report = await t.call('promises.importFile', { path, commit: true })
  expect(report.errors).toEqual([
    { line: 2, message: 'It is said to be done before it was promised. It was kept as not done.' },
    { line: 3, message: 'It is said to be done at a time that lies ahead. It was kept as not done.' },
    { line: 4, message: 'It is said to be done before it was promised. It was kept as not done.' },
    {
      line: 6,
      message:
        'It is said to be promised on a day that lies ahead. The promise was kept as made at the told time.',
    },
    {
      line: 7,
      message: 'The clocks skipped 2026-03-29 02:30. It was kept as 2026-03-29 03:30.',
    },
  ])
  expect(report.sample.map(({ done }) => done)).toEqual(['', '', '', '2026-11-24', '', '2026-03-29 03:10'])
  expect(await t.call('promises.keptRate', ever)).toMatchObject({ kept: 2, open: 3 })
})

test('a file closes no known promise before it was made, nor by its day what was ready late', async () => {
  const t = await testShop({ now: '2026-11-24T09:00:00Z' })
  const open = `${head}1,A,x,2026-11-20,2026-11-25 10:00,\n2,B,y,2026-11-20,2026-11-24 10:00,\n`
  await t.call('promises.importFile', { path: fileOf(t, open), commit: true })
  t.now = instantOf('2026-11-24T15:00', 'Europe/Berlin')
  await t.call('promises.ready', { promiseId: 2 })
  t.now = instantOf('2026-11-26T10:00', 'Europe/Berlin')
  const done =
    'No,Customer,What,Due,Done\n1,A,x,2026-11-25 10:00,2026-11-19\n2,B,y,2026-11-24 10:00,2026-11-24\n'
  const report = await t.call('promises.importFile', { path: fileOf(t, done), commit: true })

  expect(report.errors).toEqual([
    { line: 2, message: 'It is said to be done before it was promised. It was kept as not done.' },
  ])
  expect(await t.call('promises.one', { promiseId: 1 })).toMatchObject({ doneAtMs: null, outcome: 'open' })
  expect(await t.call('promises.one', { promiseId: 2 })).toMatchObject({
    doneAtMs: instantOf('2026-11-24T15:00', 'Europe/Berlin'),
    onTime: false,
    outcome: 'late-and-silent',
  })
})

test('a number of two customers is said, and the promise is nobody’s', async () => {
  const t = await testShop()
  for (const name of ['Zoe Adam', 'Max Berg'])
    await t.call('customers.importFile', {
      path: fileOf(t, `No,Name,Email\n10,${name},${name[0]}@x.example\n`),
      commit: true,
    })
  const path = fileOf(t, 'Order no,Customer,What,Due\n1,10,cake,2026-12-01\n')
  const message =
    'Number 10 is that of several customers: Zoe Adam, Max Berg. The promise was kept without a customer.'
  for (const commit of [true, true])
    expect((await t.call('promises.importFile', { path, commit })).errors).toEqual([{ line: 2, message }])
  expect(await t.call('promises.one', { promiseId: 1 })).toMatchObject({ customerId: null, name: '10' })
})

test('an import says what it did: one promise, or what was only updated', async () => {
  const t = await testShop()
  const one = await t.answer('promises.importFile', {
    path: fileOf(t, `${head}1,A,x,2026-11-20,2026-11-25,\n`),
    commit: true,
  })
  expect(one.act?.says).toBe('1 promise imported from promises.csv')
  const updated = await t.answer('promises.importFile', {
    path: fileOf(t, `${head}1,A,x,2026-11-20,2026-11-25,2026-11-21\n`),
    commit: true,
  })
  expect(updated.act?.says).toBe('1 promise updated from promises.csv')
})

test('an import of customers that promises hang on names what has to be undone first', async () => {
  const t = await testShop()
  const customers = await t.answer('customers.importFile', {
    path: fileOf(t, 'No,Name\n10,Zoe\n11,Max\n'),
    commit: true,
  })
  await t.call('promises.importFile', {
    path: fileOf(t, `${head}1,11,x,2026-11-20,2026-11-25,\n`),
    commit: true,
  })
  const undo = () => t.problem('shop.undo', { actId: customers.act!.id })
  expect(await undo()).toEqual({
    code: 'belongs-together',
    message: '“1 promise imported from promises.csv” came after it. Nothing was changed. Undo that first.',
  })
  await t.call('promises.ready', { promiseId: 1 })
  expect((await undo()).message).toBe(
    '“Ready for Max: x” came after it. Nothing was changed. Undo that first.',
  )
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  await t.call('shop.undo', { actId: customers.act!.id })
  expect((await t.call('customers.search', {})).total).toBe(0)
})

test('of a promise that is known the preview shows what is kept, not what the file says otherwise', async () => {
  const t = await testShop({ now: '2026-11-24T09:00:00Z' })
  const first = fileOf(t, 'No,Customer,What,Ordered,Due,Done\n1,Anna,Tarte,2026-11-01,2026-11-25 12:00,\n')
  await t.call('promises.importFile', { path: first, commit: true })
  const told = {
    id: '1',
    customer: 'Anna',
    what: 'Tarte',
    made: '2026-11-01 00:00',
    told: '2026-11-25 12:00',
    done: '2026-11-22',
  }
  const look = async (line: string, commit = false) => {
    const path = fileOf(t, `No,Customer,What,Ordered,Due,Done\n${line}\n`)
    return (await t.call('promises.importFile', { path, commit })).sample
  }
  expect(await look('1,Anna,Tarte,2026-11-01,2026-11-26,2026-11-22')).toEqual([told])
  expect(await look('1,Anna,Tarte,,2026-11-26,2026-11-22', true)).toEqual([told])
  expect(await look('1,Anna,Tarte,2026-11-01,2026-11-26,2026-11-23 10:00')).toEqual([told])
  expect(await look('1,Anna,Tarte,,2026-11-26,')).toEqual([told])
})

test('a time that the clocks skipped is shown as it is kept', async () => {
  const t = await testShop({ now: '2026-11-24T09:00:00Z' })
  const path = fileOf(t, 'No,Customer,What,Due\n1,Anna,Tarte,2026-03-29 02:30\n')
  const { sample } = await t.call('promises.importFile', { path, commit: false })
  expect(sample[0]!.told).toBe('2026-03-29 03:30')
})

test('what a file does not say is not shown as if it did', async () => {
  const t = await testShop()
  const path = fileOf(t, 'Name,What,Due\nAnna,Tarte,2027-04-25\n')
  const { sample } = await t.call('promises.importFile', { path, commit: false })
  expect(sample).toEqual([
    { id: '', customer: 'Anna', what: 'Tarte', made: '', told: '2027-04-25 23:59', done: '' },
  ])
})

test('a weekday decides how a date is read, and one that fits no reading is said', async () => {
  const t = await testShop({ now: '2026-11-24T09:00:00Z', setUp: false })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'US', zone: 'America/New_York' })
  const path = fileOf(
    t,
    'What,Due,Customer\ncake,Fri 04/12/26,Zoe\npie,05/12/26,Zoe\ntart,"Mon, 24 Dec 2026",Zoe\n',
  )
  const { dates, errors, sample } = await t.call('promises.importFile', { path, commit: true })
  expect(dates).toEqual([])
  expect(sample.map(({ told }) => told.slice(0, 10))).toEqual(['2026-12-04', '2026-12-05', '2026-12-24'])
  expect(errors).toEqual([
    {
      line: 4,
      message:
        '“Mon, 24 Dec 2026” names another weekday than its date. It was read as Thursday, December 24, 2026.',
    },
  ])
})
