import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayAt, instantOf } from '../../../src/core/day.ts'
import { judgedAtMs, outcomeOf } from '../../../src/core/promises/outcome.ts'
import { standings } from '../../../src/core/promises/standing.ts'
import type { NewRow } from '../../../src/main/store/schema.ts'
import { testShop, type TestShop } from '../../support/shop.ts'
import { runs } from '../../support/runs.ts'

const zone = 'Europe/Berlin'
const at = (local: string) => instantOf(local, zone)
const count = runs(20)

/** Puts rows in past the contract, so that every combination of moments occurs. */
async function put(t: TestShop, rows: readonly NewRow<'promises'>[]): Promise<void> {
  t.shop.connection.exec(`INSERT INTO acts (atMs, who, call, says) VALUES (0, 'test', 'test', 'test')`)
  t.shop.connection.exec('INSERT INTO temp.actNow (id) SELECT max(id) FROM acts')
  for (let i = 0; i < rows.length; i += 1000)
    await t.shop.writer
      .insertInto('promises')
      .values(rows.slice(i, i + 1000))
      .execute()
  t.shop.connection.exec('DELETE FROM temp.actNow')
}

const row = (change: Partial<NewRow<'promises'>>): NewRow<'promises'> => ({
  name: 'Maria Anders',
  what: 'Knife',
  madeAtMs: at('2026-11-20T09:00'),
  toldAtMs: at('2026-11-23T19:00'),
  targetAtMs: at('2026-11-23T17:00'),
  ...change,
})

test('the board groups by harm, the earliest told first, and counts what it does not show', async () => {
  const t = await testShop({ now: '2026-11-23T09:00:00Z' })
  const told = (local: string) => ({ toldAtMs: at(local), targetAtMs: at(local) })
  await put(t, [
    row({ what: 'B', ...told('2026-11-23T09:30') }),
    row({ what: 'A', ...told('2026-11-21T09:30') }),
    row({ what: 'C', ...told('2026-11-23T19:00') }),
    row({ what: 'D', ...told('2026-11-23T21:00'), madeAtMs: at('2026-11-23T09:50') }),
    row({ what: 'E', ...told('2026-11-21T09:30'), readyAtMs: at('2026-11-21T09:00') }),
    row({ what: 'F', ...told('2026-12-24T09:30') }),
    row({ what: 'G', ...told('2026-11-21T09:30'), doneAtMs: at('2026-11-21T09:30') }),
    row({ what: 'H', ...told('2026-11-21T09:30'), brokenAtMs: at('2026-11-22T09:30') }),
    row({ what: 'I', ...told('2026-10-21T09:30'), doneAtMs: at('2026-10-21T09:30') }),
  ])
  const board = await t.call('promises.board', { limit: 1 })
  expect(
    Object.fromEntries(
      Object.entries(board).map(([k, g]) => [k, [g.total, g.rows.map((r) => r.what).join()]]),
    ),
  ).toEqual({
    overdue: [2, 'A'],
    atRisk: [1, 'C'],
    dueToday: [1, 'D'],
    waiting: [1, 'E'],
    later: [1, 'F'],
    doneRecently: [2, 'H'],
  })
})

test('typing finds promises by customer or thing, whatever the accents', async () => {
  const t = await testShop()
  await put(t, [
    row({ name: 'Antonio Moreno Taquería' }),
    row({ what: 'Café machine' }),
    row({ what: 'Lamp' }),
  ])
  const found = async (text: string) => (await t.call('promises.board', { text })).atRisk.total
  expect([
    await found('taqueria'),
    await found('CAFE mach'),
    await found('anders'),
    await found('anders lamp'),
    await found('x'),
  ]).toEqual([1, 1, 2, 1, 0])
})

test('a kept rate over no promise has no share', async () => {
  const t = await testShop()
  expect(await t.call('promises.keptRate', { from: '1000-01-01', to: '9999-12-31' })).toEqual({
    due: 0,
    kept: 0,
    lateButWarned: 0,
    lateAndSilent: 0,
    broken: 0,
    open: 0,
    share: null,
  })
  expect((await t.problem('promises.keptRate', { from: '2026-02-01', to: '2026-01-31' })).code).toBe(
    'bad-input',
  )
})

/** Local hours around the night the clocks go back, coarse enough that moments meet. */
const instant = fc.integer({ min: 0, max: 24 * 6 }).map((n) => at('2026-10-22T00:00') + n * 3_600_000)
const maybe = fc.option(instant)
const promise = fc.record({
  toldAtMs: instant,
  firstToldAtMs: maybe,
  movedAtMs: maybe,
  warnedAtMs: maybe,
  readyAtMs: maybe,
  doneAtMs: maybe,
  brokenAtMs: maybe,
})

