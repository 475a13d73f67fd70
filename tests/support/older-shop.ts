import { join } from 'node:path'
import Database from 'better-sqlite3'
import { applicationId } from '../../src/main/store/engines/sqlite/inspect.ts'
import { migrate } from '../../src/main/store/engines/sqlite/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import { unpack } from './golden/shops.ts'
import { temporaryFolder } from './shop.ts'

/** A shop file as a released Wellkept left it; answers where it lies. */
export function releasedShop(version: '0.1.0'): string {
  const path = join(temporaryFolder(), 'shop.wellkept')
  unpack(version, path)
  return path
}

/** An empty shop file as it was before a migration, and its connection, which the caller closes. */
export function olderShop(before: number): { path: string; older: Database.Database } {
  const path = join(temporaryFolder(), 'shop.wellkept')
  const older = new Database(path)
  older.pragma('journal_mode = WAL')
  older.pragma(`application_id = ${applicationId}`)
  migrate(
    older,
    migrations.filter(({ number }) => number < before),
  )
  return { path, older }
}
