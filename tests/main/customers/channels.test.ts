import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Sent } from '../../../src/core/calls.ts'
import type { OtherChannel } from '../../../src/core/customers/reach.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const source = 'asked at the counter'
const today = '2026-11-23'

type Said = Omit<Sent<'customers.setConsent'>, 'customerIds'>

const say = (t: TestShop, customerId: number, said: Said) =>
  t.call('customers.setConsent', { customerIds: [customerId], source, ...said })

const add = async (t: TestShop, name: string, more: Omit<Sent<'customers.save'>, 'name'> = {}) =>
  (await t.call('customers.save', { name, ...more })).id

const of = async (t: TestShop, customerId: number, channel: 'email' | OtherChannel = 'phone') =>
  (await t.call('customers.consent', { customerId })).channels.find((one) => one.channel === channel)!

async function importText(t: TestShop, text: string) {
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, text)
  return t.call('customers.importFile', { path, commit: true })
}

const idOf = async (t: TestShop, name: string) =>
  (await t.call('customers.search', { text: name })).rows.find((row) => row.name === name)!.id

test('an answer by each channel, with day, source, wording and who noted it, and its history newest first', async () => {
  const t = await testShop()
  const { id: staffId } = await t.call('staff.save', { name: 'Mia Lang' })
  const id = await add(t, 'Anna Berg', { phone: '030 1234567', street: 'Lane 1', city: 'Berlin' })
  expect((await t.call('customers.consent', { customerId: id })).channels).toMatchObject([
    { channel: 'email', answer: 'unasked', may: false, why: 'No mail address' },
    { channel: 'phone', answer: 'unasked', may: true, why: '' },
    { channel: 'post', answer: 'unasked', may: true, why: '' },
    { channel: 'message', answer: 'unasked', may: false, why: 'Ask first' },
  ])
  const wording = 'May we call you about offers?'
  const { dispatch } = await import('../../../src/main/store/dispatch.ts')
  await dispatch(
    t.shop,
    'customers.setConsent',
    { customerIds: [id], channel: 'phone', answer: 'yes', source, wording, day: '2026-11-20' },
    { now: t.now, staffId },
  )
  await say(t, id, { channel: 'phone', answer: 'no', source: 'on the phone' })
  const file = await t.call('customers.consent', { customerId: id })
  expect(file.channels[1]).toEqual({
    channel: 'phone',
    answer: 'no',
    day: today,
    source: 'on the phone',
    wording: '',
    who: 'owner',
    may: false,
    why: 'Said no',
    hasWay: true,
    beside: '',
    isOthers: false,
  })
  expect(file.history).toEqual([
    { id: 2, channel: 'phone', answer: 'no', day: today, source: 'on the phone', wording: '', who: 'owner' },
    { id: 1, channel: 'phone', answer: 'yes', day: '2026-11-20', source, wording, who: 'Mia Lang' },
  ])
  expect(file.wordings).toEqual([wording])
  await t.call('shop.undo', {})
  expect(await of(t, id)).toMatchObject({ answer: 'yes', who: 'Mia Lang', wording, may: true })
  expect((await t.call('customers.consent', { customerId: id })).historyCount).toBe(1)
})

test.each(['phone', 'post', 'message'] as const)(
  'a no by %s is turned by asking the same person again alone, not before it',
  async (channel) => {
    const t = await testShop()
    const anna = await add(t, 'Anna Berg', { phone: '030 1234567', street: 'Lane 1', city: 'Berlin' })
    const cora = await add(t, 'Cora Cold', { phone: '040 7654321', street: 'Lane 2' })
    await say(t, anna, { channel, answer: 'no', day: '2026-11-10' })
    const bulk = {
      customerIds: [anna, cora],
      channel,
      answer: 'yes',
      source,
    } satisfies Sent<'customers.setConsent'>
    expect(await t.call('customers.setConsent', bulk)).toEqual({
      changed: 1,
      refused: 1,
      refusing: [{ customerId: anna, name: 'Anna Berg' }],
    })
    expect((await of(t, cora, channel)).answer).toBe('yes')
    for (const answer of ['yes', 'unasked'] as const)
      expect(
        await t.problem('customers.setConsent', { customerIds: [anna], channel, answer, source }),
      ).toMatchObject({
        code: 'said-no',
        field: 'day',
      })
    const ask = (day: string) =>
      ({ customerIds: [anna], channel, answer: 'yes', source, day }) satisfies Sent<'customers.setConsent'>
    expect((await t.problem('customers.setConsent', ask('2026-11-09'))).code).toBe('asked-before')
    expect((await t.problem('customers.setConsent', ask('2026-11-24'))).code).toBe('future')
    expect((await of(t, anna, channel)).answer).toBe('no')
    await t.call('customers.setConsent', ask('2026-11-10'))
    expect(await of(t, anna, channel)).toMatchObject({ answer: 'yes', may: true })
    await t.call('shop.undo', {})
    expect(await of(t, anna, channel)).toMatchObject({ answer: 'no', day: '2026-11-10', may: false })
    await t.call('shop.redo', {})
    expect((await of(t, anna, channel)).answer).toBe('yes')
  },
)

