import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { movers, unmoved } from '../../../src/main/customers/moved.ts'
import { optOutCode } from '../../../src/core/newsletter/opt-out.ts'
import { everyRow } from '../../support/random-work.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const one = (t: TestShop, customerId: number) => t.call('customers.one', { customerId })

let files = 0
async function importText(t: TestShop, text: string, commit = true) {
  const path = join(t.folder, `list-${files++}.csv`)
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit })
}

async function twoAnnas(): Promise<TestShop> {
  const t = await testShop()
  await t.call('customers.save', {
    name: 'Anna Berg',
    phone: '0221 471112',
    email: 'anna@berg.example',
    notes: 'Likes rye.',
  })
  await t.call('customers.save', {
    name: 'Anna Berg-Klein',
    phone: '0171 998877',
    email: 'a.klein@x.example',
    city: 'Köln',
    notes: 'No nuts.',
  })
  await t.call('customers.save', { name: 'Bert' })
  await t.call('customers.logTouch', { customerId: 1, kind: 'call' })
  await t.call('customers.logTouch', { customerId: 2, kind: 'visit', at: '2026-11-02T10:00' })
  await t.call('promises.make', { customerId: 2, what: 'Cake', told: '2026-12-04T17:00' })
  return t
}

test('field by field, notes joined, all that is about the one is about the other; one undo puts both back exactly', async () => {
  const t = await twoAnnas()
  await t.call('customers.twoPeople', { customerId: 2, otherId: 3 })
  await t.call('customers.snooze', { customerId: 2, until: '2026-12-24' })
  const before = everyRow(t)
  await t.call('customers.merge', { keepId: 1, goneId: 2, fields: { name: 'gone', phone: 'keep' } })
  expect(await one(t, 1)).toMatchObject({
    name: 'Anna Berg-Klein',
    phone: '0221 471112',
    email: 'anna@berg.example',
    city: 'Köln',
    notes: 'Likes rye.\nNo nuts.',
    snoozedUntil: '2026-12-24',
    touchCount: 2,
  })
  expect(await t.problem('customers.one', { customerId: 2 })).toMatchObject({ code: 'no-customer' })
  expect(t.shop.connection.prepare('SELECT customerId FROM promises').pluck().all()).toEqual([1])
  expect((await t.call('customers.search', { text: 'klein' })).rows.map(({ id }) => id)).toEqual([1])
  const after = everyRow(t)
  await t.call('shop.undo', {})
  expect(everyRow(t)).toEqual(before)
  await t.call('shop.redo', {})
  expect(everyRow(t)).toEqual(after)
})

test('a no of either is the no of the one, under both addresses; the code of who is gone still works', async () => {
  const t = await twoAnnas()
  await t.call('customers.setConsent', { customerIds: [1, 2], answer: 'yes', source: 'at the counter' })
  const { id: issueId } = await t.call('newsletter.create', {
    month: '2026-12',
    subject: 'Advent',
    blocks: [{ kind: 'text', text: 'Dear all' }],
  })
  await t.call('shop.change', { address: 'Weg 1, 50667 Köln', email: 'shop@x.example' })
  await t.call('newsletter.exportMail', { issueId, as: 'eml-each', folder: t.folder })
  const code = t.shop.connection
    .prepare('SELECT code FROM optOutCodes WHERE customerId = 2')
    .pluck()
    .get() as number
  await t.call('customers.setConsent', { customerIds: [2], answer: 'no', source: 'on the phone' })
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  expect(await one(t, 1)).toMatchObject({ mailConsent: 'no', mailConsentSource: 'on the phone' })
  /** What holds for somebody else who comes with one of the addresses. */
  const underEach = async () => {
    const held: string[] = []
    for (const email of ['a.klein@x.example', 'anna@berg.example']) {
      const { id } = await t.call('customers.save', { name: 'Zeno Quast', email })
      held.push((await one(t, id)).mailConsent)
      await t.call('shop.undo', {})
    }
    return held
  }
  expect(await underEach()).toEqual(['no', 'no'])
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  expect((await one(t, 1)).mailConsent).toBe('yes')
  expect(await t.call('newsletter.optOut', { text: optOutCode(code) })).toMatchObject({ customerId: 1 })
  expect((await one(t, 1)).mailConsent).toBe('no')
  expect(await underEach()).toEqual(['no', 'no'])
})

