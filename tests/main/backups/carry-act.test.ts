import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { preview } from '../../../src/main/backups/check.ts'
import { listBackups } from '../../../src/main/backups/folder.ts'
import { restore } from '../../../src/main/backups/restore.ts'
import { testShop, type TestShop } from '../../support/shop.ts'
import { backAfter, backUp, workIn, type Ask } from '../../support/shop-files.ts'

const hourMs = 3_600_000
const source = 'at the counter'

async function annaRenamed() {
  const t = await testShop()
  const { id: anna } = await t.call('customers.save', { name: 'Anna', email: 'anna@x.example' })
  await t.call('customers.setConsent', { customerIds: [anna], answer: 'yes', source })
  await t.call('customers.save', { customerId: anna, name: 'Anna Berg' })
  const [renamed] = await t.call('shop.acts', { limit: 1 })
  return { t, anna, renamed: renamed!.id }
}

const since = {
  died: (t: TestShop, customerId: number) => t.call('customers.deceased', { customerId, isDeceased: true }),
  paused: (t: TestShop, customerId: number) => t.call('customers.pause', { customerId, until: '2027-03-01' }),
  'was put aside': (t: TestShop, customerId: number) => t.call('customers.putAside', { customerId }),
  'took their yes back': (t: TestShop, customerId: number) =>
    t.call('customers.setConsent', { customerIds: [customerId], answer: 'unasked' }),
  'lost their mailbox': (t: TestShop, customerId: number) =>
    t.call('customers.addressDead', { customerId, channel: 'email', isDead: true }),
}

test.each(Object.entries(since))(
  'what was done before a restore is not undone over what it kept: who %s since',
  async (_, work) => {
    const { t, anna, renamed } = await annaRenamed()
    const standing = async (call: Ask) => ({
      ...(await call('customers.one', { customerId: anna })),
      ...(await call('customers.consent', { customerId: anna })),
    })
    await backAfter(
      t,
      () => work(t, anna),
      async (call) => {
        const kept = await standing(call)
        const says = 'Kept at the restore: what was noted of Anna Berg since'
        await expect(call('shop.undo', { actId: renamed })).rejects.toThrow(
          `“${says}” came after it, and stays. Nothing was changed.`,
        )
        const { acts } = await call('shop.history', { text: 'kept berg' })
        expect(acts).toMatchObject([{ says, atMs: t.now, who: 'owner', here: true, state: 'past' }])
        await expect(call('shop.undo', { actId: acts[0]!.id })).rejects.toThrow('cannot be undone')
        const changed = await call('shop.actChanges', { actId: acts[0]!.id })
        expect(changed).toMatchObject({ kept: true, things: [{ name: 'Anna Berg', event: 'changed' }] })
        expect(changed.things[0]!.fields).not.toEqual([])
        expect((await call('shop.actChanges', { actId: renamed })).things[0]).toMatchObject({
          fields: [{ name: 'Name', before: 'Anna', after: 'Anna Berg' }],
        })
        expect(await standing(call)).toEqual(kept)
      },
    )
  },
)

test('where a restore keeps nothing of customers, the history has no line of it', async () => {
  const { t, renamed } = await annaRenamed()
  await backAfter(
    t,
    () => t.call('customers.save', { name: 'Bert' }),
    async (call) => {
      expect((await call('shop.acts', { limit: 1 }))[0]).toMatchObject({ id: renamed })
      expect(await call('shop.undo', {})).toMatchObject({ says: 'Undone: Anna Berg changed' })
    },
  )
})

test('what a restore kept of several is one line, is no change since the backup, and its undo leads back', async () => {
  const { t, anna } = await annaRenamed()
  const { id: bert } = await t.call('customers.save', { name: 'Bert', phone: '0171 1000001' })
  const diedOf = (call: Ask) =>
    Promise.all(
      [anna, bert].map(
        async (customerId) => (await call('customers.consent', { customerId })).deceasedDay !== '',
      ),
    )
  const backup = await backAfter(
    t,
    async () => {
      await since.died(t, anna)
      await since.died(t, bert)
    },
    async (call) => {
      const [last] = await call('shop.acts', { limit: 1 })
      expect(last!.says).toBe('Kept at the restore: what was noted of 2 customers since')
      expect(await diedOf(call)).toEqual([true, true])
      return (await listBackups(t.shop.path)).at(-1)!
    },
  )
  expect(await preview(t.shop.path, backup)).toMatchObject({ ok: true, value: { changesSince: 0 } })
  const [before] = await listBackups(t.shop.path)
  for (const to of [backup, before!, backup]) {
    t.now += hourMs
    expect(await restore(t.shop.path, to, t.now)).toEqual({ ok: true, value: null })
    expect(await workIn(t.shop.path, t.now, diedOf)).toEqual([true, true])
  }
})

