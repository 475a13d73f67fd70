import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { loggedTables } from '../../../src/main/store/schema.ts'
import { busyShop, draws, work } from '../../support/random-work.ts'
import { runs } from '../../support/runs.ts'
import { testShop, type TestShop } from '../../support/shop.ts'

/** The shop's own row is always 1, and so is the count of changes; what is derived of customers has their ids. */
const withoutOwnIds = [
  'shop',
  'shopVoice',
  'customerContact',
  'customerRhythm',
  'visitChanges',
  'furtherMails',
  'customerSigns',
  'customerPairs',
  'pairsDue',
  'suppressedHere',
]

test('every table gives an id once', async () => {
  const t = await testShop()
  const tables = t.shop.connection
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
        AND name NOT LIKE '%Search%' AND name NOT LIKE 'sqlite%'`,
    )
    .all() as { name: string; sql: string }[]
  const again = tables.filter(
    ({ name, sql }) => !sql.includes('AUTOINCREMENT') && !withoutOwnIds.includes(name),
  )
  expect(again.map(({ name }) => name)).toEqual([])
})

function idsIn(t: TestShop): ReadonlyMap<string, ReadonlySet<number>> {
  const idsOf = (table: string) =>
    t.shop.connection.prepare(`SELECT id FROM ${table}`).pluck().all() as number[]
  return new Map([...loggedTables, 'acts', 'changes'].map((table) => [table, new Set(idsOf(table))]))
}

test('what is added after an undo never has the id of what was taken back', async () => {
  await fc.assert(
    fc.asyncProperty(draws(30), async (all) => {
      const t = await busyShop()
      const given = new Map([...idsIn(t)].map(([table, ids]) => [table, new Set(ids)]))
      for (const draw of all) {
        const before = idsIn(t)
        const act = await work(t, draw)
        if (act === undefined) continue
        for (const [table, ids] of idsIn(t))
          for (const id of ids) {
            if (before.get(table)!.has(id)) continue
            expect({ table, id, isNew: !given.get(table)!.has(id) }).toEqual({ table, id, isNew: true })
            given.get(table)!.add(id)
          }
        if (draw.which % 2 === 0) await t.call('shop.undo', { actId: act })
        for (const [table, ids] of idsIn(t)) for (const id of ids) given.get(table)!.add(id)
      }
    }),
    { ...runs(5), endOnFailure: true },
  )
})

test('an act that changed nothing takes its id with it', async () => {
  const t = await testShop()
  const { lineId } = await t.call('checklists.saveLine', { part: 'day', text: 'Sweep' })
  const before = (await t.answer('shop.change', { name: 'Two' })).act!
  const nothing = await t.answer('checklists.moveLine', { lineId, up: true })
  expect(nothing).toMatchObject({ result: { ok: true } })
  expect(nothing.act).toBeUndefined()
  const after = (await t.answer('shop.change', { name: 'Three' })).act!
  expect(after.id).toBe(before.id + 2)
})

test('the code of a printed line that was taken back never stands at another line', async () => {
  const t = await testShop()
  await t.call('hours.setSchedule', { validFrom: '2026-01-01', week: { mon: [['07:00', '19:00']] } })
  const codeOf = async (words: string) => {
    const { lines } = await t.call('checklists.week', { week: '2026-W48' })
    return lines.find(({ text }) => text === words)?.code
  }
  await t.call('checklists.saveLine', { part: 'day', text: 'Sweep' })
  const printed = await codeOf('Sweep')
  expect(printed).toBeDefined()
  await t.call('shop.undo', {})
  await t.call('checklists.saveLine', { part: 'day', text: 'Count the till' })
  expect(await codeOf('Count the till')).not.toBe(printed)
})
