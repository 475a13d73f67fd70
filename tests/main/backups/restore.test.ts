import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { preview } from '../../../src/main/backups/check.ts'
import { listBackups, type FoundBackup } from '../../../src/main/backups/folder.ts'
import { restore } from '../../../src/main/backups/restore.ts'
import { dispatch } from '../../../src/main/store/dispatch.ts'
import { migrate } from '../../../src/main/store/engines/sqlite/migrate.ts'
import { migrations, newest } from '../../../src/main/store/migrations/index.ts'
import { setPragmas } from '../../../src/main/store/engines/sqlite/connect.ts'
import { applicationId } from '../../../src/main/store/engines/sqlite/inspect.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { verifiedBackup } from '../../../src/main/store/backup.ts'
import { temporaryFolder, testShop, type TestShop } from '../../support/shop.ts'
import { backUp, customersIn, doctor, flipByte } from '../../support/shop-files.ts'

const hour = 3_600_000

/** A shop with Anna, backed up, and then Bert. */
async function annaThenBert(): Promise<{ readonly t: TestShop; readonly backup: FoundBackup }> {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna' })
  const backup = await backUp(t)
  t.now += hour
  await t.call('customers.save', { name: 'Bert' })
  return { t, backup }
}

async function notesOf(path: string) {
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const { result } = await dispatch(opened.value, 'backups.notes', {}, { now: 0 })
  await opened.value.close()
  return result
}

test('before a restore it is said what will change', async () => {
  const { t, backup } = await annaThenBert()
  expect(await preview(t.shop.path, backup)).toEqual({
    ok: true,
    value: {
      id: backup.id,
      madeAtMs: backup.atMs,
      shop: 'Corner Shop',
      shopNow: 'Corner Shop',
      changesSince: 1,
      aside: 'backup',
      halfTyped: 0,
      kinds: expect.arrayContaining([
        { kind: 'customers', now: 2, backedUp: 1 },
        { kind: 'promises', now: 0, backedUp: 0 },
      ]),
    },
  })
})

test('an opening that was corrected is counted as one', async () => {
  const t = await testShop()
  await t.call('hours.log', { event: 'open' })
  const backup = await backUp(t)
  const [entry] = await t.call('hours.entries', { from: '2026-11-23', to: '2026-11-23' })
  await t.call('hours.correct', { entryId: entry!.id, at: '2026-11-23T08:40', reason: 'mistyped' })
  const kinds = expect.arrayContaining([{ kind: 'hoursLog', now: 1, backedUp: 1 }]) as unknown
  expect(await preview(t.shop.path, backup)).toMatchObject({ value: { kinds } })
})

test('a restore brings the shop back as it was, and is undone by the backup made before it', async () => {
  const { t, backup } = await annaThenBert()
  await t.shop.close()
  expect(await restore(t.shop.path, backup, t.now)).toEqual({ ok: true, value: null })
  expect(customersIn(t.shop.path)).toEqual(['Anna'])
  const [before] = await listBackups(t.shop.path)
  expect(before!.manifest!.why).toBe('before-restore')
  expect(await notesOf(t.shop.path)).toEqual({
    ok: true,
    value: {
      restored: { atMs: t.now, fromMs: backup.atMs, before: before!.id, fromFile: false, standing: 0 },
      movedOutAtMs: null,
    },
  })

  expect(await restore(t.shop.path, before!, t.now + hour)).toEqual({ ok: true, value: null })
  expect(customersIn(t.shop.path)).toEqual(['Anna', 'Bert'])
  expect(await notesOf(t.shop.path)).toMatchObject({ value: { restored: { fromMs: before!.atMs } } })
  // And that one too.
  expect(
    (await listBackups(t.shop.path)).filter(({ manifest }) => manifest?.why === 'before-restore'),
  ).toHaveLength(2)
  expect(readdirSync(t.folder).toSorted()).toEqual(['backups', 'shop.wellkept'])
})

test('what only the log of the shop file holds is put aside too', async () => {
  const { t, backup } = await annaThenBert()
  // As a program that was killed leaves it.
  const left = join(temporaryFolder(), 'shop.wellkept')
  for (const end of ['', '-wal']) copyFileSync(t.shop.path + end, left + end)
  expect(readFileSync(`${left}-wal`).length).toBeGreaterThan(0)
  expect(await restore(left, backup, t.now)).toEqual({ ok: true, value: null })
  expect(customersIn(left)).toEqual(['Anna'])
  const [before] = await listBackups(left)
  expect(customersIn(before!.path)).toEqual(['Anna', 'Bert'])
})

test('a shop that is missing is restored, and one that is damaged is kept beside', async () => {
  const { t, backup } = await annaThenBert()
  await t.shop.close()
  rmSync(t.shop.path)
  expect(await preview(t.shop.path, backup)).toMatchObject({
    value: {
      shopNow: null,
      changesSince: null,
      aside: 'nothing',
      kinds: expect.arrayContaining([{ kind: 'customers', now: null, backedUp: 1 }]),
    },
  })
  expect(await restore(t.shop.path, backup, t.now)).toEqual({ ok: true, value: null })
  expect(customersIn(t.shop.path)).toEqual(['Anna'])

  // Of a damaged shop nobody is told that it can be backed up: where it is read in part, and where not at all.
  const bytes = readFileSync(t.shop.path)
  bytes.fill(0, bytes.length - 4096)
  writeFileSync(t.shop.path, bytes)
  expect(await preview(t.shop.path, backup)).toMatchObject({ value: { aside: 'as it is', halfTyped: 0 } })
  const rubbish = Buffer.from('rubbish '.repeat(5000))
  writeFileSync(t.shop.path, rubbish)
  writeFileSync(`${t.shop.path}-wal`, rubbish)
  expect(await preview(t.shop.path, backup)).toMatchObject({ value: { aside: 'as it is' } })
  expect(await restore(t.shop.path, backup, t.now)).toEqual({ ok: true, value: null })
  expect(customersIn(t.shop.path)).toEqual(['Anna'])
  const kept = readdirSync(t.folder).filter((name) => name.includes('.damaged-'))
  expect(kept).toHaveLength(2)
  for (const name of kept) expect(readFileSync(join(t.folder, name))).toEqual(rubbish)
})

