import { addressParts, isElsewhere } from './address.ts'
import { isSaid } from './compared.ts'
import { afterAdding, customerMemory, judge, knowsNote } from './import-memory.ts'
import type { CustomerRow } from './import-row.ts'
import type { Known } from './known.ts'
import { hasPhones, joinedPhones } from './phone-columns.ts'
import { phonesIn, sharePhone, tellingPhones } from './phones.ts'
import { detailNames, longestDetail, mailKey, mailKeys, type CustomerDetails } from './person.ts'
import {
  fitted,
  furtherAddresses,
  furtherMails,
  hasText,
  isJoined,
  restInNotes,
  together,
} from './together.ts'

/** What a line would change of a customer; `kept` where the present value stays although the file says another. */
export interface FieldChange {
  readonly field: keyof CustomerDetails | 'sourceId' | 'mailConsent'
  readonly before: string
  readonly after: string
  /** Whose value stays: the owner's, or that of a later file; what there is no room for; null where the file's is taken. */
  readonly kept: 'owner' | 'file' | 'full' | null
}

/**
 * Takes over what a line knows better: never over what the owner changed, never a value that an earlier file had already
 * brought. Blank replaces nothing, notes are added to, the first number stays. Returns all that differed.
 */
export function mergeRow(known: Known, row: CustomerRow): readonly FieldChange[] {
  const changes: FieldChange[] = []
  const line = withOwnAddress(known, row)
  const rests: string[] = []
  for (const field of detailNames) {
    const change = field === 'notes' ? undefined : takeField(known, line, field, rests)
    if (change) changes.push(change)
  }
  const notes = [line.notes, ...rests].filter((text) => text !== '').join('\n')
  const note = addNote(known, { ...line, notes })
  if (note) changes.push(note)
  if (known.sourceId === '' && row.sourceId !== '') {
    changes.push({ field: 'sourceId', before: '', after: row.sourceId, kept: null })
    known.sourceId = row.sourceId
  }
  known.changed ||= changes.some(({ kept }) => kept === null)
  return changes
}

/** A further line of the file with an address of another place: it stands among the others, and mixes with nothing. */
function withOwnAddress({ here }: Known, row: CustomerRow): CustomerRow {
  if (!here || !isElsewhere(here.details, row)) return row
  const otherAddresses = furtherAddresses(row.otherAddresses, here.details, row)
  return { ...row, ...Object.fromEntries(addressParts.map((part) => [part, ''])), otherAddresses }
}

function takeField(
  known: Known,
  row: CustomerRow,
  field: keyof CustomerDetails,
  rests: string[],
): FieldChange | undefined {
  const before = known.details[field]
  // Without a name, the line's name is only its address, and how it writes what it was found by is no news.
  const isNews = row.isNamed || (field !== 'name' && !isSaid(known, row, field))
  const whole = isNews ? valueAfter(known, row, field) : ''
  const { value: after, rest } = isJoined(field) ? fitted(field, whole) : { value: whole, rest: '' }
  const judged = judge(known.memory, field, before, after)
  if (judged === 'same') return undefined
  if (judged === 'owner') return { field, before, after, kept: 'owner' }
  if (judged === 'older') return { field, before, after, kept: 'file' }
  if (rest !== '' && isJoined(field)) rests.push(restInNotes(field, rest))
  put(known, field, after)
  // By an empty company, as by every other value that was replaced, an older file is to find them again.
  const isKnownBy = before !== '' || field === 'company'
  known.memory = customerMemory.afterTaking(known.memory, field, isKnownBy ? before : undefined)
  return { field, before, after, kept: null }
}

/** What stands there when a line was read: of what somebody has several, none is taken away that the line does not name. */
function valueAfter(known: Known, row: CustomerRow, field: keyof CustomerDetails): string {
  const value = row[field]
  if (value === '') return ''
  const { details, memory, here } = known
  switch (field) {
    case 'phone':
      return phoneAfter(known, row)
    case 'email':
      // One of their other mailboxes is no news.
      return mailKey(value) !== '' && mailKeys(details.otherMails).includes(mailKey(value)) ? '' : value
    case 'otherMails':
      return together(field, details.otherMails, furtherMails(value, details.email))
    case 'otherAddresses':
      return together(field, details.otherAddresses, furtherAddresses(value, details))
    case 'mustKnow':
    case 'preferences': {
      const both = together(field, details[field], value)
      const isHeard = both === details[field] && memory.earlier[field]?.includes(value)
      if (isHeard) return ''
      // Two lines of one file have both their part; a later file says anew.
      const isFurther = here !== null && here.details[field] !== '' && customerMemory.isBrought(memory, field)
      return isFurther ? both : value
    }
    default:
      return value
  }
}

/**
 * The phone as a line has it: a file that has some of several numbers takes none of the others away, as a blank one does not, and a
 * further line of the same file that shares one adds the rest of its own.
 */
function phoneAfter({ details: { phone: before }, memory, here }: Known, { phone }: CustomerRow): string {
  if (before === '' || phone === before) return phone
  const [known, these] = [phonesIn(before), phonesIn(phone)]
  if (hasPhones(before, phone) && (known.length > 1 || (hasKinds(before) && !hasKinds(phone)))) return ''
  const isNew = customerMemory.isBrought(memory, 'phone') && !memory.earlier.phone?.includes(phone)
  const isMore =
    here !== null &&
    isNew &&
    known.length + these.length > 2 &&
    sharePhone(tellingPhones(before), tellingPhones(phone))
  return isMore ? joinedPhones([before, phone]) : phone
}

/** Whether it says of its numbers what kind they are. */
const hasKinds = (phones: string): boolean => /\(\p{L}[^)]*\)/u.test(phones)

function addNote(known: Known, row: CustomerRow): FieldChange | undefined {
  const before = known.details.notes
  if (row.notes === '' || before === '') return takeField(known, row, 'notes', [])
  if (hasText(before, row.notes)) return undefined
  if (knowsNote(known.memory, before, row.notes))
    return { field: 'notes', before, after: row.notes, kept: 'owner' }
  const after = `${before}\n${row.notes}`
  if (after.length > longestDetail('notes')) return { field: 'notes', before, after: row.notes, kept: 'full' }
  put(known, 'notes', after)
  known.memory = afterAdding(known.memory, before, row.notes)
  return { field: 'notes', before, after, kept: null }
}

function put(known: Known, field: keyof CustomerDetails, value: string): void {
  known.details = { ...known.details, [field]: value }
}
