import type { CallName } from '../calls.ts'

/** The calls behind what the window shows first. */
export const firstReads = [
  'shop.state',
  'shop.details',
  'drafts.all',
  'today.list',
  'hours.status',
  'staff.list',
] as const satisfies readonly CallName[]
