import { useState } from 'react'
import type { Order } from './virtual-table.tsx'

/** What a list is sorted by, remembered on this PC; the first of `known` until another was chosen. */
export function useOrder<By extends string>(
  list: string,
  known: readonly [By, ...By[]],
): [Order & { readonly by: By }, (order: Order) => void] {
  const key = `wellkept.order.${list}`
  const [order, setOrder] = useState(() => remembered(localStorage.getItem(key), known))
  return [
    order,
    (chosen) => {
      const next = { by: known.find((by) => by === chosen.by) ?? known[0], down: chosen.down }
      setOrder(next)
      localStorage.setItem(key, `${next.by} ${next.down ? 'down' : 'up'}`)
    },
  ]
}

function remembered<By extends string>(text: string | null, known: readonly [By, ...By[]]) {
  const [by, way] = (text ?? '').split(' ')
  const found = known.find((one) => one === by)
  return { by: found ?? known[0], down: found !== undefined && way === 'down' }
}
