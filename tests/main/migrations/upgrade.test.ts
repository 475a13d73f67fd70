import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { migrate } from '../../../src/main/store/engines/sqlite/migrate.ts'
import { migrations, newest } from '../../../src/main/store/migrations/index.ts'
import { setPragmas } from '../../../src/main/store/engines/sqlite/connect.ts'
import { applicationId } from '../../../src/main/store/engines/sqlite/inspect.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { temporaryFolder } from '../../support/shop.ts'

/** A shop as the program kept it when `count` of the migrations existed. */
function olderShop(count: number): string {
  const path = join(temporaryFolder(), 'shop.wellkept')
  const connection = new Database(path)
  setPragmas(connection)
  connection.pragma(`application_id = ${applicationId}`)
  migrate(connection, migrations.slice(0, count))
  connection.exec(
    `INSERT INTO shop (id, name, country, zone) VALUES (1, 'Käse & Brot', 'DE', 'Europe/Berlin')`,
  )
  connection.close()
  return path
}

const backupsIn = (path: string) => {
  const folder = join(path, '../backups')
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
}

test.each(migrations.slice(0, -1).map(({ number, name }, index) => ({ number, name, count: index + 1 })))(
  'a shop of version $number ($name) comes up to date after a verified backup',
  async ({ number, count }) => {
    const path = olderShop(count)
    const opened = await openShop(path)
    if (!opened.ok) throw new Error(opened.problem.message)
    const shop = opened.value
    expect(shop.connection.pragma('user_version', { simple: true })).toBe(newest)
    const { result } = await dispatch(shop, 'shop.details', {}, { now: 0 })
    expect(result).toMatchObject({ ok: true, value: { name: 'Käse & Brot', zone: 'Europe/Berlin' } })
    await shop.close()

    const [backup = '', manifest = ''] = backupsIn(path).toSorted()
    const { sha256 } = JSON.parse(readFileSync(manifest, 'utf8')) as { sha256: string }
    expect(createHash('sha256').update(readFileSync(backup)).digest('hex')).toBe(sha256)
    const copy = new Database(backup, { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(number)
    expect(copy.prepare('SELECT name FROM shop').pluck().get()).toBe('Käse & Brot')
    copy.close()
  },
)

test('a shop that is up to date is opened without a backup', async () => {
  const path = olderShop(migrations.length)
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  await opened.value.close()
  expect(backupsIn(path)).toEqual([])
})

test('without a backup there is no migration', async () => {
  const path = olderShop(1)
  const before = new Database(path, { readonly: true })
  const tables = before.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
  before.close()
  // A file where the folder should be.
  const opened = await openShop(path, { backupFolder: join(path, 'backups') })
  expect(opened).toMatchObject({ ok: false, problem: { code: 'no-backup' } })
  const after = new Database(path, { readonly: true })
  expect(after.pragma('user_version', { simple: true })).toBe(migrations[0]!.number)
  expect(after.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(tables)
  after.close()
})

test('migrations are numbered by tens, upwards', () => {
  const numbers = migrations.map(({ number }) => number)
  // A ten may be missing: what was written at the same time got its number before it was there.
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
  expect(numbers.filter((number) => number % 10 !== 0)).toEqual([])
})
