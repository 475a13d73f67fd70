import { useRef } from 'react'
import { useRowKeys } from '../ui/use-row-keys.ts'
import { useWrite } from '../use-call.ts'

/** N on a row of a list, wherever in the row the focus is: not today. */
export function useNotTodayKey() {
  const { run, problem } = useWrite('customers.notToday')
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list, '[data-customer]', (letter, row) => {
    if (letter !== 'n') return false
    void run({ customerId: Number(row.dataset['customer']) })
    return true
  })
  return { list, problem }
}
