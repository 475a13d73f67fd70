import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { preview } from '../../../src/main/backups/check.ts'
import { listBackups } from '../../../src/main/backups/folder.ts'
import { restore } from '../../../src/main/backups/restore.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import type { CallName, Output, Sent } from '../../../src/core/calls.ts'
import { testShop, type TestShop } from '../../support/shop.ts'
import { backUp } from '../../support/shop-files.ts'

const source = 'asked at the counter'

const draftOf = (form: string, what: string) => ({ form, base: { what: '' }, typed: { what } })

async function draftsIn(path: string) {
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const { result } = await dispatch(
    opened.value,
    'drafts.all',
    {},
    { now: Date.parse('2026-11-23T12:00:00Z') },
  )
  await opened.value.close()
  if (!result.ok) throw new Error(result.problem.message)
  const drafts = result.value as Output<'drafts.all'>
  return Object.fromEntries(drafts.map(({ form, typed }) => [form, typed['what']]))
}

test('what is half-typed stays through a restore and through its undo, the newer words of each form', async () => {
  const t = await testShop()
  await t.call('drafts.keep', draftOf('promise', 'a cake'))
  await t.call('drafts.keep', draftOf('touch', 'was here'))
  const backup = await backUp(t)
  t.now += 60_000
  await t.call('drafts.keep', draftOf('promise', 'two cakes'))
  await t.call('drafts.drop', { form: 'touch' })
  await t.call('drafts.keep', draftOf('settings', 'a new phone'))
  await t.call('customers.save', { name: 'Anna' })
  expect(await preview(t.shop.path, backup)).toMatchObject({ value: { halfTyped: 2 } })
  await t.shop.close()
  await restore(t.shop.path, backup, t.now)
  const all = { promise: 'two cakes', touch: 'was here', settings: 'a new phone' }
  expect(await draftsIn(t.shop.path)).toEqual(all)

  const [before] = await listBackups(t.shop.path)
  expect(await preview(t.shop.path, before!)).toMatchObject({ value: { halfTyped: 3 } })
  await restore(t.shop.path, before!, t.now)
  expect(await draftsIn(t.shop.path)).toEqual(all)
})

test('a backup from before a no brings nobody back into the audience, and no number is given again', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna', email: 'anna@x.example' })
  await t.call('customers.setConsent', { customerIds: [1], answer: 'yes', source })
  const backup = await backUp(t)
  t.now += 3_600_000
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no', source: 'on the phone' })
  await t.call('customers.save', { name: 'Bert', email: 'bert@x.example' })
  await t.call('customers.setConsent', { customerIds: [2], answer: 'no', source: 'by mail' })
  await t.shop.close()
  expect(await restore(t.shop.path, backup, t.now)).toEqual({ ok: true, value: null })

  const opened = await openShop(t.shop.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const call = async <N extends CallName>(name: N, input: Sent<N>): Promise<Output<N>> => {
    const { result } = await dispatch(opened.value, name, input, { now: t.now })
    if (!result.ok) throw new Error(result.problem.message)
    return result.value as Output<N>
  }
  expect(await call('customers.one', { customerId: 1 })).toMatchObject({
    mailConsent: 'no',
    mailConsentSource: 'on the phone',
  })
  expect(await call('newsletter.audience', {})).toMatchObject({ recipients: 0, withoutConsent: 1 })
  const { id } = await call('customers.save', { name: 'Carl', email: 'BERT@x.example' })
  expect(id).toBe(3)
  expect((await call('customers.one', { customerId: id })).mailConsent).toBe('no')
  await opened.value.close()
})

test('a no said again since is carried over with its day', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna', email: 'anna@x.example' })
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no', source, day: '2026-11-01' })
  const backup = await backUp(t)
  t.now += 3_600_000
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no', source: 'on the phone' })
  await t.shop.close()
  expect(await restore(t.shop.path, backup, t.now)).toEqual({ ok: true, value: null })
  const opened = await openShop(t.shop.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const { result } = await dispatch(
    opened.value,
    'customers.setConsent',
    { customerIds: [1], answer: 'yes', source, day: '2026-11-10' },
    { now: t.now },
  )
  expect(result).toMatchObject({ ok: false, problem: { code: 'asked-before' } })
  await opened.value.close()
})

