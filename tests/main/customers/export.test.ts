import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportForms, type ExportForm } from '../../../src/core/customers/exported.ts'
import { detailNames } from '../../../src/core/customers/person.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const northwind = join(import.meta.dirname, '../../data/northwind')
const cards = join(import.meta.dirname, '../../data/vcards')

/** All that is kept of everybody, by name. */
async function people(t: TestShop) {
  const all: Record<string, string>[] = []
  for (let offset = 0; ; offset += 500) {
    const { rows, total } = await t.call('customers.search', { limit: 500, offset })
    for (const { id } of rows) {
      const one = await t.call('customers.one', { customerId: id })
      const kept = Object.fromEntries(detailNames.map((name) => [name, one[name]]))
      all.push({ ...kept, sourceId: one.sourceId, mail: one.mailConsent })
    }
    if (offset + 500 >= total) break
  }
  return all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

async function exported(t: TestShop, as: ExportForm): Promise<string> {
  const folder = join(t.folder, `out-${as}-${Math.random()}`)
  mkdirSync(folder)
  const { file } = await t.call('customers.exportFile', { folder, as })
  expect(readdirSync(folder)).toEqual([file])
  return join(folder, file)
}

async function taken(path: string): Promise<TestShop> {
  const t = await testShop()
  await t.call('customers.importFile', { path, commit: true })
  return t
}

test.each(exportForms)(
  'the 93 of Northwind exported as %s are the same people in an empty shop',
  async (as) => {
    const t = await taken(join(northwind, 'customers-google.csv'))
    await t.call('customers.setConsent', { customerIds: [1, 2], answer: 'yes', source: 'at the till' })
    await t.call('customers.setConsent', { customerIds: [3], answer: 'no' })
    expect(await people(await taken(await exported(t, as)))).toEqual(await people(t))
  },
)

test.each(exportForms)(
  'the cards of other programs exported as %s are the same people in an empty shop',
  async (as) => {
    for (const file of readdirSync(cards)) {
      const t = await taken(join(cards, file))
      expect(await people(await taken(await exported(t, as)))).toEqual(await people(t))
    }
  },
)

const word = fc.constantFrom(
  'Anna Berg',
  'Größe & Söhne; GmbH',
  '=1+1',
  '+4',
  "'quoted",
  "'=1",
  '@x',
  '-5',
  'a, b',
  'back\\slash',
  '"in quotes"',
  '日本 太郎',
  'x'.repeat(90),
  'ö'.repeat(60),
)
const maybe = (one: fc.Arbitrary<string>) => fc.option(one, { nil: '' })
const person = fc.record({
  name: word,
  company: maybe(word),
  title: maybe(word),
  street: maybe(word),
  city: maybe(word),
  postcode: maybe(fc.constantFrom('01234', '1234AB', '+1')),
  country: maybe(word),
  notes: maybe(fc.constantFrom('one\ntwo', '=1+1\n-2', 'semi;colon, comma')),
  mustKnow: maybe(word),
  preferences: maybe(word),
  formOfAddress: maybe(fc.constantFrom('Ms', 'Mr Dr.', 'Family')),
  phone: maybe(fc.constantFrom('030 123456', '+49 171 1234567 (mobile), 030 55555 (work)', '0171 1 (club)')),
  otherAddresses: maybe(fc.constantFrom('Main St 5, 12345 Town (work)', 'A; B, C\nD (club)')),
  birthday: maybe(fc.constantFrom('1980-03-14', '--02-29')),
  reachBy: fc.constantFrom('' as const, 'post' as const, 'email' as const),
})

test('whatever is kept of people comes back from every form, and no cell is a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 4 }), async (some) => {
      const t = await testShop()
      for (const [i, one] of some.entries())
        await t.call('customers.save', {
          ...one,
          name: `${one.name} ${'ABCD'[i]}`,
          email: `mail${i}@x.example`,
          otherMails: i % 2 ? `other${i}@y.example (work)` : '',
        })
      const before = await people(t)
      for (const as of exportForms) {
        const path = await exported(t, as)
        expect([as, await people(await taken(path))]).toEqual([as, before])
        if (as === 'csv')
          for (const cell of cellsIn(readFileSync(path, 'utf-8'))) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        else
          for (const line of readFileSync(path, 'utf-8').split('\r\n'))
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      }
    }),
    runs(15),
  )
})

