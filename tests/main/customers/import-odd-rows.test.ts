import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

let files = 0

/** Imports a text as a file of its own; messages come as "line: message". */
async function importText(t: TestShop, text: string, options: object = {}) {
  const path = join(t.folder, `list-${files++}.csv`)
  writeFileSync(path, text)
  const report = await t.call('customers.importFile', { path, commit: true, ...options })
  const { added, updated, unchanged, skipped, errors, mapping } = report
  return { added, updated, unchanged, skipped, mapping, errors: errors.map((e) => `${e.line}: ${e.message}`) }
}

const counts = (added: number, updated = 0, unchanged = 0, skipped = 0) => ({
  added,
  updated,
  unchanged,
  skipped,
})

const everybody = async (t: TestShop) =>
  (await t.call('customers.search', { limit: 100 })).rows.map((row) => row.name)

test('odd rows are kept where they can be, and each is told with its line', async () => {
  const t = await testShop()
  const report = await importText(
    t,
    'Name;Firma;E-Mail;Telefon;Newsletter\n' +
      'Anna Berg;;anna@berg.example;;ja\n' +
      ';Nordwind GmbH;;040 1;\n' +
      ';;info@nobody.example;;nein\n' +
      ';;;0171 5;\n' +
      'Ben Roth;;ben at roth;;vielleicht\n' +
      'Cleo;;;;;extra\n',
  )
  expect(report).toMatchObject({
    ...counts(5, 0, 0, 1),
    errors: [
      '3: No contact is named. It was kept under the company’s name, Nordwind GmbH.',
      '4: Neither a name nor a company is given. It was kept under its mail address, info@nobody.example.',
      '5: This line has neither a name, a company nor a mail address. It was left out.',
      '6: “ben at roth” is not a mail address. It was kept as it is, but no mail can go there.',
      '6: “vielleicht” was not understood as an answer about mail. It counts as not asked.',
      '7: This line has 1 cell more than there are columns. It was left out.',
    ],
  })
  const { rows } = await t.call('customers.search', {})
  expect(rows.map(({ name, email, mailConsent }) => [name, email, mailConsent])).toEqual([
    ['Anna Berg', 'anna@berg.example', 'yes'],
    ['Ben Roth', 'ben at roth', 'unasked'],
    ['Cleo', '', 'unasked'],
    ['info@nobody.example', 'info@nobody.example', 'no'],
    ['Nordwind GmbH', '', 'unasked'],
  ])
  const anna = await t.call('customers.one', { customerId: rows[0]!.id })
  expect([anna.mailConsentDay, anna.mailConsentSource]).toEqual([
    '2026-11-23',
    `Imported from list-${files - 1}.csv (“Newsletter”)`,
  ])
})

test('an answer about mail is never blanked, and a no is never turned into a yes', async () => {
  const t = await testShop()
  await importText(t, 'Name,E-mail,Newsletter\nAnna,a@x.example,yes\nBen,b@x.example,no\n')
  const blank = await importText(t, 'Name,E-mail,Newsletter\nAnna,a@x.example,\nBen,b@x.example,yes\n')
  expect(blank).toMatchObject({
    ...counts(0, 0, 2),
    errors: ['3: Ben said no to mail. The file says yes; no was kept.'],
  })
  expect(await importText(t, 'Name,E-mail,Newsletter\nAnna,a@x.example,no\n')).toMatchObject(counts(0, 1))
  const { rows } = await t.call('customers.search', {})
  expect(rows.map(({ name, mailConsent }) => [name, mailConsent])).toEqual([
    ['Anna', 'no'],
    ['Ben', 'no'],
  ])
})

