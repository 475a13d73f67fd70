import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { isFocusNowhere } from './keep-focus.ts'
import { isAsked } from './is-asked.ts'

/**
 * The keys of a page's list whose rows carry `data-index`: down leads to its first row, up and down move between rows, left
 * and right between a row's buttons. When the row that had the focus leaves the list, the one that takes its place gets it.
 * `content` is what the rows are made from; `refocus` does the same by hand, after a dialog has gone.
 */
export function useRows(content: unknown) {
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<number>(undefined)
  useEffect(() => {
    const element = list.current
    const remember = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
      last.current = row ? Number(row.dataset['index']) : undefined
    }
    element?.addEventListener('focusin', remember)
    element?.addEventListener('keydown', moveFocus)
    return () => {
      element?.removeEventListener('focusin', remember)
      element?.removeEventListener('keydown', moveFocus)
    }
  }, [])
  useHotkeys([['ArrowDown', (event) => toFirst(list.current, event), { preventDefault: false }]])
  const toNearest = () => {
    const at = last.current
    if (at === undefined || !isFocusNowhere()) return
    const away = (row: HTMLElement) => Math.abs(Number(row.dataset['index']) - at)
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-index]') ?? [])]
    const nearest = rows.filter((row) => buttonsOf(row).length > 0).toSorted((a, b) => away(a) - away(b))[0]
    buttonsOf(nearest)[0]?.focus()
  }
  useEffect(toNearest, [content])
  // A dialog gives the focus back a moment after it has gone.
  return { list, refocus: () => void setTimeout(toNearest, 50) }
}

/** What opens over the page or beside its list has its own arrows, and so has the list. */
function toFirst(list: HTMLElement | null, event: KeyboardEvent): void {
  const isElsewhere =
    event.target instanceof Element &&
    (list?.contains(event.target) || event.target.closest('aside, [role=dialog]'))
  const first = buttonsOf(list)[0]
  if (!first || isElsewhere || isAsked() || event.defaultPrevented) return
  event.preventDefault()
  first.focus()
}

/** What can be done with a row; a name in it that opens it is reached by Tab. */
const buttonsOf = (row: Element | null | undefined): HTMLButtonElement[] => [
  ...(row?.querySelectorAll<HTMLButtonElement>('button:not(:disabled, .name-button)') ?? []),
]

function moveFocus(this: HTMLElement, event: KeyboardEvent): void {
  const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-index]')
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return
  const buttons = buttonsOf(row)
  const column = buttons.findIndex((button) => button === event.target)
  if (column < 0) return
  const found: Record<string, () => HTMLButtonElement | undefined> = {
    ArrowDown: () => buttonBeside(this, row, 1),
    ArrowUp: () => buttonBeside(this, row, -1),
    ArrowRight: () => buttons[column + 1],
    ArrowLeft: () => buttons[column - 1],
  }
  const to = found[event.key]?.()
  if (!to) return
  event.preventDefault()
  event.stopPropagation()
  to.focus()
}

/** The first button of the nearest row that has one; headings have none, and only what is in sight is drawn. */
function buttonBeside(list: HTMLElement, row: HTMLElement, step: 1 | -1): HTMLButtonElement | undefined {
  for (let at = Number(row.dataset['index']) + step; ; at += step) {
    const beside = list.querySelector(`[data-index="${at}"]`)
    if (!beside) return undefined
    const [button] = buttonsOf(beside)
    if (button) return button
  }
}
