import type Database from 'better-sqlite3'
import { rhythmOf } from '../../../../core/customers/silence/rhythm.ts'

const columns = ['days', 'firstDayNo', 'lastDayNo', 'everyDays', 'quietFromDayNo'] as const

/** What is kept of a rhythm, as SQL: the columns, and their values of a `rhythm` that `rhythmOf` answered. */
export const rhythmColumns = {
  names: columns.join(', '),
  values: columns.map((name) => `json_extract(rhythm, '$.${name}')`).join(', '),
}

/** Makes the rule of rhythms known to a connection: of days parted by commas, as JSON. */
export function addRhythms(connection: Database.Database): void {
  connection.function('rhythmOf', { deterministic: true }, (days: string | null) =>
    days === null ? null : JSON.stringify(rhythmOf(days.split(','))),
  )
}

const daysOf = (customer: string) => `
  SELECT day FROM main.visits WHERE customerId = ${customer}
  UNION SELECT visitDay FROM main.touches WHERE customerId = ${customer} AND visitDay <> ''`

/** The inner LIMIT keeps the rule from being asked for each column. */
const recount = (customer: string) => `
  DELETE FROM customerRhythm WHERE customerId = ${customer};
  INSERT INTO customerRhythm (customerId, ${rhythmColumns.names})
    SELECT ${customer}, ${rhythmColumns.values} FROM (
      SELECT rhythmOf(group_concat(day)) AS rhythm FROM (${daysOf(customer)}) LIMIT 1)
    WHERE rhythm IS NOT NULL;`

const counted = `UPDATE visitChanges SET changes = changes + 1;`

const follow = (table: string, columnsOf: string, isVisit: (row: string) => string) => `
  CREATE TEMP TRIGGER "${table}RhythmOfNew" AFTER INSERT ON main.${table} WHEN ${isVisit('NEW')} BEGIN
    ${recount('NEW.customerId')} ${counted}
  END;
  CREATE TEMP TRIGGER "${table}RhythmOfGone" AFTER DELETE ON main.${table} WHEN ${isVisit('OLD')} BEGIN
    ${recount('OLD.customerId')} ${counted}
  END;
  CREATE TEMP TRIGGER "${table}RhythmOfMoved" AFTER UPDATE OF ${columnsOf} ON main.${table}
    WHEN ${isVisit('OLD')} OR ${isVisit('NEW')} BEGIN
    ${recount('OLD.customerId')} ${recount('NEW.customerId')} ${counted}
  END;`

/** A customer's rhythm follows their visits, whatever brings one or takes it away: by TEMP triggers of the connection that writes. */
export function followRhythms(connection: Database.Database): void {
  addRhythms(connection)
  connection.exec(
    follow('visits', 'customerId, day', () => '1') +
      follow('touches', 'customerId, visitDay', (row) => `${row}.visitDay <> ''`),
  )
}