test('two people of one file stay two people, whatever they share', async () => {
  const t = await testShop()
  const file =
    'ID,Name,E-mail,City\n' +
    '1,Hans Meier,meier@x.example,Bonn\n' +
    '2,Eva Meier,meier@x.example,Bonn\n' +
    ',John Smith,,Leeds\n' +
    ',John Smith,,York\n' +
    '1,Otto Kern,otto@y.example,Ulm\n'
  const first = await importText(t, file)
  expect(first).toMatchObject({
    ...counts(5),
    errors: [
      '3: Hans Meier has the same mail address, meier@x.example. Both were kept.',
      '6: Hans Meier has the same number, 1, but is somebody else. Both were kept.',
    ],
  })
  expect(await importText(t, file)).toMatchObject({ ...counts(0, 0, 5), errors: [] })
  expect(await everybody(t)).toEqual(['Eva Meier', 'Hans Meier', 'John Smith', 'John Smith', 'Otto Kern'])
})

test('a line that repeats another is told and adds nobody', async () => {
  const t = await testShop()
  const report = await importText(t, 'Name,Phone\nAnna,1\nBen,2\nAnna,1\n')
  expect(report).toMatchObject({ ...counts(2, 0, 1), errors: ['4: This is the same customer as in line 2.'] })
})

test('the same person is known by mail address in any case, and by name and company with phone', async () => {
  const t = await testShop()
  await importText(
    t,
    'Name,Company,E-mail,Phone\nAnna Berg,Berg AG,Anna@Berg.example,\nBen Roth,Roth,,030-11\n',
  )
  const report = await importText(
    t,
    'Name,Company,E-mail,Phone\nÁnna  BERG,,anna@berg.example,\nAnna Berg-Lund,,anna@berg.example,\nBEN ROTH,Röth,,030 11\nBen Roth,Roth,,99\n',
  )
  // Another name is another person, whatever address they share.
  expect(report).toMatchObject({
    ...counts(2, 2),
    errors: ['3: Ánna  BERG has the same mail address, anna@berg.example. Both were kept.'],
  })
  expect(await everybody(t)).toEqual(['Ánna  BERG', 'Anna Berg-Lund', 'BEN ROTH', 'Ben Roth'])
})

test('a number that another program gave to somebody else does not make them one', async () => {
  const t = await testShop()
  await importText(t, 'ID,Name,Company\n7,Anna Berg,Berg AG\n')
  const report = await importText(t, 'ID,Name,Company\n7,Carl Dorn,Dorn KG\n')
  expect(report).toMatchObject({
    ...counts(1),
    errors: ['2: Anna Berg has the same number, 7, but is somebody else. Both were kept.'],
  })
})

test('what the owner noted stays, and notes of the file are added', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna', email: 'a@x.example', notes: 'Likes rye' })
  await importText(t, 'Name,E-mail,Notes\nAnna,a@x.example,Regular\n')
  await importText(t, 'Name,E-mail,Notes\nAnna,a@x.example,Regular\n')
  expect((await t.call('customers.one', { customerId: 1 })).notes).toBe('Likes rye\nRegular')
})

test('Customer is the number beside a name, and the name where it stands alone', async () => {
  const t = await testShop()
  expect((await importText(t, 'Customer,Contact\nA1,Anna\n')).mapping).toEqual({
    sourceId: 'Customer',
    name: 'Contact',
  })
  expect((await importText(t, 'Customer,E-mail\nBen,b@x.example\n')).mapping).toEqual({
    name: 'Customer',
    email: 'E-mail',
  })
})

test('columns can be chosen by hand; what does not exist is refused by name', async () => {
  const t = await testShop()
  const text = 'wer,was\nAnna,x\n'
  expect(await importText(t, text, { mapping: { name: 'wer' } })).toMatchObject(counts(1))
  const path = join(t.folder, `list-${files - 1}.csv`)
  const code = async (mapping?: object) =>
    (await t.problem('customers.importFile', { path, commit: true, mapping })).code
  expect(await code()).toBe('no-names')
  expect(await code({ name: 'wo' })).toBe('no-column')
  expect(await code({ shoe: 'was', name: 'wer' })).toBe('no-field')
  expect(
    (await t.problem('customers.importFile', { path: join(t.folder, 'none'), commit: false })).code,
  ).toBe('no-file')
})

