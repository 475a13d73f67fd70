import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import {
  sampleCountries,
  sampleTrades,
  type SampleCountry,
  type SampleTrade,
} from '../../../src/core/shop/sample.ts'
import { isGtin } from '../../../src/core/stock/gtin.ts'
import { holidaysIn } from '../../../src/main/hours/edge.ts'
import { weekOf } from '../../../src/main/sample/month/hours.ts'
import { readWritten } from '../../../src/main/sample/month/written.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const folder = fileURLToPath(new URL('../../../resources', import.meta.url))
const tuesday = '2026-11-24T11:10:00Z'

async function sampleShop(trade: SampleTrade, country: SampleCountry, now = tuesday): Promise<TestShop> {
  const t = await testShop({ now, setUp: false })
  await t.call('shop.fillSample', { folder, of: { trade, country } })
  return t
}

const everyOne = sampleTrades.flatMap((trade) => sampleCountries.map((country) => ({ trade, country })))
const dayMs = 86_400_000

/** What the country's own plan of numbers allows, and of that what nobody has (README of the sample shops). */
const phones: Readonly<Record<SampleCountry, RegExp>> = {
  AT: /^0316 0\d\d \d{3}$/,
  BE: /^050 0\d \d\d \d\d$/,
  CH: /^052 0\d\d \d\d \d\d$/,
  DE: /^089 99998 \d{3}$/,
  ES: /^970 \d{3} \d{3}$/,
  FR: /^0(4 65 71|6 39 98) \d\d \d\d$/,
  GB: /^(0113 496 0\d{3}|07700 900\d{3})$/,
  IT: /^051 0\d\d \d{4}$/,
  NL: /^030 0\d\d \d\d \d\d$/,
  US: /^\(503\) 555-01\d\d$/,
}

const currencies: Readonly<Record<SampleCountry, string>> = {
  AT: 'EUR',
  BE: 'EUR',
  CH: 'CHF',
  DE: 'EUR',
  ES: 'EUR',
  FR: 'EUR',
  GB: 'GBP',
  IT: 'EUR',
  NL: 'EUR',
  US: 'USD',
}

test.each(everyOne)('a $trade in $country opens quickly without a refusal, alive and at home', async (of) => {
  // The work it takes: the clock on the wall would count what else the machine does.
  const before = process.cpuUsage()
  const t = await sampleShop(of.trade, of.country)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(3)
  await isAlive(t)
  await keepsItsWord(t)
  await isOf(t, of.country)
  await speaks(t, of.country)
})

async function isAlive(t: TestShop): Promise<void> {
  const board = await t.call('promises.board', {})
  for (const standing of ['overdue', 'atRisk', 'waiting', 'later', 'doneRecently'] as const)
    expect(board[standing].total, standing).toBeGreaterThan(0)
  const { totals } = await t.call('stock.expiring', {})
  expect(totals.expired).toBeGreaterThanOrEqual(2)
  expect(totals.pullToday).toBeGreaterThanOrEqual(1)
  expect(totals.soon).toBeGreaterThanOrEqual(2)
  expect((await t.call('customers.whoToday', { limit: 5 })).rows).toHaveLength(5)
  expect((await t.call('today.list', {})).items.length).toBeGreaterThanOrEqual(12)
  expect((await t.call('newsletter.audience', {})).recipients).toBeGreaterThan(15)
  expect((await t.call('customers.search', {})).total).toBe(40)
  expect((await t.call('checklists.ownLines', {})).lines).toHaveLength(5)
  expect(await t.call('newsletter.issues', {})).toMatchObject([{ month: '2026-11', exportedAtMs: null }])
}

/** Promises of the last two months and the next weeks, kept more often than not. */
async function keepsItsWord(t: TestShop): Promise<void> {
  const rows = await t.shop.reader.selectFrom('promises').selectAll().execute()
  expect(rows).toHaveLength(29)
  for (const { madeAtMs, toldAtMs } of rows) {
    expect(madeAtMs).toBeGreaterThan(t.now - 60 * dayMs)
    expect(toldAtMs).toBeLessThan(t.now + 30 * dayMs)
  }
  // Overdue by hours in which the shop was open, and never by weeks.
  const { overdue } = await t.call('promises.board', {})
  expect(overdue.total).toBe(2)
  for (const { toldAtMs } of overdue.rows) {
    expect(toldAtMs).toBeGreaterThan(t.now - 5 * dayMs)
    const { minutes } = await t.call('hours.openMinutes', { from: iso(toldAtMs), to: iso(t.now) })
    expect(minutes).toBeLessThanOrEqual(7 * 60)
  }
  for (const { toldAtMs } of rows.filter((row) => row.toldAtMs > t.now)) {
    const isOpen = async (ms: number) => (await t.call('hours.isOpen', { at: iso(ms) })).open
    expect((await isOpen(toldAtMs)) || (await isOpen(toldAtMs - 60_000)), iso(toldAtMs)).toBe(true)
  }
  const rate = await t.call('promises.keptRate', { from: '2026-09-01', to: '2026-11-23' })
  expect(rate).toMatchObject({ lateButWarned: 2, lateAndSilent: 1, broken: 1 })
  expect(rate.kept).toBe(rate.due - 4 - rate.open)
  expect(rate.share).toBeGreaterThan(0.7)
}

