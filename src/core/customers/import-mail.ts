import type { Corrected, Mapping } from '../import/mapping.ts'
import { correctMapping } from '../import/mapping.ts'
import { columnCells, type Sheet } from '../import/sheet.ts'
import { wholeListByName, withWholeList, type WholeList } from './whole-list.ts'
import { broughtBy, mailAnswer, mailColumns, passedOver, type MailAnswer } from './consent-column.ts'

/** What the owner chose of a file's columns. */
export interface MailChoices {
  readonly mapping?: Mapping | undefined
  /** Columns that are not to be read as answers about mail. */
  readonly notAboutMail?: readonly string[] | undefined
  /** What the list says as a whole; without, what its name says. */
  readonly wholeList?: WholeList | undefined
}

/** The mapping of a file with customers as the owner corrected it: a column they left out may fill another field, and is then no answer. */
export function correctedMail(header: readonly string[], guess: Mapping, choices: MailChoices): Corrected {
  const { mapping, unknown } = correctMapping(header, guess, choices.mapping)
  const left = columnsLeft(guess, choices)
  const isAnswer = (field: string) => field === 'consent' || field === 'refusal'
  return {
    mapping: Object.fromEntries(
      Object.entries(mapping).filter(([field, column]) => !isAnswer(field) || !left.has(column)),
    ),
    unknown: [...unknown, ...[...left].filter((column) => !header.includes(column))],
  }
}

/** The columns about mail that the owner took out: any by its name, the two guessed ones also by their field. */
function columnsLeft(guess: Mapping, { mapping = {}, notAboutMail = [] }: MailChoices): ReadonlySet<string> {
  const fields = ['consent', 'refusal'].flatMap((field) =>
    mapping[field] === '' && guess[field] !== undefined ? [guess[field]] : [],
  )
  const chosen = new Set(Object.values(mapping))
  return new Set([...fields.filter((column) => !chosen.has(column)), ...notAboutMail])
}

interface File {
  readonly name: string
  readonly sheet: Sheet
  readonly guess: Mapping
  readonly mapping: Mapping
}

/** The columns of a file that say something about mail: those that are read, what each brings, and those that nobody reads. */
export function mailOf({ name, sheet, guess, mapping }: File, choices: MailChoices) {
  const wholeByName = wholeListByName(name)
  const wholeList = choices.wholeList ?? wholeByName
  const { header, rows } = sheet
  const left = columnsLeft(guess, choices)
  const isChosen = mapping['consent'] !== undefined && mapping['consent'] === choices.mapping?.['consent']
  const all = mailColumns(header, mapping, isChosen, (place) => columnCells(sheet, header[place]!))
  const read = all.filter((column) => !left.has(column.header))
  const places = read.map((column) => header.indexOf(column.header))
  return {
    columns: read.map((column) => column.header),
    wholeList,
    answer: (cells: readonly string[]): MailAnswer =>
      withWholeList(
        mailAnswer(
          read,
          places.map((place) => cells[place] ?? ''),
        ),
        wholeList,
        wholeList !== wholeByName,
      ),
    brought: () =>
      all.map((column) => ({
        column: column.header,
        isRead: !left.has(column.header),
        ...broughtBy(column, columnCells(sheet, column.header)),
      })),
    unread() {
      const used = new Set([...Object.values(mapping), ...all.map((column) => column.header), ...left])
      return passedOver(header, (column) => used.has(column), rows)
    },
  }
}
