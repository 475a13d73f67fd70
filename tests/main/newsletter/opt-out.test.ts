import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { firstCode, optOutCode } from '../../../src/core/newsletter/opt-out.ts'
import { listBackups } from '../../../src/main/backups/folder.ts'
import { replace } from '../../../src/main/backups/move.ts'
import { restore } from '../../../src/main/backups/restore.ts'
import { verifiedBackup } from '../../../src/main/store/backup.ts'
import { codesInDrafts } from '../../support/opt-out-codes.ts'
import { newsletterShop } from '../../support/newsletter-shop.ts'
import { workIn } from '../../support/shop-files.ts'
import { temporaryFolder } from '../../support/shop.ts'

type Call = Parameters<Parameters<typeof workIn>[2]>[0]

async function importing(call: Call, ...lines: readonly string[]) {
  const path = join(temporaryFolder(), 'list.csv')
  writeFileSync(path, ['Name,Email,Phone,Newsletter', ...lines, ''].join('\n'))
  return call('customers.importFile', { path, commit: true })
}

const answers = async (call: Call) =>
  Object.fromEntries(
    (await call('customers.search', {})).rows.map(({ name, mailConsent }) => [name, mailConsent]),
  )

async function undo(call: Call, words: string) {
  const acts = await call('shop.acts', {})
  await call('shop.undo', { actId: acts.find(({ says }) => says.includes(words))!.id })
}

const anna = 'Anna Lang,a@x.example,030 1234567,yes'
const bob = 'Bob Berg,b@x.example,030 7654321,yes'
const cara = 'Cara Cold,c@x.example,030 5551234,yes'
const misread = 'NL-ZZZZZZZZ-QP'
const neverGiven = optOutCode(firstCode + 5)

/** What a file says of her who comes back under another address, and of who may be the same person. */
const back = ['Anna Lang,new@x.example,030 1234567,yes', 'Anna Berg-Lang,nb@x.example,030 1234567,yes']
const heldBack = { 'Anna Lang': 'no', 'Anna Berg-Lang': 'unasked' }

test('every code in a text is taken: the answer and the act name everybody, and codes that were never given', async () => {
  const t = await newsletterShop()
  await importing(t.call, anna, bob, cara)
  const codes = await codesInDrafts(t.call)
  const text = `Stop ${codes.get('b@x.example')}\n\n> Stop%20${codes.get('a@x.example')}\nNL-1234 AB Delft, ${misread}, ${neverGiven}`
  const { result, act } = await t.answer('newsletter.optOut', { text })
  expect(result).toEqual({
    ok: true,
    value: {
      customerId: 2,
      name: 'Bob Berg',
      others: [{ customerId: 1, name: 'Anna Lang' }],
      unknown: [neverGiven, misread],
    },
  })
  expect(act?.says).toBe('Bob Berg and Anna Lang opted out of the newsletter: their own noes, which stay')
  expect(await answers(t.call)).toEqual({ 'Anna Lang': 'no', 'Bob Berg': 'no', 'Cara Cold': 'yes' })
  await t.call('shop.undo', {})
  expect((await t.call('newsletter.audience', {})).recipients).toBe(1)
})

test('a text with codes of people on file and of one who is gone opts out each of them', async () => {
  const t = await newsletterShop()
  await importing(t.call, bob, cara)
  await importing(t.call, anna)
  const codes = await codesInDrafts(t.call)
  await undo(t.call, 'imported')
  const { result, act } = await t.answer('newsletter.optOut', { text: [...codes.values()].join('\n') })
  expect(act?.says).toContain('Bob Berg, Cara Cold and a@x.example opted out')
  expect(result).toMatchObject({ ok: true, value: { others: [{ customerId: 2 }, { name: 'a@x.example' }] } })
  await importing(t.call, ...back)
  expect(await answers(t.call)).toEqual({ ...heldBack, 'Bob Berg': 'no', 'Cara Cold': 'no' })
})

test('an undo of the opt-out does not turn the no of who was gone and is on file again', async () => {
  const t = await newsletterShop()
  await importing(t.call, anna)
  const [code] = (await codesInDrafts(t.call)).values()
  await undo(t.call, 'imported')
  await importing(t.call, back[0]!)
  await t.call('newsletter.optOut', { text: code! })
  for (const turn of ['shop.undo', 'shop.redo', 'shop.undo'] as const) {
    expect((await t.call(turn, {})).says).toContain('opted out')
    expect(await answers(t.call)).toEqual({ 'Anna Lang': 'no' })
  }
  await t.call('customers.setConsent', {
    customerIds: [2],
    answer: 'yes',
    source: 'asked',
    day: (await t.call('customers.one', { customerId: 2 })).refusal!.day,
  })
  expect(await answers(t.call)).toEqual({ 'Anna Lang': 'yes' })
})

