import { expect, test } from 'vitest'
import { testShop } from '../../support/shop.ts'

const day: [string, string][] = [['07:00', '19:00']]
const week = { mon: day, tue: day, wed: day, thu: day, fri: day }
const winter = { from: '2026-12-24', to: '2027-01-02', label: 'family' }

/** A shop with the morning of Christmas Eve open, and two promises for the days between the years. */
async function shop() {
  const t = await testShop({ now: '2026-11-24T08:00:00Z' })
  await t.call('hours.setSchedule', { validFrom: '2024-01-01', week })
  await t.call('hours.setSpecialDay', {
    day: '2026-12-24',
    blocks: [['07:00', '12:00']] as [string, string][],
    label: 'Christmas Eve',
    yearly: true,
  })
  const cake = await t.call('promises.make', {
    name: 'Ada',
    what: 'Cake',
    told: '2026-12-29T10:00',
    phone: '+4930123456',
  })
  const knife = await t.call('promises.make', { name: 'Bo', what: 'Knife', told: '2026-12-30T21:00' })
  await t.call('promises.make', { name: 'Cy', what: 'Lamp', told: '2027-01-05T10:00' })
  return { t, cake, knife }
}

test('what a closing comes to is said before anything is saved', async () => {
  const { t, cake, knife } = await shop()
  const { promises, ...rest } = await t.call('hours.closing', winter)
  expect(rest).toMatchObject({
    days: 10,
    openDays: 7,
    overruled: [{ day: '2026-12-24', label: 'Christmas Eve' }],
    back: { day: '2027-01-04', time: '07:00' },
  })
  const days = 'from Thursday 24 December to Saturday 2 January 2027'
  const back = 'We are back on Monday 4 January 2027 at 07:00.'
  expect(rest.texts.web).toBe(`We are closed ${days}: family. ${back}`)
  expect(rest.texts.voicemail).toContain(`We are closed ${days}. ${back}`)
  expect(
    promises.map(({ promiseId, name, what, told, offered }) => [promiseId, name, what, told, offered]),
  ).toEqual([
    [cake.id, 'Ada', 'Cake', '2026-12-29T10:00', '2027-01-04T10:00'],
    [knife.id, 'Bo', 'Knife', '2026-12-30T21:00', '2027-01-04T19:00'],
  ])
  expect(await t.call('hours.specialDays', { from: '2026-12-25', to: '2027-01-05' })).toEqual([])
})

test('one entry closes the days, moves a promise with its history, keeps another and writes to the newsletter; one undo takes all of it back', async () => {
  const { t, cake, knife } = await shop()
  const before = await t.call('promises.board', {})
  const { act } = await t.answer('hours.closeForWhile', {
    ...winter,
    promises: [{ promiseId: cake.id, told: '2027-01-04T10:00' }, { promiseId: knife.id }],
    newsletter: true,
  })
  expect(act?.says).toBe(
    'Closed Thursday 24 December – Saturday 2 January 2027, 1 promise moved, put into the newsletter for November 2026',
  )
  const open = await t.call('hours.openMinutes', { from: '2026-12-24T00:00', to: '2027-01-04T00:00' })
  expect(open).toEqual({ minutes: 0 })
  // Next year the morning of Christmas Eve is open again.
  expect(await t.call('hours.openMinutes', { from: '2027-12-24T00:00', to: '2027-12-25T00:00' })).toEqual({
    minutes: 300,
  })
  const [moved] = (await t.call('hours.closing', { ...winter, from: '2027-01-04', to: '2027-01-04' }))
    .promises
  expect(moved).toMatchObject({ promiseId: cake.id, told: '2027-01-04T10:00' })
  const kept = (await t.call('hours.closing', winter)).promises
  expect(kept.map(({ promiseId }) => promiseId)).toEqual([knife.id])
  const board = JSON.stringify(await t.call('promises.board', {}))
  expect(board).toContain('now Mon 4 Jan 2027 10:00, 41 days left, first Tue 29 Dec 10:00')
  expect(board).toContain('Moved: family')
  const [issue] = await t.call('newsletter.issues', {})
  const { blocks } = await t.call('newsletter.one', { issueId: issue!.id })
  expect(blocks.at(-1)).toMatchObject({
    kind: 'text',
    text: expect.stringMatching(/^We are closed from Thursday/),
  })

  await t.call('shop.undo', { actId: act!.id })
  expect(await t.call('promises.board', {})).toEqual(before)
  expect(await t.call('newsletter.issues', {})).toEqual([])
  expect(await t.call('hours.specialDays', { from: '2026-12-25', to: '2027-01-05' })).toEqual([])
})

test('a promise of which nothing is said, or that would move into the closing, refuses it and changes nothing', async () => {
  const { t, cake, knife } = await shop()
  const refused = async (promises: { promiseId: number; told?: string }[]) => {
    const { result } = await t.answer('hours.closeForWhile', { ...winter, promises })
    return result.ok ? 'saved' : result.problem.message
  }
  expect(await refused([{ promiseId: cake.id }])).toBe(
    'Knife, Bo: say whether it is moved or kept. Nothing was changed.',
  )
  expect(await refused([{ promiseId: cake.id, told: '2027-01-01T10:00' }, { promiseId: knife.id }])).toBe(
    'Friday 1 January 2027 is within the closing. Nothing was changed. Move the promise to another day.',
  )
  expect(await refused([{ promiseId: cake.id }, { promiseId: knife.id }, { promiseId: 3 }])).toMatch(
    /no longer falls/,
  )
  expect(await t.call('hours.specialDays', { from: '2026-12-25', to: '2027-01-05' })).toEqual([])
})

test('days that are over are refused, and the sign says the days and when the shop is back', async () => {
  const { t } = await shop()
  const { result } = await t.answer('hours.closing', { from: '2026-11-01', to: '2026-11-05', label: 'x' })
  expect(result).toMatchObject({ ok: false, problem: { code: 'past', field: 'to' } })
  const { html } = await t.call('hours.sign', {
    paper: 'A4',
    kind: 'closing',
    from: winter.from,
    to: winter.to,
    note: 'family',
  })
  for (const words of ['We are closed', 'from Thursday 24 December', 'to Saturday 2 January 2027', 'family'])
    expect(html).toContain(words)
  expect(html).toContain('Back on Monday 4 January 2027 at 07:00')
})

test('a closing without a reason gives none', async () => {
  const { t } = await shop()
  const { texts } = await t.call('hours.closing', {
    from: '2026-12-07',
    to: '2026-12-07',
    label: 'Closed for a while',
  })
  expect(texts.web).toBe('We are closed on Monday 7 December. We are back on Tuesday 8 December at 07:00.')
})
