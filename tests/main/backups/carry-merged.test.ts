import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { channels } from '../../../src/core/customers/reach.ts'
import { listBackups } from '../../../src/main/backups/folder.ts'
import { restore } from '../../../src/main/backups/restore.ts'
import { backUp, workIn, type Ask } from '../../support/shop-files.ts'
import { testShop } from '../../support/shop.ts'

const source = 'asked at the counter'
const hourMs = 3_600_000

/** Somebody who said yes to mail. */
async function saidYes(call: Ask, name: string, email: string): Promise<number> {
  const { id } = await call('customers.save', { name, email })
  await call('customers.setConsent', { customerIds: [id], answer: 'yes', source })
  return id
}

/** A shop, with a backup of when `before` was done. */
async function backedUp<Told>(before: (call: Ask) => Promise<Told>) {
  const t = await testShop()
  const call: Ask = (name, input) => t.call(name, input)
  const told = await before(call)
  t.now += hourMs
  const backup = await backUp(t)
  const goBack = async <Answer>(ask: (call: Ask) => Promise<Answer>): Promise<Answer> => {
    t.now += hourMs
    await t.shop.close()
    expect(await restore(t.shop.path, backup, t.now)).toEqual({ ok: true, value: null })
    return workIn(t.shop.path, t.now, ask)
  }
  t.now += hourMs
  return { t, call, told, goBack }
}

const annaAlone = (call: Ask) => saidYes(call, 'Anna Berg', 'anna@old.example')
const three = async (call: Ask) => ({
  anna: await saidYes(call, 'Anna Berg', 'anna@a.example'),
  bea: await saidYes(call, 'Bea Ohm', 'bea@b.example'),
  karin: await saidYes(call, 'Karin Stolz', 'karin@k.example'),
})

const answers = async (call: Ask, customerId: number) =>
  (await call('customers.consent', { customerId })).channels.map(({ answer }) => answer)
const deceased = async (call: Ask, ids: readonly number[]) => {
  const died: number[] = []
  for (const customerId of ids)
    if ((await call('customers.consent', { customerId })).deceasedDay !== '') died.push(customerId)
  return died
}

test.each([
  ['the old', 'before the merge'],
  ['the new', 'before the merge'],
  ['the old', 'by a list since'],
  ['the new', 'by a list since'],
] as const)(
  'who was entered twice, merged with %s entry kept, and said no with the new one %s, is a no where a backup of before comes back',
  async (kept, when) => {
    const { t, call, told: anna, goBack } = await backedUp(annaAlone)
    const { id: anew } = await call('customers.save', { name: 'Anna Berg', email: 'anna@new.example' })
    const isBefore = when === 'before the merge'
    if (isBefore)
      for (const channel of channels)
        await call('customers.setConsent', { customerIds: [anew], channel, answer: 'no', source })
    const [keepId, goneId] = kept === 'the old' ? [anna, anew] : [anew, anna]
    await call('customers.merge', { keepId, goneId })
    if (!isBefore) {
      const path = join(t.folder, 'list.csv')
      writeFileSync(path, 'Name,Email,Newsletter\nAnna Berg,anna@new.example,no\n')
      await call('customers.importFile', { path, commit: true })
    }
    const told = await goBack(async (ask) => ({
      answers: await answers(ask, anna),
      recipients: (await ask('newsletter.audience', {})).recipients,
    }))
    const others = isBefore ? 'no' : 'unasked'
    expect(told).toEqual({ answers: ['no', others, others, others], recipients: 0 })
  },
)

test.each(['the old', 'the new'])(
  'that who was entered twice died, paused or took their yes back stays theirs, with %s entry kept',
  async (kept) => {
    const { t, call, told: anna, goBack } = await backedUp(annaAlone)
    const anew = await saidYes(call, 'Anna Berg', 'anna@new.example')
    t.now += hourMs
    await call('customers.setConsent', { customerIds: [anew], answer: 'unasked', source: '' })
    await call('customers.pause', { customerId: anew, until: '2027-03-01' })
    await call('customers.deceased', { customerId: anew, isDeceased: true })
    const [keepId, goneId] = kept === 'the old' ? [anna, anew] : [anew, anna]
    await call('customers.merge', { keepId, goneId })
    const told = await goBack(async (ask) => [
      await ask('customers.consent', { customerId: anna }),
      await ask('customers.one', { customerId: anna }),
    ])
    expect(told).toMatchObject([
      { deceasedDay: '2026-11-23', pausedUntil: '2027-03-01' },
      { mailConsent: 'unasked' },
    ])
  },
)

test('who was merged into an entry only after its death was noted lives where a backup of before comes back', async () => {
  const { call, told, goBack } = await backedUp(three)
  const { anna, bea, karin } = told
  await call('customers.merge', { keepId: karin, goneId: anna })
  await call('customers.deceased', { customerId: karin, isDeceased: true })
  await call('customers.merge', { keepId: karin, goneId: bea })
  expect(await goBack((ask) => deceased(ask, [anna, bea, karin]))).toEqual([anna, karin])
})