/** By the standard's own rule: cells of RFC 4180. */
const cellsIn = (csv: string): readonly string[] =>
  [...csv.replace('\ufeff', '').matchAll(/"((?:[^"]|"")*)"|([^,\r\n"]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
  )

test('who is put aside stays out of the file; a file of the name is left alone, and a folder that is gone is said', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna' })
  const { id } = await t.call('customers.save', { name: 'Ben' })
  await t.call('customers.putAside', { customerId: id })
  writeFileSync(join(t.folder, 'customers.csv'), 'mine')
  expect(await t.call('customers.exportFile', { folder: t.folder, as: 'csv' })).toEqual({
    file: 'customers (2).csv',
    customers: 1,
  })
  expect(readFileSync(join(t.folder, 'customers.csv'), 'utf-8')).toBe('mine')
  expect((await t.problem('customers.exportFile', { folder: join(t.folder, 'gone'), as: 'csv' })).code).toBe(
    'no-folder',
  )
})

test.each(exportForms)('a no of somebody else under the address is nobody’s own, as %s', async (as) => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna Berg', email: 'f@x.example' })
  await t.call('customers.save', { name: 'Otto Berg', email: 'f@x.example' })
  await t.call('customers.setConsent', { customerIds: [1], answer: 'yes', source: 'counter' })
  await t.call('customers.setConsent', { customerIds: [2], answer: 'no', source: 'phone' })
  const path = await exported(t, as)
  // Another program that writes to every yes does not write to Otto.
  expect(readFileSync(path, 'utf8')).not.toMatch(/(?:,yes,|NEWSLETTER:yes)/)
  expect(await t.call('customers.importFile', { path, commit: true })).toMatchObject({ added: 0, updated: 0 })
  await t.call('customers.save', { customerId: 1, email: 'anna@own.example' })
  expect((await t.call('customers.one', { customerId: 1 })).mailConsent).toBe('yes')
  const fresh = await taken(path)
  const answers = async (customerId: number) => {
    const { mailConsent, refusal } = await fresh.call('customers.one', { customerId })
    return { mailConsent, name: refusal?.name }
  }
  expect([await answers(1), await answers(2)]).toEqual([
    { mailConsent: 'no', name: 'Otto Berg' },
    { mailConsent: 'no', name: 'Otto Berg' },
  ])
})

test.each(exportForms)('two of one name and one mail address are two again, as %s', async (as) => {
  const t = await testShop()
  const all = [
    { phone: '030 1111111', email: 'b1@x.example' },
    { phone: '030 2222222', email: 'b2@x.example' },
    { mustKnow: 'nuts' },
    { email: 'b1@x.example', mustKnow: 'milk' },
  ]
  for (const one of all) await t.call('customers.save', { name: 'Anna Berg', ...one })
  const path = await exported(t, as)
  expect(await people(await taken(path))).toEqual(await people(t))
  const before = await people(t)
  expect(await t.call('customers.importFile', { path, commit: true })).toMatchObject({ added: 0, updated: 0 })
  expect(await people(t)).toEqual(before)
})

test('a folder that goes while it is written into is said', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna Berg' })
  // A folder of the system that takes no file says ENOENT.
  expect(await t.problem('customers.exportFile', { folder: '/proc', as: 'csv' })).toMatchObject({
    code: 'no-folder',
  })
})

test.each(exportForms)(
  'a fax among the phones and a street of two lines come back as they were, as %s',
  async (as) => {
    const t = await testShop()
    await t.call('customers.save', {
      name: 'Anna Berg',
      phone: '030 777777 (fax), 030 888888',
      street: 'Hauptstr. 5\nHinterhaus',
    })
    const path = await exported(t, as)
    expect(await t.call('customers.importFile', { path, commit: true })).toMatchObject({
      added: 0,
      updated: 0,
    })
    expect(await people(await taken(path))).toEqual(await people(t))
    expect(await people(t)).toMatchObject([
      { phone: '030 777777 (fax), 030 888888', street: 'Hauptstr. 5, Hinterhaus', notes: '' },
    ])
  },
)
