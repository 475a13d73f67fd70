import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type ReactNode } from 'react'
import type { Reading } from '../use-call.ts'
import { roomOfList } from './room-of-list.ts'
import './virtual-table.css'

/** Rows asked for at once: the ones in sight and a screen on either side. */
export const rowsAsked = 120

const rowHeight = 41

/** Rows that are drawn above and below the ones in sight. */
const rowsBeyond = 5

interface Column {
  /** Names the column's cells as well; its width stands in the feature's style sheet. */
  readonly className: string
  readonly head: ReactNode
  /** What the rows can be sorted by here. */
  readonly by?: string
}

/** What the rows are sorted by. */
export interface Order {
  readonly by: string
  readonly down: boolean
}

interface VirtualTableProps<Row> {
  readonly name: string
  readonly className: string
  readonly columns: readonly Column[]
  /** The rows from `offset` on, and how many there are in all. */
  readonly found: Reading<{ readonly total: number; readonly rows: readonly Row[] }>
  readonly offset: number
  /** Asks for the rows from another place on. */
  readonly onOffset: (offset: number) => void
  readonly order?: Order
  readonly onOrder?: (order: Order) => void
  /** A row's cells, one for each column. */
  readonly renderCells: (row: Row) => ReactNode
  /** What stands there instead when there is no row. */
  readonly empty: ReactNode
}

/** A table as long as it likes to be: only what is in sight is read and drawn. */
export function VirtualTable<Row extends { readonly id: number }>(props: VirtualTableProps<Row>) {
  const { name, className, columns, found, offset, onOffset, order, onOrder, renderCells, empty } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const total = found.value?.total ?? 0
  const [shownFrom, setShownFrom] = useState(0)
  if (!found.stale && shownFrom !== offset) setShownFrom(offset)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => body.current?.closest('main') ?? null,
    estimateSize: () => rowHeight,
    initialRect: roomOfList(),
    // What stands above the table scrolls with it: rows are in sight so much later. As a margin it would count all rows anew.
    rangeExtractor: ({ startIndex, endIndex, count }) => {
      const above = rowsAbove(body.current)
      // Also where all of the table lies below the window, its first rows are there for Tab.
      const last = endIndex === count - 1 ? endIndex : Math.max(0, endIndex - above) + rowsBeyond
      return indexes(startIndex - above - rowsBeyond, Math.min(last, count - 1))
    },
    onChange: ({ range }) => {
      const wanted = Math.max(0, Math.floor(((range?.startIndex ?? 0) - rowsAsked / 3) / 40) * 40)
      if (wanted !== offset) onOffset(wanted)
    },
  })
  if (found.value && total === 0) return empty
  const items = virtual.getVirtualItems()
  const rowAt = (index: number) => found.value?.rows[index - shownFrom]
  return (
    <table className={`virtual-table ${className}`} aria-label={name} aria-rowcount={total + 1}>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <th
              key={column.className}
              scope="col"
              className={column.className}
              aria-sort={
                order && order.by === column.by ? (order.down ? 'descending' : 'ascending') : undefined
              }
            >
              {order && onOrder && column.by !== undefined ? (
                <SortButton by={column.by} order={order} onOrder={onOrder}>
                  {column.head}
                </SortButton>
              ) : (
                column.head
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Gap height={items[0]?.start ?? 0} />
        {items.map(({ index }) => {
          const row = rowAt(index)
          return (
            // By whom it is about: the focus stays on them when rows come or go above.
            <tr
              key={row?.id ?? `still ${index}`}
              ref={virtual.measureElement}
              data-index={index}
              aria-rowindex={index + 2}
            >
              {row ? renderCells(row) : <StillRead columns={columns.length} />}
            </tr>
          )
        })}
        <Gap height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
      </tbody>
    </table>
  )
}

interface SortButtonProps {
  readonly by: string
  readonly order: Order
  readonly onOrder: (order: Order) => void
  readonly children: ReactNode
}

/** A column's name: sorts by it, and the other way the second time. */
const SortButton = ({ by, order, onOrder, children }: SortButtonProps) => {
  const isIts = order.by === by
  const Mark = order.down ? IconChevronDown : IconChevronUp
  return (
    <button type="button" className="sort-button" onClick={() => onOrder({ by, down: isIts && !order.down })}>
      {children}
      {isIts && <Mark size={14} aria-hidden />}
    </button>
  )
}

/** The room of the rows that are not drawn. */
const Gap = ({ height }: { readonly height: number }) => height > 0 && <tr aria-hidden style={{ height }} />

const StillRead = ({ columns }: { readonly columns: number }) => (
  <td colSpan={columns} className="quiet">
    …
  </td>
)

/** How many rows would have room above a table's first; a table part's own offset is only to its table. */
function rowsAbove(part: HTMLElement | null): number {
  if (!part) return 0
  const { offsetTop, offsetParent } = part
  return Math.ceil(
    (offsetTop + (offsetParent instanceof HTMLTableElement ? offsetParent.offsetTop : 0)) / rowHeight,
  )
}

const indexes = (first: number, last: number): number[] => {
  const from = Math.max(0, first)
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => from + i)
}
