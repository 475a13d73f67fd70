import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallName } from '../../../src/core/calls.ts'
import { addDays, instantOf, localAt } from '../../../src/core/day.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

const zone = 'Europe/Berlin'
const minute = 60_000

/** One thing the owner does, with numbers to make its input of. */
interface Step {
  readonly what:
    | 'wait'
    | 'open'
    | 'close'
    | 'opened earlier'
    | 'closed earlier'
    | 'correct'
    | 'pause'
    | 'back'
    | 'answer'
    | 'reconstruct'
    | 'leave'
    | 'undo'
    | 'redo'
  readonly a: number
  readonly b: number
}

const steps = fc.array(
  fc.record<Step>({
    what: fc.constantFrom<Step['what'][]>(
      'wait',
      'wait',
      'wait',
      'open',
      'open',
      'close',
      'close',
      'opened earlier',
      'closed earlier',
      'correct',
      'pause',
      'back',
      'answer',
      'answer',
      'reconstruct',
      'leave',
      'undo',
      'redo',
    ),
    a: fc.nat(10_000),
    b: fc.nat(10_000),
  }),
  { minLength: 4, maxLength: 30, size: 'max' },
)

const split: [string, string][] = [
  ['07:00', '12:00'],
  ['14:00', '19:00'],
]
const night: [string, string][] = [['20:00', '02:00']]
const weeks = [
  { mon: split, tue: split, wed: split, thu: split, fri: split },
  { mon: night, tue: night, wed: [['18:00', '23:00']] as [string, string][], fri: night, sat: night },
  { mon: [['00:00', '24:00']] as [string, string][], tue: split, wed: night, thu: split },
]

const lastWrite = (t: TestShop) =>
  t.shop.connection.prepare('SELECT max(id) FROM acts').pluck().get() as number

async function doStep(t: TestShop, { what, a, b }: Step): Promise<void> {
  const local = (ms: number) => localAt(ms, zone)
  const status = await t.call('hours.status', {})
  const earlier = {
    at: local(t.now - (a % 1500) * minute),
    reason: b % 3 === 0 ? '' : 'told',
    pcOff: b % 4 === 0,
  }
  const call = (name: CallName, input: unknown) => t.answer(name, input)
  switch (what) {
    case 'wait':
      t.now += (a % 900) * minute
      return
    case 'open':
    case 'close':
      await call('hours.log', { event: what })
      return
    case 'opened earlier':
    case 'closed earlier':
      await call('hours.log', { event: what === 'opened earlier' ? 'open' : 'close', ...earlier })
      return
    case 'correct': {
      const rows = await t.call('hours.entries', { from: '2026-11-01', to: '2026-12-31' })
      const row = rows[a % Math.max(1, rows.length)]
      if (!row) return
      await call('hours.correct', {
        entryId: row.id,
        at: local(row.atMs + ((b % 120) - 60) * minute),
        reason: 'slip',
      })
      return
    }
    case 'pause':
      await call('hours.pause', { until: local(t.now + (1 + (a % 200)) * minute) })
      return
    case 'back':
      await call('hours.endPause', {})
      return
    case 'answer': {
      if (!status.asked) return
      const { day, times } = status.asked
      const answers = times
        .filter((_, i) => (b >> i) % 4 > 0 || times.length === 1)
        .map(({ event, forMs }, i) => {
          const answer = (['as scheduled', 'other time', 'did not', 'not known'] as const)[
            (a >> (2 * i)) % 4
          ]!
          return answer === 'other time'
            ? { event, forMs, answer, at: local(forMs + ((b % 90) - 45) * minute) }
            : { event, forMs, answer }
        })
      await call('hours.answerDay', { day, answers })
      return
    }
    case 'reconstruct':
      await call('hours.reconstructClose', { day: addDays(local(t.now).slice(0, 10), -(a % 3)) })
      return
    case 'leave':
      await call('hours.leaveAsked', {})
      return
    case 'undo':
    case 'redo':
      await call('shop.undo', what === 'redo' ? { actId: lastWrite(t) } : {})
      return
  }
}

/** Makes a call that is offered, which has to be taken, looks, and takes it back. */
async function offered(
  t: TestShop,
  name: CallName,
  input: unknown,
  look?: () => Promise<void>,
): Promise<void> {
  const { result, act } = await t.answer(name, input)
  expect({ name, input, now: localAt(t.now, zone), result }).toMatchObject({ result: { ok: true } })
  await look?.()
  await t.call('shop.undo', { actId: act!.id })
}

