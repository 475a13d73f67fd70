import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const dayMs = 86_400_000
const well = { inBudget: true, fullScope: true, leftClean: true } as const
const hours = {
  mon: [['07:00', '18:00']],
  tue: [['07:00', '18:00']],
  thu: [['07:00', '18:00']],
  fri: [['07:00', '18:00']],
} as const

/** A shop closed on Wednesdays and at weekends, with two customers; a Monday. */
async function shopWithTwo(): Promise<TestShop> {
  const t = await testShop()
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week: hours })
  await t.call('customers.save', { name: 'Anna Berg', phone: '030 1' })
  await t.call('customers.save', { name: 'Bo Roth' })
  return t
}

async function collected(t: TestShop, customerId: number, what: string): Promise<number> {
  const told = '2027-11-27T17:00'
  const { id: promiseId } = await t.call('promises.make', { customerId, what, told })
  await t.call('promises.close', { promiseId, ...well })
  return promiseId
}

const open = async (t: TestShop) =>
  (await t.call('actions.list', {})).rows.map(({ what, dueDay, reason }) => `${dueDay} ${what} (${reason})`)
const firstOpen = async (t: TestShop, source: string) =>
  (await t.call('actions.list', {})).rows.find((row) => row.source === source)!.id
const todays = async (t: TestShop) =>
  (await t.call('today.list', {})).items.filter(({ id }) => id.startsWith('action-'))

test('who has collected something is asked two open days later whether they are satisfied, once at a time', async () => {
  const t = await shopWithTwo()
  const promiseId = await collected(t, 1, 'Wedding cake')
  const asked = '2026-11-26 Ask Anna Berg whether they are satisfied with Wedding cake (due Thu, in 3 days)'
  expect(await open(t)).toEqual([asked])
  await t.call('shop.undo', {})
  expect(await open(t)).toEqual([])
  expect(await t.call('promises.one', { promiseId })).toMatchObject({ doneAtMs: null })
  await t.call('shop.redo', {})
  await collected(t, 1, 'Rolls')
  expect(await open(t)).toEqual([asked])
})

test('nobody is asked who is no customer on file, or when it was long ago', async () => {
  const t = await shopWithTwo()
  const { id } = await t.call('promises.make', { name: 'A stranger', what: 'Pie', told: '2026-11-27T17:00' })
  await t.call('promises.close', { promiseId: id, ...well })
  const { id: late } = await t.call('promises.make', { customerId: 1, what: 'Pie', told: '2026-11-24T17:00' })
  t.now += 30 * dayMs
  await t.call('promises.close', { promiseId: late, ...well, at: '2026-11-24' })
  expect(await open(t)).toEqual([])
})

test('a low answer is kept and calls for the owner, who is asked nothing else meanwhile', async () => {
  const t = await shopWithTwo()
  await collected(t, 1, 'Cake')
  t.now += 3 * dayMs
  const actionId = await firstOpen(t, 'asked')
  expect(await todays(t)).toMatchObject([
    { harm: 'action', actions: [{ label: 'Asked …', ask: 'actions.finish' }, { label: 'Tomorrow' }] },
  ])
  expect((await t.problem('actions.finish', { actionId })).code).toBe('answer-missing')
  await t.call('actions.finish', { actionId, satisfied: 'so-so', result: 'Too dry', askReferral: true })
  expect(await open(t)).toEqual(['2026-11-26 Anna Berg is not satisfied (“Too dry”): call back (due today)'])
  const [answer] = (await t.call('actions.list', { closed: true })).rows
  expect(answer).toMatchObject({ satisfied: 'so-so', result: 'Too dry', state: 'done' })
  expect(await todays(t)).toMatchObject([
    { harm: 'complaint', atOnce: { name: 'Anna Berg', phone: '030 1', when: 'due today' } },
  ])
  await collected(t, 1, 'Another cake')
  expect((await open(t))[1]).toBe(
    '2026-11-30 Ask Anna Berg whether they are satisfied with Another cake (waits until they are satisfied again)',
  )
  expect((await todays(t)).map(({ harm }) => harm)).toEqual(['complaint'])
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  await t.call('shop.undo', {})
  expect(await open(t)).toEqual(['2026-11-26 Ask Anna Berg whether they are satisfied with Cake (due today)'])
})

