import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { OutputOf } from '../../../src/core/call.ts'
import type { Calls } from '../../../src/core/calls.ts'
import { fold } from '../../../src/core/fold.ts'
import { optOutCode } from '../../../src/core/newsletter/opt-out.ts'
import { erasers } from '../../../src/main/customers/erase-rows.ts'
import { movers } from '../../../src/main/customers/moved.ts'
import { restore } from '../../../src/main/backups/restore.ts'
import { verifiedBackup } from '../../../src/main/store/backup.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { backUp } from '../../support/shop-files.ts'
import { newsletterShop } from '../../support/newsletter-shop.ts'
import type { TestShop } from '../../support/shop.ts'

let files = 0
async function importText(t: TestShop, text: string, commit = true) {
  const path = join(t.folder, `list-${files++}.csv`)
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit })
}

const one = (t: TestShop, customerId: number) => t.call('customers.one', { customerId })
const recipients = async (t: TestShop) => (await t.call('newsletter.audience', {})).recipients
const asked = (customerId: number, day: string) => ({
  customerIds: [customerId],
  answer: 'yes' as const,
  source: 'asked at the counter',
  day,
})

/** All that may tell her, as written and folded. */
const tells = [
  'Zwetschgenbaum',
  'Wilhelmine',
  'Mirabellenkern',
  'w.zwetschgenbaum@',
  'wz-privat@',
  'früher-wz@',
  'xn--frher-wz',
  '0221 998877',
  '0221998877',
  '998877',
  '4711-0815',
  'Quittengasse',
  'Haselnussallergie',
  'Lieblingskuchen',
  'Telefonat über Quitten',
  'Halbgetipptes',
].flatMap((text) => [text, fold(text)])

/** Who in the raw bytes of a file, and of what SQLite keeps beside it, is told. */
function tracesIn(path: string): readonly string[] {
  return ['', '-wal', '-shm', '-journal'].flatMap((end) => {
    if (!existsSync(path + end)) return []
    const bytes = readFileSync(path + end)
    return tells
      .filter((text) => bytes.includes(Buffer.from(text)) || bytes.includes(Buffer.from(text.toLowerCase())))
      .map((text) => `${text} in ${end || 'the file'}`)
  })
}

/** A shop with somebody who left a trace wherever one can be left; answers her id. */
async function wilhelmine(t: TestShop): Promise<number> {
  await t.call('customers.save', { name: 'Bert Lang', email: 'bert@x.example', notes: 'Rye.' })
  await importText(
    t,
    'id,Name,E-mail,Phone,Street,Notes,Newsletter\n' +
      '4711-0815,Wilhelmine Zwetschgenbaum,früher-wz@x.example,0221 998877,Quittengasse 3,Lieblingskuchen Nuss,yes\n' +
      'B,Cleo Klein,cleo@x.example,,,,yes\n',
  )
  const id = (await t.call('customers.search', { text: 'zwetsch' })).rows[0]!.id
  await t.call('customers.save', {
    customerId: id,
    email: 'w.zwetschgenbaum@x.example',
    otherMails: 'wz-privat@x.example (home)',
    mustKnow: 'Haselnussallergie',
    preferences: 'Lieblingskuchen',
  })
  const { id: twin } = await t.call('customers.save', {
    name: 'Wilhelmine Mirabellenkern',
    phone: '0221 998877',
  })
  await t.call('customers.merge', { keepId: id, goneId: twin })
  await t.call('customers.twoPeople', { customerId: 1, otherId: id })
  await t.call('customers.logTouch', { customerId: id, kind: 'call', note: 'Telefonat über Quitten' })
  await t.call('customers.logTouch', { customerId: id, kind: 'visit' })
  await t.call('shop.undo', {})
  await t.call('customers.visit', { customerId: id })
  await t.call('customers.snooze', { customerId: id, until: '2026-12-24' })
  await t.call('referrals.set', { customerId: id, byId: 1 })
  await t.call('actions.add', {
    what: 'Wilhelmine Zwetschgenbaum anrufen',
    due: '2026-11-30',
    about: { kind: 'customer', id },
  })
  const { id: promise } = await t.call('promises.make', {
    customerId: id,
    what: 'Torte für Zwetschgenbaum',
    told: '2026-11-27T17:00',
  })
  await t.call('promises.close', { promiseId: promise, inBudget: true, fullScope: true, leftClean: true })
  await t.call('customers.save', { customerId: id, notes: 'Lieblingskuchen ist Quitte' })
  await t.call('shop.undo', {})
  await t.call('shop.redo', {})
  await t.call('customers.setConsent', asked(id, '2026-11-22'))
  await t.call('drafts.keep', {
    form: `customer:${id}`,
    base: {},
    typed: { notes: 'Halbgetipptes' },
    atMs: { notes: t.now },
  })
  const { id: issue } = await t.call('newsletter.create', { month: '2026-12', subject: 'Advent' })
  await t.call('newsletter.exportMail', { issueId: issue, folder: t.folder, as: 'eml-each' })
  return id
}

