import { numberParts } from '../../../core/customers/numbers.ts'
import { detailNames, longestDetail } from '../../../core/customers/person.ts'
import { longestOfProduct } from '../../../core/stock/text-lengths.ts'
import { cutTo } from '../../../core/text-length.ts'
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

/** Texts as long as forms take them; phone numbers and customers' own numbers are found by any part. */
export const wordsAndNumbers: Migration = {
  number: 120,
  name: 'words-and-numbers',
  statements: [
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
  functions: { numberParts, cutText: cutTo },
}