test('a high answer can ask whom they would send, which waits while they are not satisfied', async () => {
  const t = await shopWithTwo()
  await collected(t, 1, 'Cake')
  await t.call('actions.finish', {
    actionId: await firstOpen(t, 'asked'),
    satisfied: 'very',
    askReferral: true,
  })
  expect(await open(t)).toEqual(['2026-11-24 Ask Anna Berg whom they would send to you (due tomorrow)'])
  await collected(t, 1, 'Rolls')
  await t.call('actions.finish', { actionId: await firstOpen(t, 'asked'), satisfied: 'no' })
  t.now += dayMs
  expect(await open(t)).toEqual([
    '2026-11-23 Anna Berg is not satisfied: call back (due yesterday)',
    '2026-11-24 Ask Anna Berg whom they would send to you (waits until they are satisfied again)',
  ])
  expect((await todays(t)).map(({ harm }) => harm)).toEqual(['complaint'])
  await t.call('actions.finish', { actionId: await firstOpen(t, 'complaint'), result: 'New cake' })
  expect((await todays(t)).map(({ title }) => title)).toEqual(['Ask Anna Berg whom they would send to you'])
})

test('what is collected while they are not satisfied is asked about afterwards', async () => {
  const t = await shopWithTwo()
  await collected(t, 1, 'Cake')
  await t.call('actions.finish', { actionId: await firstOpen(t, 'asked'), satisfied: 'no' })
  await collected(t, 1, 'Bread')
  t.now += 4 * dayMs
  expect((await todays(t)).map(({ harm }) => harm)).toEqual(['complaint'])
  await t.call('actions.finish', { actionId: await firstOpen(t, 'complaint'), result: 'New cake' })
  expect((await todays(t)).map(({ title }) => title)).toEqual([
    'Ask Anna Berg whether they are satisfied with Bread',
  ])
})

test('merged, they are asked by the name they have; of two sales twice, whom they would send once', async () => {
  const t = await shopWithTwo()
  for (const who of [1, 2]) {
    await collected(t, who, 'Cake')
    const { rows } = await t.call('actions.list', {})
    const { id: actionId } = rows.find(({ what }) => what.endsWith('Cake'))!
    await t.call('actions.finish', { actionId, satisfied: 'very', askReferral: true })
    await collected(t, who, `Tart ${who}`)
  }
  const names = async () =>
    (await t.call('actions.list', {})).rows.map(({ what, about }) => `${what}: ${about?.name}`).toSorted()
  await t.call('customers.merge', { keepId: 1, goneId: 2, fields: { name: 'gone' } })
  expect(await names()).toEqual([
    'Ask Bo Roth whether they are satisfied with Tart 1: Bo Roth',
    'Ask Bo Roth whether they are satisfied with Tart 2: Bo Roth',
    'Ask Bo Roth whom they would send to you: Bo Roth',
  ])
  await t.call('shop.undo', {})
  expect((await names()).filter((one) => one.startsWith('Ask Anna Berg'))).toHaveLength(2)
})

test('who is put aside is not asked, neither for what was collected before nor after', async () => {
  const t = await shopWithTwo()
  await collected(t, 1, 'Cake')
  const { act } = await t.answer('customers.putAside', { customerId: 1 })
  expect(act?.says).toBe('Anna Berg put aside. 1 thing to ask or thank them for went off the list')
  await collected(t, 1, 'Bread')
  expect(await open(t)).toEqual([])
})

