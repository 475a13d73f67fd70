import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detailNames } from '../../../src/core/customers/person.ts'
import { nothingKnown } from '../../support/nothing-known.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const names = async (t: TestShop, text: string) =>
  (await t.call('customers.search', { text })).rows.map((row) => row.name)

test('people are found by the beginning of any word, in any script, without accents', async () => {
  const t = await testShop()
  for (const details of [
    { name: 'Antonio Moreno', company: 'Antonio Moreno Taquería', city: 'México D.F.' },
    { name: 'Søren Łukaszewicz', phone: '030-0074321', email: 'soren@lodz.example' },
    { name: 'Seán O’Brien', company: 'Franchi S.p.A.', notes: 'brings eggs' },
    { name: '山田太郎', company: '東京商店' },
    { name: 'Ольга Смирнова' },
  ])
    await t.call('customers.save', details)
  expect(await names(t, 'TAQUER mex')).toEqual(['Antonio Moreno'])
  expect(await names(t, 'soren luk')).toEqual(['Søren Łukaszewicz'])
  expect(await names(t, '0300074')).toEqual(['Søren Łukaszewicz'])
  expect(await names(t, '030 007')).toEqual(['Søren Łukaszewicz'])
  expect(await names(t, 'lodz')).toEqual(['Søren Łukaszewicz'])
  expect(await names(t, "o'brien")).toEqual(['Seán O’Brien'])
  expect(await names(t, 'obrien spa egg')).toEqual(['Seán O’Brien'])
  expect(await names(t, '太郎')).toEqual(['山田太郎'])
  expect(await names(t, 'смир')).toEqual(['Ольга Смирнова'])
  expect(await names(t, 'moreno olga')).toEqual([])
  expect(await names(t, '!?')).toEqual([])
  expect(await names(t, '')).toHaveLength(5)
})

test('pages of a search follow one another by name, with the total of all', async () => {
  const t = await testShop()
  for (const name of ['Dora', 'anna', 'Ärmel', 'Cleo', 'Bernd'])
    await t.call('customers.save', { name, city: 'Bonn' })
  const page = async (text: string, offset: number) => {
    const { total, rows } = await t.call('customers.search', { text, limit: 2, offset })
    return [total, ...rows.map((row) => row.name)]
  }
  for (const text of ['', 'bonn']) {
    expect(await page(text, 0)).toEqual([5, 'anna', 'Ärmel'])
    expect(await page(text, 2)).toEqual([5, 'Bernd', 'Cleo'])
    expect(await page(text, 4)).toEqual([5, 'Dora'])
    expect(await page(text, 6)).toEqual([5])
  }
})

test('few and many matches are found alike', async () => {
  const t = await testShop()
  const path = `${t.folder}/many.csv`
  writeFileSync(
    path,
    `Name,City\n${Array.from({ length: 2000 }, (_, i) => `P${i} Berg,Bad Ems`).join('\n')}\n`,
  )
  await t.call('customers.importFile', { path, commit: true })
  const { total, rows } = await t.call('customers.search', { text: 'em p19 ber', limit: 3 })
  expect([total, ...rows.map((row) => row.name)]).toEqual([111, 'P19 Berg', 'P190 Berg', 'P1900 Berg'])
  const many = await t.call('customers.search', { text: 'BER ba', limit: 3, offset: 1998 })
  expect([many.total, ...many.rows.map((row) => row.name)]).toEqual([2000, 'P998 Berg', 'P999 Berg'])
  expect((await t.call('customers.search', { text: 'erg' })).total).toBe(0)
})

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !/[\ud800-\udfff]/u.test(text)),
  fc.constantFrom(
    '\0',
    'a\0b',
    "'; DROP TABLE customers; --",
    '"*" NEAR(',
    '=1+1',
    '<b>',
    '\u202e',
    'ﷺ',
    '%s',
    '\r\n',
  ),
)

/** The others are read as what they are: addresses, a street in one line, a day, a language, a channel, a form of address. */
const asTyped = detailNames.filter(
  (name) =>
    !['otherMails', 'otherAddresses', 'street', 'birthday', 'language', 'reachBy', 'formOfAddress'].includes(
      name,
    ),
)