test('of a shop that can be read but is not whole nobody is told that it can be backed up', async () => {
  const { t, backup } = await annaThenBert()
  await t.call('drafts.keep', { form: 'promise', base: { what: '' }, typed: { what: 'a cake' } })
  await t.call('promises.make', { customerId: 2, what: 'Cake', told: '2026-11-24T17:00' })
  await t.shop.close()
  expect(await preview(t.shop.path, backup)).toMatchObject({ value: { aside: 'backup', halfTyped: 1 } })
  const connection = new Database(t.shop.path)
  connection.pragma('foreign_keys = OFF')
  connection.exec('UPDATE promises SET customerId = 99')
  connection.close()
  expect(await preview(t.shop.path, backup)).toMatchObject({
    value: { shopNow: 'Corner Shop', aside: 'as it is', halfTyped: 0 },
  })
})

test('a backup of an older schema is brought up to date after it was restored', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna' })
  const folder = temporaryFolder()
  const old = join(folder, 'shop.wellkept')
  const connection = new Database(old)
  setPragmas(connection)
  connection.pragma(`application_id = ${applicationId}`)
  migrate(connection, migrations.slice(0, 8))
  connection.exec(`INSERT INTO shop (id, name, country, zone) VALUES (1, 'As it was', 'DE', 'Europe/Berlin')`)
  connection.close()
  await verifiedBackup(old, { why: 'daily', now: t.now })
  const [backup] = await listBackups(old)
  expect(backup!.version).toBe(80)
  await t.shop.close()
  expect(await restore(t.shop.path, backup!, t.now)).toEqual({ ok: true, value: null })
  const after = new Database(t.shop.path, { readonly: true })
  expect(after.pragma('user_version', { simple: true })).toBe(newest)
  expect(after.prepare('SELECT name FROM shop').pluck().get()).toBe('As it was')
  after.close()
})

const refusals: Record<string, { readonly code: string; spoil(backup: FoundBackup): void }> = {
  'one of whose bytes changed': { code: 'backup-damaged', spoil: ({ path }) => flipByte(path) },
  'that was cut short': {
    code: 'not-verified',
    spoil: ({ path }) => writeFileSync(path, readFileSync(path).subarray(0, 8192)),
  },
  'without its record': { code: 'not-verified', spoil: ({ path }) => rmSync(`${path}.json`) },
  'with rows that point at nothing': {
    code: 'backup-damaged',
    spoil: ({ path }) =>
      doctor(path, (connection) => {
        connection.pragma('foreign_keys = OFF')
        connection.exec(`INSERT INTO touches (customerId, kind, strong, atMs) VALUES (999, 'visit', 1, 0)`)
      }),
  },
  'with code that somebody put into it': {
    code: 'altered',
    spoil: ({ path }) =>
      doctor(path, (connection) =>
        connection.exec(
          `CREATE TRIGGER friendly AFTER INSERT ON customers BEGIN UPDATE customers SET mailConsent = 'yes'; END`,
        ),
      ),
  },
  'that is no shop': {
    code: 'not-a-shop',
    spoil: ({ path }) => doctor(path, (connection) => connection.pragma('application_id = 7')),
  },
}

for (const [what, { code, spoil }] of Object.entries(refusals))
  test(`a backup ${what} is refused in words, and the shop stays as it is`, async () => {
    const { t, backup } = await annaThenBert()
    await t.shop.close()
    const bytes = readFileSync(t.shop.path)
    spoil(backup)
    const [found] = await listBackups(t.shop.path)
    expect(await preview(t.shop.path, found!)).toMatchObject({ ok: false, problem: { code } })
    expect(await restore(t.shop.path, found!, t.now)).toMatchObject({ ok: false, problem: { code } })
    expect(readFileSync(t.shop.path)).toEqual(bytes)
    expect(readdirSync(t.folder).toSorted()).toEqual(['backups', 'shop.wellkept'])
  })

test('a backup of a newer Wellkept is refused', async () => {
  const { t, backup } = await annaThenBert()
  await t.shop.close()
  const version = newest + 10
  const manifest = { ...backup.manifest!, version }
  expect(await restore(t.shop.path, { ...backup, version, manifest }, t.now)).toMatchObject({
    problem: { code: 'newer' },
  })
  expect(customersIn(t.shop.path)).toEqual(['Anna', 'Bert'])
})

test('a shop that another program has open is not replaced', async () => {
  const { t, backup } = await annaThenBert()
  const refused = await restore(t.shop.path, backup, t.now)
  expect(refused).toMatchObject({ problem: { code: 'in-use' } })
  await t.call('customers.save', { name: 'Carla' })
  expect(customersIn(t.shop.path)).toEqual(['Anna', 'Bert', 'Carla'])
  expect(existsSync(join(dirname(t.shop.path), 'shop.wellkept.restoring'))).toBe(false)
})
