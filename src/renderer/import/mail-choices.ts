import type { MailBrought } from '../../core/customers/consent-column.ts'
import type { ChosenFields, Choices } from './choices.ts'

/** What a report on a file of customers says of columns about mail; other reports say nothing of them. */
interface MailReport {
  readonly mapping: Readonly<Record<string, string>>
  readonly mailBrought?: readonly MailBrought[]
}

/** The fields that are filled from an answer about mail. */
const mailFields = ['consent', 'refusal']

const columnsOf = (mailBrought: readonly MailBrought[], read: boolean): readonly string[] =>
  mailBrought.filter(({ isRead }) => isRead === read).map(({ column }) => column)

/** The columns of a file that are read as answers about mail. */
export const mailRead = ({ mailBrought = [] }: MailReport): readonly string[] => columnsOf(mailBrought, true)

/** The columns of a file that could be read as answers about mail, and are not. */
export const mailUnread = ({ mailBrought = [] }: MailReport): readonly string[] =>
  columnsOf(mailBrought, false)

/** The choices with a column read as an answer about mail, or not. A field that the owner filled from it is empty then. */
export function withMailRead(choices: Choices, report: MailReport, column: string, isRead: boolean): Choices {
  const { mapping } = report
  const left = new Set([...(choices.notAboutMail ?? []), ...mailUnread(report)])
  left.delete(column)
  // An emptied field leaves its column unread, too: each column is left by its own name instead.
  if (isRead) return { ...choices, mapping: without(choices, isEmptied), notAboutMail: [...left] }
  const isFilledFrom = (field: string, from: string) => from === column && mapping[field] === column
  return { ...choices, mapping: without(choices, isFilledFrom), notAboutMail: [...left, column] }
}

/**
 * The choices with a column chosen for a field, or for none: as an answer about mail it is read, also where it was left. What was
 * answered about the numbers or dates of a field's column before is not said of another.
 */
export function withFields(
  choices: Choices,
  fields: ChosenFields,
  column: string,
  field: string | null,
): Choices {
  const all = Object.entries({ ...choices.mapping, ...fields })
  const mapping = Object.fromEntries(
    all.flatMap(([name, from]) => (from === undefined ? [] : [[name, from]])),
  )
  const { numbers, dates, notAboutMail } = choices
  const stays = <T>(answers: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(answers).filter(([name]) => !Object.hasOwn(fields, name)))
  const chosen = {
    ...choices,
    mapping,
    ...(numbers && { numbers: stays(numbers) }),
    ...(dates && { dates: stays(dates) }),
  }
  if (!notAboutMail || field === null || !mailFields.includes(field)) return chosen
  return { ...chosen, notAboutMail: notAboutMail.filter((other) => other !== column) }
}

const isEmptied = (field: string, from: string): boolean => from === '' && mailFields.includes(field)

const without = (
  { mapping = {} }: Choices,
  isGone: (field: string, from: string) => boolean,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(mapping).filter(([field, from]) => !isGone(field, from)))
