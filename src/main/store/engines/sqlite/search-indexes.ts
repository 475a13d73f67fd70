import type Database from 'better-sqlite3'
import { numberParts } from '../../../../core/customers/numbers.ts'

/** Keeps the search indexes as the rows are, by TEMP triggers of the connection that writes. */
export function followRows(connection: Database.Database): void {
  addNumberParts(connection)
  for (const index of searchIndexes) connection.exec(followed(index))
}

/** Enters every row of a table anew in its search indexes. */
export function searchAnew(connection: Database.Database, table: string): void {
  addNumberParts(connection)
  for (const { index, column, entry } of searchIndexes.filter((one) => one.table === table))
    connection.exec(`
      INSERT INTO ${index} (${index}) VALUES ('delete-all');
      INSERT INTO ${index} (rowid, ${column}) SELECT id, ${entry('t')} FROM main.${table} AS t;`)
}

function addNumberParts(connection: Database.Database): void {
  connection.function('numberParts', { deterministic: true }, (phone, sourceId) =>
    numberParts(String(phone), String(sourceId)),
  )
}

/** An index that full-text search asks, of what a row says. */
interface SearchIndex {
  readonly table: 'customers' | 'products'
  readonly index: string
  /** Its one column. */
  readonly column: string
  /** What of the row it is worked out from. */
  readonly from: readonly string[]
  /** What is entered for a row. */
  readonly entry: (row: string) => string
}

const searchIndexes: readonly SearchIndex[] = [
  ...(['customers', 'products'] as const).map((table) => ({
    table,
    index: `${table}Search`,
    column: 'folded',
    from: ['folded'],
    entry: (row: string) => `${row}.folded`,
  })),
  {
    table: 'customers',
    index: 'customersNumberSearch',
    column: 'parts',
    from: ['phone', 'sourceId'],
    entry: (row) => `numberParts(${row}.phone, ${row}.sourceId)`,
  },
]

/** The names of the indexes. */
export const wordIndexes: readonly string[] = searchIndexes.map(({ index }) => index)

/**
 * What goes leaves the index as it was when it came. What comes waits, for an index written row by row costs an import
 * twice as much: it is entered a hundred rows at a time and when the act ends.
 */
function followed({ table, index, column, from, entry }: SearchIndex): string {
  const waiting = `${index}Waiting`
  const isThere = `NOT EXISTS (SELECT 1 FROM ${waiting} WHERE id = OLD.id)`
  const differs = `(${from.map((name) => `OLD.${name} <> NEW.${name}`).join(' OR ')})`
  const gone = `INSERT INTO ${index} (${index}, rowid, ${column}) VALUES ('delete', OLD.id, ${entry('OLD')});`
  const enter = `
    INSERT INTO ${index} (rowid, ${column})
      SELECT id, ${entry('t')} FROM main.${table} AS t WHERE id IN (SELECT id FROM ${waiting});
    DELETE FROM ${waiting};`
  const on = (name: string, event: string, body: string) =>
    `CREATE TEMP TRIGGER ${index}${name} ${event} BEGIN ${body} END;`
  return `
    CREATE TEMP TABLE ${waiting} (id INTEGER PRIMARY KEY);
    ${on('New', `AFTER INSERT ON main.${table}`, `INSERT INTO ${waiting} VALUES (NEW.id);`)}
    ${on('Going', `BEFORE DELETE ON main.${table} WHEN ${isThere}`, gone)}
    ${on('Gone', `AFTER DELETE ON main.${table}`, `DELETE FROM ${waiting} WHERE id = OLD.id;`)}
    ${on('Changing', `BEFORE UPDATE OF ${from.join(', ')} ON main.${table} WHEN ${differs} AND ${isThere}`, gone)}
    ${on(
      'Changed',
      `AFTER UPDATE OF ${from.join(', ')} ON main.${table} WHEN ${differs}`,
      `INSERT OR IGNORE INTO ${waiting} VALUES (NEW.id);`,
    )}
    ${on('Hundreds', `AFTER INSERT ON ${waiting} WHEN NEW.id % 100 = 0`, enter)}
    ${on('Act', 'AFTER DELETE ON actNow', enter)}`
}
