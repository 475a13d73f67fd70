import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newest } from '../../../src/main/store/migrations/index.ts'
import { expectRows, goldenShops, pack, upgrade, upgradedRows } from './shops.ts'
import { tellStory } from './story.ts'

/** Makes the golden shop of the newest schema where there is none, and says of all what rows they are to have in it. */
export async function makeGolden(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wellkept-golden-'))
  try {
    const name = `schema-${newest}`
    if (!goldenShops().includes(name)) {
      const path = join(folder, 'shop.wellkept')
      await tellStory(path, join(folder, 'files'))
      pack(name, path)
    }
    for (const golden of goldenShops()) expectRows(golden, await rowsNow(golden, join(folder, golden)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function rowsNow(golden: string, path: string): Promise<string> {
  const shop = await upgrade(golden, path)
  const rows = upgradedRows(golden, path, shop.connection)
  await shop.close()
  return rows
}
