import { localAt } from '../../../core/day.ts'
import { nameless } from '../../../core/promises/promise-file.ts'
import type { Ask, Stored } from '../computed.ts'
import { rewriteRows } from '../engines/sqlite/rewrite.ts'
import { usableZone } from '../zone.ts'
import type { Migration } from './migration.ts'

const firstWhat = `SELECT json_extract(before, '$.what') FROM changes
  WHERE tableName = 'promises' AND rowId = ? AND before <> '' ORDER BY id LIMIT 1`

/** What the file of a promise said, as far as it is known: before the first change that is remembered. */
function saidOf(row: Stored, ask: Ask): Stored {
  if (!row['sourceId']) return {}
  const id = String(row['sourceId'])
  const zone = usableZone(ask('SELECT zone FROM shop') as string | undefined)
  const what = String(ask(firstWhat, row['id']) ?? row['what'])
  const made = Number(row['madeAtMs'])
  const told = Number(row['firstToldAtMs'] ?? row['toldAtMs'])
  return {
    sourceWhat: what === nameless(id) || what === nameless('') ? '' : what,
    sourceMade: made < told ? localAt(made, zone) : '',
    sourceTold: localAt(told, zone),
  }
}

const then = (column: string) => `coalesce(
  (SELECT json_extract(before, '$.${column}') FROM changes
    WHERE tableName = 'shop' AND rowId = 1 AND before <> '' AND actId >= acts.id ORDER BY id LIMIT 1),
  (SELECT ${column} FROM shop WHERE id = 1), '')`

/**
 * A promise keeps what its file said, beside what the owner made of it; an act keeps the zone and the currency in which the rows
 * of before it are written, so that none is put back as if it were written in another.
 */
export const saidByFiles: Migration = {
  number: 240,
  name: 'said-by-files',
  statements: [
    `ALTER TABLE promises ADD COLUMN sourceWhat TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE promises ADD COLUMN sourceMade TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE promises ADD COLUMN sourceTold TEXT NOT NULL DEFAULT ''`,
    (connection) => rewriteRows(connection, 'promises', saidOf),
    `ALTER TABLE acts ADD COLUMN zone TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE acts ADD COLUMN currency TEXT NOT NULL DEFAULT ''`,
    `UPDATE acts SET zone = ${then('zone')}, currency = ${then('currency')} WHERE kept = 'whole'`,
  ],
  images: { promises: saidOf },
}