test('a yes to mail is none to calls, and the other way round', async () => {
  const t = await testShop()
  const id = await add(t, 'Anna Berg', { phone: '030 1234567', email: 'a@x.example' })
  await say(t, id, { answer: 'no' })
  await say(t, id, { channel: 'message', answer: 'yes' })
  expect((await t.call('customers.consent', { customerId: id })).channels).toMatchObject([
    { answer: 'no', may: false },
    { answer: 'unasked' },
    { answer: 'unasked' },
    { answer: 'yes', may: true },
  ])
})

test('a no to calls holds for the number: a family that shares it is told, and only a yes of their own stands beside it', async () => {
  const t = await testShop()
  const anna = await add(t, 'Anna Berg', { phone: '030 1234567' })
  const bert = await add(t, 'Bert Berg', { phone: '+49 30 1234567' })
  const cleo = await add(t, 'Cleo Berg', { phone: '0301234567, 0171 2345678' })
  const other = await add(t, 'Otto Other', { phone: '040 1234567' })
  await say(t, bert, { channel: 'phone', answer: 'yes' })
  expect((await say(t, anna, { channel: 'phone', answer: 'no', source: 'on the phone' })).beside).toEqual([
    'Bert Berg may have the same number, and said yes: that stays.',
    'Cleo Berg may have the same number: no calls to it.',
  ])
  expect(await of(t, bert)).toMatchObject({
    answer: 'yes',
    may: true,
    beside: 'Anna Berg, who may have the same number, said no to calls. Their own yes stays.',
  })
  expect(await of(t, cleo)).toMatchObject({
    answer: 'no',
    may: false,
    why: 'Said no',
    beside: 'Anna Berg, who may have the same number, said no to calls.',
  })
  expect((await of(t, other)).answer).toBe('unasked')
  expect((await of(t, cleo, 'post')).answer).toBe('unasked')
  // In a yes for many she stays as she is; asked alone her yes is hers, and Anna's no stays Anna's.
  const yes = {
    customerIds: [cleo],
    channel: 'phone',
    answer: 'yes',
    source,
  } satisfies Sent<'customers.setConsent'>
  expect((await t.problem('customers.setConsent', yes)).message).toBe(
    'Anna Berg said no to calls on 23 November 2026 (on the phone). Nothing was changed. A no is only turned by asking again: note on their own page where and on which day you asked.',
  )
  await t.call('customers.setConsent', { ...yes, day: today })
  expect((await of(t, cleo)).answer).toBe('yes')
  expect((await of(t, anna)).answer).toBe('no')
})

test('a no survives a changed number, being put aside, a merge and a file', async () => {
  const t = await testShop()
  const anna = await add(t, 'Anna Berg', { phone: '030 1234567' })
  const twin = await add(t, 'Anna Maria Berg', { phone: '0171 2345678' })
  await say(t, twin, { channel: 'phone', answer: 'yes' })
  await say(t, anna, { channel: 'phone', answer: 'no' })
  await t.call('customers.save', { customerId: anna, phone: '030 7777777' })
  await t.call('customers.putAside', { customerId: anna })
  expect((await of(t, anna)).answer).toBe('no')
  await t.call('customers.takeBack', { customerId: anna })
  await importText(t, 'Name,Phone,SMS marketing,Phone consent\nAnna Berg,030 7777777,yes,yes\n')
  expect([(await of(t, anna)).answer, (await of(t, anna, 'message')).answer]).toEqual(['no', 'unasked'])
  await t.call('customers.merge', { keepId: twin, goneId: anna })
  expect((await of(t, twin)).answer).toBe('no')
  expect((await t.call('customers.consent', { customerId: twin })).historyCount).toBe(2)
  await t.call('customers.setConsent', {
    customerIds: [twin],
    channel: 'phone',
    answer: 'yes',
    source,
    day: today,
  })
  expect((await of(t, twin)).answer).toBe('yes')
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect([(await of(t, twin)).answer, (await of(t, anna)).answer]).toEqual(['yes', 'no'])
})

