import type Database from 'better-sqlite3'
import { personOnFile } from '../../../../core/customers/same-for-a-no.ts'
import { joinedSigns, whoseSigns } from '../../../../core/customers/whose.ts'

/** What of a customer's row tells them again. */
const columns = ['name', 'phone', 'sourceId', 'broughtFields', 'earlierValues'] as const

/** The same as SQL, of a row by its name in the statement. */
export const tellingColumns = (row: string): string => columns.map((name) => `${row}.${name}`).join(', ')

/** The same of a row as the log has it. */
export const tellingColumnsIn = (image: string): string =>
  columns.map((name) => `${image} ->> '${name}'`).join(', ')

/** The signs of a customer's row with those of before, as SQL for a connection that {@link addSigns} was given. */
export const signsOfRow = (row: string, before: string): string =>
  `joinedSigns(signsOf(${tellingColumns(row)}), ${before})`

/** Makes the signs by which somebody is known again, and joining them, known to a connection. */
export function addSigns(connection: Database.Database): void {
  const signsOf = (
    name: string,
    phone: string,
    sourceId: string,
    broughtFields: number,
    earlierValues: string,
  ) => whoseSigns(personOnFile({ name, phone, sourceId, broughtFields, earlierValues }))
  connection.function('signsOf', { deterministic: true }, signsOf)
  connection.function('joinedSigns', { deterministic: true }, joinedSigns)
}

const differs = columns.map((name) => `OLD.${name} <> NEW.${name}`).join(' OR ')
const hasCode = 'EXISTS (SELECT 1 FROM main.optOutCodes WHERE customerId = OLD.id)'
const hasNo = 'EXISTS (SELECT 1 FROM main.channelNoes WHERE customerId = OLD.id)'
const isTurn = `EXISTS (SELECT 1 FROM main.acts WHERE id = (SELECT id FROM temp.actNow) AND call IN ('shop.undo', 'shop.redo'))`
const keepOf = (table: string) =>
  `BEGIN UPDATE ${table} SET whose = ${signsOfRow('OLD', 'whose')} WHERE customerId = OLD.id; END`
const keep = keepOf('optOutCodes')

/**
 * An opt-out code keeps what its customer was known by, also what goes: by TEMP triggers of the connection that writes, for no call
 * may forget it, an undo least of all. What a customer is known by today stands in their row. Under another name it may be somebody
 * else's: a row that was written over by mistake and undone is not two people's. A no to calls, letters or messages keeps what its
 * customer was known by under any name: it rather holds for one too many. But an undo or redo leaves what was not so: a merge with
 * somebody else, or their name on the wrong page. What was said meanwhile was kept with the signs of then.
 */
export function keepSignsOfCodes(connection: Database.Database): void {
  addSigns(connection)
  connection.exec(`
    CREATE TEMP TRIGGER signsOfChangedCustomer AFTER UPDATE OF ${columns.join(', ')} ON main.customers
      WHEN OLD.name = NEW.name AND (${differs}) AND ${hasCode} ${keep};
    CREATE TEMP TRIGGER signsOfGoneCustomer AFTER DELETE ON main.customers WHEN ${hasCode} ${keep};
    CREATE TEMP TRIGGER signsOfChangedRefuser AFTER UPDATE OF ${columns.join(', ')} ON main.customers
      WHEN (${differs}) AND ${hasNo} AND NOT ${isTurn} ${keepOf('channelNoes')};
    CREATE TEMP TRIGGER signsOfGoneRefuser AFTER DELETE ON main.customers WHEN ${hasNo} ${keepOf('channelNoes')};`)
}