/** The phones, holidays, prices and codes of the country. */
async function isOf(t: TestShop, country: SampleCountry): Promise<void> {
  const shop = (await t.call('shop.details', {}))!
  expect(shop).toMatchObject({ country, currency: currencies[country], language: languages[country] })
  expect(shop.phone).toMatch(phones[country])
  const customers = await t.shop.reader.selectFrom('customers').selectAll().execute()
  const numbers = customers.map(({ phone }) => phone).filter((phone) => phone !== '')
  expect(new Set([...numbers, shop.phone]).size).toBe(numbers.length + 1)
  expect(numbers.length).toBeGreaterThan(30)
  for (const phone of numbers) expect(phone).toMatch(phones[country])
  expect(new Set(customers.map(({ name }) => name)).size).toBe(40)
  for (const { email, street, postcode, city } of customers) {
    expect(email).toMatch(/^([a-z0-9]+\.[a-z0-9]+@example\.org)?$/)
    expect(street).toMatch(/\d/)
    expect(postcode).toMatch(/\d/)
    expect(city).not.toBe('')
  }

  const place = { country, region: shop.region }
  const holidays = [...(await holidaysIn(place, 2026)), ...(await holidaysIn(place, 2027))]
  const names = new Map(holidays.map(({ day, localName }) => [day, localName]))
  const special = await t.call('hours.specialDays', { from: '2026-11-24', to: '2027-11-01' })
  expect(special.length).toBeGreaterThan(4)
  for (const { from, rule } of special)
    expect(rule).toMatchObject({ source: 'holiday', label: names.get(from), blocks: [] })

  const { rows } = await t.call('stock.products', {})
  expect(rows).toHaveLength(14)
  for (const { gtin, priceMills, name } of rows) {
    expect(isGtin(gtin), name).toBe(true)
    expect(priceMills, name).toBeGreaterThanOrEqual(400)
    // In the smallest piece of the money, which in Switzerland is five.
    expect(priceMills! % (country === 'CH' ? 50 : 10), name).toBe(0)
  }
}

const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')

/** Words that tell a language, each in no other of the six. */
const telling: Readonly<Record<string, RegExp>> = {
  en: /\b(the|and|with|for|without|every)\b/i,
  de: /(?<!\p{L})(und|für|mit|ohne|der|das|nicht|wir)(?!\p{L})/iu,
  fr: /(?<!\p{L})(les|pour|avec|sans|une|et|du|nous)(?!\p{L})/iu,
  es: /(?<!\p{L})(los|para|y|el|las|una semana|hay)(?!\p{L})/iu,
  it: /(?<!\p{L})(gli|della|di|senza|che|ogni|alla)(?!\p{L})/iu,
  nl: /(?<!\p{L})(het|een|voor|zonder|wij|niet)(?!\p{L})/iu,
}

const languages: Readonly<Record<SampleCountry, string>> = {
  AT: 'de',
  BE: 'nl',
  CH: 'de',
  DE: 'de',
  ES: 'es',
  FR: 'fr',
  GB: 'en',
  IT: 'it',
  NL: 'nl',
  US: 'en',
}

/** All that the sample has the owner read, but for names of people and places. */
async function words(t: TestShop): Promise<readonly string[]> {
  const db = t.shop.reader
  const products = await db.selectFrom('products').selectAll().execute()
  const promises = await db.selectFrom('promises').selectAll().execute()
  const touches = await db.selectFrom('touches').selectAll().execute()
  const lines = await db.selectFrom('checklistLines').selectAll().execute()
  const log = await db.selectFrom('hoursLog').selectAll().execute()
  const acts = await db.selectFrom('stockActions').selectAll().execute()
  const issues = await db.selectFrom('newsletterIssues').selectAll().execute()
  const all = [
    ...products.flatMap(({ name, category }) => [name, category]),
    ...promises.flatMap(({ what, kind, note }) => [what, kind, note]),
    ...touches.map(({ note }) => note),
    ...lines.map(({ text }) => text),
    ...log.map(({ reason }) => reason),
    ...acts.map(({ reason }) => reason),
    ...issues.flatMap(({ subject, blocks }) => [
      subject,
      ...(JSON.parse(blocks) as { text?: string; title?: string; heading?: string }[]).flatMap((block) => [
        (block.text ?? '').replace(/\{\{.*?\|(.*?)\}\}/g, '$1'),
        block.title ?? '',
        block.heading ?? '',
      ]),
    ]),
  ]
  return [...new Set(all.filter((text) => text !== ''))]
}

