import type { CustomerRow } from './import-row.ts'
import type { Known } from './match.ts'
import { cutTo } from '../text-length.ts'
import { detailNames, longestDetail, type CustomerDetails } from './person.ts'

/**
 * Takes over what a line knows better. Blank never replaces something, the company never replaces a person's name, notes
 * are added to, the first number stays, and who said no to mail stays with no. Returns what is to be told about it.
 */
export function mergeRow(known: Known, row: CustomerRow): readonly string[] {
  const messages: string[] = []
  const details = { ...known.details, ...newDetails(known.details, row) }
  const changed = detailNames.some((name) => details[name] !== known.details[name])
  if (changed) known.details = details
  if (known.sourceId === '' && row.sourceId !== '') {
    known.sourceId = row.sourceId
    known.changed = true
  }
  if (row.consent === 'yes' && known.consent === 'no')
    messages.push(`${details.name} said no to mail. The file says yes; no was kept.`)
  else if (row.consent !== 'unasked' && row.consent !== known.consent) {
    known.consent = row.consent
    known.answered = true
    known.changed = true
  }
  known.changed ||= changed
  return messages
}

function newDetails(old: CustomerDetails, row: CustomerRow): Partial<CustomerDetails> {
  const news: Partial<Record<keyof CustomerDetails, string>> = {}
  for (const name of detailNames) if (row[name] !== '') news[name] = row[name]
  if (!row.namesPerson) delete news.name
  if (old.notes !== '' && row.notes !== '')
    news.notes = old.notes.includes(row.notes)
      ? old.notes
      : cutTo(`${old.notes}\n${row.notes}`, longestDetail('notes'))
  return news
}
