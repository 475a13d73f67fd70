import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { roomOfList } from './room-of-list.ts'
import { rowInUse } from './row-in-use.ts'

/** Rows asked for at once: the ones in sight and a screen on either side. */
export const rowsAsked = 120

/** The height of a row before any is drawn, CSS pixels. */
const rowHeight = 41

/** Rows that are drawn above and below the ones in sight. */
const rowsBeyond = 5

interface Read<Row> {
  readonly total: number
  /** Those that were read, from which one on. */
  readonly rows: readonly Row[]
  readonly from: number
}

/** Where something is drawn. */
interface Drawn {
  readonly index: number
  /** From the first row's top, CSS pixels. */
  readonly start: number
  readonly end: number
}

/**
 * Which rows of a long table are drawn: those in sight, and the one with the focus wherever it is, so that a key never acts on another.
 * `offset` is from where rows are to be read; `height` is that of all.
 */
export function useVirtualRows<Row extends { readonly id: number }>(
  body: RefObject<HTMLTableSectionElement | null>,
  { total, rows, from }: Read<Row>,
) {
  const [held, setHeld] = useState<{ readonly index: number; readonly row: Row }>()
  const usual = useRef(rowHeight)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => body.current?.closest('main') ?? null,
    estimateSize: () => usual.current,
    initialRect: roomOfList(),
  })
  const focused =
    held && isInUse(body.current, held.row.id) ? placeOf(held, { total, rows, from }) : undefined
  const at = (index: number): Row | undefined =>
    rows[index - from] ?? (index === focused ? held?.row : undefined)

  // What stands above the table scrolls with it: rows are in sight so much later. As a margin it would count all rows anew.
  const top = (virtual.scrollOffset ?? 0) - roomAbove(body.current)
  const bottom = top + (virtual.scrollRect?.height ?? 0)
  const indexAt = (y: number) => virtual.getVirtualItemForOffset(Math.max(0, y))?.index ?? 0
  const [first, last] = [indexAt(top), indexAt(bottom)]
  const wanted = new Set(spread(first - rowsBeyond, last + rowsBeyond, total))
  if (focused !== undefined) for (const index of spread(focused - 1, focused + 1, total)) wanted.add(index)
  const height = virtual.getTotalSize()
  const drawn: readonly Drawn[] = [...wanted]
    .toSorted((a, b) => a - b)
    .flatMap((index) => virtual.measurementsCache[index] ?? [])

  const measureDrawn = useEffectEvent(() => {
    for (const row of rowsOf(body.current)) virtual.resizeItem(Number(row.dataset['index']), row.offsetHeight)
  })
  /** Heights are those of a list in a window so wide; in another each row has its own. */
  const measureAnew = useEffectEvent(() => {
    const heights = rowsOf(body.current).map((row) => row.offsetHeight)
    const usualNow = heights.toSorted((a, b) => a - b)[heights.length >> 1]
    if (usualNow === undefined) return
    // Where all are alike, as most are, nothing is to be measured anew for a key.
    if (usualNow === usual.current && [...virtual.itemSizeCache.values()].every((one) => one === usualNow))
      return
    usual.current = usualNow
    virtual.measure()
    measureDrawn()
  })
  useLayoutEffect(() => measureAnew(), [total])
  // A row that another came above has another place, and its height comes along.
  useLayoutEffect(() => measureDrawn(), [rows])
  const remember = useEffectEvent(({ target }: FocusEvent) => {
    const row = target instanceof Element && body.current?.contains(target) && target.closest('tr')
    const index = row ? Number(row.dataset['index']) : -1
    const its = at(index)
    if (its && (held?.index !== index || held.row !== its)) setHeld({ index, row: its })
  })
  useEffect(() => {
    const onFocus = (event: FocusEvent) => remember(event)
    const onResize = () => measureAnew()
    document.addEventListener('focusin', onFocus)
    window.addEventListener('resize', onResize)
    return () => {
      document.removeEventListener('focusin', onFocus)
      window.removeEventListener('resize', onResize)
    }
  }, [])

  return {
    drawn,
    at,
    height,
    measure: virtual.measureElement,
    offset: Math.max(0, Math.floor((first - rowsAsked / 3) / 40) * 40),
  }
}

/** Asks for other rows as soon as others are in sight. */
export function useOffset(offset: number, wanted: number, onOffset: (offset: number) => void): void {
  useEffect(() => {
    if (wanted !== offset) onOffset(wanted)
  }, [wanted, offset, onOffset])
}

const rowsOf = (body: HTMLElement | null): readonly HTMLElement[] => [
  ...(body?.querySelectorAll<HTMLElement>('tr[data-index]') ?? []),
]

const isInUse = (body: HTMLElement | null, id: number): boolean =>
  Boolean(body?.querySelector(`tr[data-id="${id}"]${rowInUse}`))

/** Where a row stands now; undefined where it has left the list. */
function placeOf<Row extends { readonly id: number }>(
  held: { readonly index: number; readonly row: Row },
  { total, rows, from }: Read<Row>,
): number | undefined {
  const place = rows.findIndex(({ id }) => id === held.row.id)
  if (place >= 0) return from + place
  const wasRead = held.index >= from && held.index < from + rows.length
  return wasRead || held.index >= total ? undefined : held.index
}

/** What stands above a table's first row, CSS pixels; a table part's own offset is only to its table. */
function roomAbove(part: HTMLElement | null): number {
  if (!part) return 0
  const { offsetTop, offsetParent } = part
  return offsetTop + (offsetParent instanceof HTMLTableElement ? offsetParent.offsetTop : 0)
}

/** The indexes from one to another that there are. */
function spread(first: number, last: number, total: number): readonly number[] {
  const from = Math.max(0, first)
  return Array.from({ length: Math.max(0, Math.min(last, total - 1) - from + 1) }, (_, i) => from + i)
}