test('who a restore keeps as deceased or put aside is not proposed to be written to', async () => {
  const { t, anna } = await annaRenamed()
  const day = 86_400_000
  await backAfter(
    t,
    () => since.died(t, anna),
    async () => undefined,
  )
  const today = await workIn(t.shop.path, t.now + 300 * day, (call) => call('customers.whoToday', {}))
  expect(today).toMatchObject({ rows: [], total: 0 })
})

test('who is erased after a restore is in nothing that it kept', async () => {
  const { t, anna } = await annaRenamed()
  await backAfter(
    t,
    () => since.died(t, anna),
    async (call) => {
      const [last] = await call('shop.acts', { limit: 1 })
      await call('customers.erase', { customerId: anna })
      const { acts } = await call('shop.history', {})
      expect(JSON.stringify(acts)).not.toContain('Anna')
      expect(await call('shop.actChanges', { actId: last!.id })).toMatchObject({
        kept: false,
        things: [{ name: '', fields: [] }],
      })
    },
  )
})

test('of who was merged and erased a restore of before says that both are on file again', async () => {
  const t = await testShop()
  const { id: anna } = await t.call('customers.save', { name: 'Anna', phone: '0171 1000001' })
  const { id: karin } = await t.call('customers.save', { name: 'Karin', phone: '0171 2000002' })
  const { id: bert } = await t.call('customers.save', { name: 'Bert', phone: '0171 3000003' })
  const work = async () => {
    await t.call('customers.merge', { keepId: bert, goneId: anna })
    await t.call('customers.merge', { keepId: karin, goneId: bert })
    await t.call('customers.erase', { customerId: karin })
  }
  const back = await backAfter(t, work, (call) => call('backups.erasedBack', {}))
  expect(new Set(back.map(({ id }) => id))).toEqual(new Set([anna, karin, bert]))
})

test('a no that a list said for who was merged stands among the answers of whom they were merged into', async () => {
  const t = await testShop()
  const { id: anna } = await t.call('customers.save', { name: 'Anna Berg', email: 'anna@x.example' })
  const { id: karin } = await t.call('customers.save', { name: 'Karin Stolz', email: 'karin@x.example' })
  await t.call('customers.setConsent', { customerIds: [anna, karin], answer: 'yes', source })
  await t.call('customers.merge', { keepId: karin, goneId: anna })
  const answers = async (call: Ask) =>
    (await call('customers.consent', { customerId: karin })).history.map((one) => [one.answer, one.source])
  const path = join(t.folder, 'no.csv')
  writeFileSync(path, 'Name,Email,Newsletter\nAnna Berg,anna@x.example,no\n')
  const told = await backAfter(t, () => t.call('customers.importFile', { path, commit: true }), answers)
  expect(told[0]).toEqual(['no', 'Imported from no.csv'])
})

test('a death that was taken back stays so, though another restore has taken it along once more', async () => {
  const { t, anna } = await annaRenamed()
  const { path } = t.shop
  const alive = await backUp(t)
  t.now += hourMs
  await t.call('customers.deceased', { customerId: anna, isDeceased: true })
  await t.shop.close()
  const back = async (to: Awaited<ReturnType<typeof backUp>>) => {
    t.now += hourMs
    expect(await restore(path, to, t.now)).toEqual({ ok: true, value: null })
    const { deceasedDay } = await workIn(path, t.now, (call) => call('customers.one', { customerId: anna }))
    return deceasedDay
  }
  expect(await back(alive)).not.toBe('')
  const dead = (await listBackups(path)).find(({ manifest }) => manifest?.why === 'before-restore')!
  t.now += hourMs
  await workIn(path, t.now, (call) => call('customers.deceased', { customerId: anna, isDeceased: false }))
  const takenBack = await backUp(t)
  expect(await back(dead)).not.toBe('')
  expect(await back(alive)).not.toBe('')
  expect(await back(takenBack)).toBe('')
})
