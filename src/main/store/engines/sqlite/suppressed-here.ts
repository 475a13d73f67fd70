import type Database from 'better-sqlite3'
import { mailKeys } from '../../../../core/customers/person.ts'
import { mailHash } from '../../../customers/mail-hash.ts'

/** Makes the hashes of addresses, and the mailboxes of a text, known to a connection. */
export function addMailHashes(connection: Database.Database): void {
  connection.function('mailHash', { deterministic: true }, (salt, emailKey) =>
    mailHash(String(salt), String(emailKey)),
  )
  connection.function('mailKeysIn', { deterministic: true }, (text) => JSON.stringify(mailKeys(String(text))))
}

/** The mailboxes of a customer's row; nearly all have one. */
const keysOf = (row: string) => `
  SELECT ${row}.emailKey AS emailKey WHERE ${row}.emailKey <> ''
  UNION SELECT value FROM json_each(mailKeysIn(${row}.email || ', ' || ${row}.otherMails))
    WHERE ${row}.otherMails <> '' OR ${row}.email LIKE '%@%@%'`

const enter = `
  INSERT OR IGNORE INTO suppressedHere (customerId, hashId)
    SELECT NEW.id, said.id FROM (${keysOf('NEW')}) AS own CROSS JOIN suppressionSalts AS salts
      JOIN suppressedHashes AS said ON said.hash = mailHash(salts.salt, own.emailKey);`

const any = 'EXISTS (SELECT 1 FROM suppressedHashes)'

/** Who has an address with one of the hashes, as SQL. */
const having = (hash: string) => `
  SELECT c.id FROM main.customers AS c CROSS JOIN main.suppressionSalts AS salts
    WHERE c.emailKey <> '' AND mailHash(salts.salt, c.emailKey) = ${hash}
  UNION SELECT f.customerId FROM main.furtherMails AS f CROSS JOIN main.suppressionSalts AS salts
    WHERE mailHash(salts.salt, f.emailKey) = ${hash}
  UNION SELECT c.id FROM main.customers AS c, json_each(mailKeysIn(c.email)) AS own CROSS JOIN main.suppressionSalts AS salts
    WHERE c.email LIKE '%@%@%' AND mailHash(salts.salt, own.value) = ${hash}`

/** Works out anew who has an address that is never to be written to, on a connection that {@link addMailHashes} was given. */
export function suppressedAnew(connection: Database.Database): void {
  connection.exec('DELETE FROM main.suppressedHere')
  const hashes = connection.prepare('SELECT id, hash FROM main.suppressedHashes').all() as {
    id: number
    hash: string
  }[]
  const find = connection.prepare(
    `INSERT OR IGNORE INTO main.suppressedHere (customerId, hashId) SELECT id, @hashId FROM (${having('@hash')})`,
  )
  for (const { id, hash } of hashes) find.run({ hashId: id, hash })
}

/** Keeps which customers have an address that is never to be written to, by TEMP triggers of the connection that writes. */
export function followSuppressed(connection: Database.Database): void {
  addMailHashes(connection)
  connection.exec(`
    CREATE TEMP TRIGGER suppressedOfNew AFTER INSERT ON main.customers WHEN ${any} BEGIN ${enter} END;
    CREATE TEMP TRIGGER suppressedOfChanged AFTER UPDATE OF email, emailKey, otherMails ON main.customers
      WHEN (OLD.email <> NEW.email OR OLD.emailKey <> NEW.emailKey OR OLD.otherMails <> NEW.otherMails) AND ${any} BEGIN
      DELETE FROM suppressedHere WHERE customerId = OLD.id;
      ${enter}
    END;
    CREATE TEMP TRIGGER suppressedOfGone AFTER DELETE ON main.customers BEGIN
      DELETE FROM suppressedHere WHERE customerId = OLD.id;
    END;
    CREATE TEMP TRIGGER suppressedByNew AFTER INSERT ON main.suppressedHashes BEGIN
      INSERT OR IGNORE INTO suppressedHere (customerId, hashId) SELECT id, NEW.id FROM (${having('NEW.hash')});
    END;
    CREATE TEMP TRIGGER suppressedByGone AFTER DELETE ON main.suppressedHashes BEGIN
      DELETE FROM suppressedHere WHERE hashId = OLD.id;
    END;`)
}