/** Goes back to the shop as it was before Anna was mailed; `since` works with her code in the shop that goes. */
async function wentBack(since: (call: Call, code: string) => Promise<unknown>) {
  const t = await newsletterShop()
  const { path } = await verifiedBackup(t.shop.path, { why: 'asked', now: t.now })
  const backup = (await listBackups(t.shop.path)).find((one) => one.path === path)!
  await importing(t.call, 'Anna Lang,a@x.example,,yes')
  const code = (await codesInDrafts(t.call)).get('a@x.example')!
  await since(t.call, code)
  await t.shop.close()
  expect(await restore(t.shop.path, backup, (t.now += 60_000))).toEqual({ ok: true, value: null })
  return { path: t.shop.path, code, now: t.now + 60_000 }
}

const phone = { customerId: 1, phone: '030 1234567' }

test('a no that is said twice loses nothing by which it is known', async () => {
  const shop = await wentBack(async (call, code) => {
    await call('customers.save', phone)
    await call('newsletter.optOut', { text: code })
  })
  // As codes were before they kept what their customers are known by later.
  const connection = new Database(shop.path)
  connection.exec('UPDATE optOutCodes SET whose = substr(whose, 1, 8)')
  connection.close()
  await workIn(shop.path, shop.now, async (call) => {
    await call('newsletter.optOut', { text: shop.code })
    await importing(call, ...back)
    expect(await answers(call)).toEqual(heldBack)
  })
})

test('a code tells whose it is by a phone that was saved after it was given, through a restore', async () => {
  const shop = await wentBack((call) => call('customers.save', phone))
  await workIn(shop.path, shop.now, async (call) => {
    await call('newsletter.optOut', { text: shop.code })
    await importing(call, ...back)
    expect(await answers(call)).toEqual(heldBack)
  })
})

test('a code tells whose it is by a phone that was there for a while, through undos and a file', async () => {
  for (const brought of ['saved', 'imported', 'done again'] as const) {
    const t = await newsletterShop()
    await importing(t.call, 'Anna Lang,a@x.example,,yes')
    if (brought === 'done again') {
      await t.call('customers.save', phone)
      await t.call('shop.undo', {})
    }
    const [code] = (await codesInDrafts(t.call)).values()
    if (brought === 'saved') await t.call('customers.save', phone)
    else if (brought === 'imported') await importing(t.call, 'Anna Lang,a@x.example,030 1234567,')
    else {
      const acts = await t.call('shop.acts', {})
      await t.call('shop.redo', { actId: acts.find(({ says }) => says === 'Anna Lang changed')!.id })
    }
    for (const words of [brought === 'imported' ? 'updated' : 'Anna Lang changed', '1 customer imported'])
      await undo(t.call, words)
    expect(await answers(t.call)).toEqual({})
    await t.call('newsletter.optOut', { text: code! })
    await importing(t.call, ...back)
    expect([brought, await answers(t.call)]).toEqual([brought, heldBack])
  }
})

test('two people who shared an address, and whose codes came here with another file, keep a no each', async () => {
  const t = await newsletterShop()
  await t.shop.close()
  const here = t.shop.path
  const there = join(t.folder, 'other.wellkept')
  copyFileSync(here, there)
  await workIn(there, t.now + 1000, (call) => importing(call, bob, cara))
  const couple = ['Anna Lang,pair@x.example,030 1234567,yes', 'Bert Lang,pair@x.example,040 7654321,yes']
  const codes = await workIn(here, t.now + 2000, async (call) => {
    await importing(call, ...couple)
    const annas = (await codesInDrafts(call)).get('pair@x.example')!
    await call('customers.setConsent', { customerIds: [1], answer: 'unasked' })
    return [annas, (await codesInDrafts(call)).get('pair@x.example')!]
  })
  expect(await replace({ path: here, from: there, now: t.now + 3000 })).toMatchObject({ ok: true })
  await workIn(here, t.now + 4000, async (call) => {
    for (const text of [...codes, ...codes]) await call('newsletter.optOut', { text })
    await importing(call, ...couple.map((line) => line.replace('pair', line.slice(0, 4))))
    expect(await answers(call)).toMatchObject({ 'Anna Lang': 'no', 'Bert Lang': 'no', 'Bob Berg': 'yes' })
  })
})

test('a no tells whose it is by a phone that was saved after it was said, through a restore', async () => {
  const shop = await wentBack(async (call) => {
    await call('customers.setConsent', { customerIds: [1], answer: 'no', source: 'by phone' })
    await call('customers.save', phone)
  })
  await workIn(shop.path, shop.now, async (call) => {
    await importing(call, ...back)
    expect(await answers(call)).toEqual(heldBack)
  })
})

test('a row that was written over by mistake and undone does not make its code another’s', async () => {
  const t = await newsletterShop()
  await importing(t.call, anna)
  const [code] = (await codesInDrafts(t.call)).values()
  await t.call('customers.save', {
    customerId: 1,
    name: 'Bob Berg',
    email: 'b@x.example',
    phone: '030 7654321',
  })
  await t.call('shop.undo', {})
  await importing(t.call, bob)
  const acts = await t.call('shop.acts', {})
  await t.call('shop.undo', { actId: acts.findLast(({ says }) => says.includes('imported'))!.id })
  await t.call('newsletter.optOut', { text: code! })
  expect(await answers(t.call)).toMatchObject({ 'Bob Berg': 'yes' })
})
