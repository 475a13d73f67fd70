import { dayAt, localAt, startOfDay } from '../../../core/day.ts'
import { numberParts } from '../../../core/customers/numbers.ts'
import { detailNames, longestDetail } from '../../../core/customers/person.ts'
import { longestOfProduct } from '../../../core/stock/text-lengths.ts'
import { cutTo } from '../../../core/text-length.ts'
import type { Ask, Stored } from '../computed.ts'
import { rewriteRows } from '../engines/sqlite/rewrite.ts'
import { usableZone } from '../zone.ts'
import type { Migration } from './migration.ts'

/** What an import once kept longer than a form takes could not be saved again: it is cut, and stands whole in the notes. */
function cutCustomer(row: Stored): Stored {
  const tooLong = detailNames.filter(
    (name) => name !== 'notes' && String(row[name]).length > longestDetail(name),
  )
  const notes = [row['notes'], ...tooLong.map((name) => row[name])].filter((text) => text !== '')
  return {
    ...Object.fromEntries(tooLong.map((name) => [name, cutTo(String(row[name]), longestDetail(name))])),
    notes: cutTo(notes.join('\n'), longestDetail('notes')),
  }
}

const cutProduct = (row: Stored): Stored =>
  Object.fromEntries(
    Object.entries(longestOfProduct).map(([name, longest]) => [name, cutTo(String(row[name]), longest)]),
  )

/** Promises of files are told apart by whom they are to; where files named the day alone, they were done on that day. */
function promiseNow(row: Stored, ask: Ask): Stored {
  const isOfFile = row['sourceId'] !== ''
  const done = row['doneAtMs'] as number | null
  const doneNow = done !== null && isOfFile ? whenDone(done, row, ask) : { doneAtMs: done, doneDayOnly: 0 }
  return {
    ...doneNow,
    sourceCustomer: isOfFile ? sourceCustomer(row, ask) : '',
    onTime:
      doneNow.doneAtMs === null || row['onTime'] === null ? row['onTime']! : isOnTime(doneNow.doneAtMs, row),
  }
}

const sourceCustomer = ({ customerId, name }: Stored, ask: Ask): string =>
  String(ask('SELECT sourceId FROM customers WHERE id = ?', customerId) || name)

/** Imports invented noons: the day is what is known, and a time that is known of that day beats it. */
function whenDone(done: number, { readyAtMs }: Stored, ask: Ask) {
  const zone = usableZone(ask('SELECT zone FROM shop') as string | undefined)
  const day = startOfDay(dayAt(done, zone), zone)
  const isNoon = done % 60_000 === 0 && localAt(done, zone).endsWith('T12:00')
  if (!isNoon || done === readyAtMs) return { doneAtMs: done, doneDayOnly: 0 }
  const isReadyThatDay = readyAtMs !== null && startOfDay(dayAt(Number(readyAtMs), zone), zone) === day
  return isReadyThatDay ? { doneAtMs: Number(readyAtMs), doneDayOnly: 0 } : { doneAtMs: day, doneDayOnly: 1 }
}

/** The earlier of ready and done decides. */
const isOnTime = (done: number, { readyAtMs, toldAtMs }: Stored): 0 | 1 =>
  Math.min(done, Number(readyAtMs ?? done)) <= Number(toldAtMs) ? 1 : 0

/** Texts as long as forms take them; promises of files told apart by whom they are to, and done on a day; phone numbers and customers' own numbers are found by any part. */
export const wordsAndNumbers: Migration = {
  number: 120,
  name: 'words-and-numbers',
  statements: [
    `ALTER TABLE promises ADD COLUMN sourceCustomer TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE promises ADD COLUMN doneDayOnly INTEGER NOT NULL DEFAULT 0 CHECK (doneDayOnly IN (0, 1))`,
    (connection) => rewriteRows(connection, 'promises', promiseNow),
    (connection) => rewriteRows(connection, 'customers', cutCustomer),
    (connection) => rewriteRows(connection, 'products', cutProduct),
    // No text is kept in it twice, and no short beginnings: fewer than three digits are not looked for.
    `CREATE VIRTUAL TABLE customersNumberSearch USING fts5 (
      parts, content = '', tokenize = 'ascii', detail = none, columnsize = 0
    )`,
    `INSERT INTO customersNumberSearch (customersNumberSearch, rank) VALUES ('hashsize', 262144)`,
    `INSERT INTO customersNumberSearch (rowid, parts) SELECT id, numberParts(phone, sourceId) FROM customers`,
  ],
  functions: { numberParts },
  images: { promises: promiseNow, customers: cutCustomer, products: cutProduct },
}