test('of notes and phones of which one has all, nothing is lost, whoever is kept', async () => {
  const t = await testShop()
  const few = { name: 'Anna Berg', phone: '0221 471112', notes: 'Likes rye.' }
  const more = { name: 'Anna Berg', phone: '0221 471112, 0171 998877', notes: 'Likes rye. No nuts.' }
  await t.call('customers.save', few)
  await t.call('customers.save', more)
  expect((await t.call('customers.pairs', {})).rows[0]!.usual).toEqual({ phone: 'gone', notes: 'gone' })
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  expect(await one(t, 1)).toMatchObject(more)
  await t.call('shop.undo', {})
  await t.call('customers.merge', { keepId: 2, goneId: 1 })
  expect(await one(t, 2)).toMatchObject(more)
})

const till = 'Number,Name,E-mail,Phone,City,Newsletter\n17,Anna Berg,a@x.example,0221 471112,Köln,\n'
const mailTool = 'Number,Name,E-mail,Phone,City,Newsletter\nK-9,Ana Berg,a@x.example,0171 998877,Bonn,\n'

test('a later import of either file finds the one who was kept, and brings nobody back', async () => {
  const t = await testShop()
  await importText(t, till)
  await importText(t, mailTool)
  expect((await t.call('customers.search', {})).total).toBe(2)
  await t.call('customers.merge', { keepId: 1, goneId: 2, fields: { city: 'gone' } })
  const kept = await one(t, 1)
  expect(kept).toMatchObject({ name: 'Anna Berg', phone: '0221 471112, 0171 998877', city: 'Bonn' })
  for (const file of [till, mailTool, till + mailTool.split('\n')[1]])
    expect(await importText(t, file)).toMatchObject({ added: 0, updated: 0 })
  expect(await one(t, 1)).toEqual(kept)
  // The numbers of both are no file's; another is told of, and replaces neither. Where the owner chose, nothing is taken.
  const newer = mailTool.replace('0171 998877', '0171 111111').replace('Bonn', 'Ulm')
  const again = await importText(t, newer)
  expect(again).toMatchObject({ added: 0, updated: 0 })
  expect(again.errors.map(({ message }) => message).join(' ')).toContain('the file says “0171 111111”')
  expect(await one(t, 1)).toMatchObject({ phone: '0221 471112, 0171 998877', city: 'Bonn' })
  const moved = newer.replace('a@x.example', 'new@y.example').replace('0171 111111', '0171 222222')
  for (const file of [moved, moved.replace('Ulm', 'Rom'), mailTool, till])
    expect(await importText(t, file)).toMatchObject({ added: 0 })
  expect((await t.call('customers.search', {})).total).toBe(1)
})

test('both lines of one list find the one who was kept, in either order, also where the spelling was mended before', async () => {
  const kleein = 'Anna Kleein,030 5100011,q1@y.example'
  const ott = 'Anna Ott,0171 770005,q5@y.example'
  for (const [lines, name] of [
    [[kleein, ott], 'gone'],
    [[ott, kleein], 'gone'],
    [[kleein, ott], 'keep'],
  ] as const) {
    const t = await testShop()
    const list = `Name,Phone,E-mail\n${lines.join('\n')}\n`
    await importText(t, list)
    const [mended, other] = [lines.indexOf(kleein) + 1, lines.indexOf(ott) + 1]
    await t.call('customers.save', { customerId: mended, name: 'Anna Klein' })
    await t.call('customers.merge', { keepId: other, goneId: mended, fields: { name } })
    expect(await importText(t, list)).toMatchObject({ added: 0, updated: 0 })
    expect((await t.call('customers.search', {})).total).toBe(1)
  }
})

