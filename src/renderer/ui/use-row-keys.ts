import { useEffect, useEffectEvent, type RefObject } from 'react'

/**
 * Keys of one letter on a row of a list, wherever in the row the focus is: `onKey` gets the letter, small, and the row, and answers
 * whether it took the key.
 */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  rows: string,
  onKey: (letter: string, row: HTMLElement) => boolean,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, target } = event
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
    if (!(target instanceof HTMLElement) || target.closest('input, textarea, [role=dialog]')) return
    const row = target.closest<HTMLElement>(rows)
    if (row && list.current?.contains(row) && onKey(key.toLowerCase(), row)) event.preventDefault()
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