test('a merge that the backup knows makes nobody else’s death theirs', async () => {
  const { call, told, goBack } = await backedUp(async (ask) => {
    const all = await three(ask)
    await ask('customers.merge', { keepId: all.bea, goneId: all.anna })
    return all
  })
  const { bea, karin } = told
  await call('customers.deceased', { customerId: bea, isDeceased: true })
  await call('customers.merge', { keepId: karin, goneId: bea })
  expect(await goBack((ask) => deceased(ask, [bea, karin]))).toEqual([bea])
})

test('the death of who was entered twice is not that of a third with whom they were merged later', async () => {
  const { call, told, goBack } = await backedUp(three)
  const { anna, karin } = told
  const anew = await saidYes(call, 'Anna Berg', 'anna@new.example')
  await call('customers.deceased', { customerId: anew, isDeceased: true })
  await call('customers.merge', { keepId: anew, goneId: anna })
  await call('customers.merge', { keepId: karin, goneId: anew })
  expect(await goBack((ask) => deceased(ask, [anna, karin]))).toEqual([anna])
})

test('“Undo this restore” puts nobody aside into whom a duplicate put aside was merged', async () => {
  const { t, call, told, goBack } = await backedUp(three)
  const { anna, karin } = told
  await call('customers.merge', { keepId: karin, goneId: anna })
  await goBack((ask) => ask('customers.putAside', { customerId: anna }))
  const before = (await listBackups(t.shop.path))[0]!
  t.now += hourMs
  await restore(t.shop.path, before, t.now)
  const one = await workIn(t.shop.path, t.now, (ask) => ask('customers.one', { customerId: karin }))
  expect(one.asideSinceMs).toBeNull()
})

const setAll = async (call: Ask, customerId: number, answer: 'yes' | 'unasked') => {
  for (const channel of channels)
    await call('customers.setConsent', { customerIds: [customerId], channel, answer, source })
}

test('a yes that was taken back stays so by every channel, and “Undo this restore” leads back to one that was given again', async () => {
  const {
    t,
    call,
    told: anna,
    goBack,
  } = await backedUp(async (ask) => {
    const id = await annaAlone(ask)
    await setAll(ask, id, 'yes')
    return id
  })
  await setAll(call, anna, 'unasked')
  const told = await goBack(async (ask) => {
    const restored = { answers: await answers(ask, anna), notes: (await ask('backups.notes', {})).restored }
    await setAll(ask, anna, 'yes')
    return restored
  })
  expect(told).toMatchObject({
    answers: ['unasked', 'unasked', 'unasked', 'unasked'],
    notes: { standing: 1 },
  })
  for (const expected of ['unasked', 'yes']) {
    t.now += hourMs
    await restore(t.shop.path, (await listBackups(t.shop.path))[0]!, t.now)
    const is = await workIn(t.shop.path, t.now, (ask) => answers(ask, anna))
    expect(is.slice(1)).toEqual([expected, expected, expected])
  }
})

test('of two who are one since, a yes to calls that one took back before is no less the other’s', async () => {
  const { call, told, goBack } = await backedUp(async (ask) => {
    const all = await three(ask)
    for (const id of [all.anna, all.bea, all.karin]) await setAll(ask, id, 'yes')
    return all
  })
  const { anna, bea, karin } = told
  await setAll(call, anna, 'unasked')
  await call('customers.merge', { keepId: karin, goneId: anna })
  await setAll(call, karin, 'unasked')
  await call('customers.merge', { keepId: karin, goneId: bea })
  const phones = await goBack(async (ask) => [
    (await answers(ask, anna))[1],
    (await answers(ask, bea))[1],
    (await answers(ask, karin))[1],
  ])
  expect(phones).toEqual(['unasked', 'yes', 'unasked'])
})

test('a code in a mail to who was entered twice opts out who they were merged with, where a backup of before comes back', async () => {
  const { t, call, told: anna, goBack } = await backedUp(annaAlone)
  const anew = await saidYes(call, 'Anna Berg', 'anna@new.example')
  await call('shop.change', { address: 'Weg 1, 10115 Berlin', email: 'shop@corner.example' })
  const { id: issueId } = await call('newsletter.create', { subject: 'Hello' })
  const out = join(t.folder, 'out')
  mkdirSync(out)
  const { folder } = await call('newsletter.exportMail', { issueId, folder: out, as: 'eml-each' })
  const mails = readdirSync(join(out, folder)).map((name) => readFileSync(join(out, folder, name), 'utf8'))
  const text = mails.find((mail) => mail.includes('To: Anna Berg <anna@new.example>'))!
  await call('customers.merge', { keepId: anna, goneId: anew })
  const told = await goBack(async (ask) => {
    const { customerId } = await ask('newsletter.optOut', { text })
    return { customerId, mail: (await answers(ask, anna))[0] }
  })
  expect(told).toEqual({ customerId: anna, mail: 'no' })
})
