import { shop } from './0010-shop.ts'
import { hours } from './0020-hours.ts'
import { customers } from './0030-customers.ts'
import { stock } from './0040-stock.ts'
import { promises } from './0050-promises.ts'
import { newsletter } from './0060-newsletter.ts'
import { checklists } from './0070-checklists.ts'
import { hoursWhole } from './0080-hours-whole.ts'
import type { Migration } from './migration.ts'

/** What made the tables until here. */
const earlier = [shop, hours, customers, stock, promises, newsletter, checklists, hoursWhole].flatMap(
  ({ statements }) => statements.filter((statement) => typeof statement === 'string'),
)

const about = (table: string, kind: string) =>
  earlier.filter((statement) => new RegExp(`^${kind} ${table}\\b`).test(statement))

const numbered = [
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

/** An undo of an undo was noted as such; now each undo and redo is noted as a turn of the owner's act. */
const acts = [
  `CREATE INDEX actsTakenBack ON acts (undoes) WHERE undoes IS NOT NULL`,
  `CREATE TABLE new_acts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    atMs INTEGER NOT NULL,
    who TEXT NOT NULL,
    madeAt TEXT NOT NULL DEFAULT '',
    call TEXT NOT NULL,
    says TEXT NOT NULL,
    folded TEXT NOT NULL DEFAULT '',
    ofAct INTEGER REFERENCES acts (id),
    turnId INTEGER REFERENCES acts (id),
    state TEXT NOT NULL DEFAULT 'standing' CHECK (state IN ('standing', 'undone', 'redone')),
    beginning INTEGER NOT NULL DEFAULT 0 CHECK (beginning IN (0, 1)),
    kept TEXT NOT NULL DEFAULT 'whole' CHECK (kept IN ('whole', 'going', 'line'))
  ) STRICT`,
  `WITH RECURSIVE turns (id, root, depth) AS (
      SELECT id, id, 0 FROM acts WHERE undoes IS NULL
      UNION ALL SELECT acts.id, turns.root, turns.depth + 1 FROM turns JOIN acts ON acts.undoes = turns.id)
    INSERT INTO new_acts (id, atMs, who, call, says, ofAct, state)
    SELECT acts.id, acts.atMs, acts.who, acts.call, roots.says, nullif(turns.root, acts.id),
      CASE WHEN depth = 0 THEN 'standing' WHEN depth % 2 = 1 THEN 'undone' ELSE 'redone' END
    FROM turns JOIN acts ON acts.id = turns.id JOIN acts AS roots ON roots.id = turns.root ORDER BY acts.id`,
  `CREATE INDEX actsOfAct ON new_acts (ofAct, id) WHERE ofAct IS NOT NULL`,
  `UPDATE new_acts SET turnId = turn.id FROM (SELECT max(id) AS id, ofAct FROM new_acts WHERE ofAct IS NOT NULL GROUP BY ofAct) AS turn
    WHERE new_acts.id = turn.ofAct`,
  `UPDATE new_acts SET state = (SELECT state FROM new_acts AS turn WHERE turn.id = new_acts.turnId) WHERE turnId IS NOT NULL`,
  `UPDATE new_acts SET beginning = 1 WHERE id <= (
    SELECT max(changes.actId) FROM changes JOIN new_acts AS made ON made.id = changes.actId
    WHERE changes.tableName = 'shop' AND changes.before IS NULL AND made.ofAct IS NULL AND made.state <> 'undone')`,
]

/**
 * Rows added one after the other become one change. Of the turns only the undo of what is undone now is kept, which holds
 * what a redo needs; the first one does for certain.
 */
const changes = [
  `CREATE TABLE new_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    actId INTEGER NOT NULL REFERENCES acts (id),
    tableName TEXT NOT NULL,
    rowId INTEGER NOT NULL,
    lastRowId INTEGER NOT NULL,
    before TEXT,
    CHECK (rowId <= lastRowId)
  ) STRICT`,
  `INSERT INTO new_changes (id, actId, tableName, rowId, lastRowId, before)
    SELECT changes.id, actId, tableName, rowId, rowId, before FROM changes
      JOIN new_acts ON new_acts.id = actId WHERE before IS NOT NULL AND ofAct IS NULL
    UNION ALL SELECT min(id), actId, tableName, min(rowId), max(rowId), NULL FROM (
      SELECT changes.id, actId, tableName, rowId,
        row_number() OVER (PARTITION BY actId, tableName ORDER BY changes.id) AS place
      FROM changes JOIN new_acts ON new_acts.id = actId WHERE before IS NULL AND ofAct IS NULL)
      GROUP BY actId, tableName, id - place, rowId - place
    UNION ALL SELECT changes.id, undone.turnId, tableName, rowId, rowId, before FROM new_acts AS undone
      JOIN changes ON changes.actId = (SELECT min(turn.id) FROM new_acts AS turn WHERE turn.ofAct = undone.id)
      WHERE undone.state = 'undone' AND undone.ofAct IS NULL
    ORDER BY 1`,
]

const inPlace = (table: string, indexes: readonly string[]) => [
  `DROP TABLE ${table}`,
  `ALTER TABLE new_${table} RENAME TO ${table}`,
  ...indexes,
]

/** The last id that was ever given, also where its row is gone: the log still names it. */
const given = numbered.map(
  (table) => `SELECT '${table}', max(coalesce((SELECT max(id) FROM ${table}), 0),
    coalesce((SELECT max(rowId) FROM changes WHERE tableName = '${table}'), 0),
    coalesce((SELECT max(lastRowId) FROM changes WHERE tableName = '${table}' AND lastRowId > rowId), 0))`,
)

/**
 * No id is ever given twice, also after its row was taken back. The shop's own row is always 1, and a customer's last
 * contact has the customer's id: those two stay as they are.
 */
export const ids: Migration = {
  number: 90,
  name: 'ids and acts',
  rebuildsTables: true,
  statements: [
    ...acts,
    ...changes,
    ...inPlace('acts', [
      `CREATE INDEX actsByTime ON acts (atMs, id) WHERE ofAct IS NULL`,
      `CREATE INDEX actsByWho ON acts (who) WHERE ofAct IS NULL`,
      `CREATE INDEX actsKept ON acts (coalesce(turnId, id)) WHERE ofAct IS NULL AND kept <> 'line'`,
    ]),
    ...inPlace('changes', [
      `CREATE INDEX changesOfAct ON changes (actId)`,
      `CREATE INDEX changesOfRow ON changes (tableName, rowId)`,
      `CREATE INDEX changesOfRuns ON changes (tableName, rowId) WHERE lastRowId > rowId`,
    ]),
    ...numbered.flatMap(rebuilt),
    `DELETE FROM sqlite_sequence WHERE name IN (${numbered.map((table) => `'${table}'`).join(', ')})`,
    `INSERT INTO sqlite_sequence (name, seq) ${given.join(' UNION ALL ')}`,
  ],
}
