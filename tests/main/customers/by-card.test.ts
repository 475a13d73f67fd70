import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, testShop } from '../../support/shop.ts'

test('a card is that of the one customer with its number, also with zeros before it; of two it is nobody’s', async () => {
  const t = await testShop()
  const path = join(temporaryFolder(), 'till.csv')
  writeFileSync(path, 'Customer Number,Name\n20014711,Bo Lang\n777123,Anna Berg\n')
  await t.call('customers.importFile', { path, commit: true })
  const whose = async (code: string) => (await t.call('customers.byCard', { code })).customer?.name
  expect(await whose('20014711')).toBe('Bo Lang')
  expect(await whose(' 000777123 ')).toBe('Anna Berg')
  expect(await whose('2001471')).toBe(undefined)
  expect(await whose('')).toBe(undefined)
  const other = join(temporaryFolder(), 'shop.csv')
  writeFileSync(other, 'Customer Number,Name,Email\n20014711,Cy Roth,cy@example.org\n')
  await t.call('customers.importFile', { path: other, commit: true })
  expect((await t.call('customers.search', {})).total).toBe(3)
  expect(await whose('20014711')).toBe(undefined)
})
