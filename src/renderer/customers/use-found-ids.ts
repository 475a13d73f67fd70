import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ListedOnly } from '../../core/customers/orders.ts'
import { useCall, type Call } from '../call.ts'

/** Everybody the search finds, not only those in sight; read where it is needed. */
export function useFoundIds(text: string, only: ListedOnly, { enabled }: { readonly enabled: boolean }) {
  const call = useCall()
  const answers = useQueryClient()
  // Stale with the search itself, by its name.
  const asked = {
    queryKey: ['customers.search', { text, only, all: true }],
    queryFn: () => idsOf(call, text, only),
  }
  const { data } = useQuery({ ...asked, enabled })
  return { ids: enabled ? data : undefined, read: () => answers.fetchQuery(asked) }
}

async function idsOf(call: Call, text: string, only: ListedOnly): Promise<ReadonlySet<number>> {
  const ids = new Set<number>()
  for (let offset = 0; ; offset += 500) {
    const result = await call('customers.search', { text, only, limit: 500, offset })
    if (!result.ok || result.value.rows.length === 0) return ids
    for (const { id } of result.value.rows) ids.add(id)
  }
}
