import { expect, test } from 'vitest'
import { channels } from '../../../src/core/customers/reach.ts'
import { listBackups } from '../../../src/main/backups/folder.ts'
import { restore } from '../../../src/main/backups/restore.ts'
import { backAfter, workIn, type Ask } from '../../support/shop-files.ts'
import { testShop } from '../../support/shop.ts'

const source = 'asked at the counter'
const hourMs = 3_600_000

const annaBerg = { name: 'Anna Berg', email: 'anna@a.example', phone: '0171 1000001' }
const karinStolz = { name: 'Karin Stolz', email: 'karin@k.example', phone: '0171 1000002' }

/** Anna and Karin, who said yes to mail. */
async function annaAndKarin() {
  const t = await testShop()
  const { id: anna } = await t.call('customers.save', annaBerg)
  const { id: karin } = await t.call('customers.save', karinStolz)
  await t.call('customers.setConsent', { customerIds: [anna, karin], answer: 'yes', source })
  return { t, anna, karin }
}

const notedOf = async (call: Ask, customerId: number) => {
  const { deceasedDay, pausedUntil, isMailDead } = await call('customers.consent', { customerId })
  const { asideSinceMs, mailConsent } = await call('customers.one', { customerId })
  return { deceasedDay, pausedUntil, isMailDead, isAside: asideSinceMs !== null, mailConsent }
}
const nothing = {
  deceasedDay: '',
  pausedUntil: '',
  isMailDead: false,
  isAside: false,
  mailConsent: 'yes',
}

test.each(['before the backup', 'since the backup'])(
  'of who was merged by mistake the death and pause of the one, noted %s, are not the other’s after a restore',
  async (noted) => {
    const { t, anna, karin } = await annaAndKarin()
    const note = async () => {
      await t.call('customers.deceased', { customerId: anna, isDeceased: true })
      await t.call('customers.pause', { customerId: anna, until: '2027-03-01' })
      await t.call('customers.pause', { customerId: karin, until: '2026-12-24' })
    }
    const isBefore = noted.startsWith('before')
    if (isBefore) await note()
    const told = await backAfter(
      t,
      async () => {
        if (!isBefore) await note()
        await t.call('customers.merge', { keepId: karin, goneId: anna })
      },
      async (call) => [await notedOf(call, anna), await notedOf(call, karin)],
    )
    expect(told).toEqual([
      { ...nothing, deceasedDay: '2026-11-23', pausedUntil: '2027-03-01' },
      { ...nothing, pausedUntil: '2026-12-24' },
    ])
  },
)

test('“Undo this restore” leads back also where what was noted had been taken back', async () => {
  const { t, anna, karin } = await annaAndKarin()
  const setAll = async (is: boolean) => {
    await t.call('customers.deceased', { customerId: anna, isDeceased: is })
    await t.call('customers.pause', { customerId: karin, until: is ? '2027-02-01' : '' })
    await t.call('customers.addressDead', { customerId: karin, channel: 'email', isDead: is })
    await t.call(is ? 'customers.putAside' : 'customers.takeBack', { customerId: karin })
    await t.call('customers.setConsent', { customerIds: [anna], answer: is ? 'unasked' : 'yes', source })
  }
  await setAll(true)
  await backAfter(
    t,
    () => setAll(false),
    (call) => notedOf(call, karin),
  )
  const undo = async () => {
    const [before] = await listBackups(t.shop.path)
    t.now += hourMs
    await restore(t.shop.path, before!, t.now)
  }
  await undo()
  expect(await workIn(t.shop.path, t.now, (call) => notedOf(call, anna))).toEqual(nothing)
  expect(await workIn(t.shop.path, t.now, (call) => notedOf(call, karin))).toEqual(nothing)
  // What is noted anew before the next one is no less kept for that.
  await undo()
  t.now += hourMs
  await workIn(t.shop.path, t.now, (call) =>
    call('customers.deceased', { customerId: anna, isDeceased: false }),
  )
  t.now += hourMs
  await workIn(t.shop.path, t.now, (call) =>
    call('customers.deceased', { customerId: anna, isDeceased: true }),
  )
  await undo()
  expect((await workIn(t.shop.path, t.now, (call) => notedOf(call, anna))).deceasedDay).toBe('2026-11-23')
})

