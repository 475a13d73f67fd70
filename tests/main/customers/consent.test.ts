import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailKeys } from '../../../src/core/customers/person.ts'
import { optOutCode } from '../../../src/core/newsletter/opt-out.ts'
import { consenting } from '../../../src/main/newsletter/audience.ts'
import { newsletterShop } from '../../support/newsletter-shop.ts'
import { runs } from '../../support/runs.ts'
import type { TestShop } from '../../support/shop.ts'

let files = 0

async function importText(t: TestShop, text: string, commit = true) {
  const path = join(t.folder, `list-${files++}.csv`)
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit })
}

const source = 'asked at the counter'
const bulkYes = (t: TestShop, customerIds: number[]) =>
  t.call('customers.setConsent', { customerIds, answer: 'yes', source })
const recipients = async (t: TestShop) => (await t.call('newsletter.audience', {})).recipients
const consentOf = async (t: TestShop, customerId: number) =>
  (await t.call('customers.one', { customerId })).mailConsent

/** Anna, Ben and Cleo, with addresses, ids 1 to 3. */
async function threePeople() {
  const t = await newsletterShop()
  for (const name of ['Anna', 'Ben', 'Cleo'])
    await t.call('customers.save', { name, email: `${name.toLowerCase()}@x.example` })
  return t
}

test('“Yes to mail” for all leaves the noes, and says how many and who', async () => {
  const t = await threePeople()
  await t.call('customers.setConsent', { customerIds: [2], answer: 'no', source: 'on the phone' })
  const { result, act } = await t.answer('customers.setConsent', {
    customerIds: [1, 2, 3],
    answer: 'yes',
    source,
  })
  expect(result).toEqual({
    ok: true,
    value: { changed: 2, refused: 1, refusing: [{ customerId: 2, name: 'Ben' }] },
  })
  expect(act?.says).toBe('Mail for 2 customers: yes; 1 who said no stay so')
  expect(await recipients(t)).toBe(2)
  // Nor does "not asked" for all turn it.
  await t.call('customers.setConsent', { customerIds: [1, 2, 3], answer: 'unasked' })
  expect([await consentOf(t, 1), await consentOf(t, 2)]).toEqual(['unasked', 'no'])
})

test('only the same person, asked again, with source and day, turns a no', async () => {
  const t = await threePeople()
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no', source: 'on the phone' })
  expect(await t.problem('customers.setConsent', { customerIds: [1], answer: 'yes', source })).toEqual({
    code: 'said-no',
    message:
      'Anna said no to mail on 23 November 2026 (on the phone). Nothing was changed. A no is only turned by asking again: note on their own page where and on which day you asked.',
    field: 'day',
  })
  const again = (day: string) => ({ customerIds: [1], answer: 'yes', source, day })
  expect((await t.problem('customers.setConsent', again('2026-11-22'))).code).toBe('asked-before')
  expect((await t.problem('customers.setConsent', again('2026-11-24'))).code).toBe('future')
  expect(await t.call('customers.setConsent', { ...again('2026-11-23'), answer: 'yes' })).toMatchObject({
    changed: 1,
  })
  expect(await t.call('customers.one', { customerId: 1 })).toMatchObject({
    mailConsent: 'yes',
    mailConsentDay: '2026-11-23',
    mailConsentSource: source,
    refusal: null,
  })
  await t.call('shop.undo', {})
  expect(await consentOf(t, 1)).toBe('no')
  expect(await recipients(t)).toBe(0)
})

test('a no holds under another name, another spelling of the address, and goes along to a new one', async () => {
  const t = await threePeople()
  await t.call('customers.save', { customerId: 1, email: 'K@KÄSE.example' })
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no' })
  const file = await importText(t, 'Name,E-mail,Newsletter\nBert Lang,k@xn--kse-qla.example,yes\n')
  expect(file).toMatchObject({ added: 1, consents: { yes: 0, no: 1, unasked: 0 } })
  expect(file.sample[0]).toMatchObject({
    mailConsent: 'no',
    mailWhy: 'Anna said no to mail under k@xn--kse-qla.example',
  })
  expect(await bulkYes(t, [2, 3, 4])).toMatchObject({
    changed: 2,
    refused: 1,
    refusing: [{ name: 'Bert Lang' }],
  })
  expect(
    await t.problem('customers.setConsent', { customerIds: [4], answer: 'yes', source, day: '2026-11-23' }),
  ).toMatchObject({
    code: 'said-no',
    message:
      'Anna said no under the same address on 23 November 2026. Nothing was changed. Only Anna can turn it; or give this customer an address of their own.',
  })
  await t.call('customers.save', { customerId: 1, email: 'anna@new.example', name: 'Anna Neu' })
  await importText(t, 'Name,E-mail,Newsletter\nDora,anna@new.example,yes\nAnna Neu,anna@new.example,yes\n')
  expect(await recipients(t)).toBe(2)
  // Ben takes the old address: it is still refused there.
  await t.call('customers.save', { customerId: 2, email: 'k@käse.example' })
  expect([await recipients(t), await consentOf(t, 2)]).toEqual([1, 'no'])
})

