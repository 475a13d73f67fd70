import { isSaid } from './compared.ts'
import { afterAdding, customerMemory, judge, knowsNote } from './import-memory.ts'
import type { CustomerRow } from './import-row.ts'
import type { Known } from './known.ts'
import { hasPhones, joinedPhones } from './phone-columns.ts'
import { phonesIn, sharePhone, tellingPhones } from './phones.ts'
import { cutTo } from '../text-length.ts'
import { detailNames, longestDetail, type CustomerDetails } from './person.ts'
import { waysTogether } from './ways.ts'

/** What a line would change of a customer; `kept` where the present value stays although the file says another. */
export interface FieldChange {
  readonly field: keyof CustomerDetails | 'sourceId' | 'mailConsent'
  readonly before: string
  readonly after: string
  /** Whose value stays: the owner's, or that of a later file; null where the file's is taken. */
  readonly kept: 'owner' | 'file' | null
}

/**
 * Takes over what a line knows better: never over what the owner changed, never a value that an earlier file had already
 * brought. Blank replaces nothing, notes are added to, the first number stays. Returns all that differed.
 */
export function mergeRow(known: Known, row: CustomerRow): readonly FieldChange[] {
  const changes: FieldChange[] = []
  for (const field of detailNames) {
    const change = field === 'notes' ? addNote(known, row) : takeField(known, row, field)
    if (change) changes.push(change)
  }
  if (known.sourceId === '' && row.sourceId !== '') {
    changes.push({ field: 'sourceId', before: '', after: row.sourceId, kept: null })
    known.sourceId = row.sourceId
  }
  known.changed ||= changes.some(({ kept }) => kept === null)
  return changes
}

function takeField(known: Known, row: CustomerRow, field: keyof CustomerDetails): FieldChange | undefined {
  const before = known.details[field]
  // Without a name, the line's name is only its address, and how it writes what it was found by is no news.
  const isNews = row.isNamed || (field !== 'name' && !isSaid(known, row, field))
  const after = isNews ? valueAfter(known, row, field) : ''
  const judged = judge(known.memory, field, before, after)
  if (judged === 'same') return undefined
  if (judged === 'owner') return { field, before, after, kept: 'owner' }
  if (judged === 'older') return { field, before, after, kept: 'file' }
  put(known, field, after)
  // By an empty company, as by every other value that was replaced, an older file is to find them again.
  const isKnownBy = before !== '' || field === 'company'
  known.memory = customerMemory.afterTaking(known.memory, field, isKnownBy ? before : undefined)
  return { field, before, after, kept: null }
}

/** What stands there when a line was read: of what somebody has several, none is taken away that the line does not name. */
function valueAfter(known: Known, row: CustomerRow, field: keyof CustomerDetails): string {
  if (field === 'phone') return phoneAfter(known, row)
  if (field !== 'otherMails' && field !== 'otherAddresses') return row[field]
  if (row[field] === '') return ''
  return cutTo(waysTogether(field, known.details[field], row[field]), longestDetail(field))
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
  if (row.notes === '' || before === '') return takeField(known, row, 'notes')
  if (before.includes(row.notes)) return undefined
  if (knowsNote(known.memory, before, row.notes))
    return { field: 'notes', before, after: row.notes, kept: 'owner' }
  const after = cutTo(`${before}\n${row.notes}`, longestDetail('notes'))
  put(known, 'notes', after)
  known.memory = afterAdding(known.memory, before, row.notes)
  return { field: 'notes', before, after, kept: null }
}

function put(known: Known, field: keyof CustomerDetails, value: string): void {
  known.details = { ...known.details, [field]: value }
}
