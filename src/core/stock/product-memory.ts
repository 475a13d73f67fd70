import { memoryOf, type ImportMemory } from '../import/memory.ts'

/** What a file can bring that the owner can change, in the order of the bits in `broughtFields`; never moved, only added to. */
const broughtNames = ['name', 'gtin', 'category', 'shelf', 'supplier', 'unit', 'leadDays'] as const

type Field = (typeof broughtNames)[number]

/** The values of a product that the memory is about. */
export type Brought = Readonly<Record<Exclude<Field, 'leadDays'>, string>> & { readonly leadDays: number }

/** What is remembered of a product's fields. */
export type ProductMemory = ImportMemory<Field>

/** What a field says, as it is compared and remembered. */
export const broughtText = (product: Brought, field: Field): string =>
  field === 'leadDays' ? (product.leadDays === 0 ? '' : String(product.leadDays)) : product[field]

export const productMemory = memoryOf(broughtNames, broughtText)