test('asking one person again turns no no of somebody else who is gone, and none that came later', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna', email: 'l@x.example' })
  await importText(t, 'Name,E-mail,Newsletter\nBert,l@x.example,no\n')
  await t.call('shop.undo', {})
  const ask = (customerId: number, day: string) => ({
    customerIds: [customerId],
    answer: 'yes' as const,
    source,
    day,
  })
  expect(await t.problem('customers.setConsent', ask(1, '2026-11-23'))).toMatchObject({
    code: 'said-no',
    message:
      'Somebody who is no longer on file said no under the same address on 23 November 2026 (Imported from list-' +
      `${files - 1}.csv). Nothing was changed. Give this customer an address of their own.`,
  })
  await importText(t, 'Name,E-mail,Newsletter\nCleo,c@x.example,no\n')
  await t.call('shop.undo', {})
  await importText(t, 'Name,E-mail\nCleo,c@x.example\n')
  const cleo = (await t.call('customers.search', { text: 'Cleo' })).rows[0]!.id
  expect((await t.problem('customers.setConsent', ask(cleo, '2020-01-01'))).code).toBe('asked-before')
  expect(await recipients(t)).toBe(0)
  expect(await t.call('customers.setConsent', ask(cleo, '2026-11-23'))).toMatchObject({ changed: 1 })
  expect(await recipients(t)).toBe(1)
})

test('a no holds for every address that the text names, however it is written', async () => {
  const t = await newsletterShop()
  const written = ['A <a@x.example>', 'mailto:b@x.example', "'c@x.example'", 'd@x.example; e@x.example']
  await importText(
    t,
    `Name,E-mail,Newsletter\n${written.map((email, i) => `P${i},${email},no`).join('\n')}\n`,
  )
  const plain = ['a', 'b', 'c', 'd', 'e'].map((one) => `${one}@x.example`)
  await importText(t, `Name,E-mail,Newsletter\n${plain.map((email, i) => `Q${i},${email},yes`).join('\n')}\n`)
  expect(await recipients(t)).toBe(0)
  const { rows } = await t.call('customers.search', { text: 'q' })
  expect(rows.map(({ mailConsent }) => mailConsent)).toEqual(['no', 'no', 'no', 'no', 'no'])
})

test('a yes that the owner took back is not brought again by the file', async () => {
  const t = await newsletterShop()
  const file = 'Name,E-mail,Newsletter\nAnna,a@x.example,yes\n'
  await importText(t, file)
  await t.call('customers.setConsent', { customerIds: [1], answer: 'unasked' })
  const again = await importText(t, file)
  expect(again).toMatchObject({ unchanged: 1 })
  expect(again.errors.map(({ message }) => message)).toEqual([
    'Anna said yes once, and you took that back. The file says yes; not asked was kept.',
  ])
  expect(await consentOf(t, 1)).toBe('unasked')
})

test('a status that tells who unsubscribed is read for its noes alone', async () => {
  const t = await newsletterShop()
  await importText(t, 'Name,E-mail,Status\nAnna,a@x.example,Active\nBert,b@x.example,Unsubscribed\n')
  expect([await consentOf(t, 1), await consentOf(t, 2)]).toEqual(['unasked', 'no'])
  await importText(t, 'Name,E-mail,Status\nCleo,c@x.example,Gold\nDora,d@x.example,cancelled\n')
  expect([await consentOf(t, 3), await consentOf(t, 4)]).toEqual(['unasked', 'no'])
})

test('a column of refusals turns no cell into a yes; its noes stay when the import is undone', async () => {
  const t = await threePeople()
  await bulkYes(t, [1, 2, 3])
  const rows = 'Anna,anna@x.example,1\nBen,ben@x.example,0\nNew,new@x.example,1\n'
  const preview = await importText(t, `Name,E-mail,do_not_email\n${rows}`, false)
  expect(preview).toMatchObject({
    mapping: { refusal: 'do_not_email' },
    consents: { yes: 1, no: 2, unasked: 0 },
  })
  expect(preview.sample.map(({ mailConsent, mailWhy }) => [mailConsent, mailWhy])).toEqual([
    ['no', '“do_not_email” says “1”: must not be mailed'],
    ['yes', '“do_not_email” says “0”: not refused, but not asked either'],
    ['no', '“do_not_email” says “1”: must not be mailed'],
  ])
  // Taken by hand for the answer itself, it is still what its name says.
  const path = join(t.folder, `list-${files - 1}.csv`)
  const mapped = await t.call('customers.importFile', {
    path,
    commit: true,
    mapping: { consent: 'do_not_email', refusal: '' },
  })
  expect(mapped.consents).toEqual({ yes: 1, no: 2, unasked: 0 })
  expect(await recipients(t)).toBe(2)
  await t.call('shop.undo', {})
  expect([await consentOf(t, 1), await recipients(t)]).toEqual(['no', 2])
  await importText(t, 'Name,E-mail,Newsletter\nNew,new@x.example,yes\nOther,NEW@x.example,yes\n')
  expect(await recipients(t)).toBe(2)
})

test('a no of a file is kept beside that of the owner: taking back the one leaves the other', async () => {
  const t = await threePeople()
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no' })
  const file = await importText(t, 'Name,E-mail,Newsletter\nAnna,anna@x.example,no\n')
  expect(file).toMatchObject({ unchanged: 1 })
  await t.call('shop.undo', {})
  expect(await consentOf(t, 1)).toBe('no')
  expect(await bulkYes(t, [1, 2])).toMatchObject({ changed: 1, refused: 1 })
})

const csvOf = (...lines: readonly string[]) => `${lines.join('\n')}\n`

