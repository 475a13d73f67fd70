import { shop } from './0010-shop.ts'
import { hours } from './0020-hours.ts'
import { customers } from './0030-customers.ts'
import { stock } from './0040-stock.ts'
import { promises } from './0050-promises.ts'
import { newsletter } from './0060-newsletter.ts'
import { checklists } from './0070-checklists.ts'
import { hoursWhole } from './0080-hours-whole.ts'
import type { Migration } from './index.ts'

/** What made the tables until here. */
const earlier = [shop, hours, customers, stock, promises, newsletter, checklists, hoursWhole].flatMap(
  ({ statements }) => statements,
)

const about = (table: string, kind: string) =>
  earlier.filter((statement) => new RegExp(`^${kind} ${table}\\b`).test(statement))

const numbered = [
  'acts',
  'changes',
  'schedules',
  'hoursLog',
  'specialDays',
  'pauses',
  'holidaysAsUsual',
  'holidayYears',
  'customers',
  'touches',
  'products',
  'batches',
  'stockActions',
  'promises',
  'newsletterIssues',
  'checklistLines',
]

/** SQLite's own way to change a table: a new one beside it, its rows, the old one dropped, its name, its indexes. */
const rebuilt = (table: string): readonly string[] => [
  ...about(table, '(CREATE|ALTER) TABLE').map((statement) =>
    statement
      .replace(` TABLE ${table}`, ` TABLE new_${table}`)
      .replace('id INTEGER PRIMARY KEY', 'id INTEGER PRIMARY KEY AUTOINCREMENT'),
  ),
  `INSERT INTO new_${table} SELECT * FROM ${table}`,
  `DROP TABLE ${table}`,
  `ALTER TABLE new_${table} RENAME TO ${table}`,
  ...about(table, 'CREATE (UNIQUE )?INDEX \\w+ ON'),
]

/** The last id that was ever given, also where its row is gone: the log still names it. */
const given = (table: string): readonly string[] => [
  `DELETE FROM sqlite_sequence WHERE name = '${table}'`,
  `INSERT INTO sqlite_sequence (name, seq)
    SELECT '${table}', max(coalesce((SELECT max(id) FROM ${table}), 0),
      coalesce((SELECT max(rowId) FROM changes WHERE tableName = '${table}'), 0))`,
]

/**
 * No id is ever given twice, also after its row was taken back. The shop's own row is always 1, and a customer's last
 * contact has the customer's id: those two stay as they are.
 */
export const ids: Migration = {
  number: 90,
  name: 'ids',
  rebuildsTables: true,
  statements: [...numbered.flatMap(rebuilt), ...numbered.flatMap(given)],
}
