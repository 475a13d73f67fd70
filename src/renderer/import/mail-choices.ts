import type { MailBrought } from '../../core/customers/consent-column.ts'
import type { Choices } from './choices.ts'

/** What a report on a file of customers says of columns about mail; other reports say nothing of them. */
interface MailReport {
  readonly mapping: Readonly<Record<string, string>>
  readonly mailBrought?: readonly MailBrought[]
}

/** The columns of a file that are read as answers about mail. */
export const mailRead = ({ mailBrought = [] }: MailReport): readonly string[] =>
  mailBrought.filter(({ isRead }) => isRead).map(({ column }) => column)

/** The choices with a column read as an answer about mail, or not. A field that the owner filled from it is empty then. */
export function withMailRead(
  choices: Choices,
  { mapping }: MailReport,
  column: string,
  isRead: boolean,
): Choices {
  const others = (choices.notAboutMail ?? []).filter((other) => other !== column)
  if (isRead) return { ...choices, notAboutMail: others }
  const isFilledFrom = (field: string) => mapping[field] === column && choices.mapping?.[field] === column
  const kept = Object.entries(choices.mapping ?? {}).filter(([field]) => !isFilledFrom(field))
  return { ...choices, mapping: Object.fromEntries(kept), notAboutMail: [...others, column] }
}
