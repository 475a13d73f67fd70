import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'
import { importCustomers as customers, importPromises as promises } from '../../support/table-file.ts'

const kept = (t: TestShop) =>
  t.shop.reader.selectFrom('promises').select(['name', 'customerId', 'what']).orderBy('id').execute()

test.each([
  ['Kunden-Nr;Kunde', '17;Anna', { customer: 'Kunde', customerNumber: 'Kunden-Nr' }],
  ['Customer No;Name', '17;Anna', { customer: 'Name', customerNumber: 'Customer No' }],
  ['Client No;Client', '17;Anna', { customer: 'Client', customerNumber: 'Client No' }],
  ['Name;Contact Number', 'Anna;0171 1234567', { customer: 'Name' }],
  ['Name;Home Number', 'Anna;0171 1234567', { customer: 'Name' }],
])('%s is no number of promises: each line and each week is its own', async (header, cells, mapping) => {
  const t = await testShop()
  const week = (day: string) => [`${header};Item;Due`, `${cells};Tart;${day}`, `${cells};Tart;${day}`]
  const first = await promises(t, ...week('2026-11-28'))
  expect(first.mapping).toEqual({ ...mapping, what: 'Item', told: 'Due' })
  expect(first).toMatchObject({ added: 2, skipped: 0 })
  expect(await promises(t, ...week('2026-12-05'))).toMatchObject({ added: 2, unchanged: 0 })
  expect(await promises(t, ...week('2026-12-05'))).toMatchObject({ added: 0, unchanged: 2 })
})

test('a number alone tells the customer, and a work order is the promise’s own', async () => {
  const t = await testShop()
  await customers(t, 'Customer ID;Name', '17;Anna Berg')
  const { mapping } = await promises(t, 'Work Order No;Customer No;Due', '5;17;2026-11-28')
  expect(mapping).toEqual({ id: 'Work Order No', customer: 'Customer No', told: 'Due' })
  expect(await kept(t)).toEqual([{ name: 'Anna Berg', customerId: 1, what: 'Order 5' }])
})

test.each([
  ['Customer ID;Customer Name', '17', 'Bo Ek'],
  ['Customer Name;Customer ID', 'Bo Ek', '17'],
  ['Kundennummer;Kunde', '17', 'Bo Ek'],
  ['Client Name;Client ID', 'Bo Ek', '17'],
])('%s: a number whose customer on file has another name makes no link', async (header, one, two) => {
  const t = await testShop()
  await customers(t, 'Customer ID;Name;Phone', '17;Anna Berg;030 111111')
  const lines = [`Order No;${header};Item;Due`, `1;${one};${two};Tart;2026-11-30`]
  expect(await promises(t, ...lines)).toMatchObject({
    added: 1,
    sample: [{ customer: 'Bo Ek' }],
    errors: [
      {
        line: 2,
        message:
          'Number 17 is that of Anna Berg on file, but the line names Bo Ek. The promise was kept under that name, without a customer.',
      },
    ],
  })
  expect(await kept(t)).toEqual([{ name: 'Bo Ek', customerId: null, what: 'Tart' }])
  expect(await promises(t, ...lines)).toMatchObject({ added: 0, updated: 0, unchanged: 1 })
  expect(await kept(t)).toEqual([{ name: 'Bo Ek', customerId: null, what: 'Tart' }])
})

test('the same number and name make a link, however the name is written, also by an earlier name or the company', async () => {
  const t = await testShop()
  await customers(t, 'Customer ID;Name;Company', '17;Anna Berg;', '18;Bo Ek;Ek & Co', '19;Cleo Lang;')
  await t.call('customers.save', { customerId: 3, name: 'Cleo Roth' })
  const report = await promises(
    t,
    'Order No;Customer ID;Customer Name;Item;Due',
    '1;17;"Berg, Anna";Tart;2026-11-30',
    '2;18;Ek & Co;Tart;2026-11-30',
    '3;19;Cleo Lang;Tart;2026-11-30',
    '4;;Dora;Tart;2026-11-30',
    '5;17;;Tart;2026-11-30',
  )
  expect(report.errors).toEqual([])
  expect((await kept(t)).map(({ name, customerId }) => [name, customerId])).toEqual([
    ['Anna Berg', 1],
    ['Bo Ek', 2],
    ['Cleo Roth', 3],
    ['Dora', null],
    ['Anna Berg', 1],
  ])
})

test('of several customers with a number the one of the name is meant', async () => {
  const t = await testShop()
  await customers(t, 'Customer ID;Name', '17;Anna Berg', '17;Bo Ek')
  const head = 'Order No;Customer ID;Customer Name;Item;Due'
  expect((await promises(t, head, '1;17;Bo Ek;Tart;2026-11-30')).errors).toEqual([])
  expect((await promises(t, head, '2;17;Cleo;Tart;2026-11-30')).errors).toHaveLength(1)
  expect((await kept(t)).map(({ name, customerId }) => [name, customerId])).toEqual([
    ['Bo Ek', 2],
    ['Cleo', null],
  ])
})

test('a promise whose customer comes in later finds them by number and name, nobody else', async () => {
  const t = await testShop()
  const lines = ['Order No;Customer ID;Customer Name;Item;Due', '1;17;Bo Ek;Tart;2026-11-30']
  await promises(t, ...lines)
  await customers(t, 'Customer ID;Name', '17;Anna Berg')
  expect(await promises(t, ...lines)).toMatchObject({ updated: 0 })
  await customers(t, 'Customer ID;Name', '17;Bo Ek')
  expect(await promises(t, ...lines)).toMatchObject({ updated: 1 })
  expect(await kept(t)).toEqual([{ name: 'Bo Ek', customerId: 2, what: 'Tart' }])
})

test('the same orders with the customer’s number added are the same promises', async () => {
  const t = await testShop()
  const added = await promises(t, 'Order No;Customer Name;Item;Due', '1;Anna Berg;Tart;2026-12-05')
  expect(added).toMatchObject({ added: 1 })
  expect(
    await promises(t, 'Order No;Customer ID;Customer Name;Item;Due', '1;17;Anna Berg;Tart;2026-12-05'),
  ).toMatchObject({ added: 0 })
  expect(
    await promises(t, 'Order No;Customer ID;Customer Name;Item;Due', '1;18;Bo Ek;Tart;2026-12-05'),
  ).toMatchObject({ added: 1 })
})

test.each([
  ['Order No;Customer ID;First Name;Last Name;Item;Due', '1;17;Bo;Ek'],
  ['Order No;Kundennummer;Vorname;Nachname;Item;Due', '1;17;Bo;Ek'],
  ['Order No;Customer ID;Company;Item;Due', '1;17;Ek Ltd'],
])('a name in other columns tells as well whose a number is: %s', async (header, line) => {
  const t = await testShop()
  await customers(t, 'Customer ID;Name;Phone', '17;Anna Berg;030 1111111')
  await promises(t, header, `${line};Tart;2026-12-05`)
  expect((await kept(t)).map(({ customerId, name }) => [customerId, name])).toEqual([
    [null, line.includes('Ltd') ? 'Ek Ltd' : 'Bo Ek'],
  ])
  await promises(t, 'Order No;Customer ID;First Name;Last Name;Item;Due', '2;17;Anna;Berg;Rye;2026-12-05')
  expect((await kept(t)).at(-1)).toMatchObject({ name: 'Anna Berg', customerId: 1 })
})
