import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'
import { importCustomers as customers, importPromises as promises } from '../../support/table-file.ts'

const kept = async (t: TestShop) => {
  const rows = await t.shop.reader
    .selectFrom('promises')
    .select(['name', 'customerId'])
    .orderBy('id')
    .execute()
  return rows.map(({ name, customerId }) => [name, customerId])
}
/** What the search of the board finds, by its own thing. */
const found = async (t: TestShop, text: string) =>
  (await t.call('promises.board', { text })).later.rows.map(({ what }) => what)

test.each([
  ['Customer', 'DUPONT'],
  ['Name', 'MEIER'],
  ['Client', 'PÉREZ'],
  ['Kunde', '李'],
  ['Customer', 'محمد'],
])('%s: “%s” beside a company is a name', async (column, name) => {
  const t = await testShop()
  const lines = [`${column};Company;Item;Due`, `${name};Boulangerie Martin;Tart;2026-11-30`]
  expect(await promises(t, ...lines)).toMatchObject({ added: 1, errors: [] })
  expect(await kept(t)).toEqual([[name, null]])
  expect([await found(t, name), await found(t, 'boulangerie')]).toEqual([['Tart'], ['Tart']])
  expect(await promises(t, ...lines)).toMatchObject({ added: 0, updated: 0 })
})

const head = 'Customer;Company;Item;Due'
const codes = [
  'VINET;Vins et alcools;Tart;2026-11-30',
  'TOMSP;Toms Spezialitäten;Cake;2026-11-30',
  'HANAR;Hanari Carnes;Pie;2026-11-30',
  'VICTE;Victuailles;Bread;2026-11-30',
  'SUPRD;Suprêmes délices;Roll;2026-11-30',
]
const onFile = ['Customer ID;Name;Company', 'VINET;Paul Henriot;Vins et alcools']
const linked = ['Paul Henriot', 1]

test('a column of codes is of numbers, which are found, and link once their customers are on file', async () => {
  const t = await testShop()
  await promises(t, head, ...codes)
  const firms = codes.map((line) => [line.split(';')[1], null])
  expect(await kept(t)).toEqual(firms)
  expect(await found(t, 'vinet')).toEqual(['Tart'])
  // A part of the list, in which nothing tells codes from names.
  expect(await promises(t, head, ...codes.slice(0, 2))).toMatchObject({ added: 0, updated: 0 })
  expect(await kept(t)).toEqual(firms)
  await customers(t, ...onFile)
  expect(await promises(t, head, ...codes)).toMatchObject({ added: 0, updated: 1 })
  expect(await kept(t)).toEqual([linked, ...firms.slice(1)])
})

test('a code that is somebody’s on file is their number, however few there are, before and after', async () => {
  for (const isFirst of [true, false]) {
    const t = await testShop()
    if (isFirst) await customers(t, ...onFile)
    else {
      await promises(t, head, codes[0]!)
      expect(await kept(t)).toEqual([['VINET', null]])
      await customers(t, ...onFile)
    }
    expect(await promises(t, head, codes[0]!)).toMatchObject({ errors: [] })
    expect(await kept(t)).toEqual([linked])
    expect(await promises(t, head, codes[0]!)).toMatchObject({ added: 0, updated: 0 })
  }
})

test('codes that were taken for names are numbers once the list shows it', async () => {
  const t = await testShop()
  await promises(t, head, ...codes.slice(0, 2))
  expect((await kept(t)).map(([name]) => name)).toEqual(['VINET', 'TOMSP'])
  expect(await promises(t, head, ...codes)).toMatchObject({ added: 3, updated: 2 })
  expect((await kept(t)).map(([name]) => name)).toEqual(codes.map((line) => line.split(';')[1]))
  for (const some of [codes.slice(0, 2), codes])
    expect(await promises(t, head, ...some)).toMatchObject({ added: 0, updated: 0 })
})

const wide = '%;First Name;Last Name;Item;Due'
const contacts = ['Ek Bau GmbH;Cy;Fox;Tart;2026-11-30', 'Ek Bau GmbH;Di;Gray;Tart;2026-11-30']

test.each(['Customer', 'Customer Name', 'Name', 'Client'])(
  'who orders for a firm under “%s” is kept with it, each their own promise in any order',
  async (column) => {
    const t = await testShop()
    const lines = [wide.replace('%', column), ...contacts]
    expect(await promises(t, ...lines)).toMatchObject({ added: 2, errors: [] })
    expect(await promises(t, lines[0]!, ...contacts.toReversed())).toMatchObject({ added: 0, updated: 0 })
    expect(await kept(t)).toEqual([
      ['Cy Fox', null],
      ['Di Gray', null],
    ])
    expect([(await found(t, 'ek bau')).length, (await found(t, 'gray')).length]).toEqual([2, 1])
    const done = contacts.map((line, i) => `${line};${i === 1 ? '2026-11-20' : ''}`)
    expect(await promises(t, `${lines[0]!};Done`, ...done.toReversed())).toMatchObject({
      added: 0,
      updated: 1,
    })
    expect(await found(t, 'fox')).toEqual(['Tart'])
    expect(await found(t, 'gray')).toEqual([])
  },
)

test('a promise kept under the firm alone gets the name of its contact, unless the owner gave one', async () => {
  for (const narrow of ['Customer', 'Company']) {
    const t = await testShop()
    await promises(t, `${narrow};Item;Due`, 'Ek Bau GmbH;Tart;2026-11-30', 'Ek Bau GmbH;Pie;2026-11-30')
    await t.call('promises.change', { promiseId: 2, name: 'Dora' })
    const lines = [wide.replace('%', 'Customer'), contacts[0]!, contacts[1]!.replace('Tart', 'Pie')]
    expect(await promises(t, ...lines)).toMatchObject({ added: 0, updated: 2 })
    for (let times = 0; times < 2; times++) {
      expect(await kept(t)).toEqual([
        ['Cy Fox', null],
        ['Dora', null],
      ])
      await t.call('promises.change', { promiseId: 1, name: 'Cy Fox' })
      expect(await promises(t, ...lines)).toMatchObject({ added: 0, updated: 0 })
    }
    await t.call('promises.change', { promiseId: 1, name: 'Ek Bau GmbH' })
    expect(await promises(t, ...lines)).toMatchObject({ added: 0, updated: 0 })
    expect((await kept(t))[0]).toEqual(['Ek Bau GmbH', null])
  }
})

test('a contact of a firm that is on file orders for it', async () => {
  const t = await testShop()
  await customers(t, 'Customer ID;Name', '17;Ek Bau GmbH')
  const lines = ['Customer ID;Customer Name;First Name;Last Name;Item;Due', `17;${contacts[0]!}`]
  expect(await promises(t, ...lines)).toMatchObject({ added: 1, errors: [] })
  expect(await kept(t)).toEqual([['Ek Bau GmbH', 1]])
  expect(await found(t, 'cy fox')).toEqual(['Tart'])
})
