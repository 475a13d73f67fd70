import type Database from 'better-sqlite3'
import { dayAt } from '../../../core/day.ts'
import type { Ask, Stored } from '../computed.ts'
import { addRhythms, rhythmColumns } from '../engines/sqlite/rhythms.ts'
import { usableZone } from '../zone.ts'
import type { Migration } from './migration.ts'

const ofTouch = (kind: unknown, atMs: unknown, zone: unknown): string =>
  kind === 'visit' ? dayAt(Number(atMs), usableZone(zone as string | null | undefined)) : ''

/** A contact that was a visit keeps the day it was on, in the zone of the shop. */
const visitDayOf = ({ kind, atMs }: Stored, ask: Ask): Stored => ({
  visitDay: ofTouch(kind, atMs, ask('SELECT zone FROM shop')),
})

/**
 * When customers came, by a key or from a file; a contact that was a visit is one of them by its day. What follows from all of
 * them is a customer's rhythm, and how often any visit changed.
 */
export const visits: Migration = {
  number: 340,
  name: 'visits',
  functions: { visitDayOf: ofTouch },
  statements: [
    `CREATE TABLE visits (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      customerId INTEGER NOT NULL REFERENCES customers (id),
      day TEXT NOT NULL CHECK (day <> ''),
      origin TEXT NOT NULL CHECK (origin IN ('key', 'file')),
      sourceId TEXT NOT NULL DEFAULT '',
      amountMills INTEGER
    ) STRICT`,
    `CREATE INDEX visitsOfCustomer ON visits (customerId, day)`,
    `ALTER TABLE touches ADD COLUMN visitDay TEXT NOT NULL DEFAULT ''`,
    `UPDATE touches SET visitDay = visitDayOf(kind, atMs, (SELECT zone FROM shop)) WHERE kind = 'visit'`,
    `CREATE INDEX touchesThatVisit ON touches (customerId, visitDay) WHERE visitDay <> ''`,
    `CREATE TABLE customerRhythm (
      customerId INTEGER PRIMARY KEY,
      days INTEGER NOT NULL,
      firstDayNo INTEGER NOT NULL,
      lastDayNo INTEGER NOT NULL,
      everyDays REAL,
      quietFromDayNo INTEGER
    ) STRICT`,
    `CREATE INDEX customerRhythmByQuiet ON customerRhythm (quietFromDayNo, lastDayNo, everyDays)
      WHERE quietFromDayNo IS NOT NULL`,
    `CREATE TABLE visitChanges (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      changes INTEGER NOT NULL
    ) STRICT`,
    `INSERT INTO visitChanges (id, changes) VALUES (1, 0)`,
    (connection: Database.Database) => {
      addRhythms(connection)
      connection.exec(`
        INSERT INTO customerRhythm (customerId, ${rhythmColumns.names})
        SELECT customerId, ${rhythmColumns.values} FROM (
          SELECT customerId, rhythmOf(group_concat(visitDay)) AS rhythm FROM touches
          WHERE visitDay <> '' GROUP BY customerId LIMIT -1)`)
    },
  ],
  images: { touches: visitDayOf },
}