test('a number that both had, with another phone by now, is the one who was kept and no third person', async () => {
  const t = await testShop()
  await importText(t, 'Number,Name,Phone\n17,Anna Berg,030 111111\n')
  await t.call('customers.save', { name: 'Anna Berg', phone: '030 222222' })
  await t.call('customers.merge', { keepId: 2, goneId: 1 })
  expect(await importText(t, 'Number,Name,Phone\n17,Anna Berg,030 333333\n')).toMatchObject({ added: 0 })
})

test('no number chosen stays none, and lists find the one who was kept by the number that did not stay', async () => {
  for (const [keepId, goneId, side] of [
    [1, 2, 'gone'],
    [2, 1, 'keep'],
  ] as const) {
    const t = await testShop()
    await importText(t, till)
    await t.call('customers.save', { name: 'Ana Klein', phone: '0171 998877' })
    await t.call('customers.merge', { keepId, goneId, fields: { sourceId: side } })
    expect(await one(t, keepId)).toMatchObject({ sourceId: '' })
    expect(await importText(t, till)).toMatchObject({ added: 0, updated: 0 })
    expect(await one(t, keepId)).toMatchObject({ sourceId: '' })
    const path = join(t.folder, 'purchases.csv')
    writeFileSync(path, 'Order,Date,Customer number,Customer\n1,2026-11-02,17,Anna Berg\n')
    expect(await t.call('customers.importVisits', { path, commit: true })).toMatchObject({ added: 1 })
  }
})

test('what a merge says names who is gone as they were called', async () => {
  const t = await testShop()
  await importText(t, 'Name,Phone\nAnna Berg,030 1111\n')
  for (const name of ['Anne Berg', 'Anne Berg']) await t.call('customers.save', { name, phone: '030 1111' })
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  expect((await t.call('shop.acts', {}))[0]!.says).toBe(
    'Anne Berg merged into Anna Berg, now called Anne Berg',
  )
  await t.call('customers.merge', { keepId: 1, goneId: 3 })
  expect((await t.call('shop.acts', {}))[0]!.says).toBe('Two entries of Anne Berg made one')
})

test('a no of the file of the one who is gone reaches the one who was kept; its yes does not turn a no', async () => {
  const t = await testShop()
  await importText(t, till.replace('Köln,', 'Köln,yes'))
  await importText(t, mailTool)
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  expect((await one(t, 1)).mailConsent).toBe('yes')
  await importText(t, mailTool.replace('Bonn,', 'Bonn,no'))
  expect((await one(t, 1)).mailConsent).toBe('no')
  await importText(t, mailTool.replace('Bonn,', 'Bonn,yes'))
  expect((await one(t, 1)).mailConsent).toBe('no')
})

test('a promise of a file by the number of the one who is gone is the one’s who was kept', async () => {
  const t = await testShop()
  await importText(t, till)
  await importText(t, mailTool)
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  const path = join(t.folder, 'promises.csv')
  writeFileSync(path, 'Order no,Customer no,Customer,What,Due\n1,K-9,Ana Berg,Cake,2026-12-20\n')
  await t.call('promises.importFile', { path, commit: true })
  expect(t.shop.connection.prepare('SELECT customerId FROM promises').pluck().all()).toEqual([1])
})

test('what the owner wrote stays before what a file brought, and what they emptied stays empty', async () => {
  const t = await testShop()
  await importText(t, till)
  await importText(t, mailTool)
  await t.call('customers.save', { customerId: 2, phone: '0171 000000' })
  await t.call('customers.save', { customerId: 1, city: '' })
  await t.call('customers.save', { customerId: 2, city: 'Köln' })
  await t.call('customers.merge', { keepId: 1, goneId: 2 })
  expect(await one(t, 1)).toMatchObject({ phone: '0171 000000, 0221 471112', city: '' })
  for (const file of [till, mailTool]) await importText(t, file)
  expect(await one(t, 1)).toMatchObject({ phone: '0171 000000, 0221 471112', city: '' })
})