test('an import that was stopped leaves nothing behind', async () => {
  const t = await testShop()
  const path = join(t.folder, 'long.csv')
  writeFileSync(path, `Name\n${Array.from({ length: 20_000 }, (_, i) => `Person ${i}`).join('\n')}\n`)
  const signal = { aborted: false }
  const onProgress = ({ words }: { words: string }) => {
    if (words === 'Keeping the customers') signal.aborted = true
  }
  const { result } = await dispatch(
    t.shop,
    'customers.importFile',
    { path, commit: true },
    { now: t.now, signal, onProgress },
  )
  expect(result).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  expect((await t.call('customers.search', {})).total).toBe(0)
})

test('thousands of customers are taken back, and brought again, as one act', async () => {
  const t = await testShop()
  const lines = (city: string) =>
    Array.from({ length: 3000 }, (_, i) => `Person ${i},p${i}@x.example,${city}`)
  await importText(t, `Name,E-mail,City\n${lines('Ulm').join('\n')}\n`)
  expect(await importText(t, `Name,E-mail,City\n${lines('Bonn').join('\n')}\n`)).toMatchObject(
    counts(0, 3000),
  )
  const found = async (text: string) => (await t.call('customers.search', { text })).total
  expect([await found('bonn'), await found('ulm')]).toEqual([3000, 0])
  await t.call('shop.undo', {})
  expect([await found('bonn'), await found('ulm')]).toEqual([0, 3000])
  await t.call('shop.undo', {})
  expect([await found(''), await found('ulm')]).toEqual([0, 0])
  const acts = await t.shop.reader.selectFrom('acts').select('id').orderBy('id', 'desc').execute()
  await t.call('shop.undo', { actId: acts[0]!.id })
  expect([await found(''), await found('ulm'), await found('person 17')]).toEqual([3000, 3000, 111])
  expect((await t.call('customers.whoToday', {})).total).toBe(0)
})

test('somebody who is in a file twice is shown as both lines together leave them', async () => {
  const t = await testShop()
  await importText(t, 'Name,E-mail,City\nAnna,a@x.example,Ulm\n')
  await t.call('customers.save', { customerId: 1, city: 'Kiel' })
  const path = join(t.folder, 'twice.csv')
  writeFileSync(
    path,
    'Name,E-mail,City,Phone\nAnna,a@x.example,Bonn,\nBen,b@x.example,Ulm,\nAnna,a@x.example,,030 1\nBen,b@x.example,,030 2\n',
  )
  const { sample } = await t.call('customers.importFile', { path, commit: false })
  expect(sample.map(({ name, city, phone }) => [name, city, phone])).toEqual([
    ['Anna', 'Kiel', '030 1'],
    ['Ben', 'Ulm', '030 2'],
    ['Anna', 'Kiel', '030 1'],
    ['Ben', 'Ulm', '030 2'],
  ])
})

test('a list of who unsubscribed is told by its name; what a list says as a whole can be chosen, and a yes of it never beats a no', async () => {
  const t = await testShop()
  const path = join(t.folder, 'unsubscribed_members_export.csv')
  writeFileSync(path, 'Email Address,First Name,Last Name\na@x.example,Anna,Berg\n')
  const looked = await t.call('customers.importFile', { path, commit: false })
  expect([looked.wholeList, looked.consents]).toEqual(['no', { yes: 0, no: 1, unasked: 0 }])
  await t.call('customers.importFile', { path, commit: true })
  const all = join(t.folder, 'members.csv')
  writeFileSync(all, 'Name,Email\nAnna Berg,a@x.example\nBen Roth,b@x.example\n')
  expect((await t.call('customers.importFile', { path: all, commit: false })).wholeList).toBe('nothing')
  await t.call('customers.importFile', { path: all, commit: true, wholeList: 'yes' })
  const { rows } = await t.call('customers.search', {})
  expect(rows.map(({ name, mailConsent }) => [name, mailConsent])).toEqual([
    ['Anna Berg', 'no'],
    ['Ben Roth', 'yes'],
  ])
  expect((await t.call('customers.one', { customerId: 2 })).mailConsentSource).toContain('the whole list')
})