test('a file of a mail program makes no yes of people who unsubscribed, and says which columns it read', async () => {
  const t = await newsletterShop()
  const file = await importText(
    t,
    csvOf(
      'Email address,First name,Last name,Email status,Email permission status,Partner offers',
      'a@x.example,Anna,W,Unsubscribed,Express,1',
      'b@x.example,Ben,W,Active,Express,1',
      'c@x.example,Cleo,W,Active,Implied,1',
    ),
  )
  expect(file.sample.map(({ mailConsent }) => mailConsent)).toEqual(['no', 'yes', 'unasked'])
  expect(file.mailColumns).toEqual(['Email status', 'Email permission status'])
  expect(file.sample[0]!.mailWhy).toBe('“Email status” says “Unsubscribed”')
  expect(await recipients(t)).toBe(1)
})

test('of several columns about mail each is read: a no wins, and what speaks against a yes is said', async () => {
  const t = await newsletterShop()
  const file = await importText(
    t,
    csvOf(
      'Name,E-mail,Newsletter,Newsletter,Do not email,Unsubscribed,Opt-in,Status',
      'Anna,a@x.example,yes,no,0,,1,',
      'Ben,b@x.example,yes,,0,1,1,',
      'Cleo,c@x.example,yes,,0,,1,unsubscribed',
      'Dora,d@x.example,yes,,0,,pending,VIP',
      'Emil,e@x.example,,yes,0,,,VIP',
    ),
  )
  expect(file.sample.map(({ mailConsent }) => mailConsent)).toEqual(['no', 'no', 'no', 'unasked', 'yes'])
  expect(file.errors.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '5: “Newsletter” says “yes”, but “Opt-in” says “pending”. It counts as not asked.',
    '5: “VIP” was not understood as an answer about mail. In “Status” it says nothing, here and in further lines.',
  ])
  expect(await recipients(t)).toBe(1)
})

test('the column the owner chooses gives the yes, every other is still read for its noes, and one taken out is not', async () => {
  const t = await newsletterShop()
  await importText(
    t,
    csvOf('Name,E-mail,Newsletter,Consent', 'Anna,a@x.example,yes,', 'Ben,b@x.example,no,yes'),
    false,
  )
  const path = join(t.folder, `list-${files - 1}.csv`)
  const look = async (mapping: Record<string, string>) => {
    const { sample } = await t.call('customers.importFile', { path, commit: false, mapping })
    return sample.map(({ mailConsent }) => mailConsent)
  }
  expect(await look({})).toEqual(['yes', 'no'])
  expect(await look({ consent: 'Consent' })).toEqual(['unasked', 'no'])
  expect(await look({ consent: '' })).toEqual(['unasked', 'yes'])
})

test('every column about mail is shown with what it brings, and each can be left out', async () => {
  const t = await newsletterShop()
  await importText(
    t,
    csvOf(
      'Name,E-mail,Newsletter,Consent,Unsubscribed',
      'Anna,a@x.example,yes,,',
      'Ben,b@x.example,yes,no,',
      'Cleo,c@x.example,yes,,1',
    ),
    false,
  )
  const path = join(t.folder, `list-${files - 1}.csv`)
  const look = (notAboutMail: string[], commit = false) =>
    t.call('customers.importFile', { path, commit, notAboutMail })
  expect((await look([])).mailBrought).toEqual([
    { column: 'Newsletter', isRead: true, yes: 3, no: 0 },
    { column: 'Consent', isRead: true, yes: 0, no: 1 },
    { column: 'Unsubscribed', isRead: true, yes: 0, no: 1 },
  ])
  for (const [left, consents] of [
    [['Consent'], { yes: 2, no: 1, unasked: 0 }],
    [['Unsubscribed'], { yes: 2, no: 1, unasked: 0 }],
    [['Consent', 'Unsubscribed'], { yes: 3, no: 0, unasked: 0 }],
    [['Newsletter'], { yes: 0, no: 2, unasked: 1 }],
  ] as const) {
    const report = await look([...left])
    expect([left, report.consents]).toEqual([left, consents])
    expect(report.mailBrought.filter(({ isRead }) => !isRead).map(({ column }) => column)).toEqual(left)
    expect(report.mailColumns).toHaveLength(3 - left.length)
  }
  const gone = await t.problem('customers.importFile', { path, commit: true, notAboutMail: ['Consents'] })
  expect(gone.code).toBe('no-column')
  await look(['Consent', 'Unsubscribed'], true)
  expect(await recipients(t)).toBe(3)
})

