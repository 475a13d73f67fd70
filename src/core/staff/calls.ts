import { z } from 'zod'
import { read, write } from '../call.ts'
import { line, rowId } from '../inputs.ts'

/** Somebody who works in the shop. */
export interface StaffMember {
  readonly id: number
  readonly name: string
  /** For paper. */
  readonly initials: string
  /** False for who no longer works here: their name stays in what they did. */
  readonly active: boolean
}

const staffId = rowId('Choose somebody who works here.')

export const staffCalls = {
  /** Everybody, those who work here first. */
  'staff.list': read<{ rows: readonly StaffMember[] }>()({ topics: ['staff'], input: z.strictObject({}) }),
  /** Without initials they follow from the name. Problems: name-taken, initials-taken, no-staff. */
  'staff.save': write<{ id: number }>()({
    topics: ['staff'],
    input: z.strictObject({
      staffId: staffId.optional(),
      name: line(80).min(1, 'Write the name.'),
      initials: line(4).default(''),
    }),
  }),
  /** They no longer work here. */
  'staff.retire': write<null>()({ topics: ['staff'], input: z.strictObject({ staffId }) }),
  'staff.takeBack': write<null>()({ topics: ['staff'], input: z.strictObject({ staffId }) }),
}
