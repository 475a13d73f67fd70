import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { calls, type CallName, type StoreCallName } from '../../src/core/calls.ts'
import { localAt } from '../../src/core/day.ts'
import { dispatch } from '../../src/main/store/dispatch.ts'
import { testShop, type TestShop } from '../support/shop.ts'

const deep = process.env['WELLKEPT_DEEP'] !== undefined
const day = '2026-11-23'

/** What a field's schema takes: `moment` a day and time, `time` only a time of today, `day` only a day. */
type Kind = 'moment' | 'time' | 'day'

const kindOf = (schema: z.core.$ZodType): Kind | null => {
  const takes = (text: string) => (schema as z.ZodType).safeParse(text).success
  if (takes('hello')) return null
  if (takes(`${day}T07:00`)) return 'moment'
  if (takes('07:00')) return 'time'
  return takes(day) ? 'day' : null
}

interface Def {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly element?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly innerType?: z.core.$ZodType
}

/** The paths of a schema's fields of a kind; those of a list by its first item: `answers.0.at`. */
function pathsOf(schema: z.core.$ZodType, wanted: Kind, path: readonly string[] = []): string[] {
  const { shape, element, options, innerType } = schema._zod.def as unknown as Def
  if (shape) return Object.entries(shape).flatMap(([name, field]) => pathsOf(field, wanted, [...path, name]))
  if (element) return pathsOf(element, wanted, [...path, '0'])
  if (options) return [...new Set(options.flatMap((option) => pathsOf(option, wanted, path)))]
  if (innerType) return pathsOf(innerType, wanted, path)
  return kindOf(schema) === wanted ? [path.join('.')] : []
}

/** Every field of every store call that is a moment, a time or a day: `hours.log at`. */
const fieldsOf = (wanted: Kind): string[] =>
  (Object.keys(calls) as CallName[]).flatMap((name) =>
    calls[name].kind === 'machine' ? [] : pathsOf(calls[name].input, wanted).map((path) => `${name} ${path}`),
  )

/** What has happened, and so may not lie ahead; with what else the call needs. */
const past: Readonly<Record<string, object>> = {
  'hours.log at': { event: 'open', reason: 'told later' },
  'hours.correct at': { entryId: 1, reason: 'by the till' },
  'hours.reconstructClose at': { day },
  'hours.answerDay answers.0.at': { day, answers: [{ event: 'close', forMs: 0, answer: 'other time' }] },
  'customers.logTouch at': { customerId: 1, kind: 'call' },
  'customers.visit at': { customerId: 1 },
  'promises.warn at': { promiseId: 1 },
  'promises.ready at': { promiseId: 1 },
  'promises.close at': { promiseId: 1, inBudget: true, fullScope: true, leftClean: true },
}

/** What may lie ahead. */
const ahead: Readonly<Record<string, object>> = {
  'hours.pause until': {},
  'hours.openMinutes from': { to: '2999-01-01T00:00' },
  'hours.openMinutes to': { from: '1970-01-01T00:00' },
  'hours.closeForWhile promises.0.told': {
    // That day in every zone.
    from: '2026-12-23',
    to: '2026-12-26',
    label: 'Off',
    promises: [{ promiseId: 1 }],
  },
  'promises.warn told': { promiseId: 1 },
  'promises.make told': { name: 'A customer', what: 'bread' },
  'promises.make target': { name: 'A customer', what: 'bread', told: '2999-01-01T12:00' },
}

/** Times of today. */
const times: Readonly<Record<string, object>> = {
  'hours.sign at': { paper: 'A4', kind: 'late' },
  'hours.notice at': { kind: 'late' },
}

/** A shop that has one of everything a moment can be said about, and is open. */
async function shop(): Promise<TestShop> {
  const t = await testShop({ now: '2026-11-24T09:00:00Z' })
  await t.call('hours.setSchedule', { validFrom: '1970-01-01', week: { mon: [['07:00', '19:00']] } })
  await t.call('customers.save', { name: 'A customer' })
  await t.call('promises.make', { name: 'A customer', what: 'bread', told: '2026-12-24T12:00' })
  await t.call('hours.log', { event: 'open', at: '2026-11-23T07:00', reason: 'told later' })
  return t
}

/** The input with a value at a path. */
function filled(input: unknown, [step, ...rest]: readonly string[], value: string): unknown {
  if (step === undefined) return value
  const copy = Array.isArray(input) ? [...(input as unknown[])] : { ...(input as object) }
  Object.assign(copy, { [step]: filled(Reflect.get(copy, step), rest, value) })
  return copy
}

