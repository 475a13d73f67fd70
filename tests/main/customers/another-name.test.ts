import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sent } from '../../../src/core/calls.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

let files = 0

async function importText(t: TestShop, text: string, commit = true) {
  const path = join(t.folder, `list-${files++}.csv`)
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit })
}

const everybody = async (t: TestShop) => (await t.call('customers.search', { limit: 500 })).rows
const one = (t: TestShop, customerId: number) => t.call('customers.one', { customerId })

test('a file with another name under an address on file adds that person and leaves the first alone', async () => {
  const t = await testShop()
  const anna: Sent<'customers.save'> = {
    name: 'Anna',
    email: 'lang@x.example',
    phone: '030 1',
    notes: 'allergic to nuts',
  }
  const { id } = await t.call('customers.save', anna)
  await t.call('promises.make', { customerId: id, what: 'Cake', told: '2026-11-28T12:00' })
  const before = await one(t, id)
  const file = 'Name,E-mail,Phone\nBert Lang,LANG@x.example,0171 5\n'
  const preview = await importText(t, file, false)
  expect(preview).toMatchObject({
    added: 1,
    updated: 0,
    errors: [{ line: 2, message: 'Anna has the same mail address, LANG@x.example. Both were kept.' }],
  })
  await importText(t, file)
  expect(await one(t, id)).toEqual(before)
  expect((await everybody(t)).map(({ name, phone }) => [name, phone])).toEqual([
    ['Anna', '030 1'],
    ['Bert Lang', '0171 5'],
  ])
  const promises = await t.shop.reader.selectFrom('promises').select(['customerId', 'name']).execute()
  expect(promises).toEqual([{ customerId: id, name: 'Anna' }])
  expect(await importText(t, file)).toMatchObject({ added: 0, updated: 0, unchanged: 1, errors: [] })
})

test('two programs’ numbers: the same number is the same customer only under the same name', async () => {
  const t = await testShop()
  await importText(t, 'ID,Name,Company,E-mail\n12,Anna Berg,Berg AG,info@berg.example\n')
  const other = await importText(t, 'ID,Name,Company,E-mail\n12,Carl Dorn,Berg AG,info@berg.example\n')
  expect(other).toMatchObject({
    added: 1,
    errors: [
      { line: 2, message: 'Anna Berg has the same number, 12, but is somebody else. Both were kept.' },
    ],
  })
  const moved = await importText(t, 'ID,Name,E-mail\n12,"Berg, Anna",new@berg.example\n')
  expect(moved).toMatchObject({ added: 0, updated: 1 })
  expect((await everybody(t)).map(({ name, email }) => [name, email])).toEqual([
    ['Berg, Anna', 'new@berg.example'],
    ['Carl Dorn', 'info@berg.example'],
  ])
})

test('one file that numbers two of one name and address means two', async () => {
  const t = await testShop()
  const file =
    'ID,Name,E-mail,Phone\n1,Hans Meier,meier@x.example,030 1\n2,Hans Meier,meier@x.example,030 2\n'
  expect(await importText(t, file)).toMatchObject({ added: 2 })
  expect(await importText(t, file)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  expect((await everybody(t)).map(({ phone }) => phone).toSorted()).toEqual(['030 1', '030 2'])
})

test('a firm and a person in it are two; an address and its answer about mail are its holder’s', async () => {
  const t = await testShop()
  await importText(t, 'Name,Company,E-mail,Phone\nAnna Berg,Nordwind,office@nordwind.example,030 1\n')
  const firm = 'Name,Company,E-mail,Phone\n,Nordwind,office@nordwind.example,030 99\n'
  expect(await importText(t, firm)).toMatchObject({ added: 1 })
  expect((await one(t, 1)).phone).toBe('030 1')
  expect(await importText(t, firm)).toMatchObject({ added: 0, unchanged: 1 })
  await t.call('customers.save', { name: 'Carl', email: 'carl@x.example' })
  expect(await importText(t, 'E-mail,Newsletter\ncarl@x.example,yes\n')).toMatchObject({
    added: 0,
    updated: 1,
  })
  // With anything else it may be somebody else's, and nobody can tell.
  expect(await importText(t, 'E-mail,Phone\ncarl@x.example,0171 7\n')).toMatchObject({ added: 1 })
  expect((await one(t, 3)).phone).toBe('')
})

test('who was renamed or moved here is still known by what the file calls them', async () => {
  const t = await testShop()
  const file = 'Name,E-mail,City\nAna Trujilo,ana@x.example,Ulm\n'
  await importText(t, file)
  await t.call('customers.save', {
    customerId: 1,
    name: 'Ana Trujillo',
    email: 'ana@y.example',
    city: 'Bonn',
  })
  const again = await importText(t, file)
  expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 1 })
  expect(await everybody(t)).toMatchObject([{ name: 'Ana Trujillo', email: 'ana@y.example', city: 'Bonn' }])
})

