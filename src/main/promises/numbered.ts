import { customerMemory } from '../../core/customers/import-memory.ts'
import { sameName } from '../../core/customers/names.ts'
import { isUnclear, numbersIn } from '../../core/promises/customer-of-line.ts'
import type { PromiseField } from '../../core/promises/promise-fields.ts'
import { calledIn, numberIn, type SaidCustomer } from '../../core/promises/said-customer.ts'
import { customersNumbered } from '../customers/edge.ts'
import type { ImportFile } from '../import/plan.ts'
import { inSlices } from '../import/slices.ts'
import type { Context } from '../store/context.ts'
import { comparing } from './import-places.ts'

/** A customer on file with a number. */
export type Named = Awaited<ReturnType<typeof customersNumbered>>[number]

interface Holder {
  /** Undefined where the number is nobody's. */
  readonly customer: Named | undefined
  /** Why it is not, where somebody has it. */
  readonly said: string | null
}

/**
 * Whom of those who have its number a line is about: a number of several is nobody's, and nor is one whose customer on file is
 * somebody else than the line names, as every program counts its customers from 1.
 */
export function holderOf(named: SaidCustomer, of: readonly Named[]): Holder {
  const isNamed = named.name !== '' || named.company !== ''
  const meant = isNamed ? of.filter((one) => isMeant(one, named)) : of
  const [customer] = meant
  if (meant.length === 1) return { customer, said: null }
  if (of.length === 0) return { customer: undefined, said: null }
  const number = numberIn(named)
  const said =
    meant.length === 0
      ? `Number ${number} is that of ${namesOf(of)} on file, but the line names ${calledIn(named)}. The promise was kept under that name, without a customer.`
      : `Number ${number} is that of several customers: ${namesOf(meant)}. The promise was kept without a customer.`
  return { customer: undefined, said }
}

/** Which values under "Customer" are numbers, where another column names somebody: the whole column tells, and the customers on file. */
export async function numbersUnder(
  context: Context,
  { sheet, mapping, cell }: Pick<ImportFile<PromiseField>, 'sheet' | 'mapping' | 'cell'>,
): Promise<(customer: string) => boolean> {
  const isBeside = besides.some((field) => field in mapping)
  const values = new Set(isBeside ? sheet.rows.map(({ cells }) => cell(cells, 'customer')) : [])
  const onFile = new Set<string>()
  await inSlices(context, [...values].filter(isUnclear), comparing, async (some) => {
    for (const { sourceId } of await customersNumbered(context.db, some)) onFile.add(sourceId)
  })
  return numbersIn(values, onFile)
}

const besides = ['customerFirstName', 'customerLastName', 'customerCompany'] as const

/** All that a customer on file is or was called, and their company. */
export function everCalled({ name, company, ...kept }: Named): readonly string[] {
  const { earlier } = customerMemory.read(kept)
  return [name, company, ...(earlier.name ?? []), ...(earlier.company ?? [])].filter((one) => one !== '')
}

/**
 * Whether they are not somebody else than a line names: the person is or was called so, or their company is. Where a firm is on file
 * under its own name, its people are not somebody else.
 */
function isMeant(one: Named, { name, company }: SaidCustomer): boolean {
  const isCalled = (called: string) => everCalled(one).some((known) => sameName(known, called))
  if (name === '') return isCalled(company)
  const isFirm = company !== '' && sameName(one.name, company)
  return isCalled(name) || isFirm || isBoth(one, name)
}

/** "Anna Berg, ACME" in one cell: the person and their company. */
function isBoth({ name, company }: Named, called: string): boolean {
  const [one = '', other = '', ...more] = called.split(',').map((part) => part.trim())
  if (more.length > 0 || other === '' || company === '') return false
  return [
    [one, other],
    [other, one],
  ].some(([person, firm]) => sameName(name, person!) && sameName(company, firm!))
}

const namesOf = (all: readonly Named[]): string =>
  `${all
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ')}${all.length > 3 ? ' and more' : ''}`
