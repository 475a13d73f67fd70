import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { optOutCode } from '../../../src/core/newsletter/opt-out.ts'
import { newsletterShop } from '../../support/newsletter-shop.ts'
import type { TestShop } from '../../support/shop.ts'

let files = 0
async function importText(t: TestShop, text: string, more: { wholeList?: 'no' | 'yes'; name?: string } = {}) {
  const { name = `list-${files++}.csv`, ...choices } = more
  const path = join(t.folder, name)
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit: true, ...choices })
}

const recipients = async (t: TestShop) => (await t.call('newsletter.audience', {})).recipients
const noes = (t: TestShop) => t.shop.connection.prepare('SELECT count(*) FROM suppressions').pluck().get()

test('that nobody in a list may be sent mail, said of the whole list by mistake, is taken back with the import', async () => {
  const t = await newsletterShop()
  await importText(t, 'Name,E-Mail\nA,a@x.example\nB,b@x.example\n', { wholeList: 'yes' })
  await importText(t, 'Name,E-Mail\nA,a@x.example\nB,b@x.example\nC,c@x.example\n', { wholeList: 'no' })
  expect([await recipients(t), noes(t)]).toEqual([0, 3])
  await t.call('shop.undo', {})
  expect([await recipients(t), noes(t)]).toEqual([2, 0])
  await t.call('shop.redo', {})
  expect([await recipients(t), noes(t)]).toEqual([0, 3])
})

test('a no of the file itself outlives the undo, by a column or by its name, whatever was said of the whole list', async () => {
  const t = await newsletterShop()
  await importText(t, 'Name,E-Mail\nA,a@x.example\nB,b@x.example\nC,c@x.example\n', { wholeList: 'yes' })
  await importText(t, 'Name,E-Mail,Newsletter\nA,a@x.example,no\nB,b@x.example,\n', { wholeList: 'no' })
  await t.call('shop.undo', {})
  expect([await recipients(t), noes(t)]).toEqual([2, 1])
  const unsubscribed = { name: 'unsubscribed.csv', wholeList: 'no' as const }
  await importText(t, 'Name,E-Mail\nB,b@x.example\n', unsubscribed)
  await t.call('shop.undo', {})
  expect([await recipients(t), noes(t)]).toEqual([1, 2])
})

test('a yes to an erased address is undone also after its opt-out code stopped it again, which stays', async () => {
  const t = await newsletterShop()
  await importText(t, 'Name,E-Mail,Newsletter\nB,b@x.example,yes\n')
  const { id } = await t.call('newsletter.create', { month: '2026-12', subject: 'Advent' })
  await t.call('newsletter.exportMail', { issueId: id, folder: t.folder, as: 'eml-each' })
  const code = Number(t.shop.connection.prepare('SELECT code FROM optOutCodes').pluck().get())
  await t.call('customers.erase', { customerId: 1 })
  await t.call('customers.save', { name: 'B', email: 'b@x.example' })
  t.now += 86_400_000
  await t.call('customers.setConsent', {
    customerIds: [2],
    answer: 'yes',
    source: 'asked again',
    day: '2026-11-24',
  })
  t.now += 86_400_000
  await t.call('newsletter.optOut', { text: optOutCode(code) })
  const hashes = () => t.shop.connection.prepare('SELECT day, reason FROM suppressedHashes').all()
  const kept = hashes()
  expect(kept).toEqual([{ day: '2026-11-25', reason: 'asked' }])
  // The code, the yes, and putting them on file.
  for (let i = 0; i < 3; i++) await t.call('shop.undo', {})
  expect(t.shop.connection.prepare('SELECT name FROM customers').all()).toEqual([])
  expect(hashes()).toEqual(kept)
  expect(await recipients(t)).toBe(0)
})
