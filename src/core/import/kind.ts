import type { Formats } from '../formats.ts'
import type { Money } from '../money.ts'
import type { DecimalMark } from '../numbers.ts'
import type { ProblemCode } from '../problem-code.ts'
import { isMailAddress } from '../mail-address.ts'
import { fail, ok, type Result } from '../result.ts'
import type { ImportInput } from './call.ts'
import type { CardsReader } from './cards.ts'
import {
  cellReader,
  correctMapping,
  fieldOfKey,
  guessMapping,
  type Corrected,
  type ImportField,
  type Mapping,
} from './mapping.ts'
import type { Sheet } from './sheet.ts'

/** What the machine is told of a list that can be read from files: its words, its fields, and what is its own in reading one. */
export interface ImportKind<Field extends string = string, Input extends ImportInput = ImportInput> {
  /** What a line becomes: "customer", "customers". */
  readonly one: string
  readonly many: string
  /** What is being done, for the progress bar: "Reading the customers". */
  readonly doing: { readonly reading: string; readonly keeping: string }
  readonly fields: readonly ImportField<Field>[]
  /** Fields of which a file has to have one. A preview is shown also without, so that the owner can choose. */
  readonly needs: {
    readonly anyOf: readonly Field[]
    readonly code: ProblemCode
    /** Why nothing is kept without one. */
    readonly message: string
  }
  /** The programs whose files are told by a column; a file of none is `csv`. */
  readonly forms?: readonly FileForm[]
  /** What the preview shows of each line. */
  readonly columns: readonly SampleColumn[]
  /** How many lines it shows at most, where it is another number than that of most lists. */
  readonly sampleSize?: number
  /** Fields that hold numbers with decimals, and what a cell of one is with either mark. */
  readonly numbers?: {
    readonly fields: readonly Field[]
    read(field: Field, text: string, mark: DecimalMark, money: Money): number
  }
  /** Fields that hold dates. */
  readonly dates?: readonly Field[]
  /** How address cards are read, where the list takes them. */
  readonly cards?: CardsReader
  /** How many of a line's cells are names of columns: reports set lines above the header. */
  isHeader?(cells: readonly string[]): number
  /** Which column fills which field, where the fields' words alone do not tell. */
  guess?(sheet: Sheet): Mapping
  /** The guess with the owner's choices, where they choose more than columns of fields. */
  correct?(header: readonly string[], guess: Mapping, input: Input): Corrected
  /** How the cells are read, where a field has more than its column. */
  cells?(sheet: Sheet, mapping: Mapping): Cells<Field>
  /** What the owner is told of the columns, in sentences. */
  aboutColumns?(sheet: Sheet, mapping: Mapping): readonly string[]
  /** The act in words, for the undo toast. */
  says(kept: Kept, fileName: string, formats: Formats): string
}

/** What an import added and changed. */
export interface Kept {
  readonly added: number
  readonly updated: number
}

/** A program that writes such files, told by any of these columns. */
export interface FileForm {
  readonly name: string
  readonly columns: readonly string[]
}

/** A column of the preview. */
export interface SampleColumn {
  /** The field of a line as it would be kept. */
  readonly key: string
  readonly label: string
  readonly show?: (value: unknown, formats: Formats) => string
}

/** Reads the cells of a line by field. */
export interface Cells<Field extends string> {
  cell(cells: readonly string[], field: Field): string
  /** What of a line is left out by that, in sentences. */
  leftOut?(cells: readonly string[]): readonly string[]
}

/** Preview columns that show a value as it is: its key and its label. */
export const sampleColumns = (labels: Readonly<Record<string, string>>): readonly SampleColumn[] =>
  Object.entries(labels).map(([key, label]) => ({ key, label }))

/** Which program wrote the table, as far as its header says. */
export const formOf = ({ forms = [] }: ImportKind, header: readonly string[]): string =>
  forms.find(({ columns }) => columns.some((column) => header.includes(column)))?.name ?? 'csv'

/** Which column fills which field: guessed, and corrected by the owner. Problems: no-column, no-field, what the list needs. */
export function mappingFor<Field extends string, Input extends ImportInput>(
  kind: ImportKind<Field, Input>,
  sheet: Sheet,
  input: Input,
): Result<{ readonly guess: Mapping; readonly mapping: Mapping }> {
  const { header } = sheet
  const guess = kind.guess?.(sheet) ?? guessMapping(header, kind.fields)
  const { mapping, unknown } =
    kind.correct?.(header, guess, input) ?? correctMapping(header, guess, input.mapping)
  if (unknown.length > 0)
    return fail('no-column', `The file has no column “${unknown[0]}”. Nothing was changed.`, 'mapping')
  const isOf = (key: string, { name, furtherOf }: ImportField) =>
    name === (furtherOf === undefined ? key : fieldOfKey(key))
  const strange = Object.keys(mapping).find((key) => !kind.fields.some((field) => isOf(key, field)))
  if (strange !== undefined)
    return fail(
      'no-field',
      `${capital(kind.many)} have no field “${strange}”. Nothing was changed.`,
      'mapping',
    )
  const { code, message } = kind.needs
  const cell = lacksColumns(kind, guess) ? header.find(isOfSomething) : undefined
  if (cell !== undefined)
    return fail(
      'no-header',
      `The first line looks like one of the list, not like the names of its columns: “${cell}” stands in it. Nothing was changed. Write a line with the names of the columns above it, and choose the file again.`,
      'mapping',
    )
  if (input.commit && lacksColumns(kind, mapping)) return fail(code, message, 'mapping')
  return ok({ guess, mapping })
}

/** No column is called by a mail address, a number of a telephone or a code: where one stands first, the names are missing. */
const isOfSomething = (cell: string): boolean =>
  isMailAddress(cell.trim()) || /^\+?\d[\d\s()./-]{5,}$/.test(cell.trim())

/** Whether no column fills any of the fields of which the list needs one. */
export const lacksColumns = ({ needs }: Pick<ImportKind, 'needs'>, mapping: Mapping): boolean =>
  !needs.anyOf.some((field) => field in mapping)

/** How the cells of a file are read. */
export function cellsFor<Field extends string>(
  kind: ImportKind<Field>,
  sheet: Sheet,
  mapping: Mapping,
): Cells<Field> {
  return kind.cells?.(sheet, mapping) ?? { cell: cellReader(sheet.header, mapping) }
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)