test('a yes that a column brought is taken back by the same column, where its no else means never asked', async () => {
  const t = await newsletterShop()
  const shopify = (...lines: string[]) =>
    importText(t, csvOf('Name,E-mail,Accepts Email Marketing', ...lines))
  await shopify('Anna,a@x.example,yes', 'Ben,b@x.example,no', 'Cleo,c@x.example,no')
  await t.call('customers.setConsent', { customerIds: [3], answer: 'yes', source })
  expect(await recipients(t)).toBe(2)
  const again = await shopify('Anna,a@x.example,no', 'Ben,b@x.example,no', 'Cleo,c@x.example,no')
  expect(again.sample.map(({ mailConsent, mailWhy }) => [mailConsent, mailWhy])).toEqual([
    ['no', '“Accepts Email Marketing” says “no”, and said yes before'],
    ['unasked', '“Accepts Email Marketing” says “no”: this program does not tell a refusal from never asked'],
    ['yes', '“Accepts Email Marketing” says “no”: this program does not tell a refusal from never asked'],
  ])
  expect(again.errors.map(({ message }) => message)).toEqual([
    '“Accepts Email Marketing” says “no”. Cleo said yes before, and that was kept.',
  ])
  expect([await consentOf(t, 1), await recipients(t)]).toEqual(['no', 1])
  await shopify('Anna,a@x.example,yes')
  expect(await consentOf(t, 1)).toBe('no')
  // Within one file no time passes.
  await shopify('Dora,d@x.example,yes', 'Dora,d@x.example,no')
  expect((await t.call('customers.search', { text: 'Dora' })).rows[0]!.mailConsent).toBe('yes')
})

test('a yes is taken back by a word of withdrawal, and what is no yes is never left unsaid', async () => {
  for (const word of ['withdrawn', 'gekündigt', 'cancelado', 'Nur per Post', '✗', 'expired']) {
    const t = await threePeople()
    await bulkYes(t, [1])
    await importText(t, `Name,E-mail,Newsletter\nAnna,anna@x.example,${word}\n`)
    expect([word, await consentOf(t, 1), await recipients(t)]).toEqual([word, 'no', 0])
  }
  const t = await threePeople()
  await bulkYes(t, [1])
  const file = await importText(
    t,
    csvOf('Name,E-mail,Newsletter', 'Anna,anna@x.example,vielleicht', 'Ben,ben@x.example,vielleicht'),
  )
  expect(file.errors.map(({ message }) => message)).toEqual([
    '“vielleicht” was not understood as an answer about mail. Anna said yes before, and that was kept; ask whether it still holds.',
    '“vielleicht” was not understood as an answer about mail. It counts as not asked.',
  ])
  const pending = await importText(t, 'Name,E-mail,Newsletter\nAnna,anna@x.example,unconfirmed\n')
  expect(pending.errors.map(({ message }) => message)).toEqual([
    '“Newsletter” says “unconfirmed”. Anna said yes before, and that was kept.',
  ])
  // Where Ghost says false, somebody left.
  await importText(t, 'name,email,subscribed_to_emails\nAnna,anna@x.example,false\n')
  expect(await consentOf(t, 1)).toBe('no')
})

test('a word nobody knows in a status switches off none of its noes', async () => {
  for (const word of ['junk', 'VIP', 'inactive']) {
    const t = await threePeople()
    await bulkYes(t, [1, 2])
    const file = await importText(
      t,
      csvOf('email,name,status', 'anna@x.example,Anna,unsubscribed', `ben@x.example,Ben,${word}`),
    )
    expect([word, await consentOf(t, 1), await consentOf(t, 2)]).toEqual([word, 'no', 'yes'])
    expect(file.errors.map(({ message }) => message)).toEqual([
      `“${word}” was not understood as an answer about mail. Ben said yes before, and that was kept; ask whether it still holds.`,
    ])
  }
})

test('every later no is kept, and the latest day decides which yes comes too late', async () => {
  const t = await threePeople()
  const no = (day: string, from: string) =>
    t.call('customers.setConsent', { customerIds: [1], answer: 'no', source: from, day })
  const yes = (day: string) => ({ customerIds: [1], answer: 'yes' as const, source, day })
  await no('2026-11-05', 'phone')
  await no('2026-11-20', 'letter')
  await no('2026-11-08', 'found in the book')
  expect((await t.call('customers.one', { customerId: 1 })).refusal).toMatchObject({ day: '2026-11-20' })
  expect((await t.problem('customers.setConsent', yes('2026-11-10'))).message).toBe(
    'The no came later, on 20 November 2026 (letter). Nothing was changed. Give the day you asked again.',
  )
  // Taking back the latest leaves those before.
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect((await t.call('customers.one', { customerId: 1 })).refusal).toMatchObject({ day: '2026-11-05' })
  expect(await t.call('customers.setConsent', yes('2026-11-10'))).toMatchObject({ changed: 1 })
})

test('a file that says a no again says it on its own day', async () => {
  const t = await newsletterShop()
  const file = 'Name,E-mail,Newsletter\nAnna,a@x.example,no\n'
  t.now = Date.parse('2026-11-05T08:00:00Z')
  await importText(t, file)
  t.now = Date.parse('2026-11-20T08:00:00Z')
  await importText(t, file)
  const late = { customerIds: [1], answer: 'yes' as const, source, day: '2026-11-10' }
  expect((await t.problem('customers.setConsent', late)).code).toBe('asked-before')
  expect(t.shop.connection.prepare('SELECT count(*) FROM suppressions').pluck().get()).toBe(1)
})