const head = 'No,Name,Email,Phone,Newsletter\n'

async function importLine(t: TestShop, line: string) {
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, `${head}${line}\n`)
  return t.call('customers.importFile', { path, commit: true })
}

/** What those on file answer after a backup with `before` is restored over what `since` made of it. */
async function restored(before: string, since: (t: TestShop) => Promise<unknown>) {
  const t = await testShop()
  await importLine(t, before)
  const backup = await backUp(t)
  t.now += 3_600_000
  await since(t)
  await t.shop.close()
  expect(await restore(t.shop.path, backup, t.now)).toEqual({ ok: true, value: null })
  const opened = await openShop(t.shop.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const { result } = await dispatch(opened.value, 'customers.search', {}, { now: t.now })
  await opened.value.close()
  if (!result.ok) throw new Error(result.problem.message)
  const { rows } = result.value as Output<'customers.search'>
  return rows.map(({ name, mailConsent }) => `${name}: ${mailConsent}`)
}

test('a no of who is on file under another number since is theirs again after a restore', async () => {
  const anew = (line: string) => async (t: TestShop) => {
    await t.call('shop.undo', {})
    await importLine(t, line)
  }
  const carla = ',Carla Gross,c@x.example,030 1234569,yes'
  for (const [before, since, after] of [
    [carla, ',Carla Gross,,030 1234569,no', 'no'],
    [carla, ',Carla Gross,d@x.example,030 1234569,no', 'no'],
    ['7,Carla Gross,c@x.example,,yes', '7,Carla Gross,,,no', 'no'],
    [carla, ',Carla Gross,,030 7654321,no', 'yes'],
    [carla, ',Hugo Moll,,030 1234569,no', 'yes'],
  ] as const)
    expect([before, since, await restored(before, anew(since))]).toEqual([
      before,
      since,
      [`Carla Gross: ${after}`],
    ])
})

test('a no that was found to be somebody’s is kept once, under their number here', async () => {
  const t = await testShop()
  await importLine(t, ',Carla Gross,c@x.example,030 1234569,yes')
  const backup = await backUp(t)
  t.now += 3_600_000
  await t.call('shop.undo', {})
  await importLine(t, ',Carla Gross,,030 1234569,no')
  await t.shop.close()
  expect(await restore(t.shop.path, backup, t.now)).toEqual({ ok: true, value: null })
  const opened = await openShop(t.shop.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const noes = await opened.value.reader
    .selectFrom('suppressions')
    .select(['customerId', 'emailKey'])
    .execute()
  await opened.value.close()
  expect(noes).toEqual([{ customerId: 1, emailKey: '' }])
})

test('a file’s yes that stands beside a no of who may be the same person does not come back by a restore', async () => {
  const no = (t: TestShop) => importLine(t, ',Carla Gross,,030 1234569,no')
  expect(await restored(',GROSS Carla,d@x.example,030 1234569,yes', no)).toEqual(['GROSS Carla: unasked'])
  expect(await restored(',Hugo Moll,d@x.example,030 1234569,yes', no)).toEqual(['Hugo Moll: yes'])
})

test('a no to calls is carried over a restore: to who said it, and by signs to who comes after them', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna Berg', phone: '030 1234567' })
  const backup = await backUp(t)
  t.now += 3_600_000
  const { id } = await t.call('customers.save', { name: 'Bert Klein', phone: '040 7654321' })
  for (const customerId of [1, id])
    await t.call('customers.setConsent', {
      customerIds: [customerId],
      channel: 'phone',
      answer: 'no',
      source,
    })
  await t.shop.close()
  expect(await restore(t.shop.path, backup, t.now)).toEqual({ ok: true, value: null })
  const opened = await openShop(t.shop.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const answer = async (customerId: number) => {
    const { result } = await dispatch(opened.value, 'customers.consent', { customerId }, { now: t.now })
    if (!result.ok) throw new Error(result.problem.message)
    return (result.value as Output<'customers.consent'>).channels.find(({ channel }) => channel === 'phone')!
      .answer
  }
  expect(await answer(1)).toBe('no')
  const bert = await dispatch(
    opened.value,
    'customers.save',
    { name: 'Bert Klein', phone: '040 7654321' },
    { now: t.now },
  )
  if (!bert.result.ok) throw new Error(bert.result.problem.message)
  expect(await answer((bert.result.value as Output<'customers.save'>).id)).toBe('no')
  await opened.value.close()
})

test('a death, a pause and an address that mail came back from are as little taken back by a restore as a no', async () => {
  const t = await testShop()
  const postal = { street: 'W 1', postcode: '89073', city: 'Ulm' }
  for (const name of ['Anna Berg', 'Bert Klein', 'Cleo Ott', 'Dora Lang', 'Emil Vogel'])
    await t.call('customers.save', { name, email: `${name[0]!.toLowerCase()}@x.example`, ...postal })
  await t.call('referrals.set', { customerId: 2, byId: 1 })
  await t.call('customers.merge', { keepId: 4, goneId: 5 })
  await t.call('shop.undo', {})
  const backup = await backUp(t)
  t.now += 3_600_000
  await t.call('customers.merge', { keepId: 4, goneId: 5 })
  for (const customerId of [1, 4]) await t.call('customers.deceased', { customerId, isDeceased: true })
  await t.call('customers.pause', { customerId: 2, until: '2027-06-01' })
  for (const channel of ['email', 'post'] as const)
    await t.call('customers.addressDead', { customerId: 3, channel, isDead: true })
  await t.shop.close()
  expect(await restore(t.shop.path, backup, t.now)).toEqual({ ok: true, value: null })
  const opened = await openShop(t.shop.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const read = async <N extends CallName>(name: N, input: Sent<N>) => {
    const { result } = await dispatch(opened.value, name, input, { now: t.now })
    if (!result.ok) throw new Error(result.problem.message)
    return result.value as Output<N>
  }
  const why = async (customerId: number) =>
    (await read('customers.consent', { customerId })).channels
      .filter(({ channel }) => channel === 'email' || channel === 'post')
      .map((one) => one.why)
  expect(await why(1)).toEqual(['Deceased', 'Deceased'])
  expect((await read('actions.list', {})).total).toBe(0)
  expect((await read('customers.consent', { customerId: 2 })).pausedUntil).toBe('2027-06-01')
  expect(await read('customers.consent', { customerId: 3 })).toMatchObject({
    isMailDead: true,
    isPostDead: true,
  })
  for (const id of [4, 5]) expect(await why(id)).toEqual(['Deceased', 'Deceased'])
  expect((await read('backups.notes', {})).restored).toMatchObject({ standing: 5 })
  await opened.value.close()
})

test('of a restored file of another shop nobody’s death or pause is carried over, and it is said', async () => {
  const [t, other] = [await testShop(), await testShop()]
  for (const shop of [t, other]) await shop.call('customers.save', { name: 'Anna Berg' })
  const backup = await backUp(other)
  await t.call('customers.deceased', { customerId: 1, isDeceased: true })
  await t.shop.close()
  await restore(t.shop.path, backup, t.now)
  const opened = await openShop(t.shop.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const { result } = await dispatch(opened.value, 'backups.notes', {}, { now: t.now })
  expect(result).toMatchObject({ value: { restored: { standing: null } } })
  const { result: anna } = await dispatch(
    opened.value,
    'customers.consent',
    { customerId: 1 },
    { now: t.now },
  )
  expect(anna).toMatchObject({ value: { deceasedDay: '' } })
  await opened.value.close()
})