test('nothing of somebody erased is left in the bytes of the file, its log and the next backup', async () => {
  const t = await newsletterShop()
  const id = await wilhelmine(t)
  expect(tracesIn(t.shop.path).length).toBeGreaterThan(10)
  const { result, act, stale } = await t.answer('customers.erase', { customerId: id })
  expect(result).toEqual({ ok: true, value: { promises: 1, sharing: [] } })
  expect(act).toMatchObject({ says: 'One customer erased', state: 'past' })
  expect(stale).toContain('customers.search')
  expect(tracesIn(t.shop.path)).toEqual([])
  await t.call('customers.logTouch', { customerId: 1, kind: 'call' })
  expect(tracesIn(t.shop.path)).toEqual([])
  const { path } = await verifiedBackup(t.shop.path, { folder: join(t.folder, 'backups'), why: 'asked' })
  expect(tracesIn(path)).toEqual([])
  expect(t.shop.connection.prepare('SELECT count(*) FROM wipeDue').pluck().get()).toBe(0)
  expect(t.shop.connection.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('of somebody erased the closed promises stay, and the history without them; nothing of it is undone', async () => {
  const t = await newsletterShop()
  const id = await wilhelmine(t)
  await t.call('customers.erase', { customerId: id })
  expect(await t.problem('customers.one', { customerId: id })).toMatchObject({ code: 'no-customer' })
  expect((await t.call('customers.search', { text: 'zwetsch' })).rows).toEqual([])
  expect(
    t.shop.connection.prepare('SELECT customerId, name, what, onTime, sourceId FROM promises').all(),
  ).toEqual([
    { customerId: null, name: 'a customer (erased)', what: 'Something for them', onTime: 1, sourceId: '' },
  ])
  const acts = await t.call('shop.acts', { limit: 50 })
  expect(acts.map(({ says }) => says)).toContain('Call with a customer (erased) logged')
  expect(acts.filter(({ says }) => /Zwetsch|Wilhelm/i.test(says))).toEqual([])
  const touched = acts.find(({ says }) => says === 'Call with a customer (erased) logged')!
  expect(await t.problem('shop.undo', { actId: touched.id })).toEqual({
    code: 'erased',
    message:
      '“Call with a customer (erased) logged” cannot be undone: a customer was erased since, and with them what was before. Nothing was changed.',
  })
  expect(await t.problem('shop.undo', { actId: acts[0]!.id })).toMatchObject({ code: 'erased' })
  // What was done with others goes on as before.
  await t.call('customers.save', { customerId: 1, notes: 'Wheat.' })
  await t.call('shop.undo', {})
  expect((await one(t, 1)).notes).toBe('Rye.')
  expect((await one(t, 3)).name).toBe('Cleo Klein')
})

test('nobody is erased to whom a promise is open', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna', email: 'a@x.example' })
  await t.call('promises.make', { customerId: 1, what: 'Cake', told: '2026-12-04T17:00' })
  expect(await t.call('customers.erasing', { customerId: 1 })).toEqual({
    open: ['Cake'],
    promises: 0,
    touches: 0,
    visits: 0,
    addresses: 1,
    noes: 0,
    sharing: [],
    elsewhere: { places: [], total: 0 },
  })
  expect(await t.problem('customers.erase', { customerId: 1 })).toEqual({
    code: 'promise-open',
    message: '“Cake” is promised to Anna. Nothing was changed. Close it first, or mark it as broken.',
    field: 'customerId',
  })
})

test('an address of somebody erased is never written to, however it comes back, until who has it is asked alone', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna', email: 'K@KÄSE.example', otherMails: 'a@work.example' })
  await t.call('customers.setConsent', asked(1, '2026-11-20'))
  expect(await recipients(t)).toBe(1)
  await t.call('customers.erase', { customerId: 1 })
  const list = 'Name,E-mail,Newsletter\nAnna,k@xn--kse-qla.example,yes\nBert,a@work.example,yes\n'
  const read = await importText(t, list)
  expect(read.consents).toEqual({ yes: 0, no: 2, unasked: 0 })
  expect(read.sample[0]!.mailWhy).toContain('was erased here')
  expect(await recipients(t)).toBe(0)
  expect((await t.call('customers.search', { text: '', only: 'no' })).total).toBe(2)
  expect((await t.call('customers.search', { text: '', only: 'yes' })).total).toBe(0)
  expect(await one(t, 2)).toMatchObject({ mailConsent: 'no', refusal: { name: '', isOnFile: false } })
  await t.call('shop.undo', {})
  await t.call('shop.redo', {})
  expect(await recipients(t)).toBe(0)
  expect(
    await t.problem('customers.setConsent', { customerIds: [2, 3], answer: 'yes', source: 'x' }),
  ).toMatchObject({
    code: 'said-no',
  })
  // Under another address it is still theirs.
  await t.call('customers.save', { customerId: 2, email: 'new@x.example' })
  expect((await one(t, 2)).mailConsent).toBe('no')
  await t.call('shop.undo', {})
  expect((await t.problem('customers.setConsent', asked(2, '2026-11-22'))).code).toBe('asked-before')
  await t.call('customers.setConsent', asked(2, '2026-11-23'))
  expect(await recipients(t)).toBe(1)
  await t.call('shop.undo', {})
  expect([await recipients(t), (await one(t, 2)).mailConsent]).toEqual([0, 'no'])
})

test('an address is never written to because it asked for it, with nobody on file; no undo takes that back, only their own yes', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna', email: 'k@käse.example' })
  await t.call('customers.setConsent', asked(1, '2026-11-20'))
  const { act } = await t.answer('customers.suppress', { email: 'Anna <K@KÄSE.example>' })
  expect(act).toMatchObject({ says: 'An address is never written to any more', state: 'past' })
  expect([await recipients(t), (await one(t, 1)).mailConsent]).toEqual([0, 'no'])
  expect(await t.problem('customers.suppress', { email: 'k@xn--kse-qla.example' })).toMatchObject({
    code: 'suppressed-already',
  })
  expect(await t.problem('customers.suppress', { email: 'nobody' })).toMatchObject({ code: 'no-address' })
  expect(await t.problem('shop.undo', { actId: act!.id })).toMatchObject({
    code: 'erased',
    message: expect.stringContaining('Ask whoever has it'),
  })
  // What was done before is undone without it.
  await t.call('shop.undo', {})
  await t.call('shop.redo', {})
  expect([await recipients(t), (await one(t, 1)).mailConsent]).toEqual([0, 'no'])
  await t.call('customers.setConsent', asked(1, '2026-11-23'))
  expect(await recipients(t)).toBe(1)
})

