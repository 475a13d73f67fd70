import type Database from 'better-sqlite3'
import {
  pairColumns,
  pairPerson,
  type PairPerson,
  type PairRow,
} from '../../../../core/customers/pair-person.ts'
import { mostOfAPairSign, pairSigns } from '../../../../core/customers/pair-signs.ts'
import { pairReason } from '../../../../core/customers/pairs.ts'

/** So few are compared within the act that changed them; more wait, as an import would take twice as long. */
const mostInAnAct = 500

const columnsOf = (row: string): string => pairColumns.map((column) => `${row}."${column}"`).join(', ')

/** Whether so few have a sign that it says something. */
const isTelling = (sign: string): string => `(SELECT count(*) FROM (
  SELECT 1 FROM customerSigns AS shared WHERE shared.sign = ${sign} LIMIT ${mostOfAPairSign + 1})) <= ${mostOfAPairSign}`

/** Compares the first of those who wait, as many as are written into `pairsNow`, with everybody. */
const compare = `
  INSERT OR IGNORE INTO pairsComparing SELECT customerId FROM pairsDue ORDER BY customerId LIMIT NEW.most;
  DELETE FROM pairsDue WHERE customerId IN (SELECT id FROM pairsComparing);
  DELETE FROM customerPairs WHERE customerId IN (SELECT id FROM pairsComparing);
  DELETE FROM customerPairs WHERE otherId IN (SELECT id FROM pairsComparing);
  INSERT OR IGNORE INTO customerSigns (sign, customerId)
    SELECT signs.value, c.id FROM pairsComparing AS now JOIN main.customers AS c ON c.id = now.id,
      json_each(pairSigns(${columnsOf('c')})) AS signs;
  INSERT OR IGNORE INTO customerPairs (customerId, otherId, sure)
    SELECT near.lower, near.higher, pairSure(${columnsOf('a')}, ${columnsOf('b')}) AS sure
    FROM (SELECT DISTINCT min(c.id, s.customerId) AS lower, max(c.id, s.customerId) AS higher
      FROM pairsComparing AS now CROSS JOIN main.customers AS c ON c.id = now.id
        CROSS JOIN json_each(pairSigns(${columnsOf('c')})) AS own
        CROSS JOIN customerSigns AS s ON s.sign = own.value AND s.customerId <> c.id
      WHERE ${isTelling('own.value')}) AS near
      CROSS JOIN main.customers AS a ON a.id = near.lower CROSS JOIN main.customers AS b ON b.id = near.higher
    WHERE NOT EXISTS (
      SELECT 1 FROM main.twoPeople AS two WHERE two.customerId = near.lower AND two.otherId = near.higher);
  DELETE FROM customerPairs WHERE sure = 0;
  DELETE FROM pairsComparing;
  DELETE FROM pairsNow;`

const differs = pairColumns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ')
const isDue = 'EXISTS (SELECT 1 FROM pairsDue WHERE customerId = OLD.id)'
const forgetSigns = `DELETE FROM customerSigns WHERE customerId = OLD.id
  AND sign IN (SELECT value FROM json_each(pairSigns(${columnsOf('OLD')})))`

/**
 * Keeps who may be one person as the customers are, by TEMP triggers of the connection that writes: of who came or changed the signs go,
 * and they wait to be compared, a few until the act ends, many until {@link comparePairs} gets to them.
 */
export function followPairs(connection: Database.Database): void {
  addPairFunctions(connection)
  connection.exec(`
    CREATE TEMP TABLE pairsComparing (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE pairsNow (most INTEGER NOT NULL);
    CREATE TEMP TRIGGER pairsCompared AFTER INSERT ON pairsNow BEGIN ${compare} END;
    CREATE TEMP TRIGGER pairsOfNew AFTER INSERT ON main.customers BEGIN
      INSERT OR IGNORE INTO pairsDue VALUES (NEW.id);
    END;
    CREATE TEMP TRIGGER signsOfChanging AFTER UPDATE OF ${pairColumns.join(', ')} ON main.customers
      WHEN (${differs}) AND NOT ${isDue} BEGIN ${forgetSigns}; INSERT INTO pairsDue VALUES (OLD.id); END;
    CREATE TEMP TRIGGER signsOfGoing BEFORE DELETE ON main.customers WHEN NOT ${isDue} BEGIN ${forgetSigns}; END;
    CREATE TEMP TRIGGER pairsOfGone AFTER DELETE ON main.customers BEGIN
      DELETE FROM pairsDue WHERE customerId = OLD.id;
      DELETE FROM customerPairs WHERE customerId = OLD.id;
      DELETE FROM customerPairs WHERE otherId = OLD.id;
    END;
    CREATE TEMP TRIGGER pairsOfTwo AFTER INSERT ON main.twoPeople BEGIN
      DELETE FROM customerPairs WHERE customerId = NEW.customerId AND otherId = NEW.otherId;
    END;
    CREATE TEMP TRIGGER pairsOfOne AFTER DELETE ON main.twoPeople
      WHEN EXISTS (SELECT 1 FROM main.customers WHERE id = OLD.customerId) BEGIN
      INSERT OR IGNORE INTO pairsDue VALUES (OLD.customerId);
    END;
    CREATE TEMP TRIGGER pairsOfMoved AFTER UPDATE ON main.twoPeople BEGIN
      DELETE FROM customerPairs WHERE customerId = NEW.customerId AND otherId = NEW.otherId;
      INSERT OR IGNORE INTO pairsDue SELECT id FROM main.customers WHERE id = OLD.customerId;
    END;
    CREATE TEMP TRIGGER pairsOfAct AFTER DELETE ON actNow BEGIN
      INSERT INTO pairsNow SELECT n FROM (
        SELECT count(*) AS n FROM (SELECT 1 FROM pairsDue LIMIT ${mostInAnAct + 1})) WHERE n BETWEEN 1 AND ${mostInAnAct};
    END;`)
}

/** Compares as many of those who wait, in the transaction under way; answers whether anybody still does. */
export function comparePairs(connection: Database.Database, most: number): boolean {
  connection.prepare('INSERT INTO temp.pairsNow VALUES (?)').run(most)
  return connection.prepare('SELECT 1 FROM main.pairsDue LIMIT 1').get() !== undefined
}

/** People that were read last: each is compared with several. */
const mostKnown = 2000

function addPairFunctions(connection: Database.Database): void {
  const known = new Map<string, PairPerson>()
  const personOf = (values: readonly unknown[]): PairPerson => {
    const key = values.join('\n')
    let person = known.get(key)
    if (!person) {
      if (known.size === mostKnown) known.clear()
      const row: unknown = Object.fromEntries(pairColumns.map((column, i) => [column, values[i]]))
      known.set(key, (person = pairPerson(row as PairRow)))
    }
    return person
  }
  const options = { varargs: true, deterministic: true }
  connection.function('pairSigns', options, (...row: unknown[]) => JSON.stringify(pairSigns(personOf(row))))
  connection.function('pairSure', options, (...rows: unknown[]) => {
    const [a, b] = [rows.slice(0, pairColumns.length), rows.slice(pairColumns.length)]
    return pairReason(personOf(a), personOf(b))?.sure ?? 0
  })
}
