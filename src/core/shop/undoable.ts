import type { Topic } from '../call.ts'

/** All that an act can change: what lists or turns acts is about it. */
export const undoable = [
  'shop',
  'hours',
  'stock',
  'promises',
  'customers',
  'newsletter',
  'checklists',
  'staff',
  'actions',
  'referrals',
  'letters',
] as const satisfies readonly Topic[]