test('a no without an address outlives its import: by phone, by number, and by name where nothing contradicts', async () => {
  const later = async (first: string, second: string) => {
    const t = await newsletterShop()
    await importText(t, first)
    await t.call('shop.undo', {})
    const preview = await importText(t, second, false)
    await importText(t, second)
    const [row] = (await t.call('customers.search', {})).rows
    expect(preview.sample[0]!.mailConsent).toBe(row!.mailConsent)
    expect(await recipients(t)).toBe(row!.mailConsent === 'yes' ? 1 : 0)
    return { t, row: row! }
  }
  const byPhone = 'Name,Phone,Newsletter\nCarl Gross,030 1234569,no\n'
  const whole = (phone: string) => `Name,Phone,Email,Newsletter\nCarl Gross,${phone},carl@x.example,yes\n`
  const { t, row } = await later(byPhone, whole('+49 30 1234569'))
  expect(row.mailConsent).toBe('no')
  // Their new address is refused with them, and asking them again turns it for good.
  expect(
    await t.problem('customers.setConsent', { customerIds: [row.id], answer: 'yes', source }),
  ).toMatchObject({
    code: 'said-no',
  })
  const again = { customerIds: [row.id], answer: 'yes' as const, source, day: '2026-11-23' }
  expect(await t.call('customers.setConsent', again)).toMatchObject({ changed: 1 })
  await importText(t, whole('+49 30 1234569'))
  expect([await consentOf(t, row.id), await recipients(t)]).toEqual(['yes', 1])
  expect((await later(byPhone, whole('040 7654321'))).row.mailConsent).toBe('yes')
  expect((await later(byPhone, whole(''))).row.mailConsent).toBe('no')
  const byNumber = 'Customer ID,Name,Newsletter\n17,Carl Gross,no\n'
  const numbered = (id: number) => `Customer ID,Name,Email,Newsletter\n${id},Carl Gross,carl@x.example,yes\n`
  expect((await later(byNumber, numbered(17))).row.mailConsent).toBe('no')
  expect((await later(byNumber, numbered(18))).row.mailConsent).toBe('yes')
  const named = 'Name,Newsletter\nCarl Gross,no\n'
  expect((await later(named, whole('030 1234569'))).row.mailConsent).toBe('no')
  expect((await later(named, whole('').replace('Carl Gross', 'Carla Gross'))).row.mailConsent).toBe('yes')
  // Also for the address they had, and the one they come back with.
  const moved = await later(
    'Name,Phone,Email,Newsletter\nCarl Gross,030 1234569,old@x.example,no\n',
    whole('030 1234569'),
  )
  expect(moved.row.mailConsent).toBe('no')
  await moved.t.call('shop.undo', {})
  await importText(moved.t, whole('030 1234569'))
  expect(await recipients(moved.t)).toBe(0)
})

test('a no reaches the same person written otherwise: by phone with number, or with the same words of a name', async () => {
  const header = 'Name,Phone,No,Email,Newsletter'
  const refusal = 'Carla Gross,030 1234569,7,,no'
  for (const yes of ['GROSS Carla,030 1234569,,c@x.example,yes', 'Carla Klein,030/1234569,7,c@x.example,yes'])
    for (const order of [[[refusal], [yes]], [[yes], [refusal]], [[refusal, yes]], [[yes, refusal]]]) {
      const t = await newsletterShop()
      const told: string[] = []
      for (const lines of order)
        for (const { message } of (await importText(t, csvOf(header, ...lines))).errors) told.push(message)
      expect([yes, order, await recipients(t)]).toEqual([yes, order, 0])
      expect(told.join(' ')).toContain('may be the same person')
    }
  const t = await newsletterShop()
  await importText(t, csvOf(header, refusal, 'Emil Klein,030 1234569,8,e@x.example,yes'))
  expect(await recipients(t)).toBe(1)
  // Whom the owner asked, no file un-asks.
  await t.call('customers.save', { name: 'GROSS Carla', phone: '030 1234569', email: 'c@x.example' })
  await bulkYes(t, [3])
  await importText(t, csvOf(header, refusal))
  expect(await recipients(t)).toBe(2)
})

test('a second column of one name is read where the first is blank, and kept beside it where it says otherwise', async () => {
  const t = await newsletterShop()
  const file = await importText(
    t,
    csvOf('Name,Email,Email,Phone,Phone', 'Anna,,a@x.example,,030 1', 'Ben,b@x.example,ben@y.example,1,'),
  )
  expect(file.sample.map(({ email, phone }) => [email, phone])).toEqual([
    ['a@x.example', '030 1'],
    ['b@x.example', '1'],
  ])
  expect(file.errors).toEqual([])
  const ben = await t.call('customers.one', { customerId: 2 })
  expect([ben.email, ben.otherMails]).toEqual(['b@x.example', 'ben@y.example'])
})

test('a line with nothing but an address adds nobody, however many have it, and its yes is nobody’s', async () => {
  const t = await newsletterShop()
  const file = csvOf('Name,Email,Company', ',a@x.example,Firm', ',a@x.example,', 'Anna,a@x.example,')
  await importText(t, file)
  for (let i = 0; i < 2; i++) expect(await importText(t, file)).toMatchObject({ added: 0, updated: 0 })
  expect((await t.call('customers.search', {})).rows.map(({ name }) => name).toSorted()).toEqual([
    'Anna',
    'Firm',
  ])
  const bare = await importText(t, 'Email,Newsletter\na@x.example,yes\n')
  expect(bare.errors.map(({ message }) => message)).toContain(
    'a@x.example is the address of 2 customers, and the line names none. Its yes was left out.',
  )
  expect(await recipients(t)).toBe(0)
  await importText(t, 'Email,Newsletter\na@x.example,no\n')
  expect((await t.call('customers.search', {})).rows.map(({ mailConsent }) => mailConsent)).toEqual([
    'no',
    'no',
  ])
})

