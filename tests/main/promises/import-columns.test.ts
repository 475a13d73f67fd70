import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'
import {
  importCustomers as customers,
  importPromises as promises,
  tableFile,
} from '../../support/table-file.ts'

const corrected = (t: TestShop, mapping: Record<string, string>, ...lines: readonly string[]) =>
  t.call('promises.importFile', { path: tableFile(t, lines), commit: true, mapping })
const kept = async (t: TestShop) => {
  const rows = await t.shop.reader
    .selectFrom('promises')
    .select(['name', 'customerId'])
    .orderBy('id')
    .execute()
  return rows.map(({ name, customerId }) => [name, customerId])
}
const onFile = ['Customer ID;Name;Phone;Company', '17;Anna Berg;030 1111111;', '18;Bo Ek;030 2222222;Ek & Co']

test.each([
  ['Order No;First Name;Last Name;Item;Due', '1;Anna;Berg', 'Anna Berg'],
  ['Item;Due;Vorname;Nachname', '', 'Anna Berg'],
  ['Order No;Company;Item;Due', '1;ACME', 'ACME'],
  ['Auftragsnr.;Firma;Item;Due', '1;ACME', 'ACME'],
  ['Order No;Customer;Company;Item;Due', '1;;ACME', 'ACME'],
  ['Order No;Customer;First Name;Last Name;Item;Due', '1;;Anna;Berg', 'Anna Berg'],
  ['Order No;First Name;Last Name;Company;Item;Due', '1;;;ACME', 'ACME'],
  ['Order No;First Name;Last Name;Company;Item;Due', '1;Anna;Berg;ACME', 'Anna Berg'],
])('%s: %s names somebody without a number', async (header, start, name) => {
  const t = await testShop()
  await customers(t, ...onFile)
  const line = start === '' ? 'Tart;2026-11-30;Anna;Berg' : `${start};Tart;2026-11-30`
  expect(await promises(t, header, line)).toMatchObject({ added: 1, errors: [] })
  expect(await kept(t)).toEqual([[name, null]])
  expect(await promises(t, header, line)).toMatchObject({ added: 0, updated: 0, unchanged: 1 })
})

const wide = 'Order No;Customer ID;First Name;Last Name;Company;Item;Due'
test.each([
  [wide, '1;17;Anna;Berg;ACME', ['Anna Berg', 1]],
  [wide, '1;17;Cy;Fox;', ['Cy Fox', null]],
  [wide, '1;17;Cy;Fox;ACME', ['Cy Fox', null]],
  [wide, '1;17;;;ACME', ['ACME', null]],
  [wide, '1;18;;;Ek & Co', ['Bo Ek', 2]],
  [wide, '1;18;Cy;Fox;Ek & Co', ['Cy Fox', null]],
  [wide, '1;17;;;', ['Anna Berg', 1]],
  ['Order No;Customer ID;Customer Name;First Name;Last Name;Item;Due', '1;17;;Cy;Fox', ['Cy Fox', null]],
  ['Order No;Customer ID;Customer Name;First Name;Last Name;Item;Due', '1;17;;Anna;Berg', ['Anna Berg', 1]],
  ['Order No;Customer ID;Name;First Name;Last Name;Item;Due', '1;17;Berg;Anna;Berg', ['Anna Berg', 1]],
  ['Order No;Customer No;Customer;Company;Item;Due', '1;17;Anna Berg;ACME', ['Anna Berg', 1]],
  ['Order No;Customer No;Customer;First Name;Last Name;Item;Due', '1;17;;Cy;Fox', ['Cy Fox', null]],
  ['Order No;Customer;First Name;Last Name;Item;Due', '1;17;Cy;Fox', ['Cy Fox', null]],
  ['Order No;Customer;Customer Name;Item;Due', '1;17;Cy Fox', ['Cy Fox', null]],
  ['Order No;Customer ID;Customer Name;Item;Due', '1;18;"Bo Ek, Ek & Co"', ['Bo Ek', 2]],
  ['Order No;Customer ID;Customer Name;Item;Due', '1;18;"Cy Fox, Ek & Co"', ['Cy Fox, Ek & Co', null]],
])('%s: %s is a number of the one whom the line names', async (header, start, promise) => {
  const t = await testShop()
  await customers(t, ...onFile)
  const lines = [header, `${start};Tart;2026-11-30`]
  const { errorCount } = await promises(t, ...lines)
  expect([errorCount, await kept(t)]).toEqual([promise[1] === null ? 1 : 0, [promise]])
  expect(await promises(t, ...lines)).toMatchObject({ added: 0, updated: 0 })
  expect(await kept(t)).toEqual([promise])
})

