import type Database from 'better-sqlite3'
import { numberParts } from '../../core/customers/numbers.ts'
import { loggedTables } from './schema.ts'

/**
 * The writer's TEMP triggers: the change log (each row's image before the change) and what is derived from other rows.
 * They live in the connection, not in the file, so that a shop file never holds code and no migration has to move them.
 * A change outside of an act has no row in `actNow`, and fails on changes.actId NOT NULL.
 */
export function installTriggers(connection: Database.Database): void {
  connection.exec(`CREATE TEMP TABLE actNow (id INTEGER NOT NULL, log TEXT NOT NULL DEFAULT 'runs')`)
  for (const table of loggedTables) connection.exec(changeLog(connection, table))
  for (const table of ['customers', 'products']) connection.exec(search(table))
  connection.function('numberParts', { deterministic: true }, (phone, sourceId) =>
    numberParts(String(phone), String(sourceId)),
  )
  connection.exec(numbers)
  connection.exec(contact)
}

/**
 * How much the act that is under way logs: `runs`, rows added one after the other as one change; `rows`, each row (an undo,
 * whose rows come back with their old ids); `none` (a redo, which leaves everything as it was logged before).
 */
function changeLog(connection: Database.Database, table: string): string {
  const columns = connection.pragma(`table_info(${table})`) as { name: string }[]
  const image = `json_object(${columns.map(({ name }) => `'${name}', OLD."${name}"`).join(', ')})`
  const trigger = (event: string, body: string) => `
    CREATE TEMP TRIGGER "${table}${event}" AFTER ${event} ON main."${table}"
      WHEN (SELECT log FROM actNow) IS NOT 'none' BEGIN ${body} END;`
  const log = (row: string, before: string) => `
    INSERT INTO changes (actId, tableName, rowId, lastRowId, before)
      SELECT (SELECT id FROM actNow), '${table}', ${row}.id, ${row}.id, ${before}`
  const lengthen = `
    UPDATE changes SET lastRowId = NEW.id
      WHERE id = (SELECT max(id) FROM changes) AND actId = (SELECT id FROM actNow WHERE log = 'runs')
        AND tableName = '${table}' AND before IS NULL AND lastRowId = NEW.id - 1;`
  return (
    trigger('INSERT', `${lengthen} ${log('NEW', 'NULL')} WHERE changes() = 0;`) +
    trigger('UPDATE', `${log('OLD', image)};`) +
    trigger('DELETE', `${log('OLD', image)};`)
  )
}

function search(table: string): string {
  const gone = `INSERT INTO ${table}Search (${table}Search, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);`
  const come = `INSERT INTO ${table}Search (rowid, folded) VALUES (NEW.id, NEW.folded);`
  return `
    CREATE TEMP TRIGGER ${table}SearchInsert AFTER INSERT ON main.${table} BEGIN ${come} END;
    CREATE TEMP TRIGGER ${table}SearchDelete AFTER DELETE ON main.${table} BEGIN ${gone} END;
    CREATE TEMP TRIGGER ${table}SearchUpdate AFTER UPDATE OF folded ON main.${table}
      WHEN OLD.folded <> NEW.folded BEGIN ${gone} ${come} END;`
}

/**
 * The index of numbers holds no text of its own: what goes is worked out as it was when it came. What comes waits, for
 * an index written row by row costs an import twice as much: it is entered a hundred rows at a time and when the act ends.
 */
const waits = (row: string) => `EXISTS (SELECT 1 FROM numbersWaiting WHERE id = ${row}.id)`
const otherNumbers = `(OLD.phone <> NEW.phone OR OLD.sourceId <> NEW.sourceId)`
const numbersGo = `INSERT INTO customersNumberSearch (customersNumberSearch, rowid, parts)
  VALUES ('delete', OLD.id, numberParts(OLD.phone, OLD.sourceId));`
const enterNumbers = `
  INSERT INTO customersNumberSearch (rowid, parts)
    SELECT id, numberParts(phone, sourceId) FROM main.customers WHERE id IN (SELECT id FROM numbersWaiting);
  DELETE FROM numbersWaiting;`