const names = ['Anna', 'Ben', 'Cleo', 'Dora']
const addresses = ['a@käse.example', 'A@xn--kse-qla.example', 'b@x.example', 'B@X.example', 'c@x.example', '']
const keyOf = (address: string) => address.toLowerCase().replace('käse', 'xn--kse-qla')

/** The columns of the files, and what a cell means in each: a no, a yes, what speaks against a yes, or nothing. */
const mailHeaders = [
  'Newsletter',
  'do_not_email',
  'Unsubscribed',
  'Accepts Email Marketing',
  'Status',
] as const

function meaning(header: (typeof mailHeaders)[number], cell: string): 'yes' | 'no' | 'left' | 'against' | '' {
  const isNo = cell === 'no' || cell === 'withdrawn'
  if (cell === '') return ''
  if (header === 'do_not_email' || header === 'Unsubscribed')
    return cell === 'perhaps' ? 'against' : ['no', 'pending'].includes(cell) ? '' : 'no'
  if (header === 'Status') return isNo ? 'no' : ''
  if (isNo) return header === 'Newsletter' || cell === 'withdrawn' ? 'no' : 'left'
  if (cell === 'yes') return 'yes'
  return cell === 'pending' ? 'against' : ''
}

const isSureYes = (said: readonly string[]): boolean =>
  said.includes('yes') && !['no', 'left', 'against'].some((word) => said.includes(word))

interface No {
  readonly person: number
  readonly key: string
  readonly isFiled: boolean
  readonly day: string
}

/** The day of the test shop's clock. */
const today = '2026-11-23'

