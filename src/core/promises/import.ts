import { sampleColumns, type ImportKind } from '../import/kind.ts'
import { columnCells } from '../import/sheet.ts'
import { guessPromiseMapping } from './promise-columns.ts'
import { dateFields, promiseFields, type PromiseField } from './promise-file.ts'

const words = { one: 'promise', many: 'promises' }

/** Said of a file without a column of due dates. */
export const noTold = 'No column says by when it was promised.'

/** Past promises from a file. */
export const promiseImport: ImportKind<PromiseField> = {
  ...words,
  doing: { reading: 'Reading the promises', keeping: 'Promises' },
  fields: promiseFields,
  needs: {
    anyOf: ['told'],
    code: 'no-told',
    message: `${noTold} Nothing was changed. Choose the column.`,
    toLook: false,
  },
  columns: sampleColumns({
    id: 'Number',
    customer: 'Customer',
    what: 'What',
    made: 'Promised on',
    told: 'Due',
    done: 'Done',
  }),
  dates: dateFields,
  guess: (sheet) => guessPromiseMapping(sheet.header, (column) => columnCells(sheet, column)),
  says({ added, updated }, fileName, formats) {
    const all = (n: number) => formats.counted(n, words.one, words.many)
    if (added === 0) return `${all(updated)} updated from ${fileName}`
    return `${all(added)} imported from ${fileName}${updated > 0 ? `, ${formats.number(updated)} updated` : ''}`
  },
}
