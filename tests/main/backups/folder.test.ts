import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import {
  backupFolderOf,
  clearPartials,
  lastOrder,
  listBackups,
  thin,
} from '../../../src/main/backups/folder.ts'
import { verifiedBackup } from '../../../src/main/store/backup.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { temporaryFolder, testShop } from '../../support/shop.ts'
import { backUp } from '../../support/shop-files.ts'

const hour = 3_600_000

test('the backups of a shop are listed, the one made last first, with what their records say', async () => {
  const t = await testShop()
  const first = await backUp(t)
  t.now += hour
  const second = await backUp(t, 'daily')
  expect(await listBackups(t.shop.path)).toEqual([second, first])
  expect(second).toMatchObject({ atMs: t.now, manifest: { why: 'daily', name: 'Corner Shop' } })
  expect(second.manifest!.code).toMatch(/^[0-9a-f]{32}$/)
  expect(second.manifest!.code).toBe(first.manifest!.code)
})

test('a clock that was set back does not make the newest the oldest, and two of one moment stand side by side', async () => {
  const t = await testShop()
  await backUp(t)
  const same = await backUp(t)
  t.now -= 400 * 24 * hour
  const newest = await backUp(t)
  const all = await listBackups(t.shop.path)
  expect(all.map(({ id }) => id).slice(0, 2)).toEqual([newest.id, same.id])
  expect(all).toHaveLength(3)
  expect(lastOrder(all)).toBe(newest.manifest!.order)
})

test('a shop without a folder of backups has none', async () => {
  expect(await listBackups(join(temporaryFolder(), 'shop.wellkept'))).toEqual([])
})

test('without its record, or with one that does not fit, a backup is not verified', async () => {
  const t = await testShop()
  const alone = await backUp(t)
  t.now += hour
  const longer = await backUp(t)
  writeFileSync(`${alone.path}.json`, '{"sha256": "')
  writeFileSync(longer.path, 'x', { flag: 'a' })
  expect((await listBackups(t.shop.path)).map(({ manifest }) => manifest)).toEqual([undefined, undefined])
})

test('thinning deletes only what is ours, of this shop, and verified', async () => {
  const t = await testShop()
  const folder = backupFolderOf(t.shop.path)
  const other = await openShop(join(t.folder, 'other.wellkept'), { create: true })
  if (!other.ok) throw new Error(other.problem.message)
  const made = []
  for (let n = 0; n < 5; n++) {
    t.now += hour
    made.push(await backUp(t))
    await verifiedBackup(other.value.path, { why: 'asked', now: t.now, folder })
  }
  writeFileSync(join(folder, 'holiday.jpg'), 'a picture')
  writeFileSync(`${made[0]!.path}.json`, '')
  await thin(t.shop.path, folder, 'Europe/Berlin')
  await other.value.close()
  const left = readdirSync(folder)
  expect(left).toContain('holiday.jpg')
  expect(left.filter((name) => name.startsWith('other.'))).toHaveLength(10)
  expect(left.filter((name) => name.startsWith('shop.')).toSorted()).toEqual(
    [made[0]!, made[4]!].flatMap(({ id }) => [id, `${id}.json`]).toSorted(),
  )
})

test('two shops whose files have one name keep their backups apart in one folder', async () => {
  const [a, b] = [await testShop(), await testShop()]
  const folder = temporaryFolder()
  for (const t of [a, b, a, b]) {
    a.now += hour
    await verifiedBackup(t.shop.path, { why: 'asked', now: a.now, folder })
  }
  await thin(a.shop.path, folder, 'Europe/Berlin')
  const left = await listBackups(a.shop.path, folder)
  expect(new Set(left.map(({ manifest }) => manifest!.code)).size).toBe(2)
  expect(left).toHaveLength(2)
})

test('what killed runs left is cleared, and what somebody still writes is not', async () => {
  const t = await testShop()
  const folder = backupFolderOf(t.shop.path)
  mkdirSync(folder)
  const kept = await backUp(t)
  const gone = 2 ** 22 + 1
  const names = {
    dead: `shop.wellkept.${gone}.partial`,
    deadLog: `shop.wellkept.${gone}.partial-journal`,
    own: `shop.wellkept.${process.pid}.partial`,
    living: `shop.wellkept.${process.ppid}.partial`,
    // A record that waits for its backup for more than a minute waits in vain.
    record: kept.id.replace('2026', '2025') + '.json',
    picture: `picture.${gone}.partial`,
  }
  for (const name of Object.values(names)) writeFileSync(join(folder, name), 'x')
  const old = new Date(Date.now() - hour)
  utimesSync(join(folder, names.record), old, old)
  await clearPartials(t.shop.path, folder)
  expect(readdirSync(folder).toSorted()).toEqual(
    [names.living, names.picture, kept.id, `${basename(kept.path)}.json`].toSorted(),
  )
  expect(existsSync(t.shop.path)).toBe(true)
})
