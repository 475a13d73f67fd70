import { isDay } from '../day.ts'
import { sampleColumns, type ImportKind } from '../import/kind.ts'
import { parsePrice } from '../price.ts'
import { amountFields, guessVisitMapping, visitFields, type VisitField } from './visit-fields.ts'

const words = { one: 'visit', many: 'visits' }

/** Said of a file without a column of days. */
export const noDays = 'No column says on which day it was.'

/** Visits from the purchases of a till or a web shop. */
export const visitImport: ImportKind<VisitField> = {
  ...words,
  doing: { reading: 'Reading the purchases', keeping: 'Keeping the visits' },
  fields: visitFields,
  needs: {
    anyOf: ['day'],
    code: 'no-day',
    message: `${noDays} Nothing was changed. Choose the column.`,
  },
  columns: [
    ...sampleColumns({ name: 'Customer' }),
    {
      key: 'day',
      label: 'Day',
      show: (value, formats) => (isDay(String(value)) ? formats.inFigures(String(value)) : ''),
    },
    ...sampleColumns({ number: 'Order or receipt' }),
    {
      key: 'amountMills',
      label: 'Amount',
      show: (value, formats) => (typeof value === 'number' ? formats.price(value) : ''),
    },
  ],
  numbers: {
    fields: amountFields,
    read(_field, text, mark, money) {
      const read = parsePrice(text, mark, money)
      return 'mills' in read ? read.mills : 0
    },
  },
  dates: ['day'],
  guess: ({ header }) => guessVisitMapping(header),
  says: ({ added, updated }, fileName, formats) =>
    `${formats.counted(added, words.one, words.many)} imported${updated > 0 ? `, ${formats.number(updated)} changed or taken off` : ''} from ${fileName}`,
}
