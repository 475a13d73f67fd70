import { ok } from '../../core/result.ts'
import type { Handler } from '../store/context.ts'
import { customersNumbered } from './rows.ts'

/** Whose card was scanned: the customer of that number, where it is one alone. Some programs print it with zeros before it. */
export const byCard: Handler<'customers.byCard'> = async ({ db }, { code }) => {
  const number = code.trim()
  if (number === '') return ok({ customer: null })
  const numbers = [...new Set([number, number.replace(/^0+(?=\d)/, '')])]
  const rows = await customersNumbered(db, numbers)
  const [only, ...others] = new Map(rows.map(({ id, name, company }) => [id, name || company]))
  return ok({ customer: only && others.length === 0 ? { id: only[0], name: only[1] } : null })
}
