import { dayAt, localAt, startOfDay } from '../../../core/day.ts'
import { numberParts } from '../../../core/customers/numbers.ts'
import { detailNames, longestDetail } from '../../../core/customers/person.ts'
import { longestOfProduct } from '../../../core/stock/text-lengths.ts'
import { cutTo } from '../../../core/text-length.ts'
import { usableZone } from '../zone.ts'
import type { Migration } from './index.ts'

/** What an import once kept longer than a form takes could not be saved again: it is cut, and stands whole in the notes. */
const cutCustomers = detailNames
  .filter((name) => name !== 'notes')
  .map(
    (name) => `UPDATE customers SET ${name} = cutText(${name}, ${longestDetail(name)}),
      notes = CASE notes WHEN '' THEN ${name} ELSE notes || char(10) || ${name} END
      WHERE length(${name}) > ${longestDetail(name) / 2} AND cutText(${name}, ${longestDetail(name)}) <> ${name}`,
  )
const cutNotes = `UPDATE customers SET notes = cutText(notes, ${longestDetail('notes')}) WHERE length(notes) > ${longestDetail('notes') / 2}`
const cutProducts = Object.entries(longestOfProduct).map(
  ([name, longest]) =>
    `UPDATE products SET ${name} = cutText(${name}, ${longest}) WHERE length(${name}) > ${longest / 2}`,
)

/** Files named the day alone, and imports invented its noon: the day is what is known. */
const dayOfNoon = (ms: number, named: string | null): number | null => {
  const zone = usableZone(named)
  const local = localAt(ms, zone)
  return local.endsWith('T12:00') && ms % 60_000 === 0 ? startOfDay(local.slice(0, 10), zone) : null
}
const dayOf = (ms: number, named: string | null): number => {
  const zone = usableZone(named)
  return startOfDay(dayAt(ms, zone), zone)
}
const zone = '(SELECT zone FROM shop)'
const promiseColumns = [
  `ALTER TABLE promises ADD COLUMN sourceCustomer TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE promises ADD COLUMN doneDayOnly INTEGER NOT NULL DEFAULT 0 CHECK (doneDayOnly IN (0, 1))`,
  `UPDATE promises SET sourceCustomer = coalesce(
      (SELECT nullif(c.sourceId, '') FROM customers AS c WHERE c.id = promises.customerId), name)
    WHERE sourceId <> ''`,
  // A time that is known of that day beats one that was invented.
  `UPDATE promises SET doneAtMs = readyAtMs
    WHERE sourceId <> '' AND readyAtMs IS NOT NULL AND dayOfNoon(doneAtMs, ${zone}) = dayOf(readyAtMs, ${zone})`,
  `UPDATE promises SET doneDayOnly = 1, doneAtMs = dayOfNoon(doneAtMs, ${zone})
    WHERE sourceId <> '' AND doneAtMs IS NOT readyAtMs AND dayOfNoon(doneAtMs, ${zone}) IS NOT NULL`,
  // The earlier of ready and done decides.
  `UPDATE promises SET onTime = min(doneAtMs, coalesce(readyAtMs, doneAtMs)) <= toldAtMs
    WHERE doneAtMs IS NOT NULL AND onTime IS NOT NULL`,
]

/** Texts as long as forms take them; promises of files told apart by whom they are to, and done on a day; phone numbers and customers' own numbers are found by any part. */
export const wordsAndNumbers: Migration = {
  number: 120,
  name: 'words-and-numbers',
  statements: [
    ...promiseColumns,
    ...cutCustomers,
    cutNotes,
    ...cutProducts,
    // No text is kept in it twice, and no short beginnings: fewer than three digits are not looked for.
    `CREATE VIRTUAL TABLE customersNumberSearch USING fts5 (
      parts, content = '', tokenize = 'ascii', detail = none, columnsize = 0
    )`,
    `INSERT INTO customersNumberSearch (customersNumberSearch, rank) VALUES ('hashsize', 262144)`,
    `INSERT INTO customersNumberSearch (rowid, parts) SELECT id, numberParts(phone, sourceId) FROM customers`,
  ],
  functions: { numberParts, cutText: cutTo, dayOfNoon, dayOf },
}