test(
  'no question stands on Today while a complaint is open, none is begun twice, and one undo takes all of an act',
  { timeout: 600_000 },
  async () => {
    const steps = fc.array(fc.record({ what: fc.nat(3), who: fc.constantFrom(1, 2), which: fc.nat(9) }), {
      minLength: 3,
      maxLength: 14,
    })
    await fc.assert(
      fc.asyncProperty(steps, async (work) => {
        const t = await shopWithTwo()
        const rows = () => t.shop.connection.prepare('SELECT * FROM actions ORDER BY id').all() as Row[]
        for (const { what, who, which } of work) {
          const before = rows()
          if (what === 0) await collected(t, who, `Cake ${which}`)
          else if (what === 1) t.now += (which % 4) * dayMs
          else await close(t, before, which)
          const after = rows()
          const made = after.filter(({ id }) => !before.some((one) => one.id === id))
          for (const { aboutId, source } of made.filter((one) => one.source !== 'complaint'))
            expect(before.filter((one) => isOpenOf(one, aboutId, source))).toEqual([])
          const complaints = after.filter(({ aboutId }) =>
            after.some((one) => isOpenOf(one, aboutId, 'complaint')),
          )
          const onToday = (await todays(t)).map(({ id }) => id)
          for (const { id, source } of complaints)
            if (source !== 'complaint') expect(onToday).not.toContain(`action-${id}`)
          if (what === 1 || JSON.stringify(after) === JSON.stringify(before)) continue
          await t.call('shop.undo', {})
          expect(rows()).toEqual(before)
          await t.call('shop.redo', {})
          expect(rows()).toEqual(after)
        }
      }),
      runs(12, 400),
    )
  },
)

interface Row {
  readonly id: number
  readonly aboutId: number
  readonly source: string
  readonly state: string
}

const isOpenOf = (row: Row, aboutId: number, source: string) =>
  row.aboutId === aboutId && row.source === source && row.state === 'open'

async function close(t: TestShop, rows: readonly Row[], which: number): Promise<void> {
  const left = rows.filter(({ state }) => state === 'open')
  const one = left[which % Math.max(1, left.length)]
  if (!one) return
  const satisfied = (['very', 'yes', 'so-so', 'no'] as const)[which % 4]!
  if (which === 9) await t.call('actions.drop', { actionId: one.id })
  else
    await t.call('actions.finish', {
      actionId: one.id,
      ...(one.source === 'asked' && { satisfied, askReferral: which % 3 > 0 }),
    })
}

test('a question waits until a pause has ended; who died is asked and called back no more', async () => {
  const t = await shopWithTwo()
  await collected(t, 1, 'Pie')
  t.now += 5 * dayMs
  const titles = async () => (await todays(t)).map(({ title }) => title)
  const asking = expect.arrayContaining([
    expect.stringMatching(/^Ask .* whether they are satisfied with Pie/),
  ])
  expect(await titles()).toEqual(asking)
  const { dueDay } = (await t.call('actions.list', {})).rows[0]!
  await t.call('customers.pause', { customerId: 1, until: '2027-03-01' })
  expect(await titles()).not.toEqual(asking)
  expect((await t.call('actions.list', {})).rows[0]).toMatchObject({
    dueDay,
    reason: expect.stringMatching(/^waits until their pause ends, .*1 Mar/),
    isLate: false,
  })
  await t.call('customers.pause', { customerId: 1, until: '' })
  expect(await titles()).toEqual(asking)
  const { id } = (await t.call('actions.list', {})).rows[0]!
  await t.call('actions.finish', { actionId: id, satisfied: 'no', result: 'dry' })
  expect((await t.call('actions.list', {})).rows.map(({ source }) => source)).toEqual(['complaint'])
  // A complaint is their own matter: a pause does not put it off.
  await t.call('customers.pause', { customerId: 1, until: '2027-03-01' })
  expect(await titles()).toEqual(expect.arrayContaining([expect.stringMatching(/is not satisfied/)]))
  await t.call('customers.deceased', { customerId: 1, isDeceased: true })
  expect((await t.call('actions.list', {})).total).toBe(0)
  await t.call('shop.undo', {})
  expect((await t.call('actions.list', {})).total).toBe(1)
  // Noted by mistake, and taken back only days later.
  await t.call('customers.deceased', { customerId: 1, isDeceased: true })
  t.now += 3 * 86_400_000
  const { act } = await t.answer('customers.deceased', { customerId: 1, isDeceased: false })
  expect(act!.says).toMatch(/ no longer noted as deceased\. 1 thing is on the list again$/)
  expect((await t.call('actions.list', {})).rows.map(({ source }) => source)).toEqual(['complaint'])
})