test.each(['phone', 'post', 'message'] as const)(
  'a no by %s survives the undo of the import that brought them, and the same file again',
  async (channel) => {
    const t = await testShop()
    const list = 'Name,Phone,Street\nAnna Berg,030 1234567,Lane 1\nOtto Other,040 7654321,Lane 2\n'
    await importText(t, list)
    const imported = (await t.call('shop.acts', {}))[0]!.id
    await say(t, await idOf(t, 'Anna Berg'), { channel, answer: 'no' })
    // Whatever becomes of the import, also with what was done since.
    await t.answer('shop.undo', { actId: imported })
    t.shop.connection.exec(
      `INSERT INTO temp.actNow (id) SELECT max(id) FROM acts; DELETE FROM customers; DELETE FROM temp.actNow`,
    )
    await importText(t, list)
    const anna = await idOf(t, 'Anna Berg')
    expect((await of(t, anna, channel)).answer).toBe('no')
    expect((await of(t, await idOf(t, 'Otto Other'), channel)).answer).toBe('unasked')
    await t.call('customers.setConsent', { customerIds: [anna], channel, answer: 'yes', source, day: today })
    expect((await of(t, anna, channel)).answer).toBe('yes')
    expect(t.shop.connection.prepare('SELECT count(*) FROM channelNoes').pluck().get()).toBe(0)
  },
)

test.each(['phone', 'post', 'message'] as const)(
  'a no by %s holds for who was erased and comes again, under signs alone',
  async (channel) => {
    const t = await testShop()
    const anna = await add(t, 'Anna Berg', { phone: '030 1234567', street: 'Lane 1', city: 'Berlin' })
    await say(t, anna, { channel, answer: 'no', source: 'told Wilhelmine', wording: 'May we, Wilhelmine?' })
    await t.call('customers.erase', { customerId: anna })
    const kept = t.shop.connection.prepare('SELECT * FROM channelNoes').all()
    expect(kept).toMatchObject([{ channel, source: 'said before they were erased', customerId: anna }])
    expect(JSON.stringify(kept)).not.toMatch(/Anna|1234567|Wilhelmine/)
    expect(t.shop.connection.prepare('SELECT count(*) FROM consentAnswers').pluck().get()).toBe(0)
    await importText(t, 'Name,Phone,Street\nAnna Berg,030 1234567,Lane 1\n')
    const again = await idOf(t, 'Anna Berg')
    expect((await of(t, again, channel)).answer).toBe('no')
    const bulk = {
      customerIds: [again],
      channel,
      answer: 'yes',
      source,
    } satisfies Sent<'customers.setConsent'>
    expect((await t.problem('customers.setConsent', bulk)).code).toBe('said-no')
    await t.call('customers.setConsent', { ...bulk, day: today })
    expect((await of(t, again, channel)).answer).toBe('yes')
  },
)

test('the history says what files brought, and a no of a file stays in it when the import is undone', async () => {
  const t = await testShop()
  const id = await add(t, 'Anna Berg', { email: 'a@x.example' })
  await importText(t, 'Name,E-mail,Newsletter\nAnna Berg,a@x.example,yes\n')
  const history = async () =>
    (await t.call('customers.consent', { customerId: id })).history.map(({ answer, source: from }) => [
      answer,
      from,
    ])
  const yes = ['yes', 'Imported from list.csv (“Newsletter”)']
  expect(await history()).toEqual([yes])
  await importText(t, 'Name,E-mail,Newsletter\nAnna Berg,a@x.example,no\n')
  const no = ['no', 'Imported from list.csv']
  expect(await history()).toEqual([no, yes])
  await t.call('shop.undo', {})
  expect(await history()).toEqual([no, yes])
  expect((await of(t, id, 'email')).answer).toBe('no')
  await t.call('shop.undo', {})
  expect(await history()).toEqual([no])
})

