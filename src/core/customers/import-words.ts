import type { MailAnswer } from './consent-column.ts'
import type { Refusal } from './consent.ts'
import type { Known } from './known.ts'
import type { FieldChange } from './merge.ts'

/** Whose no holds for a customer, and under which address. */
export function heldWords({ details: { name, email } }: Known, refusal: Refusal | undefined): string {
  const who = refusal?.name || name
  return `${who} said no to mail${who === name ? '' : ` under ${email}`}`
}

/** What was not understood; words of a status once each, which `toldOnce` remembers, because a status may be about something else. */
export function unclearWords(
  { consent, unclear }: MailAnswer,
  saidYes: string,
  toldOnce: Set<string>,
): readonly string[] {
  return unclear.flatMap(({ header, kind, cell }) => {
    const beginning = `“${short(cell)}” was not understood as an answer about mail.`
    if (saidYes !== '')
      return [`${beginning} ${saidYes} said yes before, and that was kept; ask whether it still holds.`]
    if (kind === 'answer' || kind === 'subscription')
      return [`${beginning} ${consent === 'unasked' ? 'It counts as not asked.' : 'It says nothing here.'}`]
    const word = `${header} ${cell}`
    if (toldOnce.has(word)) return []
    toldOnce.add(word)
    if (kind === 'either')
      return [
        `“${header}” may ask who wants mail or who does not: “${short(cell)}” counts as not asked, here and in further lines. If it is one of the two, choose it above.`,
      ]
    return [`${beginning} In “${header}” it says nothing, here and in further lines.`]
  })
}

/** What stays although the file says otherwise, and for whose sake. */
export function keptWords(changes: readonly FieldChange[]): readonly string[] {
  const words = (whose: FieldChange['kept'], beginning: string) => {
    const these = changes
      .filter(({ kept }) => kept === whose)
      .map(
        ({ field, before, after }) =>
          `${field} ${before === '' ? 'left empty' : `“${short(before)}”`} (the file says “${short(after)}”)`,
      )
    return these.length === 0 ? [] : [`${beginning}: ${these.join(', ')}.`]
  }
  return [
    ...words('owner', 'Kept as you have it'),
    ...words('full', 'There is no room left, and nothing was cut'),
    ...words('file', 'Kept as a later file has it, because an earlier one said the same as this'),
  ]
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
