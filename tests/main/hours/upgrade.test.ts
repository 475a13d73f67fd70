import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { instantOf } from '../../../src/core/day.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { migrate } from '../../../src/main/store/engines/sqlite/migrate.ts'
import { migrations } from '../../../src/main/store/migrations/index.ts'
import { setPragmas } from '../../../src/main/store/engines/sqlite/connect.ts'
import { applicationId } from '../../../src/main/store/engines/sqlite/inspect.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { temporaryFolder } from '../../support/shop.ts'

test('the log of a shop from before special days and corrections is judged as it was', async () => {
  const path = join(temporaryFolder(), 'shop.wellkept')
  const connection = new Database(path)
  setPragmas(connection)
  connection.pragma(`application_id = ${applicationId}`)
  migrate(
    connection,
    migrations.filter(({ number }) => number <= 70),
  )
  connection.exec(
    `INSERT INTO shop (id, name, country, zone) VALUES (1, 'Käse & Brot', 'DE', 'Europe/Berlin')`,
  )
  const week = { mon: [['07:00', '12:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  connection
    .prepare('INSERT INTO schedules (validFrom, week) VALUES (?, ?)')
    .run('2026-01-01', JSON.stringify(week))
  const insert = connection.prepare(
    'INSERT INTO hoursLog (event, tradingDay, atMs, loggedAtMs, reason) VALUES (?, ?, ?, ?, ?)',
  )
  for (const [event, time, reason] of [
    ['open', '07:20', 'Train'],
    ['close', '12:00', ''],
  ]) {
    const atMs = instantOf(`2026-11-23T${time}`, 'Europe/Berlin')
    insert.run(event, '2026-11-23', atMs, atMs, reason)
  }
  connection.close()

  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  onTestFinished(() => opened.value.close())
  const now = instantOf('2026-11-24T08:00', 'Europe/Berlin')
  const day = { from: '2026-11-23', to: '2026-11-23' }
  const { result } = await dispatch(opened.value, 'hours.adherence', day, { now })
  expect(result).toMatchObject({
    value: {
      opened: { due: 1, met: 0 },
      closed: { due: 1, met: 1 },
      reasons: [{ reason: 'Train', count: 1 }],
      days: [{ state: 'missed', blocks: [{ opened: { entryId: 1, minutesLate: 20 } }] }],
    },
  })
  const entries = await dispatch(opened.value, 'hours.entries', day, { now })
  expect(entries.result).toMatchObject({ value: [{ id: 1, who: '', earlier: [] }, { id: 2 }] })
})