test('who asked for a pause gets no newsletter and is not proposed, and both end on the day', async () => {
  const t = await testShop()
  const anna = await add(t, 'Anna Berg', { email: 'a@x.example', phone: '030 1234567' })
  await say(t, anna, { answer: 'yes' })
  t.now = Date.parse('2027-02-10T08:00:00Z')
  const proposed = async () => {
    const { rows, total } = await t.call('customers.whoToday', {})
    expect(rows.length).toBe(total)
    return total
  }
  const audience = () => t.call('newsletter.audience', {})
  expect([await proposed(), (await audience()).recipients]).toEqual([1, 1])
  expect(await t.problem('customers.pause', { customerId: anna, until: '2027-02-10' })).toMatchObject({
    code: 'past',
    field: 'until',
  })
  await t.call('customers.pause', { customerId: anna, until: '2027-03-01' })
  expect(await proposed()).toBe(0)
  expect(await audience()).toMatchObject({ recipients: 0, paused: 1, withoutConsent: 0 })
  expect(await of(t, anna)).toMatchObject({ may: false, why: 'Paused until 1 March 2027' })
  // Put off and paused counts once.
  await t.call('customers.snooze', { customerId: anna, until: '2027-02-20' })
  expect(await proposed()).toBe(0)
  t.now = Date.parse('2027-03-01T08:00:00Z')
  expect([await proposed(), (await audience()).recipients]).toEqual([1, 1])
  expect((await t.call('customers.one', { customerId: anna })).pausedUntil).toBe('')
})

test('who died gets nothing and is not proposed; what is promised to them says it, and it can be undone', async () => {
  const t = await testShop()
  const anna = await add(t, 'Anna Berg', { email: 'a@x.example', phone: '030 1234567', mustKnow: 'No nuts' })
  await say(t, anna, { answer: 'yes' })
  await t.call('promises.make', { customerId: anna, what: 'Cake', told: '2027-02-12T17:00' })
  t.now = Date.parse('2027-02-10T08:00:00Z')
  await t.call('customers.deceased', { customerId: anna, isDeceased: true })
  expect((await t.call('customers.whoToday', {})).total).toBe(0)
  expect(await t.call('newsletter.audience', {})).toMatchObject({ recipients: 0, deceased: 1 })
  expect((await t.call('customers.consent', { customerId: anna })).channels.map(({ why }) => why)).toEqual(
    Array.from({ length: 4 }, () => 'Deceased'),
  )
  expect((await t.call('promises.one', { promiseId: 1 })).mustKnow).toBe('Deceased; No nuts')
  expect((await t.call('customers.byPhone', { digits: '030 1234567' })).card).toMatchObject({
    deceasedDay: '2027-02-10',
    noCalls: 'Deceased',
  })
  await t.call('customers.deceased', { customerId: anna, isDeceased: false })
  expect([
    (await t.call('customers.whoToday', {})).total,
    (await t.call('promises.one', { promiseId: 1 })).mustKnow,
  ]).toEqual([1, 'No nuts'])
  await t.call('shop.undo', {})
  expect((await t.call('customers.whoToday', {})).total).toBe(0)
})

test('mail that came back ends with a new address, for everybody who has the old one', async () => {
  const t = await testShop()
  const anna = await add(t, 'Anna Berg', { email: 'info@x.example', street: 'Lane 1', city: 'Berlin' })
  const bert = await add(t, 'Bert Berg', { email: 'INFO@x.example' })
  await t.call('customers.setConsent', { customerIds: [anna, bert], answer: 'yes', source })
  await t.call('customers.addressDead', { customerId: anna, channel: 'email', isDead: true })
  expect(await t.call('newsletter.audience', {})).toMatchObject({ recipients: 0, deadMail: 2 })
  expect(await of(t, bert, 'email')).toMatchObject({ answer: 'yes', may: false, why: 'Mail came back' })
  await t.call('customers.save', { customerId: anna, email: 'anna@x.example' })
  expect(await t.call('newsletter.audience', {})).toMatchObject({ recipients: 1, deadMail: 1 })
  await t.call('customers.addressDead', { customerId: bert, channel: 'email', isDead: false })
  expect(await t.call('newsletter.audience', {})).toMatchObject({ recipients: 2, deadMail: 0 })
  await t.call('customers.addressDead', { customerId: anna, channel: 'post', isDead: true })
  expect(await of(t, anna, 'post')).toMatchObject({ may: false, why: 'A letter came back' })
  // A country that is written in makes no other address of it.
  await t.call('customers.save', { customerId: anna, country: 'Germany' })
  expect(await of(t, anna, 'post')).toMatchObject({ may: false, why: 'A letter came back' })
  expect((await t.call('customers.search', { only: 'dead' })).rows.map(({ id }) => id)).toContain(anna)
  await t.call('customers.save', { customerId: anna, city: 'Bonn' })
  expect((await of(t, anna, 'post')).may).toBe(true)
  expect(
    await t.problem('customers.addressDead', { customerId: bert, channel: 'post', isDead: true }),
  ).toMatchObject({
    code: 'no-address',
  })
})

