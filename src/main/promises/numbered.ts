import { customerMemory } from '../../core/customers/import-memory.ts'
import { sameName } from '../../core/customers/names.ts'
import type { PromiseLine } from '../../core/promises/promise-file.ts'
import type { customersNumbered } from '../customers/edge.ts'

/** A customer on file with a number. */
export type Named = Awaited<ReturnType<typeof customersNumbered>>[number]

interface Holder {
  /** Undefined where the number is nobody's. */
  readonly customer: Named | undefined
  /** Why it is not, where somebody has it. */
  readonly said: string | null
}

/**
 * Whom of those who have its number a line is about: a number of several is nobody's, and nor is one whose customer on file has
 * another name than the line, as every program counts its customers from 1.
 */
export function holderOf({ customerNumber, customerName }: PromiseLine, of: readonly Named[]): Holder {
  const meant = customerName === '' ? of : of.filter((one) => isCalled(one, customerName))
  const [customer] = meant
  if (meant.length === 1) return { customer, said: null }
  if (of.length === 0) return { customer: undefined, said: null }
  const said =
    meant.length === 0
      ? `Number ${customerNumber} is that of ${namesOf(of)} on file, but the line names ${customerName}. The promise was kept under that name, without a customer.`
      : `Number ${customerNumber} is that of several customers: ${namesOf(meant)}. The promise was kept without a customer.`
  return { customer: undefined, said }
}

/** Whether they are or were called so, or their company is. */
function isCalled({ name, company, ...kept }: Named, called: string): boolean {
  const { earlier } = customerMemory.read(kept)
  return [name, company, ...(earlier.name ?? [])].some((one) => one !== '' && sameName(one, called))
}

const namesOf = (all: readonly Named[]): string =>
  `${all
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ')}${all.length > 3 ? ' and more' : ''}`
