import { memoryOf, type ImportMemory } from '../import/memory.ts'
import { detailNames, type CustomerDetails } from './person.ts'
import { hasText } from './together.ts'

type Field = (typeof detailNames)[number]

/** What is remembered of a customer's fields. */
export type CustomerMemory = ImportMemory<Field>

export const customerMemory = memoryOf(detailNames, (details: CustomerDetails, field) => details[field])

/** What a file's value means for a field: it is taken, it is an old one of that file, or the owner wants another. */
export function judge(
  memory: CustomerMemory,
  field: Field,
  present: string,
  value: string,
): 'same' | 'take' | 'older' | 'owner' {
  if (value === '' || value === present) return 'same'
  if (!customerMemory.mayTake(memory, field, present)) return 'owner'
  return customerMemory.isBrought(memory, field) && memory.earlier[field]?.includes(value) ? 'older' : 'take'
}

/** After a file's note was put under those there were; both are known from then on. */
export const afterAdding = (memory: CustomerMemory, before: string, note: string): CustomerMemory =>
  customerMemory.ownedNow(memory, 'notes', [before, note])

/** Whether a note came from a file before or stands there. */
export const knowsNote = ({ earlier }: CustomerMemory, present: string, note: string): boolean =>
  hasText(present, note) || (earlier.notes ?? []).includes(note)

/** All a field has ever said, the present value first; '' where it was empty before somebody filled it. */
export function everSaid({ earlier }: CustomerMemory, field: Field, present: string): readonly string[] {
  const before = earlier[field]
  return before === undefined ? [present] : [present, ...(before.length === 0 ? [''] : before)]
}
