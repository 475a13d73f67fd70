import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { verifiedBackup } from '../../../src/main/store/backup.ts'
import { newest } from '../../../src/main/store/migrations/index.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { temporaryFolder, testShop } from '../../support/shop.ts'

const namesIn = (folder: string) => readdirSync(folder).toSorted()

async function shopWithLines(count: number) {
  const t = await testShop()
  for (let n = 1; n <= count; n++)
    await t.call('checklists.saveLine', { part: 'day', text: `Line ${n}: ${'wipe the counter '.repeat(20)}` })
  return t
}

/** A closed shop file with a table's page overwritten, as a failing disk would leave it. */
async function damagedFile(): Promise<string> {
  const t = await shopWithLines(100)
  const { rootpage } = t.shop.connection
    .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'checklistLines'`)
    .get() as { rootpage: number }
  const pageSize = t.shop.connection.pragma('page_size', { simple: true }) as number
  await t.shop.close()
  const file = openSync(t.shop.path, 'r+')
  writeSync(file, Buffer.alloc(pageSize, 0x5a), 0, pageSize, (rootpage - 1) * pageSize)
  closeSync(file)
  return t.shop.path
}

test('a backup opens as a shop and holds every row', async () => {
  const t = await shopWithLines(50)
  const folder = join(t.folder, 'kept')
  const backup = await verifiedBackup(t.shop.path, { folder, why: 'asked' })
  const opened = await openShop(backup.path)
  if (!opened.ok) throw new Error(opened.problem.message)
  const copy = opened.value
  for (const table of ['shop', 'checklistLines', 'acts', 'changes'] as const)
    expect(await copy.reader.selectFrom(table).selectAll().execute()).toEqual(
      await t.shop.reader.selectFrom(table).selectAll().execute(),
    )
  await copy.close()
})

test('a backup goes beside the shop unless told otherwise, and its manifest has its digest', async () => {
  const t = await shopWithLines(3)
  const backup = await verifiedBackup(t.shop.path, { why: 'asked' })
  expect(dirname(backup.path)).toBe(join(t.folder, 'backups'))
  expect(backup.sha256).toBe(createHash('sha256').update(readFileSync(backup.path)).digest('hex'))
  expect(JSON.parse(readFileSync(`${backup.path}.json`, 'utf8'))).toMatchObject({
    sha256: backup.sha256,
    version: newest,
    counts: { shop: 1, checklistLines: 3, acts: 4, changes: 4 },
  })
  expect(namesIn(dirname(backup.path))).toEqual([basename(backup.path), `${basename(backup.path)}.json`])
})

test('two backups stand side by side', async () => {
  const t = await shopWithLines(1)
  const first = await verifiedBackup(t.shop.path, { why: 'asked' })
  await new Promise((resolve) => setTimeout(resolve, 5))
  const second = await verifiedBackup(t.shop.path, { why: 'asked' })
  expect(second.path).not.toBe(first.path)
  expect(namesIn(dirname(first.path))).toHaveLength(4)
})

test('a damaged shop becomes no backup, and nothing half-made stays', async () => {
  const path = await damagedFile()
  const folder = join(dirname(path), 'backups')
  const connection = new Database(path)
  await expect(verifiedBackup(path, { folder, why: 'asked' })).rejects.toThrow()
  connection.close()
  expect(namesIn(folder)).toEqual([])
})

test('a shop whose rows point at nothing becomes no backup', async () => {
  const t = await testShop()
  const folder = join(t.folder, 'backups')
  const before = await verifiedBackup(t.shop.path, { folder, why: 'asked' })
  const bytes = readFileSync(before.path)
  await t.shop.close()
  const connection = new Database(t.shop.path)
  connection.pragma('foreign_keys = OFF')
  connection.exec(`INSERT INTO touches (customerId, kind, strong, atMs) VALUES (999, 'visit', 1, 0)`)
  await expect(verifiedBackup(t.shop.path, { folder, why: 'asked' })).rejects.toThrow(
    'backup failed its foreign key check',
  )
  connection.close()
  expect(namesIn(folder)).toEqual([basename(before.path), `${basename(before.path)}.json`])
  expect(readFileSync(before.path)).toEqual(bytes)
})

test('a backup that finds no place leaves the shop as it was', async () => {
  const t = await shopWithLines(2)
  const taken = join(t.folder, 'taken')
  writeFileSync(taken, 'a file where the folder should be')
  const size = statSync(t.shop.path).size
  await expect(verifiedBackup(t.shop.path, { folder: taken, why: 'asked' })).rejects.toThrow(/EEXIST|ENOTDIR/)
  expect(statSync(t.shop.path).size).toBe(size)
  expect((await t.call('checklists.ownLines', {})).lines).toHaveLength(2)
})

test('a shop that is written to meanwhile is backed up as of one moment', async () => {
  const t = await shopWithLines(20)
  const backing = verifiedBackup(t.shop.path, { folder: temporaryFolder(), why: 'asked' })
  await t.call('checklists.saveLine', { part: 'day', text: 'Written meanwhile' })
  const { path } = await backing
  const copy = new Database(path, { readonly: true })
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
  const { lines } = copy
    .prepare('SELECT (SELECT count(*) FROM checklistLines) AS lines, (SELECT count(*) FROM acts) AS acts')
    .get() as { lines: number; acts: number }
  expect([20, 21]).toContain(lines)
  copy.close()
})
