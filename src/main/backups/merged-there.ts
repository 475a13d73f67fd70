import type Database from 'better-sqlite3'
import { signsOfRow, tellingColumnsIn } from '../store/engines/sqlite/signs-of-codes.ts'
import { membersOf, type Entry } from './merges-there.ts'

/** A number there is of somebody who is on file here, or was merged here into who is. */
const isHere = (isTheirs: (row: string) => string) => `SELECT id FROM
  (SELECT id, id AS customerId, iif(before = '', '', signsOf(${tellingColumnsIn('before')})) AS whose
    FROM temp.mergedThere) AS member
  WHERE (id IN (SELECT id FROM main.customers) OR id IN (SELECT goneId FROM main.formerCustomers))
    AND ${isTheirs('member')}`

/**
 * Makes `mergedThere` of the people whom the attached file `gone` has as one and this one apart: `keptId` their entry there, `id` the
 * number of each, `before` their row as it was before they were merged, '' where that is not kept, `joinedBy` the act that made them
 * part of the entry. `isTheirs` says of a row whether its number is the same person's here. Who of them is not on file here, was
 * entered there since: what is theirs is of all of them who are, for the owner said that they are one person; see `standsFor`.
 */
export function knowMergedThere(
  into: Database.Database,
  entries: readonly Entry[],
  isTheirs: (row: string) => string,
): void {
  into.exec(`CREATE TEMP TABLE mergedThere (keptId, id, before, joinedBy, isHere DEFAULT 0)`)
  const add = into.prepare('INSERT INTO temp.mergedThere (keptId, id, before, joinedBy) VALUES (?, ?, ?, ?)')
  for (const entry of entries)
    for (const one of membersOf(entry)) add.run(entry.id, one.id, one.before, one.joinedBy)
  into.exec('CREATE INDEX temp.mergedThereOf ON mergedThere (keptId)')
  into.exec(`UPDATE temp.mergedThere SET isHere = 1 WHERE id IN (${isHere(isTheirs)})`)
  into.exec(`CREATE TEMP TABLE standsFor AS SELECT one.id, other.id AS who
    FROM temp.mergedThere AS one JOIN temp.mergedThere AS other ON other.keptId = one.keptId
    WHERE NOT one.isHere AND other.isHere`)
}

/** Whom it made known, it forgets. */
export const forgetMergedThere = (into: Database.Database): void => {
  for (const table of ['mergedThere', 'standsFor', 'marksOfMerged'])
    into.exec(`DROP TABLE IF EXISTS temp.${table}`)
}

/**
 * In SQL, what whoever has the row `kept` of the other file was known by there. `person` is their entry; where it was made of several since,
 * they are known by what was theirs before.
 */
export const signsThere = (
  kept: string,
  person: string,
): string => `CASE WHEN ${person}.id IS NULL THEN ${kept}.whose
  WHEN ${person}.id IN (SELECT keptId FROM temp.mergedThere) THEN joinedSigns(coalesce(
    (SELECT signsOf(${tellingColumnsIn('one.before')}) FROM temp.mergedThere AS one
      WHERE one.keptId = ${person}.id AND one.id = ${person}.id AND one.before <> ''), ''), ${kept}.whose)
  ELSE ${signsOfRow(person, `${kept}.whose`)} END`

/** Whether who has the number there and another were merged there, and are two here. */
const isPartedHere = (customerId: string) => `EXISTS (SELECT 1 FROM temp.mergedThere AS one
  JOIN temp.mergedThere AS other ON other.keptId = one.keptId AND other.id <> one.id
  WHERE one.id = ${customerId} AND one.isHere AND other.isHere)`

/** Whether the merge of two, who are two here, wrote the no there under the other one's addresses. */
export const isOfMerge = (no: string) => `(${isPartedHere(`${no}.customerId`)} AND EXISTS (SELECT 1
  FROM gone.changes AS wrote JOIN gone.acts AS act ON act.id = wrote.actId AND act.call = 'customers.merge'
  WHERE wrote.tableName = 'suppressions' AND wrote.before IS NULL AND ${no}.id BETWEEN wrote.rowId AND wrote.lastRowId))`
