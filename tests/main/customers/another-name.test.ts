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
