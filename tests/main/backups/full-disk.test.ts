import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { backupFolderOf, listBackups } from '../../../src/main/backups/folder.ts'
import { run } from '../../../src/main/backups/jobs.ts'
import { folderIn, preparePlace } from '../../../src/main/backups/second-place.ts'
import { verifiedBackup } from '../../../src/main/store/backup.ts'
import { testShop } from '../../support/shop.ts'
import { backUp, customersIn } from '../../support/shop-files.ts'
import { smallDisk } from '../../support/small-disk.ts'

const zone = 'Europe/Berlin'

test('on a full disk no backup is half made, the good one stays, and it works again when there is room', async () => {
  const disk = smallDisk(64 * 1024 * 1024)
  if (!disk) return
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna' })
  const path = join(disk.folder, 'shop.wellkept')
  await t.shop.close()
  copyFileSync(t.shop.path, path)
  const about = { path, place: '', zone, why: 'daily' } as const
  expect(await run({ job: 'keep', ...about, now: t.now })).toMatchObject({ ok: true })
  const before = readdirSync(backupFolderOf(path))

  // Room for the copy, and none left for the shop: nothing is tried.
  disk.fill(1024 * 1024)
  expect(await run({ job: 'keep', ...about, now: t.now + 1 })).toMatchObject({
    problem: { code: 'disk-full' },
  })
  expect(readdirSync(backupFolderOf(path))).toEqual(before)
  // Not even room for the copy, as before an update, where it has to be tried.
  for (const leave of [0, 16, 64, 128].map((kilobytes) => kilobytes * 1024)) {
    disk.clear()
    disk.fill(leave)
    await expect(verifiedBackup(path, { why: 'before-update', now: t.now + 2 })).rejects.toThrow()
    expect(readdirSync(backupFolderOf(path))).toEqual(before)
    const [backup] = await listBackups(path)
    const restored = await run({ job: 'restore', path, place: '', zone, now: t.now + 3, id: backup!.id })
    expect(restored).toMatchObject({ problem: { code: 'disk-full' } })
    expect(
      readdirSync(disk.folder).filter((name) => !/^(backups|filling|shop\.wellkept(-wal|-shm)?)$/.test(name)),
    ).toEqual([])
    expect(customersIn(path)).toEqual(['Anna'])
  }
  disk.clear()
  expect(await run({ job: 'keep', ...about, now: t.now + 4 })).toMatchObject({ ok: true })
})

test('a second place without room is said, and holds nothing half-copied', async () => {
  const disk = smallDisk(1024 * 1024)
  if (!disk) return
  const t = await testShop()
  await preparePlace(disk.folder)
  disk.fill(64 * 1024)
  const about = { path: t.shop.path, place: disk.folder, zone, now: t.now }
  expect(await run({ job: 'keep', ...about, why: 'daily' })).toMatchObject({
    ok: true,
    value: { place: { code: 'disk-full', message: expect.stringContaining('in the second place') } },
  })
  expect(readdirSync(folderIn(disk.folder))).toEqual([])
  disk.clear()
  expect(await run({ job: 'catch-up', ...about })).toEqual({ ok: true, value: null })
  expect(readdirSync(folderIn(disk.folder))).toHaveLength(2)
})

test('a shop is backed up while it is written to without a stop, in steps, and as of one moment', async () => {
  const t = await testShop()
  for (let n = 0; n < 200; n++) await t.call('customers.save', { name: `C${n}`, notes: 'long '.repeat(400) })
  let isOver = false
  let written = 0
  const backing = backUp(t).finally(() => (isOver = true))
  while (!isOver) {
    await t.call('customers.save', { name: `D${written++}` })
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { path, manifest } = await backing
  const names = customersIn(path)
  expect(names).toHaveLength(manifest!.counts['customers']!)
  expect(names.length).toBeLessThanOrEqual(200 + written)
  expect(readFileSync(path).length).toBe(manifest!.bytes)
  expect(readdirSync(dirname(path))).toHaveLength(2)
})
