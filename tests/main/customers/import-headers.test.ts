import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { guessCustomerMapping } from '../../../src/core/customers/import-fields.ts'
import { uniqueHeader } from '../../../src/core/import/mapping.ts'
import { quoted } from '../../support/customer-file.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

interface Program {
  readonly program: string
  /** Field -> the column it has to be read from. */
  readonly taken: Readonly<Record<string, string>>
  readonly header: readonly string[]
}

const programs = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../data/headers/customers.json'), 'utf8'),
) as readonly Program[]

/** Names, mail, phone and address: what a customer must not lose on the way. */
const fields = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'street',
  'houseNumber',
  'city',
  'postcode',
  'country',
]

const chosen = (mapping: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    fields.flatMap((field) => (mapping[field] === undefined ? [] : [[field, mapping[field]]])),
  )

test(`the names, mail, phone and address columns of ${programs.length} programs’ files are known, none wrong`, () => {
  expect(programs.length).toBeGreaterThan(60)
  const read = programs.map(({ program, header }) => [
    program,
    chosen(guessCustomerMapping(uniqueHeader(header))),
  ])
  const wanted = programs.map(({ program, taken }) => {
    const { company: _company, middleName: _middle, ...rest } = taken
    return [program, rest]
  })
  expect(read).toEqual(wanted)
})

test('they are known in any case, without accents and with any marks between the words', () => {
  for (const dressed of [
    (text: string) => text.toUpperCase(),
    (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, ''),
    (text: string) => text.replaceAll(' ', '_'),
    (text: string) => text.replaceAll('-', ''),
  ])
    for (const { header, taken } of programs) {
      const other = uniqueHeader(header.map(dressed))
      const mapping = guessCustomerMapping(other)
      const plain = uniqueHeader(header)
      for (const field of ['email', 'phone', 'city', 'postcode'])
        if (taken[field] !== undefined)
          expect(mapping[field] && plain[other.indexOf(mapping[field])]).toBe(taken[field])
    }
})

let files = 0
async function importText(t: TestShop, text: string) {
  const path = join(t.folder, `program-${files++}.csv`)
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit: true })
}

test('a person comes in whole from every program: name, mail, phone and address', async () => {
  const told = {
    name: 'Anna Berg',
    firstName: 'Anna',
    lastName: 'Berg',
    email: 'anna@berg.example',
    phone: '+49 30 123456',
    street: 'Hauptstr. 7',
    houseNumber: '7',
    city: 'Köln',
    postcode: '01234',
    country: 'DE',
  } as Readonly<Record<string, string>>
  for (const { program, header, taken } of programs) {
    const t = await testShop()
    const columns = uniqueHeader(header)
    const cells = columns.map((column) => {
      const field = Object.keys(taken).find((name) => taken[name] === column)
      return field === undefined ? '' : (told[field] ?? '')
    })
    await importText(t, `${columns.map(quoted).join(',')}\n${cells.map(quoted).join(',')}\n`)
    const kept = await t.call('customers.one', { customerId: 1 })
    const { name, email, street, city, postcode, country } = kept
    const phone = kept.phone.replace(/ \((?:home|work|mobile)\)$/, '')
    const has = (field: string) => (taken[field] === undefined ? '' : told[field])
    expect({ program, name, email, phone, street, city, postcode, country }).toEqual({
      program,
      name: 'Anna Berg',
      email: has('email'),
      phone: has('phone'),
      street: taken['houseNumber'] ? 'Hauptstr. 7' : has('street'),
      city: has('city'),
      postcode: has('postcode'),
      country: has('country'),
    })
  }
})

test('an address is taken from home or from work, never put together, and a column nobody filled comes last', async () => {
  const t = await testShop()
  const head =
    'First Name,Last Name,Home Street,Home City,Business Street,Business City,Mobile Phone,Business Phone\n'
  const atWork = await importText(t, `${head}Anna,Berg,,,Hafen 1,Kiel,,040 1\n`)
  expect(atWork.mapping).toMatchObject({
    street: 'Business Street',
    city: 'Business City',
    phone: 'Business Phone',
  })
  const atHome = await importText(t, `${head}Ben,Roth,,Köln,Hafen 1,Kiel,0171 1,040 1\n`)
  expect(atHome.mapping).toMatchObject({ street: 'Home Street', city: 'Home City', phone: 'Mobile Phone' })
})

test('lines above the column names are left out, and told', async () => {
  const t = await testShop()
  const quickBooks = await importText(
    t,
    '"Example Co, LLC",,,\nCustomer Contact List,,,\n\nCustomer full name,Phone numbers,Email,Bill address\n' +
      'Anna Berg,(555) 010-1234,anna@berg.example,"12 Larkspur Way\nGreenbank"\n',
  )
  expect(quickBooks).toMatchObject({
    added: 1,
    errors: [{ line: 4, message: 'The columns are named in this line. The lines above were left out.' }],
    sample: [{ line: 5, name: 'Anna Berg', phone: '(555) 010-1234' }],
  })
  const datev = await importText(
    t,
    '"EXTF";700;16;"Debitoren/Kreditoren";5\nKonto;Name (Adressattyp Unternehmen);Straße;Ort\n10000;Nordwind GmbH;Hafen 1;Kiel\n',
  )
  expect(datev).toMatchObject({ added: 1, sample: [{ name: 'Nordwind GmbH', city: 'Kiel' }] })
})

test('an apostrophe that only a spreadsheet needs goes, one that belongs to a name stays', async () => {
  const t = await testShop()
  await importText(
    t,
    "Customer ID,Name,Phone,Zip,Notes\n'7210448301122,'t Hart,'+33612345678,'01234,'90 calls\n'0012,Anna,'0171 23-45,'1234AB,'=1+1\n",
  )
  const rows = await t.shop.reader
    .selectFrom('customers')
    .select(['sourceId', 'name', 'phone', 'postcode', 'notes'])
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    {
      sourceId: '7210448301122',
      name: "'t Hart",
      phone: '+33612345678',
      postcode: '01234',
      notes: "'90 calls",
    },
    { sourceId: '0012', name: 'Anna', phone: '0171 23-45', postcode: '1234AB', notes: '=1+1' },
  ])
})

test('each column shows what stands in it: the first few different values', async () => {
  const t = await testShop()
  const { header, examples } = await importText(
    t,
    `Name,Fax,City\nAnna,,Köln\nBen,,Köln\nCleo,,"Ber\nlin"\nDora,,${'x'.repeat(100)}\nEmil,,Bonn\n`,
  )
  expect(header).toEqual(['Name', 'Fax', 'City'])
  expect(examples).toEqual([['Anna', 'Ben', 'Cleo'], [], ['Köln', 'Ber lin', `${'x'.repeat(59)}…`]])
})