test.each([
  ['who stays', 1],
  ['who goes', 2],
])('of two entries made one, where %s had died, nobody is asked or thanked any more', async (_, died) => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna Berg', phone: '030 1111111' })
  await t.call('customers.save', { name: 'Anne Berg', phone: '030 1111111' })
  await t.call('customers.save', { name: 'Zoe Quast' })
  await t.call('referrals.set', { customerId: 3, byId: 3 - died })
  await t.call('customers.deceased', { customerId: died, isDeceased: true })
  const open = async () => (await t.call('actions.list', {})).rows.map(({ source }) => source)
  expect(await open()).toEqual(['thanks'])
  const { act } = await t.answer('customers.merge', { keepId: 1, goneId: 2 })
  expect(await open()).toEqual([])
  expect(act!.says).toMatch(/\. 1 thing to ask or thank them for went off the list$/)
  await t.call('shop.undo', {})
  expect(await open()).toEqual(['thanks'])
})

describe('not deceased after all', () => {
  const aliveAgain = (t: TestShop, customerId: number) =>
    t.call('customers.deceased', { customerId, isDeceased: false })
  const died = (t: TestShop, customerId: number) =>
    t.call('customers.deceased', { customerId, isDeceased: true })

  test('what the owner took off the list stays off it, also that very morning', async () => {
    const t = await shopWithTwo()
    await collected(t, 1, 'Cake')
    await t.call('actions.drop', { actionId: await firstOpen(t, 'asked'), result: 'Said so at the counter' })
    await died(t, 1)
    await aliveAgain(t, 1)
    expect(await open(t)).toEqual([])
  })

  test('what was done with a living one before they were made one with who had died stays done', async () => {
    const t = await shopWithTwo()
    await died(t, 1)
    await collected(t, 2, 'Cake')
    t.now += dayMs
    await t.call('actions.drop', { actionId: await firstOpen(t, 'asked'), result: 'Said so at the counter' })
    await t.call('customers.merge', { keepId: 2, goneId: 1 })
    await aliveAgain(t, 2)
    expect(await open(t)).toEqual([])
  })

  test('who is put aside by then is called back for a complaint, and asked nothing', async () => {
    const t = await shopWithTwo()
    await collected(t, 1, 'Cake')
    await t.call('actions.finish', { actionId: await firstOpen(t, 'asked'), satisfied: 'no', result: 'Dry' })
    await collected(t, 1, 'Rolls')
    await died(t, 1)
    await t.call('customers.putAside', { customerId: 1 })
    await aliveAgain(t, 1)
    expect(await open(t)).toEqual([expect.stringContaining('call back')])
    // Nor later: that question is over.
    await t.call('customers.takeBack', { customerId: 1 })
    await died(t, 1)
    await aliveAgain(t, 1)
    expect(await open(t)).toEqual([expect.stringContaining('call back')])
  })

  test.each(['referrals.remove', 'customers.erase'] as const)(
    'nobody is to be thanked for whom they did not send, or who is on file no more (%s)',
    async (call) => {
      const t = await shopWithTwo()
      await t.call('referrals.set', { customerId: 2, byId: 1 })
      await died(t, 1)
      await t.call(call, { customerId: 2 })
      await aliveAgain(t, 1)
      expect(await open(t)).toEqual([])
    },
  )

  test('two made one meanwhile are asked once whom they would send, by the name they have now', async () => {
    const t = await shopWithTwo()
    for (const customerId of [1, 2]) {
      await collected(t, customerId, 'Cake')
      const actionId = await firstOpen(t, 'asked')
      await t.call('actions.finish', { actionId, satisfied: 'very', result: '', askReferral: true })
    }
    await died(t, 1)
    await t.call('customers.merge', { keepId: 2, goneId: 1 })
    await aliveAgain(t, 2)
    expect(await open(t)).toEqual([expect.stringMatching(/Ask Bo Roth whom they would send/)])
  })
})
