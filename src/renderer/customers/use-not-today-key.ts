import { useEffect, useRef } from 'react'
import { useWrite } from '../use-call.ts'

/** N on a row of a list, wherever in the row the focus is: not today. */
export function useNotTodayKey() {
  const { run, problem } = useWrite('customers.notToday')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'n' || event.ctrlKey || event.altKey || event.metaKey) return
      const { target } = event
      if (!(target instanceof HTMLElement) || target.closest('input, textarea, [role=dialog]')) return
      const row = target.closest<HTMLElement>('[data-customer]')
      if (!row || !list.current?.contains(row)) return
      event.preventDefault()
      void run({ customerId: Number(row.dataset['customer']) })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  return { list, problem }
}
