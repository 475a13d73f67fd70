import type Database from 'better-sqlite3'
import { addMailHashes, suppressedAnew } from '../store/engines/sqlite/suppressed-here.ts'

/** Takes the addresses that are never to be written to of the attached file `gone` into `into`: they are hashes, whoever's the file is. */
export function takeSuppressed(into: Database.Database): void {
  addMailHashes(into)
  into.exec(
    `INSERT OR IGNORE INTO main.suppressionSalts (salt) SELECT salt FROM gone.suppressionSalts ORDER BY id`,
  )
  into.exec(`INSERT OR IGNORE INTO main.suppressedHashes (hash, day, reason)
    SELECT hash, day, reason FROM gone.suppressedHashes ORDER BY id`)
  suppressedAnew(into)
}

const isHidden = (
  row: string,
) => `${row}.emailKey <> '' AND ${row}.customerId NOT IN (SELECT id FROM main.customers)
  AND EXISTS (SELECT 1 FROM main.suppressionSalts AS salts JOIN main.suppressedHashes AS said
    ON said.hash = mailHash(salts.salt, ${row}.emailKey))`

/** What came along of somebody erased, whom the other file still had by their address: it stands here without it. */
export function hideSuppressed(into: Database.Database): void {
  into.exec(`UPDATE main.suppressions SET emailKey = '', source = 'said before they were erased'
    WHERE ${isHidden('suppressions')}`)
  into.exec(`UPDATE main.optOutCodes SET whose = '', emailKey = '#' || (
      SELECT said.hash FROM main.suppressionSalts AS salts JOIN main.suppressedHashes AS said
      ON said.hash = mailHash(salts.salt, optOutCodes.emailKey))
    WHERE ${isHidden('optOutCodes')}`)
}

/**
 * Who is on file here and was erased in the other file: they are not on file there, and have an address of somebody erased, or were
 * erased by an act of one line. Their ids.
 */
export function erasedBack(into: Database.Database, isLine: boolean): readonly number[] {
  const byAct = `OR (1 = ${isLine ? 1 : 0} AND here.id IN (
    SELECT touched.rowId FROM gone.acts AS act JOIN gone.changes AS touched ON touched.actId = act.id
    WHERE act.call = 'customers.erase' AND touched.tableName = 'customers'))`
  return into
    .prepare(
      `SELECT here.id FROM main.customers AS here
      WHERE here.id NOT IN (SELECT id FROM gone.customers) AND (here.id IN (
        SELECT has.customerId FROM main.suppressedHere AS has
        JOIN main.suppressedHashes AS said ON said.id = has.hashId AND said.reason = 'erased') ${byAct})
      ORDER BY here.id`,
    )
    .pluck()
    .all() as number[]
}