const numbers = `
  CREATE TEMP TABLE numbersWaiting (id INTEGER PRIMARY KEY);
  CREATE TEMP TRIGGER numbersOfNewCustomer AFTER INSERT ON main.customers BEGIN
    INSERT INTO numbersWaiting VALUES (NEW.id);
  END;
  CREATE TEMP TRIGGER numbersOfGoingCustomer BEFORE DELETE ON main.customers WHEN NOT ${waits('OLD')} BEGIN ${numbersGo} END;
  CREATE TEMP TRIGGER numbersOfGoneCustomer AFTER DELETE ON main.customers BEGIN
    DELETE FROM numbersWaiting WHERE id = OLD.id;
  END;
  CREATE TEMP TRIGGER numbersBeforeChange BEFORE UPDATE OF phone, sourceId ON main.customers
    WHEN ${otherNumbers} AND NOT ${waits('OLD')} BEGIN ${numbersGo} END;
  CREATE TEMP TRIGGER numbersAfterChange AFTER UPDATE OF phone, sourceId ON main.customers WHEN ${otherNumbers} BEGIN
    INSERT OR IGNORE INTO numbersWaiting VALUES (NEW.id);
  END;
  CREATE TEMP TRIGGER numbersByHundreds AFTER INSERT ON numbersWaiting WHEN NEW.id % 100 = 0 BEGIN ${enterNumbers} END;
  CREATE TEMP TRIGGER numbersOfAct AFTER DELETE ON actNow BEGIN ${enterNumbers} END;`

const reachable = (row: string) => `(${row}.email <> '' OR ${row}.phone <> '' OR ${row}.street <> '')`

/** Who cannot be reached by mail, phone or letter is not silent: nobody can be asked to write to them. */
const silence = `silentSinceMs = (
  SELECT CASE WHEN ${reachable('c')} THEN coalesce(customerContact.lastStrongMs, c.createdAtMs) END
  FROM customers AS c WHERE c.id = customerContact.customerId)`

const recount = (id: string) => `
  UPDATE customerContact SET
    lastStrongMs = (SELECT max(atMs) FROM touches WHERE customerId = ${id} AND strong = 1),
    lastAnyMs = (SELECT max(atMs) FROM touches WHERE customerId = ${id})
  WHERE customerId = ${id};
  UPDATE customerContact SET ${silence} WHERE customerId = ${id};`

const contact = `
  CREATE TEMP TRIGGER contactOfNewCustomer AFTER INSERT ON main.customers BEGIN
    INSERT INTO customerContact (customerId, silentSinceMs)
    VALUES (NEW.id, CASE WHEN ${reachable('NEW')} THEN NEW.createdAtMs END);
  END;
  CREATE TEMP TRIGGER contactOfChangedCustomer AFTER UPDATE OF email, phone, street, createdAtMs ON main.customers BEGIN
    UPDATE customerContact SET ${silence} WHERE customerId = NEW.id;
  END;
  CREATE TEMP TRIGGER contactOfGoneCustomer AFTER DELETE ON main.customers BEGIN
    DELETE FROM customerContact WHERE customerId = OLD.id;
  END;
  CREATE TEMP TRIGGER contactOfNewTouch AFTER INSERT ON main.touches BEGIN
    UPDATE customerContact SET
      lastStrongMs = CASE WHEN NEW.strong = 1 THEN max(coalesce(lastStrongMs, NEW.atMs), NEW.atMs) ELSE lastStrongMs END,
      lastAnyMs = max(coalesce(lastAnyMs, NEW.atMs), NEW.atMs),
      silentSinceMs = CASE
        WHEN NEW.strong = 1 AND silentSinceMs IS NOT NULL THEN max(coalesce(lastStrongMs, NEW.atMs), NEW.atMs)
        ELSE silentSinceMs END
    WHERE customerId = NEW.customerId;
  END;
  CREATE TEMP TRIGGER contactOfGoneTouch AFTER DELETE ON main.touches BEGIN ${recount('OLD.customerId')} END;
  CREATE TEMP TRIGGER contactOfMovedTouch AFTER UPDATE ON main.touches BEGIN
    ${recount('OLD.customerId')} ${recount('NEW.customerId')}
  END;`
