import type Database from 'better-sqlite3'
import { loggedTables, type LoggedTable } from '../../schema.ts'
import { followPairs } from './pairs.ts'
import { followed, followLeadTimes } from './pull-days.ts'
import { followFurtherMails } from './further-mails.ts'
import { followRhythms } from './rhythms.ts'
import { followRows } from './search-indexes.ts'
import { followSuppressed } from './suppressed-here.ts'
import { keepSignsOfCodes } from './signs-of-codes.ts'

/**
 * The writer's TEMP triggers: the change log (each row's image before the change) and what is derived from other rows.
 * They live in the connection, not in the file, so that a shop file never holds code and no migration has to move them.
 * A change outside of an act has no row in `actNow`, and fails on changes.actId NOT NULL.
 */
export function installTriggers(connection: Database.Database): void {
  logChanges(connection, loggedTables)
  followRows(connection)
  keepSignsOfCodes(connection)
  followPairs(connection)
  followLeadTimes(connection)
  followSuppressed(connection)
  followFurtherMails(connection)
  connection.exec(contact)
  followRhythms(connection)
}

/** Those of them that a restore needs, which notes what stands of customers in a file that nobody has open. */
export function followCarried(connection: Database.Database): void {
  logChanges(connection, ['customers', 'actions'])
  connection.exec(contact)
}

function logChanges(connection: Database.Database, tables: readonly LoggedTable[]): void {
  connection.exec(`CREATE TEMP TABLE actNow (id INTEGER NOT NULL, log TEXT NOT NULL DEFAULT 'runs')`)
  for (const table of tables) connection.exec(changeLog(connection, table))
}

/**
 * How much the act that is under way logs: `runs`, rows added one after the other as one change; `rows`, each row (an undo,
 * whose rows come back with their old ids); `none` (a redo, which leaves everything as it was logged before).
 */
