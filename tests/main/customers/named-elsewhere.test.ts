import { expect, test } from 'vitest'
import { namingWords } from '../../../src/core/customers/naming-words.ts'
import { wordColumns, wordsOfOwners } from '../../../src/main/customers/named-elsewhere.ts'
import { loggedTables } from '../../../src/main/store/schema.ts'
import { newsletterShop } from '../../support/newsletter-shop.ts'
import type { TestShop } from '../../support/shop.ts'

const places = async (t: TestShop, customerId: number) =>
  (await t.call('customers.erasing', { customerId })).elsewhere.places.map(
    ({ thing, named, line }) => `${thing}, ${named}: ${line}`,
  )

test('before somebody is erased, all words about others that may name them are listed, and none is changed', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Otto Kurz' })
  await t.call('customers.save', { name: 'Berta Münz', phone: '0171 5550199', email: 'bm@x.example' })
  await t.call('customers.save', {
    customerId: 1,
    notes: 'Rye.\nhusband of berta munz',
    preferences: 'rings from 01715550199',
  })
  await t.call('customers.logTouch', { customerId: 1, kind: 'call', note: 'Münz, Berta is ill' })
  await t.call('promises.make', { customerId: 1, what: 'Cake for Berta Münz', told: '2026-12-01T10:00' })
  await t.call('actions.add', { what: 'Ring Berta Münz', due: '2026-11-30' })
  await t.call('actions.add', { what: 'Write to BM@X.example or Berta Münz’s son', due: '2026-11-30' })
  const { id } = await t.call('newsletter.create', { month: '2026-12', subject: 'Advent' })
  await t.call('newsletter.save', {
    issueId: id,
    subject: 'Advent',
    blocks: [{ kind: 'text', text: 'Hi,\nBerta Münz wins' }],
  })
  await t.call('checklists.saveLine', { part: 'day', text: 'Greet Berta Münz' })
  await t.call('hours.setSpecialDay', { day: '2026-12-24', closed: true, label: 'Wedding of Berta Münz' })
  const found = await places(t, 2)
  expect(found).toEqual([
    'Customer, Otto Kurz: husband of berta munz',
    'Customer, Otto Kurz: rings from 01715550199',
    'Contact, Otto Kurz: Münz, Berta is ill',
    'Promise, Cake for Berta Münz, Otto Kurz: Cake for Berta Münz',
    'To do, Write to BM@X.example or Berta Münz’s son: Write to a customer (erased) or Berta Münz’s son',
    'Newsletter, Advent: Berta Münz wins',
    'Checklist line, Greet Berta Münz: Greet Berta Münz',
    'Special day, Wedding of Berta Münz: Wedding of Berta Münz',
  ])
  await t.call('customers.erase', { customerId: 2 })
  const one = await t.call('customers.one', { customerId: 1 })
  expect([one.notes, one.preferences]).toEqual(['Rye.\nhusband of berta munz', 'rings from 01715550199'])
})

test('what is theirs, and a namesake, is no place; a name of one word is a whole word; a long list is cut and counted', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Max', notes: 'Max himself' })
  await t.call('customers.save', { name: 'Max', email: 'max@x.example' })
  await t.call('customers.logTouch', { customerId: 1, kind: 'call', note: 'Max rang' })
  await t.call('customers.save', { name: 'Cleo', notes: 'Maximum 3' })
  expect(await places(t, 1)).toEqual([])
  for (let i = 0; i < 45; i++)
    await t.call('customers.logTouch', { customerId: 3, kind: 'call', note: `${'x '.repeat(100)}max ${i}` })
  const { elsewhere } = await t.call('customers.erasing', { customerId: 1 })
  expect([elsewhere.places.length, elsewhere.total]).toEqual([40, 45])
  expect(elsewhere.places[0]).toEqual({
    thing: 'Contact',
    named: 'Cleo',
    line: `… ${'x '.repeat(77)}max 0`,
    page: '/customers?id=3',
  })
})

/** Tables whose texts are about no customer, or are theirs alone. */
const others = {
  suppressions: 'where a no came from, which stays as it was said',
  formerCustomers: 'hidden; what surely means them is taken out',
  suppressedHashes: 'no words',
  visits: 'numbers of receipts',
  staff: 'who works here',
  schedules: 'hours',
  holidaysAsUsual: 'names of holidays',
  holidayYears: 'names of regions',
  printedWeeks: 'weeks',
}

test('each table with words of the owner’s is looked through', () => {
  const withWords = loggedTables.filter((table) => wordColumns(table).length > 0)
  expect(withWords.filter((table) => !(table in wordsOfOwners) && !(table in others))).toEqual([])
})

test('a line is found whatever its case, order and letters', () => {
  const words = namingWords({ names: ['Anna Berg'], mails: ['Anna <a@x.example>'], phones: ['030 111111'] })
  const lines = ['ANNA BERGS Schlüssel', 'Berg, Ännä', 'to A@X.example', 'ring 030/11 11 11']
  expect(lines.map(words.lineIn)).toEqual(lines)
  expect(['Anna', 'Bergmann', '030 11', 'Joanna Berg'].map(words.lineIn)).toEqual(
    Array.from({ length: 4 }, () => undefined),
  )
})
