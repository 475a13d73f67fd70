import type Database from 'better-sqlite3'
import { addMailHashes } from './suppressed-here.ts'

/** Keeps the further mailboxes of customers as the rows are, by TEMP triggers of the connection that writes. */
export function followFurtherMails(connection: Database.Database): void {
  addMailHashes(connection)
  connection.exec(`
    CREATE TEMP TRIGGER furtherMailsOfNewCustomer AFTER INSERT ON main.customers WHEN NEW.otherMails <> '' BEGIN
      ${enter}
    END;
    CREATE TEMP TRIGGER furtherMailsOfChangedCustomer AFTER UPDATE OF otherMails ON main.customers
      WHEN OLD.otherMails <> NEW.otherMails BEGIN
      DELETE FROM furtherMails WHERE customerId = OLD.id;
      ${enter}
    END;
    CREATE TEMP TRIGGER furtherMailsOfGoneCustomer AFTER DELETE ON main.customers WHEN OLD.otherMails <> '' BEGIN
      DELETE FROM furtherMails WHERE customerId = OLD.id;
    END;`)
}

const enter = `INSERT OR IGNORE INTO furtherMails (customerId, emailKey)
  SELECT NEW.id, value FROM json_each(mailKeysIn(NEW.otherMails));`