function changeLog(connection: Database.Database, table: string): string {
  const columns = connection.pragma(`table_info(${table})`) as { name: string }[]
  const image = `json_object(${columns.map(({ name }) => `'${name}', OLD."${name}"`).join(', ')})`
  const own = columns.map(({ name }) => name).filter((name) => !followed[table]?.includes(name))
  const trigger = (event: string, body: string, of = '') => `
    CREATE TEMP TRIGGER "${table}${event}" AFTER ${event}${of} ON main."${table}"
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
    trigger('UPDATE', `${log('OLD', image)};`, ` OF ${own.map((name) => `"${name}"`).join(', ')}`) +
    trigger('DELETE', `${log('OLD', image)};`)
  )
}

const reachable = (row: string) =>
  `(${row}.asideSinceMs IS NULL AND ${row}.deceasedDay = '' AND (${[
    'email',
    'phone',
    'street',
    'otherMails',
    'otherAddresses',
  ]
    .map((way) => `${row}."${way}" <> ''`)
    .join(' OR ')}))`

/** Who cannot be reached by mail, phone or letter, is put aside or has died, is not silent: nobody can be asked to write to them. */
const silence = `silentSinceMs = (
  SELECT CASE WHEN ${reachable('c')} THEN coalesce(customerContact.lastHeardMs, c.createdAtMs) END
  FROM customers AS c WHERE c.id = customerContact.customerId)`

/** Whether a contact starts the days anew: each strong one, and of the weak ones those of which the shop says so. */
const heard = (touch: string) => `(${touch}strong = 1
  OR (${touch}kind = 'newsletter' AND coalesce((SELECT newsletterResets FROM shop), 0) = 1)
  OR (${touch}kind = 'billing' AND coalesce((SELECT billResets FROM shop), 0) = 1))`

const lastHeard = (id: string) =>
  `lastHeardMs = (SELECT max(atMs) FROM touches WHERE touches.customerId = ${id} AND ${heard('')})`

/** A bill is no contact that anybody minds. */
const capTouch = (id: string) => `capTouchMs = (
  SELECT atMs FROM touches WHERE touches.customerId = ${id} AND kind <> 'billing'
  ORDER BY atMs DESC LIMIT 1 OFFSET coalesce((SELECT mostContacts FROM shop), 6) - 1)`

/** A tier that is gone, or not there yet while rows come back, is the usual one. */
const tierOf = (id: string) => `coalesce((SELECT id FROM tiers WHERE id = ${id}), 0)`

const recount = (id: string) => `
  UPDATE customerContact SET
    lastStrongMs = (SELECT max(atMs) FROM touches WHERE customerId = ${id} AND strong = 1),
    lastAnyMs = (SELECT max(atMs) FROM touches WHERE customerId = ${id}),
    ${lastHeard(id)},
    ${capTouch(id)}
  WHERE customerId = ${id};
  UPDATE customerContact SET ${silence} WHERE customerId = ${id};`

const contact = `
  CREATE TEMP TRIGGER contactOfNewCustomer AFTER INSERT ON main.customers BEGIN
    INSERT INTO customerContact (customerId, tierId, silentSinceMs)
    VALUES (NEW.id, ${tierOf('NEW.tierId')}, CASE WHEN ${reachable('NEW')} THEN NEW.createdAtMs END);
  END;
  CREATE TEMP TRIGGER contactOfChangedCustomer AFTER UPDATE OF email, phone, street, otherMails, otherAddresses,
    createdAtMs, asideSinceMs, deceasedDay ON main.customers BEGIN
    UPDATE customerContact SET ${silence} WHERE customerId = NEW.id;
  END;
  CREATE TEMP TRIGGER contactOfTier AFTER UPDATE OF tierId ON main.customers WHEN NEW.tierId IS NOT OLD.tierId BEGIN
    UPDATE customerContact SET tierId = ${tierOf('NEW.tierId')} WHERE customerId = NEW.id;
  END;
  CREATE TEMP TRIGGER contactsOfNewTier AFTER INSERT ON main.tiers BEGIN
    UPDATE customerContact SET tierId = NEW.id
    WHERE customerId IN (SELECT id FROM customers WHERE tierId IS NOT NULL AND tierId = NEW.id);
  END;
  CREATE TEMP TRIGGER contactsOfGoneTier AFTER DELETE ON main.tiers BEGIN
    UPDATE customerContact SET tierId = 0
    WHERE customerId IN (SELECT id FROM customers WHERE tierId IS NOT NULL AND tierId = OLD.id);
  END;
  CREATE TEMP TRIGGER contactsWhereWeakCount AFTER UPDATE OF newsletterResets, billResets ON main.shop
    WHEN NEW.newsletterResets <> OLD.newsletterResets OR NEW.billResets <> OLD.billResets BEGIN
    UPDATE customerContact SET ${lastHeard('customerContact.customerId')};
    UPDATE customerContact SET ${silence};
  END;
  CREATE TEMP TRIGGER contactsByCap AFTER UPDATE OF mostContacts ON main.shop WHEN NEW.mostContacts <> OLD.mostContacts BEGIN
    UPDATE customerContact SET ${capTouch('customerContact.customerId')};
  END;
  CREATE TEMP TRIGGER contactOfGoneCustomer AFTER DELETE ON main.customers BEGIN
    DELETE FROM customerContact WHERE customerId = OLD.id;
  END;
  CREATE TEMP TRIGGER contactOfNewTouch AFTER INSERT ON main.touches BEGIN
    UPDATE customerContact SET
      lastStrongMs = CASE WHEN NEW.strong = 1 THEN max(coalesce(lastStrongMs, NEW.atMs), NEW.atMs) ELSE lastStrongMs END,
      lastAnyMs = max(coalesce(lastAnyMs, NEW.atMs), NEW.atMs),
      lastHeardMs = CASE WHEN ${heard('NEW.')} THEN max(coalesce(lastHeardMs, NEW.atMs), NEW.atMs) ELSE lastHeardMs END,
      silentSinceMs = CASE
        WHEN ${heard('NEW.')} AND silentSinceMs IS NOT NULL THEN max(coalesce(lastHeardMs, NEW.atMs), NEW.atMs)
        ELSE silentSinceMs END,
      ${capTouch('NEW.customerId')}
    WHERE customerId = NEW.customerId;
  END;
  CREATE TEMP TRIGGER contactOfGoneTouch AFTER DELETE ON main.touches BEGIN ${recount('OLD.customerId')} END;
  CREATE TEMP TRIGGER contactOfMovedTouch AFTER UPDATE ON main.touches BEGIN
    ${recount('OLD.customerId')} ${recount('NEW.customerId')}
  END;`