test('a firm on file under its own name is meant by whoever orders for it', async () => {
  const t = await testShop()
  await customers(t, 'Customer ID;Name', '17;ACME')
  expect((await promises(t, wide, '1;17;Anna;Berg;ACME;Tart;2026-11-30')).errors).toEqual([])
  expect(await kept(t)).toEqual([['ACME', 1]])
})

test('columns that the owner chose name the customer like those that were found', async () => {
  const t = await testShop()
  await customers(t, ...onFile)
  const head = 'A;B;C;D;E;F'
  const line = '17;Cy;Fox;ACME;Tart;2026-11-30'
  const chosen = { customerFirstName: 'B', customerLastName: 'C', customerCompany: 'D', what: 'E', told: 'F' }
  await corrected(t, { ...chosen, customer: 'A' }, head, line)
  expect(await kept(t)).toEqual([['Cy Fox', null]])
  expect(await corrected(t, { ...chosen, customerNumber: 'A' }, head, line)).toMatchObject({ added: 0 })
  expect(await corrected(t, chosen, head, line)).toMatchObject({ added: 0 })
  expect(await kept(t)).toEqual([['Cy Fox', null]])
})

const narrow = ['Customer Name;Item;Due', 'Anna Berg;Tart;2026-11-30', 'Bo Ek;Cake;2026-12-01']
const dated = [
  'Customer Name;Item;Ordered;Due',
  'Anna Berg;Tart;2026-11-01;2026-11-30',
  'Bo Ek;Cake;2026-11-02;2026-12-01',
]
const numbered = [
  'Customer ID;Customer Name;Item;Due',
  '17;Anna Berg;Tart;2026-11-30',
  '18;Bo Ek;Cake;2026-12-01',
]
const bare = ['Item;Due', 'Tart;2026-11-30', 'Cake;2026-12-01']
const thingless = ['Customer Name;Due', 'Anna Berg;2026-11-30', 'Bo Ek;2026-12-01']
const byNumber = ['Customer ID;Item;Due', '17;Tart;2026-11-30', '18;Cake;2026-12-01']
const shapes = { narrow, dated, numbered, bare, byNumber, thingless }
type Shape = keyof typeof shapes
const pairs = (Object.keys(shapes) as Shape[]).flatMap((one) =>
  (Object.keys(shapes) as Shape[])
    .filter((other) => other !== one && ![one, other].every((shape) => ['bare', 'thingless'].includes(shape)))
    .filter((other) => ![one, other].every((shape) => ['byNumber', 'thingless'].includes(shape)))
    .map((other) => [one, other] as const),
)

test.each(pairs)('a list without order numbers, first with columns “%s”, then “%s”', async (one, other) => {
  const t = await testShop()
  await customers(t, ...onFile)
  await promises(t, ...shapes[one])
  expect(await promises(t, ...shapes[other])).toMatchObject({ added: 0 })
  expect(await promises(t, ...shapes[one])).toMatchObject({ added: 0, updated: 0 })
  const isLinked = [one, other].some((shape) => ['numbered', 'byNumber'].includes(shape))
  const named = isLinked
    ? [
        ['Anna Berg', 1],
        ['Bo Ek', 2],
      ]
    : [
        ['Anna Berg', null],
        ['Bo Ek', null],
      ]
  expect(await kept(t)).toEqual(named)
})

