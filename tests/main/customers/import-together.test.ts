import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { areBornApart } from '../../../src/core/customers/birthday.ts'
import { comparePeople } from '../../../src/main/store/comparing.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

async function importText(t: TestShop, text: string, name = 'list.csv') {
  const path = join(t.folder, name)
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit: true })
}
const rows = (t: TestShop, columns: string) =>
  t.shop.connection.prepare(`SELECT ${columns} FROM customers ORDER BY id`).all()

test('two lines of a file that are one person lose nothing that must be known, no address and no mail address', async () => {
  const t = await testShop()
  const file = [
    'Name,E-Mail,Other mail addresses,Must know,Preferences,Street,Postcode,City',
    'Anna Berg,a@x.example,,walnuts,tea,Weg 1,50667,Köln',
    'Anna Berg,a@x.example,b@x.example,nuts,coffee,Allee 2,,Bonn',
    'Anna Berg,b@x.example,,nuts,tea,Weg 1,50667,Köln',
    '',
  ].join('\n')
  await importText(t, file)
  const all = 'email, otherMails, mustKnow, preferences, street, postcode, city, otherAddresses'
  const kept = {
    email: 'a@x.example',
    otherMails: 'b@x.example',
    mustKnow: 'walnuts; nuts',
    preferences: 'tea; coffee',
    street: 'Weg 1',
    postcode: '50667',
    city: 'Köln',
    otherAddresses: 'Allee 2, Bonn',
  }
  expect(rows(t, all)).toEqual([kept])
  expect(await importText(t, file)).toMatchObject({ added: 0, updated: 0, errors: expectNoKept })
  expect(rows(t, all)).toEqual([kept])
})

/** No line says that the owner or a later file has it otherwise. */
const expectNoKept = expect.not.arrayContaining([
  expect.objectContaining({ message: expect.stringContaining('Kept as') as unknown }),
]) as unknown

test('what has no room in a field stands in the notes whole; notes that are full are said and not cut', async () => {
  const t = await testShop()
  const mails = (from: string) => Array.from({ length: 60 }, (_, i) => `${from}${i}@example.example`)
  const line = (name: string) => `Anna Berg,a@x.example,"${mails(name).join(', ')}",\n`
  const file = `Name,E-Mail,Other mail addresses,Notes\n${line('m')}${line('n')}`
  await importText(t, file)
  const [{ otherMails, notes }] = rows(t, 'otherMails, notes') as [{ otherMails: string; notes: string }]
  expect(otherMails.length).toBeLessThanOrEqual(2000)
  expect(notes).toMatch(/^More mail addresses: /)
  expect(`${otherMails}, ${notes.replace('More mail addresses: ', '')}`.split(', ')).toEqual([
    ...mails('m'),
    ...mails('n'),
  ])
  expect(await importText(t, file)).toMatchObject({ added: 0, updated: 0 })
  const full = 'x'.repeat(19_990)
  await t.call('customers.save', { customerId: 1, notes: full })
  const { errors } = await importText(t, 'Name,E-Mail,Notes\nAnna Berg,a@x.example,Likes rye very much\n')
  expect(errors.map(({ message }) => message).join()).toContain('There is no room left, and nothing was cut')
  expect(rows(t, 'notes')).toEqual([{ notes: full }])
})

test('a note is there already only as whole words', async () => {
  const t = await testShop()
  await importText(t, 'Name,E-Mail,Notes\nAnna Berg,a@x.example,walnuts\n')
  await importText(t, 'Name,E-Mail,Notes\nAnna Berg,a@x.example,nuts\n')
  expect(rows(t, 'notes')).toEqual([{ notes: 'walnuts\nnuts' }])
})

const header = 'Name,Phone,Street,City,Birthday,Must know\n'
const father = 'Otto Kurz,030 111111,Weg 1,Köln,1950-01-01,nuts\n'
const son = 'Otto Kurz,030 111111,Weg 1,Köln,1985-05-05,milk\n'

test('father and son of one name stay two, whichever file brings them, and are proposed as a pair', async () => {
  const t = await testShop()
  await importText(t, header + father)
  const second = await importText(t, header + son)
  expect(second).toMatchObject({ added: 1, updated: 0 })
  expect(second.errors.map(({ message }) => message)).toEqual([
    'Otto Kurz on file has another birthday, so this is somebody else. Both were kept.',
  ])
  const both = [
    { birthday: '1950-01-01', mustKnow: 'nuts' },
    { birthday: '1985-05-05', mustKnow: 'milk' },
  ]
  expect(rows(t, 'birthday, mustKnow')).toEqual(both)
  for (const file of [father + son, son + father, son, father])
    expect(await importText(t, header + file)).toMatchObject({ added: 0, updated: 0 })
  expect(rows(t, 'birthday, mustKnow')).toEqual(both)
  await importText(t, header + son.replace('milk', 'milk and eggs'))
  expect(rows(t, 'mustKnow')).toEqual([{ mustKnow: 'nuts' }, { mustKnow: 'milk and eggs' }])
  await comparePeople(t.shop)
  const pairs = await t.call('customers.pairs', {})
  expect(pairs.rows).toMatchObject([{ against: 'other birthday' }])
  const fresh = await testShop()
  expect(await importText(fresh, header + father + son)).toMatchObject({ added: 2 })
})

test('a birthday put right under one number, or read in the other order, is the same person', async () => {
  const t = await testShop()
  const line = (birthday: string) => `Number,Name,E-mail,Birthday\n17,Anna Berg,a@x.example,${birthday}\n`
  await importText(t, line('1980-03-14'))
  expect(await importText(t, line('1980-03-15'))).toMatchObject({ added: 0, updated: 1 })
  expect(areBornApart('1950-03-04', '1950-04-03')).toBe(false)
  expect(areBornApart('1950-03-04', '--04-03')).toBe(false)
  expect(areBornApart('1950-03-04', '1985-03-04')).toBe(true)
})

test('a fax is no phone, and a birthday of three columns is named as it stands', async () => {
  const t = await testShop()
  const file = [
    'First Name,Last Name,Fax Number,Birth Year,Birth Month,Birth Day',
    'Otto,Kurz,030 333333,1970,13,45',
    '',
  ].join('\n')
  const { errors } = await importText(t, file)
  expect(rows(t, 'name, phone')).toEqual([{ name: 'Otto Kurz', phone: '' }])
  expect(errors.map(({ message }) => message)).toContain('“45.13.1970” is no birthday. It was left out.')
})
