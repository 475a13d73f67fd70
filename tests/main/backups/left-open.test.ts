import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { preview } from '../../../src/main/backups/check.ts'
import { pack, replace, takeIn } from '../../../src/main/backups/move.ts'
import { restore } from '../../../src/main/backups/restore.ts'
import { findSame, stay } from '../../../src/main/backups/same-shop.ts'
import { backUp } from '../../support/shop-files.ts'
import { temporaryFolder, testShop } from '../../support/shop.ts'

const ownFiles = '/proc/self/fd'

/** The files of a folder that this process has open; none where the system does not say. */
const openIn = (...folders: readonly string[]): readonly string[] =>
  !existsSync(ownFiles)
    ? []
    : readdirSync(ownFiles).flatMap((fd) => {
        try {
          const path = readlinkSync(join(ownFiles, fd))
          return folders.some((folder) => path.startsWith(folder)) ? [path] : []
        } catch {
          return []
        }
      })

// On Windows a file that somebody has open can neither be renamed nor taken off a stick.
test('whatever is done with backups and moved shops, no file stays open after it', async () => {
  const t = await testShop()
  await t.call('customers.save', { name: 'Anna' })
  const backup = await backUp(t)
  const stick = temporaryFolder()
  const { file } = await pack({
    path: t.shop.path,
    folder: stick,
    settings: {},
    now: t.now,
    zone: 'Europe/Berlin',
  })
  const [packed, folder] = [join(stick, file), join(temporaryFolder(), 'shops')]
  await t.shop.close()
  const left = () => openIn(t.folder, stick, folder)
  expect(left()).toEqual([])
  const works = {
    preview: () => preview(t.shop.path, backup),
    restore: () => restore(t.shop.path, backup, t.now + 1000),
    takeIn: () => takeIn({ path: packed, folder }),
    findSame: () => findSame(packed, [t.shop.path], folder),
    stay: () => stay(t.shop.path, packed),
    replace: () => replace({ path: t.shop.path, from: packed, now: t.now + 2000 }),
  }
  for (const [name, work] of Object.entries(works)) {
    await work()
    expect([name, left()]).toEqual([name, []])
  }
})