test('what the owner corrected stays, and the list in other columns is known again', async () => {
  const t = await testShop()
  await customers(t, ...onFile)
  await promises(t, ...dated)
  await t.call('promises.change', { promiseId: 1, name: 'Dora Lind', what: 'Apple tart' })
  await t.call('promises.change', { promiseId: 2, customerId: 1 })
  for (const shape of [narrow, numbered, dated, byNumber, narrow, bare])
    expect(await promises(t, ...shape)).toMatchObject({ added: 0 })
  expect(await kept(t)).toEqual([
    ['Dora Lind', null],
    ['Anna Berg', 1],
  ])
  expect(await t.call('promises.one', { promiseId: 1 })).toMatchObject({ what: 'Apple tart' })
})

test('two equal lines stay two promises in any columns, and what is another’s is not taken for it', async () => {
  const t = await testShop()
  await promises(t, narrow[0]!, narrow[1]!, narrow[1]!)
  expect(await promises(t, dated[0]!, dated[1]!, dated[1]!)).toMatchObject({ added: 0 })
  expect(await promises(t, dated[0]!, dated[1]!, dated[1]!, dated[1]!)).toMatchObject({ added: 1 })
  expect(
    await promises(
      t,
      numbered[0]!,
      '20;Cy Fox;Tart;2026-11-30',
      '17;Anna Berg;Cake;2026-11-30',
      '17;Anna Berg;Tart;2026-11-29',
    ),
  ).toMatchObject({ added: 3 })
})

test('promises kept without a name are named by the same file, by order number too, and a name of the owner’s stays', async () => {
  const t = await testShop()
  for (const head of ['No;First;Last;What;Due', 'X;First;Last;What;Due']) {
    const lines = [head, '1;Anna;Berg;Tart;2026-11-30', '2;Bo;Ek;Cake;2026-11-30', '3;Cy;Fox;Pie;2026-11-30']
    await corrected(t, { customer: '' }, ...lines)
    const owners = (await kept(t)).length
    await t.call('promises.change', { promiseId: owners, name: 'Dora' })
    const parts = { customerFirstName: 'First', customerLastName: 'Last' }
    expect(await corrected(t, parts, ...lines)).toMatchObject({ added: 0, updated: 3 })
    expect(await corrected(t, parts, ...lines)).toMatchObject({ added: 0, updated: 0 })
    expect((await kept(t)).slice(-3)).toEqual([
      ['Anna Berg', null],
      ['Bo Ek', null],
      ['Dora', null],
    ])
  }
})

test.each([
  ['the thing', 'Due;Ordered;Customer', ['2026-12-03;2026-11-12;', '2026-12-04;2026-11-12;Bo Ek'], ';Tart'],
  ['the day of ordering', 'Due;Item;Customer', ['2026-12-03;Tart;', '2026-12-04;Cake;Bo Ek'], ';2026-11-12'],
])(
  'nobody’s promise that the owner named is known when the list says %s as well',
  async (_, head, lines, more) => {
    const t = await testShop()
    await promises(t, head, ...lines)
    await t.call('promises.change', { promiseId: 1, name: 'Anna Berg', what: 'Apple tart' })
    expect(await promises(t, head, ...lines)).toMatchObject({ added: 0, updated: 0 })
    const wider = `${head}${more === ';Tart' ? ';Item' : ';Ordered'}`
    for (const updated of [more === ';Tart' ? 2 : 0, 0])
      expect(await promises(t, wider, ...lines.map((line) => line + more))).toMatchObject({
        added: 0,
        updated,
      })
    expect(await kept(t)).toEqual([
      ['Anna Berg', null],
      ['Bo Ek', null],
    ])
    expect(await t.call('promises.one', { promiseId: 1 })).toMatchObject({ what: 'Apple tart' })
  },
)

