import { copyFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { listBackups } from '../../../src/main/backups/folder.ts'
import { restore } from '../../../src/main/backups/restore.ts'
import { stay } from '../../../src/main/backups/same-shop.ts'
import { verifiedBackup } from '../../../src/main/store/backup.ts'
import { newest } from '../../../src/main/store/migrations/index.ts'
import { goldenShops, unpack } from '../../support/golden/shops.ts'
import { openShop } from '../../../src/main/store/open.ts'
import { temporaryFolder } from '../../support/shop.ts'

const now = Date.parse('2026-12-01T08:00:00Z')

function inFile<T>(path: string, work: (file: Database.Database) => T): T {
  const file = new Database(path)
  try {
    return work(file)
  } finally {
    file.close()
  }
}

const refused = 'refused@x.example'

/** A no as the program of that time noted it. */
const sayNo = (path: string): void =>
  inFile(path, (file) => {
    const said = `mailConsent = 'no', mailConsentDay = '2026-11-30', mailConsentSource = 'by phone'`
    file.exec(`UPDATE customers SET email = '${refused}', emailKey = '${refused}', ${said} WHERE id = 1`)
    if (file.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'suppressions'`).get())
      file.exec(`INSERT INTO suppressions (emailKey, customerId, day, source)
        VALUES ('${refused}', 1, '2026-11-30', 'by phone')`)
  })

const hasNo = (path: string): boolean =>
  inFile(
    path,
    (file) => file.prepare('SELECT 1 FROM suppressions WHERE emailKey = ?').get(refused) !== undefined,
  )

const versionOf = (path: string): unknown =>
  inFile(path, (file) => file.pragma('user_version', { simple: true }))

async function broughtUpToDate(path: string): Promise<void> {
  const opened = await openShop(path)
  if (!opened.ok) throw new Error(opened.problem.message)
  await opened.value.close()
}

/** A golden shop, and where it can be put. */
function files(name: string) {
  const [here, there] = ['here', 'there'].map((folder) => join(temporaryFolder(), folder)) as [string, string]
  unpack(name, here)
  return { here, there }
}

test.each(goldenShops())(
  'a no in the file of a PC that has not been updated is taken over: %s',
  async (name) => {
    for (const isHereUpdated of [true, false]) {
      const { here, there } = files(name)
      copyFileSync(here, there)
      if (isHereUpdated) await broughtUpToDate(here)
      sayNo(there)
      const version = versionOf(there)
      await stay(here, there)
      expect(hasNo(here)).toBe(true)
      expect(versionOf(here)).toBe(newest)
      // It is only read.
      expect(versionOf(there)).toBe(version)
      const backups = await listBackups(here)
      expect(backups.length).toBe(version === newest ? 0 : 1)
    }
  },
)

test.each(goldenShops())(
  'a no in a shop that was not opened since the update outlasts its restore: %s',
  async (name) => {
    const { here } = files(name)
    await verifiedBackup(here, { why: 'daily', now: now - 60_000 })
    sayNo(here)
    const [backup] = await listBackups(here)
    expect(await restore(here, backup!, now)).toMatchObject({ ok: true })
    expect(hasNo(here)).toBe(true)
    expect(basename(dirname(backup!.path))).toBe('backups')
  },
)
