import { expect, onTestFinished, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { olderShop } from '../../support/older-shop.ts'

const at = (local: string) => instantOf(local, 'Europe/Berlin')

test('noons that imports invented become the day alone, ready decides where it was earlier, and hours that were said stay', async () => {
  const { path, older } = olderShop(120)
  older.exec(`INSERT INTO shop (id, name, country, zone) VALUES (1, 'Corner Shop', 'DE', 'Europe/Berlin')`)
  const enter = older.prepare(`INSERT INTO promises
    (name, what, sourceId, madeAtMs, toldAtMs, targetAtMs, readyAtMs, doneAtMs, onTime) VALUES (?, 'Cake', ?, 0, ?, 0, ?, ?, 0)`)
  const told = at('2026-11-20T10:00')
  enter.run('Ann', '1', told, null, at('2026-11-20T12:00'))
  enter.run('Ben', '2', told, null, at('2026-11-20T12:01'))
  enter.run('Cleo', '', told, null, at('2026-11-20T12:00'))
  enter.run('Dee', '', told, at('2026-11-20T09:00'), at('2026-11-22T10:00'))
  enter.run('Eve', '3', told, at('2026-11-20T15:00'), at('2026-11-20T12:00'))
  older.close()
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  onTestFinished(() => opened.value.close())
  const rows = await opened.value.reader
    .selectFrom('promises')
    .select(['name', 'sourceCustomer', 'doneAtMs', 'doneDayOnly', 'onTime'])
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    { name: 'Ann', sourceCustomer: 'Ann', doneAtMs: at('2026-11-20T00:00'), doneDayOnly: 1, onTime: 1 },
    { name: 'Ben', sourceCustomer: 'Ben', doneAtMs: at('2026-11-20T12:01'), doneDayOnly: 0, onTime: 0 },
    { name: 'Cleo', sourceCustomer: '', doneAtMs: at('2026-11-20T12:00'), doneDayOnly: 0, onTime: 0 },
    { name: 'Dee', sourceCustomer: '', doneAtMs: at('2026-11-22T10:00'), doneDayOnly: 0, onTime: 1 },
    { name: 'Eve', sourceCustomer: 'Eve', doneAtMs: at('2026-11-20T15:00'), doneDayOnly: 0, onTime: 0 },
  ])
  const { result } = await dispatch(
    opened.value,
    'promises.keptRate',
    { from: '2026-11-01', to: '2026-11-30' },
    { now: at('2026-11-25T10:00') },
  )
  expect(result).toMatchObject({ ok: true, value: { due: 5, kept: 2, lateAndSilent: 3 } })
})