async function ask(t: TestShop, key: string, more: object, value: string, zone: string, now = t.now) {
  const [name, field] = key.split(' ') as [StoreCallName, string]
  const { result } = await dispatch(t.shop, name, filled(more, field.split('.'), value), { now, zone })
  return result.ok ? 'taken' : result.problem
}

/** The last times that the clocks of a zone skipped before 2027, as wall times and the instant they did. */
function gapsOf(zone: string, most: number): { skipped: string; atMs: number }[] {
  const gaps: { skipped: string; atMs: number }[] = []
  let at = Temporal.ZonedDateTime.from(`2027-01-01T00:00[${zone}]`)
  while (gaps.length < most) {
    const change = at.getTimeZoneTransition('previous')
    if (!change || change.year < 1972) return gaps
    const offset = change.subtract({ nanoseconds: 1 }).offsetNanoseconds
    const before = new Date(change.epochMilliseconds + offset / 1e6).toISOString().slice(0, 16)
    const minutes = (change.offsetNanoseconds - offset) / 60e9
    // Gaps of whole minutes: what can be written down as skipped.
    if (minutes >= 1 && Number.isInteger(offset / 60e9))
      gaps.push({ skipped: before, atMs: change.epochMilliseconds })
    at = change
  }
  return gaps
}

test('every field that takes a moment is known here', () => {
  expect(fieldsOf('moment').toSorted()).toEqual([...Object.keys(past), ...Object.keys(ahead)].toSorted())
  expect(fieldsOf('time').toSorted()).toEqual(Object.keys(times).toSorted())
})

test('a time the clocks skipped is refused alike by every call, in every zone with such nights', async () => {
  const t = await shop()
  const counts = { zones: 0, nights: 0, asked: 0 }
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const gaps = gapsOf(zone, deep ? 100 : 1)
    if (gaps.length > 0) counts.zones++
    for (const { skipped, atMs } of gaps) {
      counts.nights++
      const said = new Set<string>()
      for (const [key, more] of Object.entries({ ...past, ...ahead })) {
        const problem = await ask(t, key, more, skipped, zone)
        expect({ zone, key, problem }).toMatchObject({
          problem: { code: 'no-such-time', field: key.split(' ')[1] },
        })
        if (problem !== 'taken') said.add(problem.message)
        counts.asked++
      }
      expect([...said]).toHaveLength(1)
      // A time of day is of today: asked on the day of the gap, after it.
      for (const [key, more] of Object.entries(times)) {
        if (localAt(atMs, zone).slice(0, 10) !== skipped.slice(0, 10)) continue
        const problem = await ask(t, key, more, skipped.slice(11), zone, atMs + 60_000)
        expect({ zone, key, problem }).toMatchObject({ problem: { code: 'no-such-time', field: 'at' } })
        counts.asked++
      }
    }
  }
  console.info('skipped times', counts)
  expect(counts.zones).toBeGreaterThan(150)
}, 900_000)

test('what has not happened yet is refused alike by every call, to the minute, in every zone', async () => {
  const t = await shop()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const said = new Set<string>()
    for (const [key, more] of Object.entries(past)) {
      const problem = await ask(t, key, more, localAt(t.now + 60_000, zone), zone)
      expect({ zone, key, problem }).toMatchObject({
        problem: { code: 'future', field: key.split(' ')[1] },
      })
      if (problem !== 'taken') said.add(problem.message)
    }
    expect([...said]).toHaveLength(1)
  }
  for (const [key, more] of Object.entries(past)) {
    const answer = await ask(await shop(), key, more, '2026-11-24T10:00', 'Europe/Berlin')
    expect(answer === 'taken' ? '' : answer.code).not.toBe('future')
  }
}, 300_000)

test('a delivery that has not come yet is refused as a time that has not', async () => {
  const t = await shop()
  const { id: productId } = await t.call('stock.saveProduct', { name: 'Milk' })
  expect(await t.problem('stock.addBatch', { productId, received: '2026-11-25' })).toEqual({
    code: 'future',
    message:
      'Wednesday 25 November 2026 is still to come. Nothing was changed. Enter it when it has happened.',
    field: 'received',
  })
  await t.call('stock.addBatch', { productId, received: '2026-11-24' })
})
