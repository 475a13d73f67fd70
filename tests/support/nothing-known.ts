import { detailNames, type CustomerDetails } from '../../src/core/customers/person.ts'

/** A customer of whom nothing is known. */
export const nothingKnown = Object.fromEntries(detailNames.map((name) => [name, ''])) as Record<
  keyof CustomerDetails,
  string
>
