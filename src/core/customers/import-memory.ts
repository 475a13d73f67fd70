import { z } from 'zod'
import { detailNames, type CustomerDetails } from './person.ts'

type Field = (typeof detailNames)[number]

/** What is remembered of a customer's fields, so that a file never takes back what the owner changed. */
export interface ImportMemory {
  /** The fields whose present value came from a file, as bits in the order of {@link detailNames}. */
  readonly brought: number
  /**
   * What a field said before. A field that stands here without being {@link brought} is as the owner wants it, also where it is
   * empty.
   */
  readonly earlier: Earlier
}

type Earlier = Readonly<Partial<Record<Field, readonly string[]>>>

const bit = (field: Field): number => 1 << detailNames.indexOf(field)

const isBrought = ({ brought }: ImportMemory, field: Field): boolean => (brought & bit(field)) !== 0

/** The memory of somebody whom a file brings. */
export const broughtAlong = (details: CustomerDetails): ImportMemory => ({
  brought: detailNames.reduce((bits, field) => (details[field] === '' ? bits : bits | bit(field)), 0),
  earlier: {},
})

/** What a file's value means for a field: it is taken, it is an old one of that file, or the owner wants another. */
export function judge(
  memory: ImportMemory,
  field: Field,
  present: string,
  value: string,
): 'same' | 'take' | 'older' | 'owner' {
  const earlier = memory.earlier[field]
  if (value === '' || value === present) return 'same'
  if (isBrought(memory, field)) return earlier?.includes(value) ? 'older' : 'take'
  return present === '' && earlier === undefined ? 'take' : 'owner'
}

/** After a file's value took the place of `before`. */
export const afterTaking = (memory: ImportMemory, field: Field, before: string): ImportMemory => ({
  brought: memory.brought | bit(field),
  earlier: before === '' ? memory.earlier : { ...memory.earlier, [field]: withAlso(memory, field, [before]) },
})

/** After a file's note was put under those there were; both are known from then on. */
export const afterAdding = (memory: ImportMemory, before: string, note: string): ImportMemory => ({
  brought: memory.brought & ~bit('notes'),
  earlier: { ...memory.earlier, notes: withAlso(memory, 'notes', [before, note]) },
})

/** After the owner changed fields by hand. */
export function afterEdit(
  memory: ImportMemory,
  before: CustomerDetails,
  after: CustomerDetails,
): ImportMemory {
  let { brought, earlier } = memory
  for (const field of detailNames) {
    if (before[field] === after[field]) continue
    brought &= ~bit(field)
    earlier = { ...earlier, [field]: withAlso(memory, field, before[field] === '' ? [] : [before[field]]) }
  }
  return { brought, earlier }
}

function withAlso({ earlier }: ImportMemory, field: Field, values: readonly string[]): readonly string[] {
  const known = earlier[field] ?? []
  return [...known, ...values.filter((value) => !known.includes(value))]
}

/** Whether a note came from a file before or stands there. */
export const knowsNote = ({ earlier }: ImportMemory, present: string, note: string): boolean =>
  present.includes(note) || (earlier.notes ?? []).includes(note)

/** All a field has ever said, the present value first. */
export const everSaid = ({ earlier }: ImportMemory, field: Field, present: string): readonly string[] =>
  earlier[field] === undefined ? [present] : [present, ...earlier[field]]

const kept = z.partialRecord(z.enum(detailNames), z.array(z.string()))

/** The earlier values as the shop file keeps them; '' where there are none. */
export const writeEarlier = (earlier: Earlier): string =>
  Object.keys(earlier).length === 0 ? '' : JSON.stringify(earlier)

/** Reads what {@link writeEarlier} wrote. */
export const readEarlier = (text: string): Earlier => (text === '' ? {} : kept.parse(JSON.parse(text)))