/** What a country has other words or measures for. */
const strangeIn: Readonly<Partial<Record<SampleCountry, RegExp>>> = {
  CH: /ß|Fahrrad|Brötchen|Sahne/,
  AT: /Brötchen|Quark|Sahne|Kartoffel/,
  US: /colour|tyre|apologised|°C|\b(l|g|kg|ml)\b/i,
}

/** All words are of the country's language, and as the country says them. */
async function speaks(t: TestShop, country: SampleCountry): Promise<void> {
  const all = await words(t)
  expect(all.length).toBeGreaterThan(40)
  const own = languages[country]
  expect(all.filter((text) => telling[own]!.test(text)).length).toBeGreaterThan(5)
  for (const [language, theirs] of Object.entries(telling))
    if (language !== own)
      expect(
        all.filter((text) => theirs.test(text)),
        language,
      ).toEqual([])
  const units = (await t.call('stock.products', {})).rows.map(({ unit }) => unit)
  const { name } = (await t.call('shop.details', {}))!
  const strange = strangeIn[country]
  if (strange) expect([...all, ...units, name].filter((text) => strange.test(text))).toEqual([])
}

test.each([
  ['a Monday morning', '2026-11-23T08:30:00Z'],
  ['a Saturday evening', '2026-11-28T20:00:00Z'],
  ['a Sunday night, just after midnight', '2027-02-28T00:04:00Z'],
  ['the morning after the clocks changed', '2026-03-29T09:00:00Z'],
  ['New Year', '2027-01-01T10:00:00Z'],
  ['Easter Monday', '2027-03-29T10:00:00Z'],
  ['Christmas Eve', '2026-12-24T15:00:00Z'],
  ['August', '2026-08-15T13:00:00Z'],
])('a sample shop is alive on %s', async (_words, now) => {
  for (const [trade, country] of [
    ['baker', 'DE'],
    ['salon', 'FR'],
    ['grocer', 'US'],
  ] as const) {
    const t = await sampleShop(trade, country, now)
    const board = await t.call('promises.board', {})
    expect(board.overdue.total, country).toBe(2)
    expect(board.later.total, country).toBeGreaterThan(1)
    expect((await t.call('today.list', {})).items.length, country).toBeGreaterThanOrEqual(12)
  }
})

test('a month of hours is on file: three late openings with their reasons, a day of which nobody knows, nothing asked', async () => {
  const t = await sampleShop('repair', 'DE')
  const { opened, days } = await t.call('hours.adherence', { from: '2026-10-20', to: '2026-11-23' })
  expect(opened.due - opened.met).toBe(3)
  expect(opened.due).toBeGreaterThan(40)
  const unknown = days.filter(({ blocks }) => blocks.some(({ opened: one }) => one.minutesLate === null))
  expect(unknown).toHaveLength(1)
  const log = await t.call('hours.entries', { from: '2026-10-20', to: '2026-11-23' })
  expect(log.filter(({ reason }) => reason !== '').map(({ reason }) => reason)).toHaveLength(3)
  expect(await t.call('hours.status', {})).not.toHaveProperty('asked')
})

test('the same moment makes the same sample, another trade other people', async () => {
  const rows = async (t: TestShop) => [
    await t.shop.reader.selectFrom('batches').selectAll().execute(),
    await t.shop.reader.selectFrom('promises').selectAll().execute(),
    await t.shop.reader.selectFrom('touches').selectAll().execute(),
    await t.shop.reader.selectFrom('hoursLog').selectAll().execute(),
  ]
  expect(await rows(await sampleShop('salon', 'IT'))).toEqual(await rows(await sampleShop('salon', 'IT')))
  const names = async (t: TestShop) =>
    (await t.call('customers.search', { limit: 500 })).rows.map(({ name }) => name)
  const [some, others] = [
    await names(await sampleShop('salon', 'IT')),
    await names(await sampleShop('baker', 'IT')),
  ]
  expect(some.filter((name) => others.includes(name)).length).toBeLessThan(15)
})

test('shops of France, Spain and Italy close at noon, or on Monday', async () => {
  for (const country of ['FR', 'ES', 'IT'] as const)
    for (const trade of sampleTrades) {
      const written = await readWritten(folder, { trade, country })
      if (!written.ok) throw new Error(written.problem.message)
      const { mon, tue } = weekOf(written.value)
      expect(mon.length === 0 || tue.length === 2, `${trade} ${country}`).toBe(true)
    }
})

test('a trade or a country of which there is none is refused', async () => {
  const t = await testShop({ setUp: false })
  const strange = { trade: 'smith', country: 'FR' }
  expect((await t.problem('shop.fillSample', { folder, of: strange })).code).toBe('bad-input')
})