test('an address that is never to be written to says how it was understood, and is refused where it is none', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna', email: 'b@x.example' })
  await t.call('customers.setConsent', asked(1, '2026-11-20'))
  expect(await t.problem('customers.suppress', { email: 'b@x,example' })).toMatchObject({
    code: 'no-address',
    message: '“b@x” is no mail address. Nothing was changed. Copy it out of their mail.',
  })
  expect(await recipients(t)).toBe(1)
  expect(await t.call('customers.suppress', { email: 'mailto:B@x.example?subject=stop' })).toEqual({
    addresses: 1,
    understood: ['b@x.example'],
  })
  expect(await recipients(t)).toBe(0)
})

test('the code of somebody erased stops mail to their address also after a yes', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna', email: 'a@x.example' })
  await t.call('customers.setConsent', asked(1, '2026-11-20'))
  const { id } = await t.call('newsletter.create', { month: '2026-12', subject: 'Advent' })
  await t.call('newsletter.exportMail', { issueId: id, folder: t.folder, as: 'eml-each' })
  const code = Number(t.shop.connection.prepare('SELECT code FROM optOutCodes').pluck().get())
  await t.call('customers.erase', { customerId: 1 })
  await t.call('customers.save', { name: 'Anna', email: 'A@x.example' })
  await t.call('customers.setConsent', asked(2, '2026-11-23'))
  expect(await recipients(t)).toBe(1)
  const { act } = await t.answer('newsletter.optOut', { text: optOutCode(code) })
  expect(await recipients(t)).toBe(0)
  expect(act?.says ?? '').not.toContain('x.example')
})

test('who said a no and was erased is known again under another address', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna Berg', email: 'a@x.example', phone: '0221 471112' })
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no', source: 'told Wilhelmine' })
  await t.call('customers.erase', { customerId: 1 })
  expect(t.shop.connection.prepare('SELECT emailKey, source FROM suppressions').all()).toEqual([
    { emailKey: '', source: 'said before they were erased' },
  ])
  await importText(t, 'Name,E-mail,Phone,Newsletter\nAnna Berg,new@x.example,0221 471112,yes\n')
  expect([await recipients(t), (await one(t, 2)).mailConsent]).toEqual([0, 'no'])
})