test('whatever people of different names share, each keeps what is theirs', async () => {
  const t = await testShop()
  const names = ['Anna Berg', 'Bert Lang', 'Carl Dorn', 'Familie Berg', 'B. Lang']
  const person = fc.record({
    name: fc.constantFrom(...names),
    number: fc.constantFrom('', '1', '2'),
    email: fc.constantFrom('', 'a@x.example', 'A@X.example', 'b@x.example'),
    phone: fc.constantFrom('', '030 1', '0301', '030 2'),
    company: fc.constantFrom('', 'Berg AG'),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 6 }),
      fc.array(person, { minLength: 1, maxLength: 6 }),
      async (first, second) => {
        t.shop.connection.exec(
          'INSERT INTO temp.actNow (id) VALUES (1); DELETE FROM customers; DELETE FROM temp.actNow',
        )
        const text = (rows: typeof first) =>
          `ID,Name,E-mail,Phone,Company\n${rows.map((r) => [r.number, r.name, r.email, r.phone, r.company].join(',')).join('\n')}\n`
        for (const rows of [first, second, second]) await importText(t, text(rows))
        const kept = await everybody(t)
        const all = [...first, ...second]
        // Nobody is called, reached or numbered by what only another name's lines said.
        for (const { name, email, phone, company } of kept) {
          const theirs = all.filter((row) => row.name === name)
          expect(theirs.map((row) => row.email)).toContain(email)
          expect(theirs.map((row) => row.phone)).toContain(phone)
          expect(theirs.map((row) => row.company)).toContain(company)
        }
        expect(new Set(kept.map(({ name }) => name))).toEqual(new Set(all.map(({ name }) => name)))
      },
    ),
    runs(60),
  )
}, 600_000)

const brief = async (t: TestShop) =>
  (await everybody(t)).map(({ name, email, phone, city }) => [name, email, phone, city].join(' ')).toSorted()

