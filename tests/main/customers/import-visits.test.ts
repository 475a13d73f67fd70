import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

interface Person {
  readonly name: string
  readonly number?: string
  readonly email?: string
}

/** A shop with these people, as another program's list had them. */
async function shopOf(people: readonly Person[]): Promise<TestShop> {
  const t = await testShop({ now: '2026-11-30T08:00:00Z' })
  const path = join(t.folder, 'people.csv')
  const lines = people.map(({ name, number = '', email = '' }) => `${number},${name},${email}`)
  writeFileSync(path, ['Customer ID,Name,Email', ...lines].join('\n'))
  await t.call('customers.importFile', { path, commit: true })
  return t
}

const fileOf = (t: TestShop, lines: readonly string[], name = 'sales.csv'): string => {
  const path = join(t.folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

const importing = async (t: TestShop, lines: readonly string[]) =>
  t.call('customers.importVisits', { path: fileOf(t, lines), commit: true })

const visitsIn = (t: TestShop) =>
  t.shop.connection
    .prepare(
      `SELECT name, day, visits.sourceId, amountMills FROM visits JOIN customers ON customers.id = customerId ORDER BY visits.id`,
    )
    .raw()
    .all()

const anna: Person = { name: 'Anna Berg', number: 'A1', email: 'anna@x.example' }
const bo: Person = { name: 'Bo Lind', number: 'B2', email: 'bo@x.example' }

test('Shopify: one line an article is one visit; what was refunded or cancelled is none', async () => {
  const t = await shopOf([anna, bo])
  const report = await importing(t, [
    'Name,Email,Financial Status,Paid at,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Cancelled at,Id',
    '#1001,anna@x.example,paid,,25.50,2026-10-02 10:00:00 +0200,1,Tea,5.50,Anna Berg,,77',
    '#1001,anna@x.example,,,,,2,Cake,10.00,,,',
    '#1002,bo@x.example,refunded,,12.00,2026-10-03 10:00:00 +0200,1,Tea,12.00,Bo Lind,,78',
    '#1003,bo@x.example,paid,,12.00,2026-10-04 10:00:00 +0200,1,Tea,12.00,Bo Lind,2026-10-05 10:00:00 +0200,79',
    '#1003,bo@x.example,,,,,1,Cake,2.00,,,',
    '#1004,bo@x.example,partially_refunded,,8.00,2026-10-06 10:00:00 +0200,1,Tea,8.00,Bo Lind,,80',
  ])
  expect(visitsIn(t)).toEqual([
    ['Anna Berg', '2026-10-02', '#1001', 25_500],
    ['Bo Lind', '2026-10-06', '#1004', 8000],
  ])
  const { added, unchanged, skipped, moreLines, errors } = report
  expect({ added, unchanged, skipped, moreLines }).toEqual({
    added: 2,
    unchanged: 1,
    skipped: 3,
    moreLines: 1,
  })
  expect(errors).toContainEqual({
    line: 4,
    message: 'It was refunded, void or cancelled, and so no visit. The line was left out.',
  })
})

test('Square: items of one transaction are summed; a refund is no visit', async () => {
  const t = await shopOf([anna, bo])
  await importing(t, [
    'Date,Time,Time Zone,Category,Item,Qty,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Event Type,Customer ID,Customer Name,Customer Reference ID',
    '10/30/26,10:00:00,Eastern Time (US & Canada),Tea,Green,1,€3.00,€0.00,€3.00,€0.00,T1,P1,Payment,A1,,',
    '10/30/26,10:00:00,Eastern Time (US & Canada),Tea,Black,1,€4.00,-€0.50,€3.50,€0.00,T1,P1,Payment,A1,,',
    '10/31/26,11:00:00,Eastern Time (US & Canada),Tea,Black,1,-€4.00,€0.00,-€4.00,€0.00,T2,P2,Refund,A1,,',
  ])
  expect(visitsIn(t)).toEqual([['Anna Berg', '2026-10-30', 'T1', 6500]])
})

test('Loyverse: a receipt of nobody, a refund and a cancelled one are none', async () => {
  const t = await shopOf([anna, bo])
  const report = await importing(t, [
    'Date,Receipt number,Receipt type,Gross sales,Discounts,Net sales,Taxes,Total collected,POS,Store,Cashier name,Customer name,Customer contacts,Status',
    '01/10/2026 23:50,1-1001,Sale,65.50,0,65.50,0,65.50,P,S,C,Anna Berg,,Closed',
    '02/10/2026 08:00,1-1002,Sale,5.00,0,5.00,0,5.00,P,S,C,,,Closed',
    '03/10/2026 08:00,1-1003,Refund,-5.00,0,-5.00,0,-5.00,P,S,C,Anna Berg,,Closed',
    '13/10/2026 08:00,1-1004,Sale,5.00,0,5.00,0,5.00,P,S,C,Bo Lind,,Cancelled',
  ])
  expect(visitsIn(t)).toEqual([['Anna Berg', '2026-10-01', '1-1001', 65_500]])
  expect(report.errors).toContainEqual({
    line: 3,
    message: 'It does not say whose it was. The line was left out.',
  })
})

test('WooCommerce, BigCommerce, Etsy and a German till are read as they are', async () => {
  const t = await shopOf([anna, bo])
  await importing(t, [
    'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue',
    '2026-09-01 10:00:00,51,€5,completed,Anna Berg,returning,Tea,1,,5',
    '2026-09-02 10:00:00,52,€5,failed,Anna Berg,returning,Tea,1,,5',
  ])
  await importing(t, [
    'Order ID,Order Date,Order Status,Order Total,First Name,Last Name,Email Address,Phone',
    '61,2026-09-03,Completed,7.00,Bo,Lind,BO@x.example,1',
  ])
  await importing(t, [
    'Sale Date,Item Name,Buyer,Quantity,Price,Ship Name,Order ID',
    '09/14/26,Cup,Bo Lind,1,9.00,Somebody Else,71',
  ])
  await importing(t, [
    'Datum;Bonnummer;Kundennummer;Artikel;Betrag;Vorgang',
    '15.09.2026;81;A1;Brot;3,20;Verkauf',
    '15.09.2026;81;A1;Käse;4,10;Verkauf',
    '16.09.2026;82;A1;Brot;3,20;Storno',
  ])
  expect(visitsIn(t)).toEqual([
    ['Anna Berg', '2026-09-01', '51', 5000],
    ['Bo Lind', '2026-09-03', '61', 7000],
    ['Bo Lind', '2026-09-14', '71', null],
    ['Anna Berg', '2026-09-15', '81', 7300],
  ])
})

test('without numbers all that somebody bought on a day is one visit', async () => {
  const t = await shopOf([anna, bo])
  const lines = [
    'customer_id,date,items,amount',
    'A1,2026-10-01,2,10.00',
    'A1,2026-10-01,1,5.00',
    'B2,2026-10-01,1,4.00',
  ]
  const { added, moreLines } = await importing(t, lines)
  expect({ added, moreLines }).toEqual({ added: 2, moreLines: 1 })
  expect(visitsIn(t)).toEqual([
    ['Anna Berg', '2026-10-01', '', 15_000],
    ['Bo Lind', '2026-10-01', '', 4000],
  ])
  expect(await importing(t, lines)).toMatchObject({ added: 0, unchanged: 3, moreLines: 0 })
})

test('a till that begins its numbers again each day has as many visits', async () => {
  const t = await shopOf([anna])
  await importing(t, [
    'Date,Receipt number,Customer',
    '2026-10-01,1,Anna Berg',
    '2026-10-02,1,Anna Berg',
    '2026-10-02,1,Anna Berg',
  ])
  expect(visitsIn(t).map((row) => (row as string[])[1])).toEqual(['2026-10-01', '2026-10-02'])
})

test('whose it was is told by number, mail and name; where they are several people’s it is nobody’s', async () => {
  const t = await shopOf([
    anna,
    bo,
    { name: 'Cleo Roth', number: 'C3' },
    { name: 'Cleo Roth', number: 'C4' },
    { name: 'Dora Fink', number: 'A1' },
  ])
  const { errors } = await importing(t, [
    'Order ID,Date,Customer ID,Customer name,Email',
    '1,2026-10-01,A1,Dora Fink,',
    '2,2026-10-01,A1,,',
    '3,2026-10-01,,Cleo Roth,',
    '4,2026-10-01,C4,Cleo Roth,',
    '5,2026-10-01,B2,Anna Berg,',
    '6,2026-10-01,,,BO@x.example',
    '7,2026-10-01,Z9,Zoe Winter,zoe@x.example',
    '8,2026-12-24,B2,,',
    '9,someday,B2,,',
  ])
  const customers = t.shop.connection.prepare('SELECT customerId, sourceId FROM visits').raw().all()
  expect(customers).toEqual([
    [5, '1'],
    [4, '4'],
    [2, '6'],
  ])
  expect(errors.map(({ line, message }) => [line, message])).toEqual([
    [3, 'Several on file have the number A1: Anna Berg and Dora Fink. The line was left out.'],
    [4, 'Several on file are called “Cleo Roth”: number C3 and number C4. The line was left out.'],
    [
      6,
      'What the line says of the customer is several people’s: “B2” is Bo Lind’s, “Anna Berg” is Anna Berg’s. The line was left out.',
    ],
    [8, 'Nobody on file is known by “Z9” or “zoe@x.example” or “Zoe Winter”. The line was left out.'],
    [9, 'Its day lies ahead. The line was left out.'],
    [10, '“someday” is not a date. It does not say on which day it was. The line was left out.'],
  ])
  expect((await t.call('customers.search', {})).total).toBe(5)
})

test('namesakes are told apart by what the line does not say of them', async () => {
  const t = await shopOf([{ name: 'Anna Berg', number: '17' }])
  await t.call('customers.save', { name: 'Anna Berg', email: 'b@x.example', phone: '030 2222' })
  await t.call('customers.save', { name: 'Anna Berg', phone: '030 3333' })
  const { errors } = await importing(t, [
    'Order ID,Date,Customer ID,Customer name,Email',
    '1,2026-10-01,17,,b@x.example',
    '2,2026-10-01,,Anna Berg,',
  ])
  expect(errors.map(({ message }) => message)).toEqual([
    'What the line says of the customer is several people’s: “17” is Anna Berg’s, “b@x.example” is Anna Berg’s (030 2222). The line was left out.',
    'Several on file are called “Anna Berg”: number 17 and b@x.example and 030 3333. The line was left out.',
  ])
})

test('many lines that name nobody on file are told together, with what to do; the saved file says it of each', async () => {
  const t = await shopOf([anna])
  const lines = [
    'Order ID,Date,Customer ID',
    '1,2026-10-01,A1',
    ...[2, 3, 4, 5, 6, 7].map((n) => `${n},2026-10-01,Z${n}`),
  ]
  const { errors, errorCount, skipped } = await importing(t, lines)
  expect({ errors, errorCount, skipped }).toEqual({
    errors: [
      {
        line: 1,
        message:
          '6 lines name nobody who is on file, such as “Z2”, and were left out. Import your customers first, or choose the columns that say whose each purchase was.',
      },
    ],
    errorCount: 1,
    skipped: 6,
  })
  const to = join(t.folder, 'left-out.csv')
  await t.call('customers.saveRefusedVisits', { path: fileOf(t, lines), to })
  expect(readFileSync(to, 'utf8')).toContain('Nobody on file is known by “Z7”. The line was left out.')
  expect((await importing(t, lines.slice(0, -1))).errors).toHaveLength(5)
})

test('a list that names who was merged finds who was kept, with the visits of both', async () => {
  const t = await shopOf([anna, bo])
  const lines = ['Order ID,Customer ID,Date', '1,A1,2026-10-01', '2,B2,2026-10-02']
  await importing(t, lines)
  await t.call('customers.merge', { keepId: 1, goneId: 2, fields: {} })
  expect(await importing(t, [...lines, '3,B2,2026-10-03'])).toMatchObject({ added: 1, unchanged: 2 })
  expect(t.shop.connection.prepare('SELECT customerId, days FROM customerRhythm').raw().all()).toEqual([
    [1, 3],
  ])
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect(visitsIn(t).map((row) => (row as string[])[0])).toEqual(['Anna Berg', 'Bo Lind'])
})

test('a preview keeps nothing; a file without days is looked at and not kept', async () => {
  const t = await shopOf([anna])
  const path = fileOf(t, ['Date,Customer', '2026-10-01,Anna Berg'])
  const { added, sample } = await t.call('customers.importVisits', { path, commit: false })
  expect({ added, sample }).toEqual({
    added: 1,
    sample: [{ line: 2, name: 'Anna Berg', day: '2026-10-01', number: '', amountMills: null }],
  })
  expect(visitsIn(t)).toEqual([])
  const other = fileOf(t, ['When,Customer', '2026-10-01,Anna Berg'], 'other.csv')
  expect(await t.call('customers.importVisits', { path: other, commit: false })).toMatchObject({
    added: 0,
    errors: [{ line: 1, message: 'No column says on which day it was.' }],
  })
  expect(await t.problem('customers.importVisits', { path: other, commit: true })).toMatchObject({
    code: 'no-day',
  })
})

test('a number or an address whose holder has another name is nobody’s, and says so', async () => {
  const t = await shopOf([anna, bo, { name: 'Ida Lund', email: 'home@x.example' }])
  await t.call('customers.save', { name: 'Eva Roth', email: 'eva@x.example', company: 'Café Roth' })
  await t.call('customers.save', { name: 'Fay Old', email: 'fay@x.example' })
  await t.call('customers.save', { customerId: 5, name: 'Fay New' })
  const { errors } = await importing(t, [
    'Order ID,Date,Customer ID,Customer name,Email',
    '1,2026-10-01,A1,Otto Kurz,',
    '2,2026-10-01,A1,Otto Kurz,otto@y.example',
    '3,2026-10-01,,Otto Lund,home@x.example',
    '4,2026-10-02,A1,Otto Kurz,anna@x.example',
    '5,2026-10-02,A1,A. Berg,',
    '6,2026-10-02,A1,Frau Berg,',
    '7,2026-10-02,A1,"BERG, Anna",',
    '8,2026-10-02,A1,Anna Burg,',
    '9,2026-10-02,,Cafe Roth,eva@x.example',
    '10,2026-10-02,,Fay Old,fay@x.example',
    '11,2026-10-02,A1,n/a,',
    '12,2026-10-02,,Ida Lund,unknown',
  ])
  expect(errors.map(({ line, message }) => [line, message])).toEqual([
    [
      2,
      '“A1” is Anna Berg’s, but the line names “Otto Kurz”, who may be somebody else. The line was left out.',
    ],
    [
      3,
      '“A1” is Anna Berg’s, but the line names “Otto Kurz”, who may be somebody else. The line was left out.',
    ],
    [
      4,
      '“home@x.example” is Ida Lund’s, but the line names “Otto Lund”, who may be somebody else. The line was left out.',
    ],
  ])
  const customers = t.shop.connection.prepare('SELECT customerId, sourceId FROM visits').raw().all()
  expect(customers).toEqual([
    [1, '4'],
    [1, '5'],
    [1, '6'],
    [1, '7'],
    [1, '8'],
    [4, '9'],
    [5, '10'],
    [1, '11'],
    [3, '12'],
  ])
})

test('who shares an address with another is told by the name of the line', async () => {
  const t = await shopOf([
    { name: 'Anna Berg', email: 'home@x.example' },
    { name: 'Otto Berg', email: 'home@x.example' },
  ])
  const { errors } = await importing(t, [
    'Order ID,Date,Customer name,Email',
    '1,2026-10-01,O. Berg,home@x.example',
    '2,2026-10-02,Max Berg,home@x.example',
    '3,2026-10-03,Berg,home@x.example',
  ])
  expect(visitsIn(t)).toEqual([['Otto Berg', '2026-10-01', '1', null]])
  expect(errors.map(({ line }) => line)).toEqual([3, 4])
})

test('the same receipt number of two tills on one day is two customers’ purchases', async () => {
  const t = await shopOf([anna, bo])
  await importing(t, [
    'Receipt number,Date,Customer name,Total collected,Store',
    '1-001,2026-10-01,Anna Berg,5.00,A',
    '1-001,2026-10-01,Bo Lind,7.00,B',
  ])
  expect(visitsIn(t)).toEqual([
    ['Anna Berg', '2026-10-01', '1-001', 5000],
    ['Bo Lind', '2026-10-01', '1-001', 7000],
  ])
})

test('an order that a later file has as refunded is no visit any more, and one partly refunded is worth less', async () => {
  const t = await shopOf([anna, bo])
  const head = 'Order ID,Date,Email,Total,Refunded Amount,Financial Status'
  await importing(t, [head, '1,2026-10-01,anna@x.example,5.00,,paid', '2,2026-10-02,bo@x.example,8.00,,paid'])
  const later = [
    head,
    '1,2026-10-01,anna@x.example,5.00,5.00,refunded',
    '2,2026-10-02,bo@x.example,8.00,3.00,partially_refunded',
    '3,2026-10-03,bo@x.example,9.00,9.00,refunded',
  ]
  const report = await importing(t, later)
  expect(report).toMatchObject({ added: 0, updated: 2, unchanged: 0, skipped: 1 })
  expect(report.errors[0]).toEqual({
    line: 2,
    message:
      'It was refunded, void or cancelled since it was imported: the visit of Anna Berg on 1 Oct 2026 is taken off.',
  })
  expect(visitsIn(t)).toEqual([['Bo Lind', '2026-10-02', '2', 5000]])
  expect(await importing(t, later)).toMatchObject({ added: 0, updated: 0, unchanged: 1, skipped: 2 })
  await t.call('shop.undo', {})
  expect(visitsIn(t)).toEqual([
    ['Anna Berg', '2026-10-01', '1', 5000],
    ['Bo Lind', '2026-10-02', '2', 8000],
  ])
})

test('an order stays whose it was, though somebody else has the address by now', async () => {
  const t = await shopOf([anna, bo])
  const lines = ['Order ID,Date,Email,Total', '1,2026-10-01,anna@x.example,5.00']
  await importing(t, lines)
  await t.call('customers.save', { customerId: 1, email: 'new@x.example' })
  await t.call('customers.save', { name: 'Zoe Winter', email: 'anna@x.example' })
  const report = await importing(t, [
    ...lines,
    '1,2026-10-02,anna@x.example,5.00',
    '2,2026-10-01,anna@x.example,5.00',
  ])
  expect(report).toMatchObject({
    added: 2,
    unchanged: 1,
    errors: [{ line: 2, message: 'It is kept already, as a visit of Anna Berg.' }],
  })
  expect(visitsIn(t)).toEqual([
    ['Anna Berg', '2026-10-01', '1', 5000],
    ['Zoe Winter', '2026-10-02', '1', 5000],
    ['Zoe Winter', '2026-10-01', '2', 5000],
  ])
  await importing(t, ['Receipt,Date,Customer ID,Total', '1,2026-10-01,B2,7.00'])
  expect(visitsIn(t)).toContainEqual(['Bo Lind', '2026-10-01', '1', 7000])
})

test('a refund in a file of its own takes off what it pays back as a whole, and no visit of another day', async () => {
  const t = await shopOf([anna])
  const head = 'Transaction ID,Date,Customer Name,Net Sales,Event Type'
  await importing(t, [
    head,
    'T1,2026-10-01,Anna Berg,5.00,Payment',
    'T2,2026-10-02,Anna Berg,7.00,Payment',
    'T2,2026-10-02,Anna Berg,-7.00,Refund',
    'T3,2026-10-03,Anna Berg,9.00,Payment',
    'T3,2026-10-03,Anna Berg,-2.00,Refund',
    'T4,2026-10-04,Anna Berg,4.00,Payment',
  ])
  expect(visitsIn(t).map((row) => (row as unknown[]).slice(1))).toEqual([
    ['2026-10-01', 'T1', 5000],
    ['2026-10-03', 'T3', 7000],
    ['2026-10-04', 'T4', 4000],
  ])
  await importing(t, [
    head,
    'T1,2026-10-01,Anna Berg,-5.00,Refund',
    'T3,2026-10-03,Anna Berg,-2.00,Refund',
    'T4,2026-10-05,Anna Berg,-4.00,Refund',
  ])
  expect(visitsIn(t).map((row) => (row as unknown[])[2])).toEqual(['T3', 'T4'])
})

test('without numbers, a list that goes on raises what a day was worth, and an older one does not lower it', async () => {
  const t = await shopOf([anna])
  const older = ['Date,Customer name,Total', '2026-10-01,Anna Berg,5.00']
  const grown = [...older, '2026-10-01,Anna Berg,7.00']
  await importing(t, older)
  expect(await importing(t, grown)).toMatchObject({ added: 0, updated: 1, unchanged: 1 })
  expect(visitsIn(t)).toEqual([['Anna Berg', '2026-10-01', '', 12_000]])
  expect(await importing(t, older)).toMatchObject({ added: 0, updated: 0, unchanged: 1 })
  expect(visitsIn(t)).toEqual([['Anna Berg', '2026-10-01', '', 12_000]])
})

const lines = fc.array(
  fc.record({
    number: fc.constantFrom('', '1', '2', '3'),
    who: fc.constantFrom('A1', 'B2', 'Z9', ''),
    day: fc.constantFrom('2026-10-01', '2026-10-02', '2026-12-24', ''),
    amount: fc.constantFrom('5.00', '-5.00', '', 'x'),
    kind: fc.constantFrom('Sale', 'Refund', ''),
    state: fc.constantFrom('paid', 'refunded', ''),
  }),
  { maxLength: 12 },
)

test('the same file twice changes nothing more, and one undo gives back what was before', async () => {
  await fc.assert(
    fc.asyncProperty(lines, lines, async (first, second) => {
      const t = await shopOf([anna, bo])
      const asLines = (some: typeof first) => [
        'Order ID,Customer ID,Date,Amount,Type,Status',
        ...some.map(({ number, who, day, amount, kind, state: status }) =>
          [number, who, day, amount, kind, status].join(),
        ),
      ]
      const state = () => [visitsIn(t), t.shop.connection.prepare('SELECT * FROM customerRhythm').raw().all()]
      await importing(t, asLines(first))
      const before = state()
      const { act } = await t.answer('customers.importVisits', {
        path: fileOf(t, asLines(second)),
        commit: true,
      })
      const after = state()
      const again = await t.answer('customers.importVisits', {
        path: fileOf(t, asLines(second)),
        commit: true,
      })
      expect(again.act).toBeUndefined()
      expect(state()).toEqual(after)
      if (act) await t.call('shop.undo', { actId: act.id })
      expect(state()).toEqual(before)
    }),
    runs(20),
  )
})

test('CDNOW: the shop’s own 39 weeks give the parameters of the paper', async () => {
  const data = resolve(import.meta.dirname, '../../data/cdnow/visits.csv')
  const t = await testShop({ now: '1998-07-01T08:00:00Z' })
  const numbers = Array.from({ length: 2357 }, (_, i) => String(i + 1).padStart(4, '0'))
  const path = join(t.folder, 'people.csv')
  writeFileSync(path, ['Customer ID,Name', ...numbers.map((one) => `${one},Customer ${one}`)].join('\n'))
  await t.call('customers.importFile', { path, commit: true })
  const report = await t.call('customers.importVisits', { path: data, commit: true })
  expect(report).toMatchObject({ added: 6919 - report.moreLines, skipped: 0, errorCount: 0 })
  const { params, rows, weeks } = await t.call('customers.alive', { asOf: '1997-09-30' })
  expect(weeks).toBe(39)
  expect(rows).toHaveLength(2357)
  const { r, alpha, a, b } = params!
  for (const [found, wanted] of [
    [r, 0.243],
    [alpha, 4.414],
    [a, 0.793],
    [b, 2.426],
  ] as const)
    expect(Math.abs(found / wanted - 1)).toBeLessThan(0.01)
  // The closed form anew, of five customers as the paper's own sheet has them: x, tx and T in weeks.
  for (const [customerId, x, tx, T] of [
    [1, 2, 30.4286, 38.8571],
    [2, 1, 1.7143, 38.8571],
    [3, 0, 0, 38.8571],
    [4, 0, 0, 38.8571],
    [7, 1, 5.0, 38.8571],
  ] as const) {
    const wanted = x === 0 ? 1 : 1 / (1 + (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x))
    const row = rows.find((one) => one.customerId === customerId)!
    expect(row.days - 1, String(customerId)).toBe(x)
    expect(row.pAlive).toBeCloseTo(wanted, 4)
  }
  // What is fitted is of the visits that are there: of today, of the past, and when they are taken back.
  const of = async (asOf?: string) =>
    (await t.call('customers.alive', { customerId: 1, ...(asOf && { asOf }) })).params
  const today = await of()
  expect(today).not.toEqual(params)
  expect(await of('1997-09-30')).toEqual(params)
  expect(await of()).toEqual(today)
  await t.call('shop.undo', {})
  expect([await of(), await of('1997-09-30')]).toEqual([null, null])
})

test('Vend: its sales name customers by their code, which is their number, and not by the id of a row', async () => {
  const t = await testShop({ now: '2026-11-30T08:00:00Z' })
  const people = fileOf(
    t,
    [
      'id,customer_code,first_name,last_name,email',
      'u-1,Anna-1,Anna,Berg,anna@x.example',
      'u-2,Max-2,Max,Roth,',
    ],
    'people.csv',
  )
  await t.call('customers.importFile', { path: people, commit: true })
  const report = await importing(t, [
    'Sale Date,Invoice Number,Line Type,Customer Code,Customer Name,Customer Email,Total,Status',
    '2026-11-01,77,Sale,Anna-1,,,10.00,CLOSED',
    '2026-11-02,78,Sale,Max-2,Max Roth,,10.00,CLOSED',
  ])
  expect(report.errors).toEqual([])
  expect(visitsIn(t)).toEqual([
    ['Anna Berg', '2026-11-01', '77', 10_000],
    ['Max Roth', '2026-11-02', '78', 10_000],
  ])
})

test.each(['Kundennummer', 'Customer number', 'Klantnummer'])(
  '%s is the customer’s number, also beside the id of a row',
  async (column) => {
    const t = await testShop()
    const path = fileOf(t, [`ID,Name,${column}`, '1,Anna Berg,K-77'], 'people.csv')
    const { mapping } = await t.call('customers.importFile', { path, commit: false })
    expect(mapping['sourceId']).toBe(column)
  },
)