test('a backup from before brings somebody erased back without mail, and a later one keeps no address of theirs', async () => {
  const t = await newsletterShop()
  await t.call('customers.save', { name: 'Anna', email: 'anna@x.example' })
  await t.call('customers.setConsent', asked(1, '2026-11-20'))
  const backup = await backUp(t)
  t.now += 3_600_000
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no', source: 'on the phone' })
  const refusing = await backUp(t)
  t.now += 3_600_000
  await t.call('customers.erase', { customerId: 1 })
  await t.call('customers.save', { name: 'Bert', email: 'bert@x.example' })
  const erased = await backUp(t)
  const opened = async () => {
    const result = await openShop(t.shop.path)
    if (!result.ok) throw new Error(result.problem.message)
    onTestFinished(() => result.value.close())
    const { connection } = result.value
    const ask = (sql: string) => connection.prepare(sql).pluck().all()
    const found = {
      people: ask('SELECT name FROM customers'),
      here: ask('SELECT customerId FROM suppressedHere'),
    }
    const clear = ask(`SELECT emailKey FROM suppressions WHERE emailKey <> ''`)
    await result.value.close()
    return { ...found, clear }
  }
  await t.shop.close()
  await restore(t.shop.path, backup, t.now)
  expect(await opened()).toMatchObject({ people: ['Anna'], here: [1] })
  await restore(t.shop.path, refusing, t.now)
  expect(await opened()).toMatchObject({ people: ['Anna'], here: [1], clear: ['anna@x.example'] })
  await restore(t.shop.path, erased, t.now)
  expect(await opened()).toEqual({ people: ['Bert'], here: [], clear: [] })
})

test('who was erased and comes back with a backup is told on Today and beside the backups, until erased again or asked', async () => {
  const t = await newsletterShop()
  for (const [name, email] of [
    ['Anna', 'anna@x.example'],
    ['Bert', ''],
    ['Cleo', 'cleo@x.example'],
    ['Otto', 'anna@x.example'],
  ] as const)
    await t.call('customers.save', { name, email })
  const backup = await backUp(t)
  t.now += 3_600_000
  for (const customerId of [1, 2, 3]) await t.call('customers.erase', { customerId })
  const later = await backUp(t)
  await t.shop.close()
  await restore(t.shop.path, backup, t.now)
  const opened = await openShop(t.shop.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  onTestFinished(() => opened.value.close())
  const call = async (name: string, input: object, now = t.now) => {
    const { result } = await dispatch(opened.value, name, input, { now })
    if (!result.ok) throw new Error(result.problem.message)
    return result.value as never
  }
  const told = async () => (await call('backups.erasedBack', {})) as readonly { name: string }[]
  const today = async (now = t.now) => {
    const { items } = (await call('today.list', {}, now)) as OutputOf<Calls['today.list']>
    return items.filter(({ id }) => id === 'erased-back').map(({ title }) => title)
  }
  // Otto was there all along.
  expect(await told()).toEqual([
    { id: 1, name: 'Anna' },
    { id: 2, name: 'Bert' },
    { id: 3, name: 'Cleo' },
  ])
  expect(await today()).toEqual(['3 people who were erased are on file again'])
  await call('customers.erase', { customerId: 2 })
  await call('customers.setConsent', asked(3, '2026-11-23'))
  expect(await told()).toEqual([{ id: 1, name: 'Anna' }])
  expect(await today()).toEqual(['Anna was erased, and is on file again'])
  expect(await today(t.now + 31 * 86_400_000)).toEqual([])
  await opened.value.close()
  // Another restore to before knows it still, and one to after brings nobody back.
  await restore(t.shop.path, backup, t.now + 3_600_000)
  const notes = async () => {
    const file = new Database(t.shop.path, { readonly: true })
    const what = file.prepare("SELECT what FROM fileNotes WHERE kind = 'restored'").pluck().get()
    const on = file.prepare('SELECT id FROM customers ORDER BY id').pluck().all()
    file.close()
    return { back: (JSON.parse(String(what)) as { erasedBack: readonly number[] }).erasedBack, on }
  }
  expect(await notes()).toEqual({ back: [1, 2, 3], on: [1, 2, 3, 4] })
  await restore(t.shop.path, later, t.now + 7_200_000)
  expect((await notes()).on).toEqual([4])
})

test('each table that a merge moves is one that erasing somebody takes them out of', () => {
  expect(Object.keys(erasers).toSorted()).toEqual(Object.keys(movers).toSorted())
})