const answersOf = async (call: Ask, customerId: number) =>
  (await call('customers.consent', { customerId })).channels.map(({ answer, beside }) => answer + beside)

test.each(['before the backup', 'since the backup', 'since the backup, moved before the merge'])(
  'who was merged into somebody who said no, %s, said nothing where a backup of before the merge comes back',
  async (said) => {
    const { t, anna, karin } = await annaAndKarin()
    const sayNo = async () => {
      for (const channel of channels)
        await t.call('customers.setConsent', { customerIds: [karin], channel, answer: 'no', source })
    }
    const moved = { customerId: karin, email: 'karin@new.example', phone: '0171 3000003' }
    if (said.startsWith('before')) await sayNo()
    const told = await backAfter(
      t,
      async () => {
        if (said.startsWith('since')) await sayNo()
        if (said.endsWith('merge')) await t.call('customers.save', moved)
        await t.call('customers.merge', { keepId: karin, goneId: anna })
      },
      async (call) => {
        const audience = await call('newsletter.audience', {})
        const again = { customerIds: [anna], answer: 'yes' as const, source, day: '2026-11-23' }
        await call('customers.setConsent', again)
        return {
          recipients: audience.recipients,
          karin: await answersOf(call, karin),
          anna: await answersOf(call, anna),
        }
      },
    )
    expect(told).toEqual({
      recipients: 1,
      karin: ['no', 'no', 'no', 'no'],
      anna: ['yes', 'unasked', 'unasked', 'unasked'],
    })
  },
)

test('a no that a restore takes along stands among all answers of who said it, also when they were merged', async () => {
  const { t, anna, karin } = await annaAndKarin()
  const told = await backAfter(
    t,
    async () => {
      for (const channel of ['email', 'phone'] as const)
        await t.call('customers.setConsent', {
          customerIds: [anna],
          channel,
          answer: 'no',
          source: 'phoned: never again',
          wording: 'May we write?',
        })
      await t.call('customers.merge', { keepId: karin, goneId: anna })
    },
    async (call) => [
      (await call('customers.consent', { customerId: anna })).history,
      (await call('customers.consent', { customerId: karin })).history,
    ],
  )
  const no = { answer: 'no', day: '2026-11-23', source: 'phoned: never again', wording: 'May we write?' }
  expect(told).toMatchObject([
    [{ channel: 'phone', ...no }, { channel: 'email', ...no }, { answer: 'yes' }],
    [{ answer: 'yes' }],
  ])
})

test('a yes that was taken back and who was put aside stay so through a restore', async () => {
  const { t, anna, karin } = await annaAndKarin()
  const promise = await t.call('promises.make', { customerId: karin, what: 'Cake', told: '2026-11-23' })
  await t.call('promises.close', {
    promiseId: promise.id,
    inBudget: true,
    fullScope: true,
    leftClean: true,
  })
  const told = async (call: Ask) => ({
    history: (await call('customers.consent', { customerId: anna })).history.map(({ answer }) => answer),
    audience: await call('newsletter.audience', {}),
    isAside: (await call('customers.one', { customerId: karin })).asideSinceMs !== null,
    toDo: (await call('actions.list', {})).total,
  })
  const back = await backAfter(
    t,
    async () => {
      await t.call('customers.setConsent', { customerIds: [anna], answer: 'unasked', source: '' })
      await t.call('customers.putAside', { customerId: karin })
    },
    async (call) => ({ ...(await told(call)), restored: (await call('backups.notes', {})).restored }),
  )
  expect(back).toMatchObject({
    history: ['unasked', 'yes'],
    audience: { recipients: 0, putAside: 1 },
    isAside: true,
    toDo: 0,
    restored: { standing: 2 },
  })
})