interface Person {
  readonly number: string
  readonly first: string
  readonly last: string
  readonly company: string
  readonly id: number | null
}
// 18 is Bo Ek on file, 20 is nobody.
const people: readonly Person[] = [
  { number: '17', first: 'Anna', last: 'Berg', company: 'ACME', id: 1 },
  { number: '18', first: 'Cy', last: 'Fox', company: '', id: null },
  { number: '20', first: 'Di', last: 'Gow', company: 'Gow Ltd', id: null },
  { number: '21', first: '', last: 'MEIER', company: 'Auto Haus', id: null },
]
const nameOf = ({ first, last }: Person) => `${first} ${last}`.trim()
const few = <T>(...values: T[]) => fc.constantFrom(...values)
const someLine = fc.record({
  person: few(...people),
  what: few('Tart', 'Cake'),
  made: few('2026-11-01', '2026-11-02'),
  told: few('2026-11-30', '2026-12-01 10:00'),
})
type SomeLine = typeof someLine extends fc.Arbitrary<infer L> ? L : never
type Column = readonly [string, (line: SomeLine) => string]

const optional = (...names: readonly string[]) => few('', ...names)
const columns = fc
  .record({
    number: optional('Customer ID', 'Kundennummer', 'Customer No'),
    whole: optional('Customer Name', 'Kunde', 'Name', 'Customer'),
    parts: few([], ['First Name', 'Last Name'], ['Vorname', 'Nachname']),
    company: optional('Company', 'Firma'),
    made: optional('Ordered', 'Promised on'),
    order: fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
  })
  .map(({ number, whole, parts, company, made, order }): readonly Column[] => {
    const full = ({ person }: SomeLine) => nameOf(person)
    const [first, last] = parts.length === 0 && whole === '' ? ['First Name', 'Last Name'] : parts
    const all: readonly Column[] = [
      [number, ({ person }) => person.number],
      [whole, full],
      [first ?? '', ({ person }) => person.first],
      [last ?? '', ({ person }) => person.last],
      [company, ({ person }) => person.company],
      ['Item', ({ what }) => what],
      [made, (line) => line.made],
      ['Due', ({ told }) => told],
    ]
    return all
      .map((column, i) => ({ column, at: order[i]! }))
      .toSorted((a, b) => a.at - b.at)
      .flatMap(({ column }) => (column[0] === '' ? [] : [column]))
  })
const inOrder = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).toSorted(byText)
const byText = (a: string, b: string) => (a < b ? -1 : 1)
const ordinary = runs(15)

