import { z } from 'zod'

/** What a file can bring that the owner can change, in the order of the bits in `broughtFields`; never moved, only added to. */
export const broughtNames = ['name', 'gtin', 'category', 'shelf', 'supplier', 'unit', 'leadDays'] as const

type Field = (typeof broughtNames)[number]

/** The values of a product that the memory is about. */
export type Brought = Readonly<Record<Exclude<Field, 'leadDays'>, string>> & { readonly leadDays: number }

/** What is remembered of a product's fields, so that a file never takes back what the owner changed. */
export interface ProductMemory {
  /** The fields whose present value came from a file, as bits in the order of {@link broughtNames}. */
  readonly brought: number
  /** What a field said before the owner changed it; a field that stands here is as the owner wants it, also when empty. */
  readonly earlier: Readonly<Partial<Record<Field, readonly string[]>>>
}

export const noMemory: ProductMemory = { brought: 0, earlier: {} }

const bit = (field: Field): number => 1 << broughtNames.indexOf(field)
const textOf = (product: Brought, field: Field): string =>
  field === 'leadDays' ? (product.leadDays === 0 ? '' : String(product.leadDays)) : product[field]

/** The memory of a product that a file brings. */
export const broughtAlong = (product: Brought): ProductMemory => ({
  brought: broughtNames.reduce(
    (bits, field) => (textOf(product, field) === '' ? bits : bits | bit(field)),
    0,
  ),
  earlier: {},
})

/** Whether a file's value takes the place of the present one: not where the owner chose the present one. */
export const mayTake = ({ brought, earlier }: ProductMemory, field: Field, present: Brought): boolean =>
  (brought & bit(field)) !== 0 || (textOf(present, field) === '' && earlier[field] === undefined)

/** After a file's value was taken. */
export const afterTaking = (memory: ProductMemory, field: Field): ProductMemory => ({
  ...memory,
  brought: memory.brought | bit(field),
})

/** After the owner changed fields by hand. */
export function afterEdit(memory: ProductMemory, before: Brought, after: Brought): ProductMemory {
  let { brought, earlier } = memory
  for (const field of broughtNames) {
    const was = textOf(before, field)
    if (was === textOf(after, field)) continue
    brought &= ~bit(field)
    const known = earlier[field] ?? []
    earlier = { ...earlier, [field]: was === '' || known.includes(was) ? known : [...known, was] }
  }
  return { brought, earlier }
}

const kept = z.partialRecord(z.enum(broughtNames), z.array(z.string()))

/** The columns `broughtFields` and `earlierValues` of a product. */
export const writeMemory = ({ brought, earlier }: ProductMemory) => ({
  broughtFields: brought,
  earlierValues: Object.keys(earlier).length === 0 ? '' : JSON.stringify(earlier),
})

/** Reads what {@link writeMemory} wrote. */
export const readMemory = (row: {
  readonly broughtFields: number
  readonly earlierValues: string
}): ProductMemory => ({
  brought: row.broughtFields,
  earlier: row.earlierValues === '' ? {} : kept.parse(JSON.parse(row.earlierValues)),
})
