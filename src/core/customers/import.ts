import { blankColumns, columnCells } from '../import/sheet.ts'
import { sampleColumns, type ImportKind } from '../import/kind.ts'
import type { ImportInput } from '../import/call.ts'
import { customerCells } from './import-cells.ts'
import {
  aboutNumbers,
  customerFields,
  guessCustomerMapping,
  knownColumns,
  type CustomerField,
} from './import-fields.ts'
import { customerCards } from './vcard/cards.ts'
import { correctedMail, type MailChoices } from './import-mail.ts'

const words = { one: 'customer', many: 'customers' }
const answers: Readonly<Record<string, string>> = { yes: 'yes', no: 'no', unasked: 'not asked' }

/** Customers from a file. */
export const customerImport: ImportKind<CustomerField, ImportInput & MailChoices> = {
  ...words,
  doing: { reading: 'Reading the customers', keeping: 'Keeping the customers' },
  fields: customerFields,
  needs: {
    anyOf: ['name', 'firstName', 'lastName', 'company', 'email'],
    code: 'no-names',
    message:
      'No column with names, companies or mail addresses was recognised. Nothing was changed. Choose the columns yourself.',
  },
  dates: ['birthday'],
  cards: customerCards,
  forms: [
    { name: 'google-csv', columns: ['E-mail 1 - Value'] },
    { name: 'outlook-csv', columns: ['E-mail Type', 'E-mail Display Name'] },
  ],
  columns: [
    ...sampleColumns({
      name: 'Name',
      company: 'Company',
      email: 'Mail address',
      phone: 'Phone',
      city: 'City',
    }),
    { key: 'mailConsent', label: 'Mail', show: (value) => answers[String(value)] ?? '' },
    { key: 'mailWhy', label: 'Because' },
  ],
  // Each with its answer about mail.
  sampleSize: 100,
  isHeader: knownColumns,
  guess(sheet) {
    const blank = blankColumns(sheet)
    return guessCustomerMapping(
      sheet.header,
      (column) => blank.has(column),
      (column) => columnCells(sheet, column),
    )
  },
  correct: correctedMail,
  cells: customerCells,
  aboutColumns: aboutNumbers,
  says({ added, updated }, fileName, formats) {
    const all = (n: number) => formats.counted(n, words.one, words.many)
    if (updated === 0) return `${all(added)} imported from ${fileName}`
    if (added === 0) return `${all(updated)} updated from ${fileName}`
    return `${all(added)} imported and ${formats.number(updated)} updated from ${fileName}`
  },
}