async function check(t: TestShop): Promise<void> {
  const status = await t.call('hours.status', {})
  const { open, asked, forgotten } = status
  const pause = 'pause' in status
  // The button does what it says.
  if (pause) await offered(t, 'hours.endPause', {})
  await offered(t, 'hours.log', { event: open ? 'close' : 'open' }, async () => {
    expect((await t.call('hours.status', {})).open).toBe(!open)
  })
  if (pause) expect(open).toBe(true)
  // What Today offers can be done as it is.
  const { items } = await t.call('today.list', {})
  for (const { harm, actions } of items)
    for (const action of actions)
      if (harm === 'hours' && 'call' in action) await offered(t, action.call as CallName, action.input)
  if (forgotten?.offered !== undefined)
    await offered(t, 'hours.reconstructClose', { day: forgotten.day, at: forgotten.offered }, async () => {
      expect((await t.call('hours.status', {})).forgotten?.day).not.toBe(forgotten.day)
    })
  if (!asked) return
  // Only what is not known is asked, and nothing that was answered.
  const { day, times } = asked
  const [judged] = (await t.call('hours.adherence', { from: day, to: day })).days
  const said = t.shop.connection
    .prepare('SELECT event || forMs FROM hoursAnswers WHERE tradingDay = ?')
    .pluck()
    .all(day)
  for (const { event, due, forMs } of times) {
    expect(said).not.toContain(`${event}${forMs}`)
    if (due === null) continue
    const all = judged!.blocks.map(({ opened, closed }) => (event === 'open' ? opened : closed))
    expect(all.find((one) => one?.dueMs === forMs)).toMatchObject({ verdict: 'no data', due })
  }
  for (const answer of ['as scheduled', 'did not', 'not known'] as const) {
    const answers = times
      .filter(({ due }) => due !== null || answer !== 'as scheduled')
      .map(({ event, forMs }) => ({ event, forMs, answer }))
    if (answers.length === 0) continue
    await offered(t, 'hours.answerDay', { day, answers }, async () => {
      const now = (await t.call('hours.status', {})).asked
      if (answers.length === times.length) expect(now?.day).not.toBe(day)
    })
  }
  await offered(t, 'hours.leaveAsked', {}, async () => {
    expect(await t.call('hours.status', {})).not.toHaveProperty('asked')
  })
}

/** The standing log: in order, and of one opening or closing there is one entry. */
async function checkLog(t: TestShop): Promise<void> {
  const range = { from: '2026-11-01', to: '2026-12-31' }
  const rows = await t.call('hours.entries', range)
  const { days } = await t.call('hours.adherence', range)
  const denied = new Set(
    t.shop.connection
      .prepare("SELECT event || forMs FROM hoursAnswers WHERE answer = 'missed'")
      .pluck()
      .all(),
  )
  const dueOn = (day: string, event: 'open' | 'close') =>
    days
      .find((one) => one.day === day)!
      .blocks.flatMap(({ opened, closed }) => (event === 'open' ? [opened] : closed ? [closed] : []))
      .map(({ dueMs }) => dueMs)
  for (const [i, row] of rows.entries()) {
    expect(row.atMs).toBeLessThanOrEqual(t.now)
    for (const { id } of row.earlier) expect(rows.map((other) => other.id)).not.toContain(id)
    // Whoever enters it: what is entered for a day that is long over is only remembered, or told.
    if (row.loggedAtMs >= instantOf(`${addDays(row.day, 2)}T06:00`, zone))
      expect(row).toMatchObject(row.told ? { told: true } : { reconstructed: true })
    // What was said not to have been kept is known otherwise by a correction alone.
    const all = days.find((one) => one.day === row.day)!.blocks
    const due = all
      .flatMap(({ opened, closed }) => (row.event === 'open' ? opened : (closed ?? [])))
      .find(({ entryId }) => entryId === row.id)
    if (due && denied.has(`${row.event}${due.dueMs}`)) expect(row.correction).not.toBe('')
    const before = rows[i - 1]
    if (!before) continue
    expect(before.day <= row.day).toBe(true)
    if (before.event !== row.event || before.day !== row.day) continue
    // Between two openings lies a closing that was due and is not logged, and the other way round.
    const between = dueOn(row.day, row.event === 'open' ? 'close' : 'open')
    expect(between.some((dueMs) => before.atMs <= dueMs && dueMs <= row.atMs)).toBe(true)
  }
}

test('whatever is logged, corrected, answered and undone: every answer that is offered is taken, and nothing answered is asked', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom(...weeks), async (all, week) => {
      const t = await testShop({ now: '2026-11-23T05:00:00Z' })
      // Not what is tested here, and many times slower.
      t.shop.connection.pragma('synchronous = OFF')
      await t.call('hours.setSchedule', { validFrom: '2026-01-01', week })
      for (const step of all) {
        await doStep(t, step)
        await checkLog(t)
      }
      await check(t)
      t.now += 20 * 60 * minute
      await check(t)
      await t.shop.close()
    }),
    runs(25),
  )
}, 900_000)
