import { useEffect, useRef } from 'react'

/**
 * When the row that had the focus leaves the list, the one that takes its place gets it. Rows carry `data-index`.
 * `content` is what the rows are made from; `refocus` does the same by hand, after a dialog has gone.
 */
export function useFocusKept(content: unknown) {
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<number>(undefined)
  useEffect(() => {
    const element = list.current
    const remember = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
      last.current = row ? Number(row.dataset['index']) : undefined
    }
    element?.addEventListener('focusin', remember)
    return () => element?.removeEventListener('focusin', remember)
  }, [])
  const toNearest = () => {
    const at = last.current
    if (at === undefined || document.activeElement !== document.body) return
    const away = (row: HTMLElement) => Math.abs(Number(row.dataset['index']) - at)
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-index]') ?? [])]
    const nearest = rows.filter((row) => row.querySelector('button')).toSorted((a, b) => away(a) - away(b))[0]
    nearest?.querySelector('button')?.focus()
  }
  useEffect(toNearest, [content])
  // A dialog gives the focus back a moment after it has gone.
  return { list, refocus: () => void setTimeout(toNearest, 50) }
}