test('whatever is typed is kept byte for byte, found again, and comes back with undo', async () => {
  const t = await testShop()
  const { id } = await t.call('customers.save', { name: 'First' })
  await fc.assert(
    fc.asyncProperty(fc.record(Object.fromEntries(asTyped.map((name) => [name, nasty]))), async (typed) => {
      const details = { ...typed, name: `x${typed['name']}` }
      await t.call('customers.save', { customerId: id, ...details })
      const one = await t.call('customers.one', { customerId: id })
      const expected: Readonly<Record<string, string>> = details
      for (const name of asTyped) expect(one[name]).toBe(expected[name])
      expect(await names(t, `${details.name} ${typed['notes']}`.slice(0, 500))).toEqual([details.name])
      await t.call('shop.undo', {})
      expect((await t.call('customers.one', { customerId: id })).name).toBe('First')
    }),
    runs(25),
  )
})

test('a street that is typed in lines is kept in one, without those that are empty', async () => {
  const t = await testShop()
  const { id } = await t.call('customers.save', { name: 'Anna', street: '\r\nLane 1,\n\n House 2\n' })
  expect((await t.call('customers.one', { customerId: id })).street).toBe('Lane 1, House 2')
})

test('a change leaves alone what is not given; a name or a company is demanded', async () => {
  const t = await testShop()
  const { id } = await t.call('customers.save', { company: 'Nordwind', phone: '1' })
  await t.call('customers.save', { customerId: id, city: 'Kiel' })
  expect(await t.call('customers.one', { customerId: id })).toMatchObject({
    name: 'Nordwind',
    company: 'Nordwind',
    phone: '1',
    city: 'Kiel',
  })
  expect(await t.problem('customers.save', { name: ' ' })).toEqual({
    code: 'no-name',
    message: 'Give a name or a company. Nothing was changed.',
    field: 'name',
  })
  for (const [name, input] of [
    ['customers.save', { customerId: 99, name: 'x' }],
    ['customers.one', { customerId: 99 }],
    ['customers.logTouch', { customerId: 99, kind: 'call' }],
    ['customers.snooze', { customerId: 99, until: '2026-12-01' }],
    ['customers.putAside', { customerId: 99 }],
    ['customers.takeBack', { customerId: 99 }],
    ['customers.setConsent', { customerIds: [id, 99], answer: 'no' }],
  ] as const)
    expect((await t.problem(name, input)).code).toBe('no-customer')
})

test('touches make the time line, newest first', async () => {
  const t = await testShop()
  const { id } = await t.call('customers.save', { name: 'Anna', phone: '1' })
  await t.call('customers.logTouch', {
    customerId: id,
    kind: 'call',
    at: '2026-11-01T09:30',
    note: 'asked for rye',
  })
  const other = await t.call('customers.save', { name: 'Bert', phone: '2' })
  await t.call('customers.logTouch', {
    customerId: other.id,
    kind: 'call',
    at: '2026-11-02T09:30',
    note: 'Bert’s own',
  })
  const { act } = await t.answer('customers.logTouch', { customerId: id, kind: 'billing' })
  expect(act?.says).toBe('Bill with Anna logged')
  const { touches, touchCount } = await t.call('customers.one', { customerId: id })
  expect(touchCount).toBe(2)
  expect(touches).toEqual([
    { id: 3, kind: 'billing', strong: false, atMs: t.now, note: '' },
    { id: 1, kind: 'call', strong: true, atMs: Date.parse('2026-11-01T08:30:00Z'), note: 'asked for rye' },
  ])
  const tomorrow = { customerId: id, kind: 'call', at: '2026-11-24T00:00' } as const
  expect((await t.problem('customers.logTouch', tomorrow)).code).toBe('future')
  expect((await t.problem('customers.logTouch', { ...tomorrow, at: '2026-02-30T10:00' })).field).toBe('at')
  expect(
    (await t.call('customers.search', {})).rows.map(({ name, lastStrongMs }) => [name, lastStrongMs]),
  ).toEqual([
    ['Anna', Date.parse('2026-11-01T08:30:00Z')],
    ['Bert', Date.parse('2026-11-02T08:30:00Z')],
  ])
})

