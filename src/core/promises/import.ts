import { isDay } from '../day.ts'
import type { Formats } from '../formats.ts'
import { sampleColumns, type ImportKind } from '../import/kind.ts'
import { columnCells } from '../import/sheet.ts'
import { guessPromiseMapping } from './promise-columns.ts'
import { dateFields, promiseFields, type PromiseField } from './promise-fields.ts'

const words = { one: 'promise', many: 'promises' }

/** Said of a file without a column of due dates. */
export const noTold = 'No column says by when it was promised.'

/** A kept moment in figures, without the time that stands for a day alone. */
function momentWords(ofDay: string): (value: unknown, formats: Formats) => string {
  return (value, formats) => {
    const [day = '', time = ''] = typeof value === 'string' ? value.split(' ') : []
    if (!isDay(day)) return day
    const date = formats.inFigures(day)
    return time === '' || time === ofDay ? date : `${date} ${formats.time(time)}`
  }
}

/** Past promises from a file. */
export const promiseImport: ImportKind<PromiseField> = {
  ...words,
  doing: { reading: 'Reading the promises', keeping: 'Promises' },
  fields: promiseFields,
  needs: {
    anyOf: ['told'],
    code: 'no-told',
    message: `${noTold} Nothing was changed. Choose the column.`,
  },
  columns: [
    ...sampleColumns({ id: 'Number', customer: 'Customer', what: 'What' }),
    { key: 'made', label: 'Promised on', show: momentWords('00:00') },
    { key: 'told', label: 'Due', show: momentWords('23:59') },
    { key: 'done', label: 'Done', show: momentWords('') },
  ],
  dates: dateFields,
  guess: (sheet) => guessPromiseMapping(sheet.header, (column) => columnCells(sheet, column)),
  says({ added, updated }, fileName, formats) {
    const all = (n: number) => formats.counted(n, words.one, words.many)
    if (added + updated === 0) return `Other told dates read from ${fileName}`
    if (added === 0) return `${all(updated)} updated from ${fileName}`
    return `${all(added)} imported from ${fileName}${updated > 0 ? `, ${formats.number(updated)} updated` : ''}`
  },
}
