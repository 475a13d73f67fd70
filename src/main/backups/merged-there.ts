import type Database from 'better-sqlite3'
import { signsOfRow, tellingColumnsIn } from '../store/engines/sqlite/signs-of-codes.ts'

/** Who was made one in the other file and is not so here: the number of who was kept, and of whom. */
const mergedSince = `SELECT id AS formerRow, customerId AS keptId, goneId FROM gone.formerCustomers AS its
  WHERE NOT EXISTS (SELECT 1 FROM main.formerCustomers AS mine
    WHERE mine.goneId = its.goneId AND mine.customerId = its.customerId)`

/** The first row of each that a merge of them changed or took away, as long as the log has it. */
const asTheyWere = `SELECT since.keptId, was.rowId AS id, was.before, min(was.id)
  FROM since JOIN gone.changes AS kept ON kept.tableName = 'formerCustomers' AND kept.before IS NULL
    AND since.formerRow BETWEEN kept.rowId AND kept.lastRowId
  JOIN gone.changes AS was ON was.actId = kept.actId AND was.tableName = 'customers' AND was.before <> ''
  GROUP BY since.keptId, was.rowId`

/**
 * Makes `mergedThere` of the people whom the attached file `gone` has as one and this one apart: `keptId` their entry there, `id` the
 * number of each, `before` their row as it was before they were merged, NULL where that is not kept.
 */
export function knowMergedThere(into: Database.Database): void {
  into.exec(`CREATE TEMP TABLE mergedThere AS
    WITH since AS (${mergedSince}), images AS (${asTheyWere})
    SELECT people.keptId, people.id, images.before
    FROM (SELECT keptId, goneId AS id FROM since UNION SELECT keptId, keptId FROM since) AS people
    LEFT JOIN images ON images.keptId = people.keptId AND images.id = people.id`)
  into.exec('CREATE INDEX temp.mergedThereOf ON mergedThere (keptId)')
}

/** Whom it made known, it forgets. */
export const forgetMergedThere = (into: Database.Database): void => {
  into.exec('DROP TABLE IF EXISTS temp.mergedThere')
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

/** Whether the merge of two wrote the row of a table there, for what they are together: it is neither one's alone. */
export const isOfMerge = (table: string, id: string): string => `EXISTS (SELECT 1
  FROM gone.changes AS wrote JOIN gone.acts AS act ON act.id = wrote.actId AND act.call = 'customers.merge'
  WHERE wrote.tableName = '${table}' AND wrote.before IS NULL AND ${id} BETWEEN wrote.rowId AND wrote.lastRowId)`