test(`the kept rate equals a count over outcomes, and the board holds every open promise once (${count.numRuns} runs)`, async () => {
  const t = await testShop()
  await fc.assert(
    fc.asyncProperty(
      fc.array(promise, { maxLength: 40 }),
      instant,
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
      async (all, now, first, length) => {
        t.shop.connection.exec('DROP TRIGGER temp.promisesDELETE; DELETE FROM promises')
        t.shop.connection.exec(
          'CREATE TEMP TRIGGER promisesDELETE AFTER DELETE ON main.promises BEGIN SELECT 1; END',
        )
        await put(
          t,
          all.map((p) => row({ ...p, madeAtMs: p.toldAtMs - 3_600_000, targetAtMs: p.toldAtMs })),
        )
        t.now = now
        const from = addDays('2026-10-22', first)
        const to = addDays(from, length)
        const counts = { due: 0, kept: 0, lateButWarned: 0, lateAndSilent: 0, broken: 0, open: 0 }
        for (const p of all) {
          const day = dayAt(judgedAtMs(p), zone)
          const outcome = outcomeOf(p, now)
          if (day < from || day > to || outcome === 'not-due') continue
          counts.due++
          if (outcome === 'kept' || outcome === 'open' || outcome === 'broken') counts[outcome]++
          else counts[outcome === 'late-but-warned' ? 'lateButWarned' : 'lateAndSilent']++
        }
        const { share, ...rate } = await t.call('promises.keptRate', { from, to })
        expect(rate).toEqual(counts)
        expect(rate.kept + rate.lateButWarned + rate.lateAndSilent + rate.broken + rate.open).toBe(rate.due)
        expect(share).toBe(counts.due === 0 ? null : counts.kept / counts.due)
        const board = await t.call('promises.board', { limit: 1000 })
        const shown = standings.flatMap((standing) => board[standing].rows.map((r) => r.id))
        expect(new Set(shown).size).toBe(shown.length)
        expect(shown.length).toBe(all.filter((p) => p.doneAtMs === null && p.brokenAtMs === null).length)
      },
    ),
    count,
  )
})

test('no reading goes through the whole table', async () => {
  const t = await testShop()
  const plan = (sql: string) =>
    t.shop.connection
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((step) => (step as { detail: string }).detail)
  const judged = 'CASE WHEN firstToldAtMs < toldAtMs THEN firstToldAtMs ELSE toldAtMs END'
  const open = 'doneAtMs IS NULL AND brokenAtMs IS NULL'
  expect(
    plan(
      `SELECT id, madeAtMs, toldAtMs, targetAtMs, readyAtMs FROM promises WHERE ${open} ORDER BY toldAtMs`,
    ),
  ).toEqual(['SCAN promises USING COVERING INDEX promisesOpen'])
  expect(
    plan(`SELECT count(*) FILTER (WHERE coalesce(doneAtMs, readyAtMs) <= ${judged} AND warnedAtMs < ${judged}
      AND brokenAtMs IS NULL) FROM promises WHERE ${judged} >= 1 AND ${judged} < 2`),
  ).toEqual(['SEARCH promises USING COVERING INDEX promisesByTold (<expr>>? AND <expr><?)'])
  for (const [column, index] of [
    ['doneAtMs', 'promisesDone'],
    ['brokenAtMs', 'promisesBroken'],
  ])
    expect(plan(`SELECT * FROM promises WHERE ${column} >= 5`)).toEqual([
      `SEARCH promises USING INDEX ${index} (${column}>?)`,
    ])
})

test('of what is due later, tomorrow’s are counted by the shop’s days, also those that are not shown', async () => {
  const t = await testShop({ now: '2026-11-23T09:00:00Z' })
  const told = (local: string) => ({
    toldAtMs: at(local),
    targetAtMs: at(local),
    madeAtMs: at('2026-11-23T09:50'),
  })
  await put(t, [
    row({ what: 'today', ...told('2026-11-23T23:59') }),
    row({ what: 'first minute', ...told('2026-11-24T00:00') }),
    row({ what: 'last minute', ...told('2026-11-24T23:59') }),
    row({ what: 'ready', ...told('2026-11-24T10:00'), readyAtMs: at('2026-11-23T09:55') }),
    row({ what: 'the day after', ...told('2026-11-25T00:00') }),
  ])
  const { later } = await t.call('promises.board', { limit: 1 })
  expect([later.total, later.tomorrow, later.rows.map(({ what }) => what)]).toEqual([3, 2, ['first minute']])
})