test('addresses go as a whole, what has no room goes to the notes, and one undo puts both back exactly', async () => {
  const t = await testShop()
  const numbers = (from: number) => Array.from({ length: 30 }, (_, i) => `0${from}1${100_000 + i}`).join(', ')
  await t.call('customers.save', {
    name: 'Anna Berg',
    email: 'b@x.example',
    city: 'Köln',
    phone: numbers(301),
  })
  await t.call('customers.save', {
    name: 'Anna Bergh',
    email: 'a@x.example',
    otherMails: 'z@x.example',
    street: 'Allee 2',
    postcode: '53111',
    city: 'Bonn',
    phone: numbers(302),
  })
  const before = everyRow(t)
  expect(
    await t.problem('customers.merge', { keepId: 1, goneId: 2, fields: { street: 'gone', city: 'keep' } }),
  ).toMatchObject({ code: 'parted-address', field: 'fields' })
  await t.call('customers.merge', { keepId: 1, goneId: 2, fields: { email: 'gone' } })
  const kept = await one(t, 1)
  expect(kept).toMatchObject({
    email: 'a@x.example',
    otherMails: 'z@x.example, b@x.example',
    street: '',
    city: 'Köln',
    otherAddresses: 'Allee 2, 53111 Bonn',
  })
  expect(`${kept.phone} ${kept.notes}`.match(/\d+/g)).toHaveLength(60)
  const [act] = await t.call('shop.acts', {})
  expect(act).toMatchObject({
    says: 'Anna Bergh merged into Anna Berg. Too long for its field, the rest stands in the notes: phones',
  })
  await t.call('shop.undo', {})
  expect(everyRow(t)).toEqual(before)
})

test('what must be known of both has room, or nothing is merged and it is said', async () => {
  const t = await testShop()
  for (const word of ['nuts', 'penicillin'])
    await t.call('customers.save', { name: 'Anna Berg', mustKnow: `${'a'.repeat(390)} ${word}` })
  const before = everyRow(t)
  expect(await t.problem('customers.merge', { keepId: 1, goneId: 2 })).toMatchObject({
    code: 'too-long',
    field: 'mustKnow',
  })
  expect(everyRow(t)).toEqual(before)
  await t.call('customers.merge', { keepId: 1, goneId: 2, fields: { mustKnow: 'gone' } })
  expect((await one(t, 1)).mustKnow).toContain('penicillin')
})

test('merged twice, and who is not there', async () => {
  const t = await twoAnnas()
  await t.call('customers.merge', { keepId: 2, goneId: 1 })
  await t.call('customers.merge', { keepId: 3, goneId: 2, fields: { name: 'gone' } })
  expect(await one(t, 3)).toMatchObject({ name: 'Anna Berg-Klein', touchCount: 2 })
  expect(await t.problem('customers.merge', { keepId: 3, goneId: 3 })).toMatchObject({
    code: 'same-customer',
  })
  expect(await t.problem('customers.merge', { keepId: 3, goneId: 2 })).toMatchObject({ code: 'no-customer' })
  expect(t.shop.connection.prepare('SELECT customerId FROM formerCustomers').pluck().all()).toEqual([3, 3])
})

test('every table that names a customer is moved, or said not to be', async () => {
  const t = await testShop()
  const named = t.shop.connection
    .prepare(
      `SELECT DISTINCT t.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c
        WHERE t.schema = 'main' AND c.name IN ('customerId', 'otherId', 'aboutId') ORDER BY 1`,
    )
    .pluck()
    .all()
  expect(named).toEqual([...Object.keys(movers), ...unmoved].toSorted())
})
