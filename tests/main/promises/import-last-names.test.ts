import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'
import { importPromises as promises, tableFile } from '../../support/table-file.ts'

const kept = async (t: TestShop) => {
  const { rows } = (await t.call('promises.board', { text: '' })).later
  const said = await t.shop.reader.selectFrom('promises').select('sourceCustomer').orderBy('id').execute()
  return { names: rows.map(({ name }) => name).toSorted(), said: said.map((one) => one.sourceCustomer) }
}
const families = (what: string) => [
  `Meier;Anna;${what};2026-12-01`,
  `Meier;Bernd;${what};2026-12-01`,
  `Klein;Otto;${what};2026-12-02`,
]
const everybody = ['Anna Meier', 'Bernd Meier', 'Otto Klein']
const names = { names: everybody, said: everybody }

test.each([
  'Name;Vorname',
  'Kunde;Vorname',
  'Kundenname;Vorname',
  'Naam;Voornaam',
  'Customer;First Name',
  'Customer Name;First Name',
  'Client;Forename',
  'Client;Prénom',
  'Nom;Prénom',
])('under %s the promises are those of people with both names, once, in any file', async (header) => {
  const t = await testShop()
  const lines = [`${header};Was;Termin`, ...families('Torte')]
  expect(await promises(t, ...lines)).toMatchObject({ added: 3, errors: [] })
  expect(await kept(t)).toEqual(names)
  for (const again of [
    lines,
    [lines[0]!, ...lines.slice(1).toReversed()],
    ['Last Name;First Name;Item;Due Date', ...families('Torte')],
    ['Customer;Item;Due Date', ...everybody.map((name, i) => `${name};Torte;2026-12-0${i < 2 ? 1 : 2}`)],
  ])
    expect(await promises(t, ...again)).toMatchObject({ added: 0 })
  expect((await kept(t)).names).toEqual(everybody)
})

test('the promises stand under the customers of the same list', async () => {
  const t = await testShop()
  const list = ['Kundennummer;Name;Vorname', '1;Meier;Anna', '2;Meier;Bernd', '3;Klein;Otto']
  await t.call('customers.importFile', { path: tableFile(t, list), commit: true })
  const lines = families('Torte').map((line, i) => `${i + 1};${line}`)
  for (const header of ['Kundennummer;Kunde;Vorname', 'Customer;Customer Name;First Name'])
    expect(await promises(t, `${header};Was;Termin`, ...lines)).toMatchObject({ errors: [] })
  const rows = await t.shop.reader.selectFrom('promises').select(['name', 'customerId']).execute()
  expect(rows.map(({ name, customerId }) => [customerId, name])).toEqual(
    everybody.map((name, i) => [i + 1, name]),
  )
})

test.each([
  ['Customer;First Name', 'Anna Meier;Anna', ['Anna Meier']],
  ['Full Name;First Name', 'Bob Meier;Bob', ['Bob Meier']],
  ['Customer;First Name', '17;Anna', [JSON.stringify({ number: '17', name: 'Anna' })]],
  [
    'Customer;First Name;Last Name',
    'Ek Bau GmbH;Anna;Meier',
    [JSON.stringify({ name: 'Anna Meier', company: 'Ek Bau GmbH' })],
  ],
  ['Customer;First Name', 'Ek Bau GmbH;Anna', [JSON.stringify({ name: 'Anna', company: 'Ek Bau GmbH' })]],
])('%s: %s is no last name beside a first name', async (header, line, said) => {
  const t = await testShop()
  await promises(t, `${header};Item;Due`, `${line};Tart;2026-12-01`)
  expect((await kept(t)).said).toEqual(said)
})

test.each([
  [
    'Name;Vorname',
    ['Meier;Anna', 'Anna Berg;Anna', 'Dr. Klein;Otto'],
    ['Anna Meier', 'Anna Berg', 'Dr. Otto Klein'],
  ],
  ['Kunde;Vorname', ['Meier;Anna', 'Klein;Otto', 'B2B;'], ['Anna Meier', 'Otto Klein', 'B2B']],
  ['Kunde;Vorname', ['Anna Meier;Anna', 'Tom Ek;Tom', 'Berg;Eva'], ['Anna Meier', 'Tom Ek', 'Eva Berg']],
  [
    'Voornaam;Tussenvoegsel;Achternaam',
    ['Jan;van der;Berg', 'Jan;de;Berg'],
    ['Jan van der Berg', 'Jan de Berg'],
  ],
])('under %s each line of %j is looked at by itself', async (header, lines, expected) => {
  const t = await testShop()
  const file = [`${header};Was;Termin`, ...lines.map((line) => `${line};Torte;2026-12-01`)]
  expect(await promises(t, ...file)).toMatchObject({ added: lines.length, errors: [] })
  expect((await kept(t)).names).toEqual(expected.toSorted())
  expect(await promises(t, ...file)).toMatchObject({ added: 0, updated: 0 })
})

test('a list that grows until most of it is whole names is the same promises', async () => {
  const t = await testShop()
  const lines = [
    'Name;Vorname;Was;Termin',
    ...['Meier;Anna', 'Anna Berg;Anna'].map((one) => `${one};Torte;2026-12-01`),
  ]
  await promises(t, ...lines)
  const more = ['Tom Ek;Tom', 'Eva Klein;Eva'].map((one) => `${one};Torte;2026-12-01`)
  expect(await promises(t, ...lines, ...more)).toMatchObject({ added: 2, unchanged: 2 })
})

test.each(['Order No;Name;Vorname', 'Name;Vorname'])(
  'under %s a firm’s order is its own once, among people and in a file of its own',
  async (header) => {
    const number = (n: number) => (header.startsWith('Order') ? `A${n};` : '')
    const krone = `${number(4)}Hotel Krone GmbH;Susanne Wolf;Torte;2026-12-03`
    const people = families('Torte').map((line, i) => number(i + 1) + line)
    const head = `${header};Was;Termin`
    for (const files of [
      [[...people, krone], [krone]],
      [[krone], [...people, krone]],
    ]) {
      const t = await testShop()
      for (const lines of files) await promises(t, head, ...lines)
      expect((await kept(t)).names).toEqual([...everybody, 'Susanne Wolf'])
    }
  },
)