test('a title above the columns says nothing of what parts them', async () => {
  for (const title of ['Kundenliste\n\n', 'Kundenliste\n', 'Kunden, Stand 1.1.2026\n']) {
    const t = await testShop()
    const report = await importText(
      t,
      `${title}Name;Phone;Newsletter\nA Smith;030 5550001;ja\nB Weiss;030 5550003;nein\n`,
    )
    expect(report).toMatchObject({
      ...counts(2),
      mapping: { name: 'Name', phone: 'Phone', consent: 'Newsletter' },
    })
  }
})

test('an address that stands whole in a cell, parted by double spaces, is read by its parts', async () => {
  const t = await testShop()
  await importText(t, 'Name,E-mail,Street,Postcode,City\nMax Mustermann,max@x.example,Weg 2,53111,Bonn\n')
  const file =
    'Email Address,First Name,Last Name,Address,REGION,LEID\n' +
    'max@x.example,Max,Mustermann,"Weg 2  Bonn  53111  DE",nw,1\n' +
    'jo@x.example,Jo,Hicks,"10 Walnut St  Apt 2  Philadelphia  PA  19103  US",,2\n' +
    'al@x.example,Al,Roe,"Bay 3, 1000 Town",,3\n'
  await importText(t, file)
  const { rows } = await t.call('customers.search', {})
  const places = await Promise.all(
    rows.map(async ({ id }) => {
      const { street, postcode, city, region, country } = await t.call('customers.one', { customerId: id })
      return [street, postcode, city, region, country]
    }),
  )
  expect(places).toEqual([
    ['Bay 3, 1000 Town', '', '', '', ''],
    ['10 Walnut St, Apt 2', '19103', 'Philadelphia', 'PA', 'US'],
    ['Weg 2', '53111', 'Bonn', '', 'DE'],
  ])
  expect(await importText(t, file)).toMatchObject(counts(0, 0, 3))
})

test('a list of columns that nobody knows is shown, and nothing of it is kept before they are chosen', async () => {
  const t = await testShop()
  const path = join(t.folder, 'odd.csv')
  writeFileSync(path, 'Wer,Nummer,Adr\nAnna Berg,030 5550001,a@x.example\n')
  const seen = await t.call('customers.importFile', { path, commit: false })
  expect(seen).toMatchObject({
    header: ['Wer', 'Nummer', 'Adr'],
    examples: [['Anna Berg'], ['030 5550001'], ['a@x.example']],
    added: 0,
  })
  expect((await t.problem('customers.importFile', { path, commit: true })).code).toBe('no-names')
  expect(await everybody(t)).toEqual([])
  const mapping = { name: 'Wer', email: 'Adr' }
  expect(await t.call('customers.importFile', { path, commit: true, mapping })).toMatchObject({ added: 1 })
})

test('a list without names of columns is refused in words: its first line would be lost', async () => {
  const t = await testShop()
  const path = join(t.folder, 'bare.csv')
  for (const first of ['Anna,a@x.example,Bonn', 'Anna;030 555 0001;Bonn']) {
    writeFileSync(path, `${first}\n${first}\n`)
    const problem = await t.problem('customers.importFile', { path, commit: false })
    expect(problem).toMatchObject({ code: 'no-header' })
    expect(problem.message).toContain('Write a line with the names of the columns above it')
  }
  expect(await everybody(t)).toEqual([])
})

test('what stands in lines of one cell stays apart: allergies, preferences, mail addresses', async () => {
  const t = await testShop()
  await importText(
    t,
    'Name,Allergies,Preferences,E-mail\nAnna,"no nuts\nlactose;\n","rye\nsliced","a@x.example\nb@x.example"\n',
  )
  expect(await t.call('customers.one', { customerId: 1 })).toMatchObject({
    mustKnow: 'no nuts; lactose',
    preferences: 'rye; sliced',
    email: 'a@x.example',
    otherMails: 'b@x.example',
  })
})
