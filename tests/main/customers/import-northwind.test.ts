import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nothingKnown } from '../../support/nothing-known.ts'
import { testShop } from '../../support/shop.ts'

const folder = join(import.meta.dirname, '../../data/northwind')
const files = [
  ['customers.csv', 'csv', 'utf-8', ','],
  ['customers-google.csv', 'google-csv', 'utf-8', ','],
  ['customers-outlook.csv', 'outlook-csv', 'windows-1252', ','],
  ['customers-excel-de.csv', 'csv', 'windows-1252', ';'],
  ['customers-excel-unicode.txt', 'csv', 'utf-16le', '\t'],
] as const

test.each(files)(
  '%s brings its 93 customers, letter for letter, and no second time',
  async (file, ...guess) => {
    const t = await testShop()
    const path = join(folder, file)
    const preview = await t.call('customers.importFile', { path, commit: false })
    expect([preview.format, preview.encoding, preview.delimiter]).toEqual(guess)
    expect(preview).toMatchObject({ added: 93, updated: 0, unchanged: 0, skipped: 0, errors: [] })
    expect((await t.call('customers.search', {})).total).toBe(0)

    const { act, result } = await t.answer('customers.importFile', { path, commit: true })
    expect(result).toEqual({ ok: true, value: preview })
    expect(act?.says).toBe(`93 customers imported from ${file}`)
    const { total, rows } = await t.call('customers.search', { limit: 100 })
    expect(total).toBe(93)
    const companies = new Set(rows.map((row) => row.company))
    for (const company of ['Antonio Moreno Taquería', 'Blondesddsl père et fils', 'Wolski  Zajazd'])
      expect(companies).toContain(company)
    const [ana] = (await t.call('customers.search', { text: 'ana trujillo' })).rows
    expect(ana).toMatchObject({
      name: 'Ana Trujillo',
      city: 'México D.F.',
      email: 'ana.trujillo@ana.example',
    })

    const again = await t.call('customers.importFile', { path, commit: true })
    expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 93, skipped: 0, errors: [] })
    await t.call('shop.undo', {})
    expect((await t.call('customers.search', {})).total).toBe(0)
  },
)

test('the five files are the same 93 people, whichever comes first', async () => {
  for (const [first] of files) {
    const t = await testShop()
    await t.call('customers.importFile', { path: join(folder, first), commit: true })
    for (const [file] of files) {
      const { added, skipped, errors } = await t.call('customers.importFile', {
        path: join(folder, file),
        commit: true,
      })
      expect({ first, file, added, skipped, errors }).toEqual({
        first,
        file,
        added: 0,
        skipped: 0,
        errors: [],
      })
    }
    expect((await t.call('customers.search', {})).total).toBe(93)
  }
})

test('what a later file lacks is not blanked', async () => {
  const t = await testShop()
  await t.call('customers.importFile', { path: join(folder, 'customers.csv'), commit: true })
  await t.call('customers.importFile', { path: join(folder, 'customers-excel-de.csv'), commit: true })
  const [maria] = (await t.call('customers.search', { text: 'maria anders' })).rows
  expect(await t.call('customers.one', { customerId: maria!.id })).toEqual({
    ...nothingKnown,
    tierId: null,
    tier: { name: '', idealDays: 30, maxDays: 30 },
    recentContacts: 0,
    id: maria!.id,
    name: 'Maria Anders',
    company: 'Alfreds Futterkiste',
    title: 'Sales Representative',
    email: 'maria.anders@alfreds.example',
    phone: '030-0074321',
    street: 'Obere Str. 57',
    city: 'Berlin',
    postcode: '12209',
    country: 'Germany',
    sourceId: 'ALFKI',
    mailConsent: 'unasked',
    mailConsentDay: '',
    mailConsentSource: '',
    refusal: null,
    snoozedUntil: '',
    deceasedDay: '',
    pausedUntil: '',
    asideSinceMs: null,
    createdAtMs: t.now,
    touches: [],
    touchCount: 0,
    visits: [],
    visitCount: 0,
  })
})
