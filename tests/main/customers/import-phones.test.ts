import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testShop, type TestShop } from '../../support/shop.ts'

let files = 0
function file(t: TestShop, ...lines: readonly string[]) {
  const path = join(t.folder, `phones-${files++}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

const take = (
  t: TestShop,
  path: string,
  more: { readonly mapping?: Readonly<Record<string, string>> } = {},
) => t.call('customers.importFile', { path, commit: true, ...more })

/** Without what kind each is, which the first test says. */
const bare = (phone: string): string => phone.replace(/ \((?:home|work|mobile)\)/g, '')

const phones = async (t: TestShop) =>
  (await t.call('customers.search', { limit: 50 })).rows
    .map(({ name, phone }) => `${name}: ${bare(phone)}`)
    .toSorted()

const outlook = [
  'First Name,Last Name,Home Phone,Business Phone,Mobile Phone',
  'Anna,Berg,030 1,,0170 2',
  'Ben,Roth,,040 7,',
  'Cleo,Lang,030 3,030-3,n/a',
]

test('a customer has every number of the line, whichever column it stands in, and the preview shows them', async () => {
  const t = await testShop()
  const path = file(t, ...outlook)
  const { sample, errorCount } = await t.call('customers.importFile', { path, commit: false })
  expect([sample.map(({ phone }) => phone), errorCount]).toEqual([
    ['0170 2 (mobile), 030 1 (home)', '040 7 (work)', '030 3 (home)'],
    0,
  ])
  await take(t, path)
  const all = ['Anna Berg: 0170 2, 030 1', 'Ben Roth: 040 7', 'Cleo Lang: 030 3']
  expect(await phones(t)).toEqual(all)
  expect(await take(t, path)).toMatchObject({ added: 0, updated: 0, unchanged: 3, changeCount: 0 })
  const found = await t.call('customers.search', { text: '0301', limit: 5 })
  expect(found.rows.map(({ name }) => name)).toEqual(['Anna Berg'])
})

test('a file with some of the numbers takes none away, one with more adds them, and what the owner has stays', async () => {
  const t = await testShop()
  await take(t, file(t, 'Name,Mobile', 'Anna Berg,0170 2', 'Ben Roth,040 7'))
  await take(t, file(t, ...outlook.slice(0, 2)))
  expect(await phones(t)).toEqual(['Anna Berg: 0170 2, 030 1', 'Ben Roth: 040 7'])
  expect(await take(t, file(t, 'Name,Mobile', 'Anna Berg,030 1'))).toMatchObject({
    updated: 0,
    changeCount: 0,
  })
  expect(await phones(t)).toEqual(['Anna Berg: 0170 2, 030 1', 'Ben Roth: 040 7'])
  await t.call('customers.save', { customerId: 1, phone: '0170 2' })
  expect(await take(t, file(t, ...outlook.slice(0, 2)))).toMatchObject({
    updated: 0,
    changes: [{ field: 'phone', before: '0170 2', after: '0170 2 (mobile), 030 1 (home)', kept: 'owner' }],
  })
})

test('two lines of one name that share a number are one, with all of both', async () => {
  const t = await testShop()
  const path = file(
    t,
    'Name,Phone,Mobile,Work phone',
    'Anna Berg,030 1,0170 2,',
    'Anna Berg,030 1,,040 7',
    // A mobile is one person's, whatever else has changed.
    'Anna Berg,030 9,0170 2,040 7',
    'Ben Roth,030 5,0170 6,',
    // The same numbers in other columns.
    'Ben Roth,0170 6,030 5,',
  )
  await take(t, path)
  expect(await phones(t)).toEqual(['Anna Berg: 030 1, 0170 2, 040 7, 030 9', 'Ben Roth: 030 5, 0170 6'])
  expect(await take(t, path)).toMatchObject({ added: 0, updated: 0 })
})

test('father and son of one name have the number at home and two mobiles: they are two, each with his own answer', async () => {
  const t = await testShop()
  const lines = [
    'Name,Telefon,Mobil,Newsletter',
    'Hans Müller,0221 123456,0171 1111111,nein',
    'Hans Müller,0221 123456,0172 2222222,',
  ]
  const path = file(t, ...lines)
  expect(await take(t, path)).toMatchObject({ added: 2, updated: 0 })
  const both = ['Hans Müller: 0221 123456, 0171 1111111', 'Hans Müller: 0221 123456, 0172 2222222']
  expect(await phones(t)).toEqual(both)
  const { rows } = await t.call('customers.search', { limit: 5 })
  expect(Object.fromEntries(rows.map(({ phone, mailConsent }) => [bare(phone), mailConsent]))).toEqual({
    '0221 123456, 0171 1111111': 'no',
    '0221 123456, 0172 2222222': 'unasked',
  })
  expect(await take(t, path)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  // The son alone, who has moved: the mobile tells him from his father.
  await take(t, file(t, 'Name,Telefon,Mobil,City', 'Hans Müller,0221 123456,0172 2222222,Bonn'))
  const moved = await t.call('customers.search', { text: 'Bonn', limit: 5 })
  expect(moved.rows.map(({ phone }) => bare(phone))).toEqual([both[1]!.slice('Hans Müller: '.length)])
})

test.each([
  ['WhatsApp', '1', '1'],
  ['WhatsApp', 'TRUE', 'TRUE'],
  ['SMS', '2024-05-01', '2024-05-01'],
  ['SMS', '01.05.2024', '01.05.2024'],
  ['SMS', '20240501', '20240501'],
  ['Mobile', '+49', '+49'],
  ['Mobile', '12', '12'],
])(
  '%s %s is no number of anybody’s: it joins none, makes nobody one, and is said once',
  async (column, cell, left) => {
    const t = await testShop()
    const path = file(
      t,
      `Name,Phone,${column}`,
      `Anna Berg,030 1111111,${cell}`,
      `Anna Berg,040 2222222,${cell}`,
      `Ben Roth,040 3333333,${cell}`,
    )
    expect(await take(t, path)).toMatchObject({
      added: 3,
      errors: [
        {
          line: 2,
          message: `“${left}” in the column “${column}” is no phone number. It was left out, and so is what is none in further lines.`,
        },
      ],
    })
    expect(await phones(t)).toEqual([
      'Anna Berg: 030 1111111',
      'Anna Berg: 040 2222222',
      'Ben Roth: 040 3333333',
    ])
    expect(await take(t, path)).toMatchObject({ added: 0, updated: 0, unchanged: 3 })
  },
)

test('a tick that an earlier import joined to a number makes nobody one', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna Berg', phone: '030 1111111, 1, 2024-05-01', city: 'Berlin' })
  expect(
    await take(t, file(t, 'Name,Phone,City', 'Anna Berg,"040 2222222, 1, 2024-05-01",Hamburg')),
  ).toMatchObject({ added: 1, updated: 0 })
})

test('where a tick stands alone under the phone there is none; what people wrote there stays', async () => {
  const t = await testShop()
  await take(
    t,
    file(t, 'Name,Mobile', 'Anna,1', 'Ben,yes', 'Cleo,1234', 'Dora,via Ben', 'Ed,+49', 'Flo,2024-05-01'),
  )
  expect(await phones(t)).toEqual(['Anna: ', 'Ben: ', 'Cleo: 1234', 'Dora: via Ben', 'Ed: ', 'Flo: '])
})

test('“Contact Number” is the telephone, and the next list finds the same people by it', async () => {
  const t = await testShop()
  const head = 'Name,Address,Contact Number'
  await take(t, file(t, head, 'Anna Berg,1 High St,020 7946 0001', 'Bo Ek,2 High St,020 7946 0002'))
  expect(await phones(t)).toEqual(['Anna Berg: 020 7946 0001', 'Bo Ek: 020 7946 0002'])
  await take(t, file(t, head, 'Anna Berg,1 High St,02079460001', 'Bo Ek,2 High St,+44 20 7946 0002'))
  expect(await phones(t)).toEqual(['Anna Berg: 02079460001', 'Bo Ek: +44 20 7946 0002'])
})

test('what a column of numbers leaves open is said, and so is what its cells decided', async () => {
  const t = await testShop()
  const said = async (column: string, ...cells: readonly string[]) => {
    const path = file(t, `Name,${column}`, ...cells.map((cell, i) => `${'ABC'[i]} Berg,${cell}`))
    const { errors } = await t.call('customers.importFile', { path, commit: false })
    return errors
  }
  expect([
    await said('Contact Number', '1001', '1002'),
    await said('Number', '9876543210', '9123456780'),
    await said('Customer Number', '020 7946 0001', '07700 900001'),
    await said('Contact Number', '020 7946 0001'),
    await said('Customer Number', '1001'),
  ]).toEqual([
    [
      {
        line: 1,
        message:
          '“Contact Number” may be a telephone or the customer’s number, and what is in it does not look like telephones. It was not read: choose what it is.',
      },
    ],
    [
      {
        line: 1,
        message: '“Number” was read as the customer’s number. If telephones are in it, choose “Phone”.',
      },
    ],
    [
      {
        line: 1,
        message:
          'What is in “Customer Number” looks like telephones. It was read as that; choose “Number” if it is the customer’s number.',
      },
    ],
    [],
    [],
  ])
})

test('a number of another column tells whom a line is about', async () => {
  const t = await testShop()
  await take(t, file(t, 'Name,Phone', 'Anna Berg,030 1', 'Anna Berg,040 7'))
  await take(t, file(t, 'Name,Phone,Mobile,City', 'Anna Berg,0170 2,040 7,Kiel'))
  expect(await phones(t)).toEqual(['Anna Berg: 0170 2, 040 7', 'Anna Berg: 030 1'].toSorted())
})

test('the owner chooses which columns are read as phones, and what is none is said', async () => {
  const t = await testShop()
  const path = file(t, 'Name,Phone,WhatsApp,Line 2', 'Anna Berg,030 1,yes,0170 2')
  const first = await t.call('customers.importFile', { path, commit: false })
  expect(first.mapping).toEqual({ name: 'Name', phone: 'Phone', 'otherPhones:WhatsApp': 'WhatsApp' })
  expect(first.errors).toEqual([
    {
      line: 2,
      message:
        '“yes” in the column “WhatsApp” is no phone number. It was left out, and so is what is none in further lines.',
    },
  ])
  const mapping = { 'otherPhones:WhatsApp': '', 'otherPhones:Line 2': 'Line 2' }
  expect(await take(t, path, { mapping })).toMatchObject({
    errors: [],
    sample: [{ phone: '030 1, 0170 2' }],
  })
  expect(
    await t.problem('customers.importFile', { path, commit: true, mapping: { 'phone:x': 'Line 2' } }),
  ).toMatchObject({
    code: 'no-field',
  })
})

test('numbers on lines of one cell stay two', async () => {
  const t = await testShop()
  await take(t, file(t, 'Name,Phone numbers', 'Anna Berg,"030 1\n0170 2"'))
  expect(await phones(t)).toEqual(['Anna Berg: 030 1, 0170 2'])
})

test.each([
  ['the son’s new mobile first', ['0172 9999999', '0171 1111111'], ['0171 1111111', '0172 9999999']],
  ['the father’s new mobile last', ['0172 2222222', '0171 9999999'], ['0171 9999999', '0172 2222222']],
  [
    'a new namesake first',
    ['0173 3333333', '0171 1111111', '0172 2222222'],
    ['0171 1111111', '0172 2222222', '0173 3333333'],
  ],
  [
    'one alone, of whom nobody knows which',
    ['0173 3333333'],
    ['0171 1111111', '0172 2222222', '0173 3333333'],
  ],
])('father and son keep their records whatever the order of the lines: %s', async (_, mobiles, kept) => {
  const t = await testShop()
  const lines = (all: readonly string[]) => [
    'Name,Telefon,Mobil',
    ...all.map((mobile) => `Jan Berg,0221 123456,${mobile}`),
  ]
  await take(t, file(t, ...lines(['0171 1111111', '0172 2222222'])))
  const path = file(t, ...lines(mobiles))
  await take(t, path)
  const { rows } = await t.call('customers.search', { limit: 5 })
  const byId = rows
    .toSorted((a, b) => a.id - b.id)
    .map(({ phone }) => bare(phone).replace('0221 123456, ', ''))
  expect(byId).toEqual(kept)
  expect(await take(t, path)).toMatchObject({ added: 0, updated: 0 })
})

test('a new address in front of the old ones is a new person, and has the yes of nobody', async () => {
  const t = await testShop()
  const lines = (...all: readonly string[]) =>
    file(t, 'Name,Email,Telefon,Newsletter', ...all.map((line) => `Jan Berg,${line}`))
  await take(t, lines('a@x.de,0221 123456,ja', 'b@x.de,0221 123456,ja'))
  await take(t, lines('c@x.de,0221 123456,', 'a@x.de,0221 123456,ja', 'b@x.de,0221 123456,ja'))
  const { rows } = await t.call('customers.search', { limit: 5 })
  expect(rows.map(({ email, mailConsent }) => `${email} ${mailConsent}`).toSorted()).toEqual([
    'a@x.de yes',
    'b@x.de yes',
    'c@x.de unasked',
  ])
})

test('a line that is left out changes nothing, and the preview shows no change for it', async () => {
  const t = await testShop()
  await take(t, file(t, 'Name,Phone', 'Anna Berg,030 1'))
  const path = file(t, 'Name,Phone', ',040 9', 'Anna Berg,030 1')
  expect(await t.call('customers.importFile', { path, commit: false })).toMatchObject({
    errorCount: 1,
    changes: [],
    changeCount: 0,
  })
})
