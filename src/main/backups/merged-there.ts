import type Database from 'better-sqlite3'

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
