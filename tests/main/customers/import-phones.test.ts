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

const phones = async (t: TestShop) =>
  (await t.call('customers.search', { limit: 50 })).rows
    .map(({ name, phone }) => `${name}: ${phone}`)
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
  expect([sample.map(({ phone }) => phone), errorCount]).toEqual([['0170 2, 030 1', '040 7', '030 3'], 0])
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
    changes: [{ field: 'phone', before: '0170 2', after: '0170 2, 030 1', kept: 'owner' }],
  })
})

test('two lines of one name that share a number are one, with all of both', async () => {
  const t = await testShop()
  const path = file(t, 'Name,Phone,Mobile', 'Anna Berg,030 1,0170 2', 'Anna Berg,030 1,0171 3')
  await take(t, path)
  expect(await phones(t)).toEqual(['Anna Berg: 030 1, 0170 2, 0171 3'])
  expect(await take(t, path)).toMatchObject({ added: 0, updated: 0 })
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
    { line: 2, message: '“yes” stands in a column of phones, but is none. It was left out.' },
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