test('a letter that came back stays so however its address is written since, on the page, in the list and for labels', async () => {
  const t = await testShop()
  const anna = await add(t, 'Anna Berg', { street: 'Am Markt 1', postcode: '10115', city: 'Berlin' })
  await t.call('customers.addressDead', { customerId: anna, channel: 'post', isDead: true })
  const isDead = async () => {
    const { isPostDead, channels } = await t.call('customers.consent', { customerId: anna })
    const { rows } = await t.call('customers.search', { only: 'dead' })
    const may = channels.find(({ channel }) => channel === 'post')!.may
    return [isPostDead, !may, rows.length === 1]
  }
  const written = [
    { street: 'AM MARKT 1', city: 'BERLIN' },
    { street: 'Am  Markt 1 ', postcode: 'D-10115' },
    { postcode: '', city: '10115 Berlin' },
    { postcode: '', city: 'd - 10115  berlin', country: 'DE' },
    { street: 'am Markt\n1', postcode: '10115', city: 'Berlin', country: 'Germany' },
  ]
  for (const address of written) {
    await t.call('customers.save', { customerId: anna, ...address })
    expect([address, await isDead()]).toEqual([address, [true, true, true]])
  }
  for (const address of [
    { street: 'Am Markt 11' },
    { street: 'Am Markt 1', postcode: '10117' },
    { postcode: '10115', city: 'Bonn' },
  ]) {
    await t.call('customers.save', { customerId: anna, ...address })
    expect([address, await isDead()]).toEqual([address, [false, false, false]])
  }
})

test('who said no to calls is proposed and says so', async () => {
  const t = await testShop()
  const anna = await add(t, 'Anna Berg', { phone: '030 1234567' })
  await say(t, anna, { channel: 'phone', answer: 'no' })
  t.now = Date.parse('2027-02-10T08:00:00Z')
  expect((await t.call('customers.whoToday', {})).rows[0]!.reason).toMatch(/; wants no calls$/)
  await t.call('customers.setConsent', {
    customerIds: [anna],
    channel: 'phone',
    answer: 'yes',
    source,
    day: '2027-02-10',
  })
  expect((await t.call('customers.whoToday', {})).rows[0]!.reason).not.toMatch(/calls/)
})

test('who asked for a pause, and whose mail or letter came back, are listed as long as it holds', async () => {
  const t = await testShop()
  const anna = await add(t, 'Anna Berg', { email: 'a@x.example' })
  await add(t, 'Bert Berg', { email: 'A@x.example' })
  const cleo = await add(t, 'Cleo Lang', { street: 'Lane 1', city: 'Berlin' })
  const names = async (only: 'paused' | 'dead') =>
    (await t.call('customers.search', { only })).rows.map(({ name }) => name)
  await t.call('customers.pause', { customerId: anna, until: '2026-12-01' })
  await t.call('customers.addressDead', { customerId: anna, channel: 'email', isDead: true })
  await t.call('customers.addressDead', { customerId: cleo, channel: 'post', isDead: true })
  expect([await names('paused'), await names('dead')]).toEqual([
    ['Anna Berg'],
    ['Anna Berg', 'Bert Berg', 'Cleo Lang'],
  ])
  await t.call('customers.save', { customerId: cleo, postcode: '10115' })
  t.now = Date.parse('2026-12-01T08:00:00Z')
  expect([await names('paused'), await names('dead')]).toEqual([[], ['Anna Berg', 'Bert Berg']])
})

test('a no of two who were merged and erased holds for either who comes again', async () => {
  const t = await testShop()
  const anna = await add(t, 'Anna Berg', { phone: '030 1234567' })
  const dora = await add(t, 'Dora Roth')
  await t.call('customers.merge', { keepId: anna, goneId: dora })
  await say(t, anna, { channel: 'post', answer: 'no' })
  await say(t, anna, { answer: 'no' })
  await t.call('customers.erase', { customerId: anna })
  await importText(t, 'Name,Phone,E-mail,Newsletter\nDora Roth,,d@x.example,yes\nAnna Berg,030 1234567,,\n')
  for (const name of ['Dora Roth', 'Anna Berg'])
    expect((await of(t, await idOf(t, name), 'post')).answer).toBe('no')
  expect((await of(t, await idOf(t, 'Dora Roth'), 'email')).answer).toBe('no')
})
