import { identity } from '../../core/fold.ts'
import type { Call } from '../call.ts'
import type { Who } from './who-input.tsx'

/** A name typed in full that is exactly one customer's is that customer. */
export async function named(call: Call, { name, customerId }: Who): Promise<Who> {
  if (customerId !== undefined) return { name, customerId }
  const result = await call('customers.search', { text: name, limit: 10 })
  const same = result.ok ? result.value.rows.filter((row) => identity(row.name) === identity(name)) : []
  return same.length === 1 ? { name, customerId: same[0]!.id } : { name }
}
