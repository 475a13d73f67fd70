import type { Day } from '../day.ts'
import type { Money } from '../money.ts'
import type { DecimalMark } from '../numbers.ts'
import { fail, type Result } from '../result.ts'
import type { ImportInput } from './call.ts'
import { columnDates, orderOfFile, parseFileDate, type DateOrder } from './dates.ts'
import type { Cells, ImportKind } from './kind.ts'
import type { Mapping } from './mapping.ts'
import { columnNumbers } from './numbers.ts'
import { readingsOfColumns, type OpenCell, type Question } from './questions.ts'
import type { Sheet } from './sheet.ts'

/** What the owner is asked about a column whose numbers can be read in two ways. */
export type NumberQuestion = Question<DecimalMark, number>

/** The same of dates. */
export interface DateQuestion extends Question<DateOrder, Day> {
  /** Some dates of the column can be read with the day first only, others with the month first only. */
  readonly contradicts: boolean
}

/** How the numbers and dates of a file's columns are read, and what has to be asked. */
export interface Readings<Field extends string> {
  readonly marks: { readonly [F in Field]?: DecimalMark }
  readonly numbers: readonly NumberQuestion[]
  /** The order of a field's dates. */
  orderOf(field: Field): DateOrder
  readonly dates: readonly DateQuestion[]
}

/** The file as far as it is understood. */
interface Understood<Field extends string> {
  readonly sheet: Sheet
  readonly mapping: Mapping
  readonly cell: Cells<Field>['cell']
}

/** How the shop writes: what is likelier where a file does not say. */
interface Customs {
  readonly money: Money
  readonly order: DateOrder
  readonly zone: string
}

/** How each column of numbers and dates is meant; what neither its column nor another one decides is asked. */
export function readingsFor<Field extends string>(
  kind: ImportKind<Field>,
  file: Understood<Field>,
  { numbers: marks, dates: orders }: ImportInput,
  customs: Customs,
): Readings<Field> {
  const numbers = numbersOf(kind, file, marks, customs)
  const dates = datesOf(kind, file, orders, customs)
  return {
    marks: numbers.readings,
    numbers: numbers.questions,
    orderOf: dates.orderOf,
    dates: dates.questions,
  }
}

/** The refusal while a number could be a thousand times another, or a day another day. */
export function refusedOpen({ numbers, dates }: Readings<string>): Result<never> | null {
  const isOpen = ({ answer }: { readonly answer: unknown }) => answer === null
  const number = numbers.find(isOpen)
  const date = number ? undefined : dates.find(isOpen)
  if (number) return openCell('open-number', number, `numbers.${number.field}`)
  return date ? openCell('open-date', date, `dates.${date.field}`) : null
}

const openCell = (
  code: 'open-number' | 'open-date',
  { column, text }: Pick<Question<string, unknown>, 'column' | 'text'>,
  field: string,
) =>
  fail(
    code,
    `In the column “${column}”, ${text} can be read in two ways. Nothing was changed. Say which one is meant.`,
    field,
  )

/** Those of the fields that a column fills, each with what is made of its cells. */
function filled<Field extends string, Column>(
  { sheet, mapping, cell }: Understood<Field>,
  fields: readonly Field[],
  read: (cells: readonly OpenCell[]) => Column,
): readonly (Column & { readonly field: Field })[] {
  return fields
    .filter((field) => mapping[field] !== undefined)
    .map((field) => ({
      field,
      ...read(sheet.rows.map(({ line, cells }) => ({ line, text: cell(cells, field) }))),
    }))
}

function numbersOf<Field extends string>(
  { numbers }: ImportKind<Field>,
  file: Understood<Field>,
  answers: ImportInput['numbers'],
  customs: Customs,
) {
  const columns = filled(file, numbers?.fields ?? [], columnNumbers).map((column) => ({
    ...column,
    decided: column.mark,
  }))
  return readingsOfColumns(columns, {
    mapping: file.mapping,
    // One program wrote the file: where another column shows its mark, that is likelier than the country's.
    proposed: columns.find(({ mark }) => mark !== null)?.mark ?? customs.money.mark,
    answers,
    readingsOf: (field, text) => ({
      '.': numbers!.read(field, text, '.', customs.money),
      ',': numbers!.read(field, text, ',', customs.money),
    }),
  })
}

function datesOf<Field extends string>(
  { dates = [] }: ImportKind<Field>,
  file: Understood<Field>,
  answers: ImportInput['dates'],
  { order: ofCountry, zone }: Customs,
) {
  const columns = filled(file, dates, columnDates)
  const ofFile = orderOfFile(columns)
  const proposed = columns.find(({ order }) => order !== null)?.order ?? ofCountry
  const dayIn = (text: string, order: DateOrder): Day => parseFileDate(text, { order, zone })?.day ?? ''
  const { readings, questions } = readingsOfColumns(
    columns.map((column) => ({ ...column, decided: column.order ?? ofFile })),
    {
      mapping: file.mapping,
      proposed,
      answers,
      readingsOf: (_, text) => ({
        'day-first': dayIn(text, 'day-first'),
        'month-first': dayIn(text, 'month-first'),
      }),
    },
  )
  return {
    orderOf: (field: Field): DateOrder => readings[field] ?? proposed,
    questions: questions.map((question) => ({
      ...question,
      contradicts: columns.find(({ field }) => field === question.field)!.contradicts,
    })),
  }
}