const who = fc.nat(3)
const dora = { name: 'Dora', address: 'd@x.example' }
const step = fc.oneof(
  fc.record({
    kind: fc.constant('bulk' as const),
    answer: fc.constantFrom('yes' as const, 'yes' as const, 'no' as const, 'unasked' as const),
    but: fc.nat(8),
  }),
  fc.record({
    kind: fc.constant('single' as const),
    who,
    day: fc.constantFrom('2026-11-05', '2026-11-20', '2026-11-23'),
    answer: fc.constantFrom('yes' as const, 'no' as const),
  }),
  fc.record({ kind: fc.constant('again' as const), who, day: fc.constantFrom('2026-11-10', today) }),
  fc.record({
    kind: fc.constant('file' as const),
    columns: fc.uniqueArray(fc.constantFrom(...mailHeaders, 'Accepts Email Marketing' as const), {
      minLength: 1,
      maxLength: 3,
    }),
    lines: fc.array(
      fc.record({
        who: fc.oneof(
          fc.record({ name: fc.constantFrom(...names), address: fc.constantFrom(...addresses) }),
          // The same person again and again, so that a file takes back what one brought.
          fc.constant(dora),
        ),
        cells: fc.array(fc.constantFrom('yes', 'yes', 'no', 'no', 'withdrawn', 'pending', 'perhaps', ''), {
          minLength: 3,
          maxLength: 3,
        }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.constantFrom('yes', 'no').map((cell) => ({
    kind: 'file' as const,
    columns: ['Accepts Email Marketing'] as (typeof mailHeaders)[number][],
    lines: [{ who: dora, cells: [cell] }],
  })),
  fc.record({ kind: fc.constant('rename' as const), who, name: fc.constantFrom(...names, 'Emil') }),
  fc.record({ kind: fc.constant('move' as const), who, address: fc.constantFrom(...addresses) }),
  fc.record({ kind: fc.constant('code' as const), who }),
  fc.record({ kind: fc.constant('merge' as const), who, other: who }),
  fc.record({ kind: fc.constant('undo' as const) }),
)

test('random histories of consent: nobody who said no is in the audience, and no no is lost', async () => {
  const t = await newsletterShop()
  // Thousands of histories, and none of them is about the disk.
  t.shop.connection.pragma('synchronous = OFF')
  let histories = 0
  let kept = 0
  let takenBack = 0
  let late = 0
  let merges = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      t.shop.connection.exec(
        `INSERT INTO temp.actNow (id) VALUES (1); DELETE FROM customers; DELETE FROM suppressions; DELETE FROM optOutCodes;
         DELETE FROM formerCustomers; DELETE FROM twoPeople;
         DELETE FROM temp.actNow; DELETE FROM changes; UPDATE acts SET ofAct = NULL, turnId = NULL;
         DELETE FROM acts WHERE id > 3`,
      )
      t.people(names.slice(0, 3).map((name, i) => ({ name, email: `${'abc'[i]}@x.example` })))
      const called = new Map<number, Set<string>>()
      const had = new Map<number, Set<string>>()
      // Who was merged keeps the addresses of both, and a no holds under each.
      const others = new Map<number, readonly string[]>()
      const people = async () => {
        const { rows } = await t.call('customers.search', { limit: 100 })
        for (const { id, otherMails } of await t.shop.reader
          .selectFrom('customers')
          .select(['id', 'otherMails'])
          .execute())
          others.set(id, mailKeys(otherMails))
        for (const { id, name, email } of rows) {
          called.set(id, (called.get(id) ?? new Set()).add(name))
          had.set(id, (had.get(id) ?? new Set()).add(keyOf(email)))
        }
        return rows.toSorted((a, b) => a.id - b.id)
      }
      const codes = (await people()).map(({ id, email }, i) => ({
        code: 32 ** 7 + i,
        customerId: id,
        emailKey: keyOf(email),
      }))
      for (const { code, customerId, emailKey } of codes)
        t.shop.connection
          .prepare('INSERT INTO optOutCodes (code, customerId, emailKey) VALUES (?, ?, ?)')
          .run(code, customerId, emailKey)
      // The rule: who said no, for which address; a no goes along, and falls only with its own act or by asking again.
      let noes: readonly No[] = []
      const acts: (readonly No[])[] = []
      // Whose a no of a file is can be told from outside only by names; a day of the owner's own is sure.
      const lastOwn = (id: number) =>
        noes.reduce((last, no) => (no.person === id && !no.isFiled && no.day > last ? no.day : last), '')
      // A no is kept under every address of theirs.
      const add = (...more: readonly No[]) =>
        (noes = [
          ...noes,
          ...more.flatMap((no) => [no, ...(others.get(no.person) ?? []).map((key) => ({ ...no, key }))]),
        ])
      const isAt = ({ key }: No, id: number, email: string) =>
        key !== '' && (key === keyOf(email) || (others.get(id) ?? []).includes(key))
      const refused = (id: number, email: string) =>
        noes.some((no) => no.person === id || isAt(no, id, email))
      const done = (act: unknown, before: readonly No[]) => {
        if (act) acts.push(before)
      }
      // Noes that went over to who was kept.
      const moved = new Set<No>()
      const keptNow = (id: number): number =>
        (t.shop.connection
          .prepare('SELECT customerId FROM formerCustomers WHERE goneId = ?')
          .pluck()
          .get(id) as number) ?? id
      let all = await people()
      for (const one of steps) {
        const before = noes
        const person = 'who' in one ? all[one.who % Math.max(1, all.length)] : undefined
        if ('who' in one && !person) continue
        const { id = 0, email = '' } = person ?? {}
        if (one.kind === 'bulk') {
          const ids = all.filter((_, i) => i !== one.but).map((row) => row.id)
          if (ids.length === 0) continue
          const input = { customerIds: ids, answer: one.answer, source }
          const { act } = await t.answer('customers.setConsent', input)
          if (one.answer === 'no')
            for (const row of all)
              if (ids.includes(row.id))
                add({ person: row.id, key: keyOf(row.email), isFiled: false, day: today })
          done(act, before)
          // Whom a file's no is about is told by names; without one, all who were not refused are readers now.
          if (one.answer === 'yes' && !noes.some((no) => no.isFiled)) {
            const wanted = all.filter(
              (row) => ids.includes(row.id) && row.email && !refused(row.id, row.email),
            )
            const got = new Set<string>()
            for await (const page of consenting(t.shop.reader, today))
              for (const reader of page) if (typeof reader !== 'string') got.add(keyOf(reader.address))
            for (const row of wanted) expect(got).toContain(keyOf(row.email))
          }
        } else if (one.kind === 'single') {
          const isNo = one.answer === 'no'
          const input = { customerIds: [id], answer: one.answer, source, ...(isNo && { day: one.day }) }
          const { act } = await t.answer('customers.setConsent', input)
          if (isNo) add({ person: id, key: keyOf(email), isFiled: false, day: one.day })
          done(act, before)
        } else if (one.kind === 'again') {
          const ids = new Set(all.map((row) => row.id))
          const isHere = (no: No) => isAt(no, id, email)
          const isGone = (no: No) => isHere(no) && !ids.has(no.person)
          // Of the gone, only one of the same name may be the person who was asked.
          const own = called.get(id) ?? new Set()
          const isMine = (no: No) =>
            no.person === id ||
            (isGone(no) &&
              (no.person === 0 || [...(called.get(no.person) ?? [])].some((name) => own.has(name))))
          const isOthers = noes.some((no) => isHere(no) && !isMine(no))
          const input = { customerIds: [id], answer: 'yes', source, day: one.day }
          const { result, act } = await t.answer('customers.setConsent', input)
          // The latest no decides which yes comes too late.
          const isLate = lastOwn(id) > one.day
          if (isLate) late++
          if (isLate) expect(result.ok).toBe(false)
          const mayBeLate = noes.some((no) => isMine(no) && no.day > one.day)
          // Where names left open whose no a file's is, it may stand in the way without being known here.
          if (isOthers || (!mayBeLate && !noes.some((no) => no.person === 0 || isGone(no))))
            expect(result.ok).toBe(!isOthers)
          if (result.ok) noes = noes.filter((no) => !isMine(no))
          done(act, before)
        } else if (one.kind === 'file') {
          const lines = one.lines.map(({ who: { name, address }, cells }) => {
            const line = { name, address, cells }
            const said = one.columns.map((header, i) => meaning(header, cells[i]!))
            const isNo = said.includes('no') || said.includes('left')
            // Whose a no without an address is, or whose yes it takes back, nobody can tell from outside.
            return address === '' && isNo ? { ...line, cells: [], said: [] } : { ...line, said }
          })
          const rows = lines.map(({ name, address, cells }) =>
            [name, address, ...one.columns.map((_, i) => cells[i] ?? '')].join(','),
          )
          const path = join(t.folder, 'history.csv')
          writeFileSync(path, `Name,E-mail,${one.columns.join(',')}\n${rows.join('\n')}\n`)
          const brought = new Set(
            t.shop.connection
              .prepare(
                `SELECT id FROM customers WHERE mailConsent = 'yes' AND mailConsentSource LIKE '%(“Accepts Email Marketing”)'`,
              )
              .pluck()
              .all(),
          )
          const { act, result } = await t.answer('customers.importFile', { path, commit: true })
          expect(result.ok).toBe(true)
          const now = await people()
          const moved = now.filter((row) => all.find((was) => was.id === row.id && was.email !== row.email))
          for (const row of moved)
            if (noes.some((no) => no.person === row.id))
              add({ person: row.id, key: keyOf(row.email), isFiled: false, day: lastOwn(row.id) })
          for (const line of lines) {
            const meant = now.filter(
              (row) => called.get(row.id)?.has(line.name) && had.get(row.id)?.has(keyOf(line.address)),
            )
            // Who is called so now comes before who was once.
            const exact = now.filter(
              ({ name, email }) => name === line.name && keyOf(email) === keyOf(line.address),
            )
            const [person] = exact.length === 1 ? exact : meant.length === 1 ? meant : []
            // A yes that this column brought is taken back by it; else its no means never asked.
            const isBack = line.said.includes('left') && person && brought.has(person.id)
            if (!line.said.includes('no') && !isBack) continue
            if (isBack) takenBack++
            add({ person: person?.id ?? 0, key: keyOf(line.address), isFiled: true, day: today })
            // It goes along to where they are now.
            if (person) add({ person: person.id, key: keyOf(person.email), isFiled: true, day: today })
          }
          // A yes is one only where nothing in its line speaks against it.
          for (const row of now) {
            const theirs = lines.filter((line) => called.get(row.id)?.has(line.name))
            const isNew = !all.some(({ id }) => id === row.id)
            if (isNew && row.mailConsent === 'yes')
              expect({ theirs, sure: theirs.some(({ said }) => isSureYes(said)) }).toMatchObject({
                sure: true,
              })
          }
          done(act, before)
        } else if (one.kind === 'rename') {
          done((await t.answer('customers.save', { customerId: id, name: one.name })).act, before)
        } else if (one.kind === 'move') {
          const { act } = await t.answer('customers.save', { customerId: id, email: one.address })
          if (noes.some((no) => no.person === id))
            add({ person: id, key: keyOf(one.address), isFiled: false, day: lastOwn(id) })
          done(act, before)
        } else if (one.kind === 'code') {
          const given = codes[one.who % codes.length]!
          const personNow = keptNow(given.customerId)
          const owner = all.find((row) => row.id === personNow)
          const { act, result } = await t.answer('newsletter.optOut', {
            text: `Stop ${optOutCode(given.code)}`,
          })
          expect(result.ok).toBe(true)
          add({ person: personNow, key: given.emailKey, isFiled: true, day: today })
          if (owner) add({ person: personNow, key: keyOf(owner.email), isFiled: true, day: today })
          done(act, before)
        } else if (one.kind === 'merge') {
          const gone = all[one.other % all.length]!
          if (gone.id === id) continue
          const { act, result } = await t.answer('customers.merge', { keepId: id, goneId: gone.id })
          expect(result.ok).toBe(true)
          merges++
          // A no of either is the no of the one, under the addresses it was said for and the one that stays.
          noes = noes.map((no) => {
            if (no.person !== gone.id) return no
            const theirs = { ...no, person: id }
            moved.add(theirs)
            return theirs
          })
          for (const known of [called, had])
            for (const one of known.get(gone.id) ?? []) known.get(id)!.add(one)
          const now = (await people()).find((row) => row.id === id)!
          const own = noes.find((no) => no.person === id)
          if (own) add({ ...own, isFiled: false, key: keyOf(now.email), day: lastOwn(id) })
          done(act, before)
        } else {
          const back = acts.pop()
          if (!back) continue
          await t.call('shop.undo', {})
          noes = [...back, ...noes.filter((no) => no.isFiled && !back.includes(no) && !moved.has(no))]
        }
        all = await people()
        for await (const page of consenting(t.shop.reader, today))
          for (const reader of page) {
            if (typeof reader === 'string') continue
            expect({ one, reader, no: refused(reader.customerId, reader.address) }).toMatchObject({
              no: false,
            })
          }
        for (const row of all) if (refused(row.id, row.email)) expect(row.mailConsent).toBe('no')
      }
      histories++
      kept += noes.length
    }),
    runs(60, 5000),
  )
  console.log(
    `${histories} histories, ${kept} noes at their ends, ${takenBack} yeses taken back by their column, ${late} yeses too late, ${merges} merges, 0 lost`,
  )
}, 3_600_000)

test('a yes of somebody without an address leaves the no of a namesake without one who came and went', async () => {
  const t = await newsletterShop()
  await importText(t, 'Name,Phone,Newsletter\nAnna Berg,030 1,no\n')
  await t.call('shop.undo', {})
  const noes = () => t.shop.connection.prepare('SELECT count(*) FROM suppressions').pluck().get()
  expect(noes()).toBe(1)
  const { id } = await t.call('customers.save', { name: 'Anna Berg', phone: '040 2' })
  await t.call('customers.setConsent', { customerIds: [id], answer: 'no', source })
  expect(noes()).toBe(2)
  await t.call('customers.setConsent', { customerIds: [id], answer: 'yes', source, day: '2026-11-23' })
  expect([noes(), await consentOf(t, id)]).toEqual([1, 'yes'])
})