test('a page of one customer says all of them, and nothing of another', async () => {
  const t = await testShop()
  const { id } = await t.call('customers.save', { name: 'Anna', company: 'Rye & Co', email: 'a@x.example' })
  const other = await t.call('customers.save', { name: 'Bert', phone: '2', email: 'b@x.example' })
  await t.call('customers.setConsent', { customerIds: [other.id], answer: 'no', source: 'at the till' })
  await t.call('customers.snooze', { customerId: other.id, until: '2026-12-24' })
  // Of one moment, the one logged last is shown first.
  for (const [customerId, note] of [
    [id, 'first'],
    [other.id, 'Bert’s own'],
    [id, 'second'],
  ] as const)
    await t.call('customers.logTouch', { customerId, kind: 'mail', at: '2026-11-20T10:00', note })
  const atMs = Date.parse('2026-11-20T09:00:00Z')
  expect(await t.call('customers.one', { customerId: id })).toEqual({
    ...nothingKnown,
    tierId: null,
    tier: { name: '', idealDays: 30, maxDays: 30 },
    recentContacts: 2,
    id,
    sourceId: '',
    name: 'Anna',
    company: 'Rye & Co',
    email: 'a@x.example',
    mailConsent: 'unasked',
    mailConsentDay: '',
    mailConsentSource: '',
    snoozedUntil: '',
    deceasedDay: '',
    pausedUntil: '',
    asideSinceMs: null,
    createdAtMs: t.now,
    refusal: null,
    touches: [
      { id: 3, kind: 'mail', strong: true, atMs, note: 'second' },
      { id: 1, kind: 'mail', strong: true, atMs, note: 'first' },
    ],
    touchCount: 2,
    visits: [],
    visitCount: 0,
  })
  expect(await t.call('customers.one', { customerId: other.id })).toMatchObject({
    mailConsent: 'no',
    mailConsentDay: '2026-11-23',
    mailConsentSource: 'at the till',
    snoozedUntil: '2026-12-24',
    asideSinceMs: null,
    refusal: { day: '2026-11-23', source: 'at the till' },
    touches: [{ id: 2, kind: 'mail', atMs, note: 'Bert’s own' }],
    touchCount: 1,
    visits: [],
    visitCount: 0,
  })
  // Who has an address that was refused is under that no too.
  const shared = await t.call('customers.save', { name: 'Carla', email: 'b@x.example' })
  expect(await t.call('customers.one', { customerId: shared.id })).toMatchObject({
    name: 'Carla',
    mailConsent: 'no',
    mailConsentDay: '2026-11-23',
    mailConsentSource: 'at the till',
    refusal: { day: '2026-11-23', source: 'at the till' },
    touches: [],
    touchCount: 0,
    visits: [],
    visitCount: 0,
  })
})

test('a time line shows the newest 500 touches and counts the others', async () => {
  const t = await testShop()
  const { id } = await t.call('customers.save', { name: 'Anna', phone: '1' })
  t.shop.connection.exec(`INSERT INTO temp.actNow (id) SELECT min(id) FROM acts;
    WITH RECURSIVE nth (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < 501)
      INSERT INTO touches (customerId, kind, strong, atMs, note) SELECT ${id}, 'call', 1, n, '' FROM nth;
    DELETE FROM temp.actNow`)
  const { touches, touchCount } = await t.call('customers.one', { customerId: id })
  expect([touches.length, touches[0]?.id, touches.at(-1)?.id, touchCount]).toEqual([500, 501, 2, 501])
})

test('an answer about mail has a day and a source, and several are one act', async () => {
  const t = await testShop()
  for (const name of ['Anna', 'Ben', 'Cleo']) await t.call('customers.save', { name })
  expect(await t.problem('customers.setConsent', { customerIds: [1], answer: 'yes', source: ' ' })).toEqual({
    code: 'bad-input',
    message: 'Say where the yes comes from, such as “asked at the counter”.',
    field: 'source',
  })
  const { act } = await t.answer('customers.setConsent', {
    customerIds: [1, 3, 1],
    answer: 'yes',
    source: 'at the till',
  })
  expect(act?.says).toBe('Mail for 2 customers: yes')
  const answerOf = async (customerId: number) => {
    const { mailConsent, mailConsentDay, mailConsentSource } = await t.call('customers.one', { customerId })
    return [mailConsent, mailConsentDay, mailConsentSource]
  }
  expect(await answerOf(3)).toEqual(['yes', '2026-11-23', 'at the till'])
  await t.call('customers.setConsent', { customerIds: [3], answer: 'unasked' })
  expect(await answerOf(3)).toEqual(['unasked', '2026-11-23', ''])
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect(await answerOf(1)).toEqual(['unasked', '', ''])
})
