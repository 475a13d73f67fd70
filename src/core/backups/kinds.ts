/** What an owner counts when asked whether a backup is the right one, in the order it is shown. */
export const countedKinds = [
  'customers',
  'touches',
  'promises',
  'products',
  'batches',
  'hoursLog',
  'newsletterIssues',
  'checklistLines',
] as const

export type CountedKind = (typeof countedKinds)[number]
