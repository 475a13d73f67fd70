import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, instantOf } from '../../../src/core/day.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const zone = 'Europe/Berlin'
const today = '2026-11-23'

/** Open every day from 7 to 19; Monday 23 November 2026, 9:00. */
async function shop(): Promise<TestShop> {
  const t = await testShop()
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
  const week = Object.fromEntries(days.map((day) => [day, [['07:00', '19:00']]]))
  await t.call('hours.setSchedule', { validFrom: '1970-01-01', week })
  t.now = instantOf(`${today}T09:00`, zone)
  return t
}

const open = (t: TestShop, day: string) =>
  t.answer('hours.log', { event: 'open', at: `${day}T07:00`, reason: 'told later' })

const longAgo = (field: string) => ({ ok: false, problem: { code: 'long-ago', field } })

test('a year mistyped is refused by everything that tells of a time, and nothing is asked or counted since then', async () => {
  const t = await shop()
  const { result } = await open(t, '2016-11-23')
  expect(result).toEqual({
    ok: false,
    problem: {
      code: 'long-ago',
      message:
        'Wednesday 23 November 2016 is more than 92 days ago, and before the first day in the log. Nothing was changed. Check the year.',
      field: 'at',
    },
  })
  const forMs = instantOf('2016-11-23T07:00', zone)
  for (const answer of [
    { answer: 'as scheduled' },
    { answer: 'did not' },
    { answer: 'other time', at: '2016-11-23T07:10' },
  ])
    expect(
      (
        await t.answer('hours.answerDay', {
          day: '2016-11-23',
          answers: [{ event: 'open', forMs, ...answer }],
        })
      ).result,
    ).toMatchObject(longAgo('day'))
  const { id } = await t.call('hours.log', { event: 'open' })
  expect(
    (await t.answer('hours.correct', { entryId: id, at: '2016-11-23T07:00', reason: 'x' })).result,
  ).toMatchObject(longAgo('at'))
  expect(await t.call('hours.entries', { from: '2016-11-01', to: '2026-11-22' })).toEqual([])
  expect((await t.call('hours.status', {})).asked).toBeUndefined()
})

test('what is told of another day says which', async () => {
  const t = await shop()
  expect((await open(t, '2026-11-20')).act?.says).toBe(
    'Opening at 07:00 on Friday 20 November 2026 reconstructed',
  )
  expect((await open(t, today)).act?.says).toBe('Opening at 07:00 logged')
})

test('a day is told of as long as it is asked about, or lies in the log already', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 400 }),
      async (first, back) => {
        const t = await shop()
        t.now = instantOf(`${addDays(today, -first)}T09:00`, zone)
        await t.call('hours.log', { event: 'open' })
        t.now = instantOf(`${today}T09:00`, zone)
        const { result } = await open(t, addDays(today, -back))
        const mayBe = back <= 93 || back <= first + 1
        expect(result.ok || result.problem.code !== 'long-ago').toBe(mayBe)
      },
    ),
    runs(10),
  )
})