test('what says nothing is no number: two of one name stay two', async () => {
  for (const number of ['n/a', '0', '-', 'NULL', '#N/A', '"1,23457E+11"', '1.23457E+11']) {
    const t = await testShop()
    const file = `ID,Name,E-mail,Phone,City\n${number},Anna Müller,a1@x.example,111,Berlin\n${number},Anna Müller,a2@x.example,222,Ulm\n`
    expect(await importText(t, file)).toMatchObject({ added: 2, updated: 0 })
    expect(await importText(t, file)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
    const numbers = await t.shop.reader.selectFrom('customers').select('sourceId').execute()
    expect(numbers).toEqual([{ sourceId: '' }, { sourceId: '' }])
  }
})

test('a mail address or phone that says nothing is none, and what a spreadsheet cut short is said', async () => {
  const t = await testShop()
  const file = 'Name,E-mail,Phone\nAnna,n/a,"3,01235E+10"\nBert,-,#N/A\nCarl,NULL,0\n'
  expect((await importText(t, file)).errors).toEqual([
    {
      line: 2,
      message: '“3,01235E+10” is a phone number that a spreadsheet has cut short. It was left out.',
    },
  ])
  expect((await everybody(t)).map(({ email, phone }) => email + phone)).toEqual(['', '', ''])
})

test('two programs’ same number and name are two people where mail, phone and city differ', async () => {
  const t = await testShop()
  await importText(t, 'ID,Name,E-mail,Phone,City\n12,Anna Müller,a1@x.example,111,Berlin\n')
  const other = 'ID,Name,E-mail,Phone,City\n12,Anna Müller,a2@y.example,222,Ulm\n'
  expect(await importText(t, other)).toMatchObject({
    added: 1,
    errors: [
      { line: 2, message: 'Anna Müller has the same number, 12, but is somebody else. Both were kept.' },
    ],
  })
  expect(await importText(t, other)).toMatchObject({ added: 0, unchanged: 1 })
  // Whoever moved and is reached as before is the same.
  const moved = 'ID,Name,E-mail,Phone,City\n12,Anna Müller,a1@x.example,333,Bonn\n'
  expect(await importText(t, moved)).toMatchObject({ added: 0, updated: 1 })
  expect(await brief(t)).toEqual(['Anna Müller a1@x.example 333 Bonn', 'Anna Müller a2@y.example 222 Ulm'])
})

test('a name somebody had earlier is another’s where the file has both, in either order', async () => {
  const [anna, bert] = ['Anna Lang,lang@x.example,1', 'Bert Lang,lang@x.example,2']
  for (const lines of [
    [anna, bert],
    [bert, anna],
  ]) {
    const t = await testShop()
    await t.call('customers.save', { name: 'Anna Lang', email: 'lang@x.example' })
    await t.call('customers.save', { customerId: 1, name: 'Bert Lang' })
    const file = `Name,E-mail,Phone\n${lines.join('\n')}\n`
    expect(await importText(t, file)).toMatchObject({ added: 1, updated: 1 })
    expect(await importText(t, file)).toMatchObject({ added: 0, unchanged: 2 })
    expect(await brief(t)).toEqual(['Anna Lang lang@x.example 1 ', 'Bert Lang lang@x.example 2 '])
  }
})

test('two of one name and address with two phones in one file are two people, also the next time', async () => {
  const t = await testShop()
  const file = 'Name,E-mail,Phone\nHans Lang,l@x.example,111\nHans Lang,l@x.example,222\n'
  expect(await importText(t, file)).toMatchObject({ added: 2 })
  expect(await importText(t, file)).toMatchObject({ added: 0, unchanged: 2 })
  expect(await importText(t, 'Name,E-mail,Phone,City\nHans Lang,l@x.example,222,Ulm\n')).toMatchObject({
    updated: 1,
  })
  expect(await brief(t)).toEqual(['Hans Lang l@x.example 111 ', 'Hans Lang l@x.example 222 Ulm'])
})

test('one phone, at home and from abroad, is one person, and the no holds', async () => {
  const t = await testShop()
  await importText(t, 'Name,Phone,E-mail,Newsletter\nAnna Ro,030 1234567,a@x.example,no\n')
  const file = 'Name,Phone,E-mail,Newsletter\nAnna Ro,+49 (0)30 123 45 67,b@x.example,yes\n'
  expect(await importText(t, file)).toMatchObject({ added: 0, updated: 1 })
  expect((await everybody(t)).map(({ mailConsent }) => mailConsent)).toEqual(['no'])
  expect((await t.call('newsletter.audience', {})).recipients).toBe(0)
})

test('thousands of one name are known one by one, and the same file adds nobody', async () => {
  const t = await testShop()
  const file = (name: (i: number) => string) =>
    `Name,Phone,City\n${Array.from({ length: 3000 }, (_, i) => `${name(i)},${100_000 + i},City ${i}`).join('\n')}\n`
  const timed = async (text: string) => {
    const before = performance.now()
    expect(await importText(t, text, false)).toMatchObject({ added: 3000 })
    return performance.now() - before
  }
  const different = await timed(file((i) => `Person ${i}`))
  const alike = file(() => 'Anna Müller')
  expect(await timed(alike)).toBeLessThan(3 * different + 500)
  await importText(t, alike)
  expect(await importText(t, alike)).toMatchObject({ added: 0, updated: 0, unchanged: 3000 })
})

const contact = fc.record({
  number: fc.constantFrom('', '', 'n/a', '1', '2'),
  email: fc.constantFrom('', 'a@x.example', 'b@x.example'),
  phone: fc.constantFrom('', '030 1234567', '+49 30 1234567', '030 7654321'),
})

test('lines of one name in one file that contradict each other are never one person', async () => {
  const t = await testShop()
  const phones = (text: string) => text.replace('+49 ', '0').replace(/\D/g, '')
  const anyTwo = <T>(all: readonly T[], differ: (a: T, b: T) => boolean) =>
    all.some((a) => all.some((b) => differ(a, b)))
  await fc.assert(
    fc.asyncProperty(fc.array(contact, { minLength: 2, maxLength: 5 }), async (rows) => {
      t.shop.connection.exec(
        'INSERT INTO temp.actNow (id) VALUES (1); DELETE FROM customers; DELETE FROM temp.actNow',
      )
      const lines = rows.map((r) => [r.number, 'Anna Berg', r.email, r.phone].join(','))
      await importText(t, `ID,Name,E-mail,Phone\n${lines.join('\n')}\n`)
      const kept = (
        await t.shop.reader.selectFrom('customers').select(['sourceId', 'email', 'phone']).execute()
      ).map(({ sourceId, email, phone }) => ({ number: sourceId, email, phone: phones(phone) }))
      // All that any line says is still there.
      for (const { number, email, phone } of rows) {
        if (number !== 'n/a') expect(kept.map((one) => one.number)).toContain(number || kept[0]!.number)
        if (email) expect(kept.map((one) => one.email)).toContain(email)
        if (phone) expect(kept.map((one) => one.phone)).toContain(phones(phone))
      }
      const contradict = anyTwo(
        rows.map((r) => ({ ...r, number: r.number === 'n/a' ? '' : r.number, phone: phones(r.phone) })),
        (a, b) =>
          (['number', 'email', 'phone'] as const).some((f) => a[f] !== '' && b[f] !== '' && a[f] !== b[f]),
      )
      if (contradict) expect(kept.length).toBeGreaterThan(1)
    }),
    runs(60),
  )
}, 600_000)