test(`a list in any columns is the same promises, of the same people (${ordinary.numRuns} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someLine, { minLength: 1, maxLength: 5 }),
      fc.array(columns, { minLength: 2, maxLength: 4 }),
      fc.boolean(),
      async (list, sets, isNumbered) => {
        const t = await testShop()
        await customers(t, ...onFile)
        let saysNumber = false
        for (const [i, set] of sets.entries()) {
          const order: Column = ['Order No', (line) => String(list.indexOf(line) + 1)]
          const cols = isNumbered ? [order, ...set] : set
          const lines = list.map((line) => cols.map(([, cell]) => cell(line)).join(';'))
          const report = await promises(t, cols.map(([name]) => name).join(';'), ...lines)
          expect(report.added).toBe(i === 0 ? list.length : 0)
          saysNumber ||= set.some(([name]) => ['Customer ID', 'Kundennummer', 'Customer No'].includes(name))
          const expected = list.map(({ person }) => [nameOf(person), saysNumber ? person.id : null])
          expect(inOrder(await kept(t))).toEqual(inOrder(expected))
        }
      },
    ),
    ordinary,
  )
})

test.each([
  ['Auftragsnr;Kunde;Bezeichnung;Auftragsdatum;Liefertermin;Erledigt am'],
  ['Auftragsnummer;Kundenname;Artikel;Bestellt am;Fertig bis;Abgeholt am'],
  ['Numéro de commande;Client;Désignation;Date de commande;Date de livraison;Livré le'],
  ['Pedido;Cliente;Descripción;Fecha de pedido;Fecha de entrega;Entregado el'],
  ['Ordine;Cliente;Descrizione;Data ordine;Data di consegna;Consegnato il'],
  ['Bestelnummer;Klant;Omschrijving;Besteldatum;Leverdatum;Geleverd op'],
])('%s: number, customer, thing and the three days are read', async (header) => {
  const t = await testShop()
  const path = tableFile(t, [header, 'A7;Anna Berg;Torte;18.11.2026;20.11.2026;19.11.2026'])
  const { mapping, errorCount } = await t.call('promises.importFile', { path, commit: true })
  const [id, , what, made, told, done] = header.split(';')
  expect(mapping).toMatchObject({ id, what, made, told, done })
  expect(errorCount).toBe(0)
  const { rows } = (await t.call('promises.board', { text: '' })).doneRecently
  expect(rows).toMatchObject([{ name: 'Anna Berg', what: 'Torte' }])
})

const lookedAt = async (...lines: readonly string[]) => {
  const t = await testShop()
  return (await t.call('promises.importFile', { path: tableFile(t, lines), commit: false })).mapping
}

test.each([
  ['N° commande;Client;Désignation;Date de livraison', 'N° commande'],
  ['Nº pedido;Cliente;Artículo;Fecha de entrega', 'Nº pedido'],
  ['N. ordine;Cliente;Articolo;Data consegna', 'N. ordine'],
  ['Ordernummer;Klant;Omschrijving;Leverdatum', 'Ordernummer'],
  ['Auftrag Nr.;Kunde;Artikel;Liefertermin', 'Auftrag Nr.'],
  ['Order #;Customer;Item;Due', 'Order #'],
  ['Pedido;Cliente;Artículo;Fecha de entrega', 'Pedido'],
])('%s: the order number is read', async (header, id) => {
  expect((await lookedAt(header, 'A17;Anna Berg;Torte;2026-11-30', 'A18;Bo Ek;Brot;2026-11-30')).id).toBe(id)
})

test.each([
  ['Cliente;Ordine;Data consegna', ['Anna Berg;Torta;2026-11-28'], { what: 'Ordine' }],
  [
    'Customer;Job;Due',
    ['Anna Berg;Sharpen 2 knives;2026-11-28', 'Bo Ek;Repair;2026-11-28', 'Cy Ek;Oil;2026-11-28'],
    { what: 'Job' },
  ],
  [
    'Nº pedido;Cliente;Pedido;Fecha de entrega',
    ['A1;Anna Berg;Tarta;2026-11-28'],
    { id: 'Nº pedido', what: 'Pedido' },
  ],
  ['Name;Straße;Nr.;Ort;Artikel;Termin', ['Anna Berg;Weg;12;Bern;Brot;2026-11-28'], { what: 'Artikel' }],
  ['Client;Article;Notes;Date de livraison', ['Anna Berg;Tarte;sans noix;2026-11-28'], { what: 'Article' }],
] as const)('%s: what was ordered is read from its own column', async (header, lines, mapping) => {
  const found = await lookedAt(header, ...lines)
  expect(found).toMatchObject(mapping)
  expect(found['id']).toBe('id' in mapping ? mapping.id : undefined)
})

test('Kd-Nr. is the customer’s number, of customers and of orders', async () => {
  const t = await testShop()
  await customers(t, 'Kd-Nr.;Name', '17;Anna Berg', '18;Anna Berg')
  await promises(t, 'Kd-Nr.;Name;Artikel;Termin', '18;Anna Berg;Brot;2026-11-30')
  expect(await kept(t)).toEqual([['Anna Berg', 2]])
})
