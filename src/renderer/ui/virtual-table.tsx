import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { Fragment, useRef, useState, type ReactNode } from 'react'
import type { Reading } from '../use-call.ts'
import { useOffset, useVirtualRows } from './virtual-rows.ts'
import './virtual-table.css'

const noRows: readonly never[] = []

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
  const rows = useVirtualRows(body, { total, rows: found.value?.rows ?? noRows, from: shownFrom })
  useOffset(offset, rows.offset, onOffset)
  if (found.value && total === 0) return empty
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
        {rows.drawn.map(({ index, start }, nth) => {
          const row = rows.at(index)
          return (
            // By whom it is about: the focus stays on them when rows come or go above.
            <Fragment key={row?.id ?? `still ${index}`}>
              <Gap height={start - (rows.drawn[nth - 1]?.end ?? 0)} />
              <tr ref={rows.measure} data-index={index} data-id={row?.id} aria-rowindex={index + 2}>
                {row ? renderCells(row) : <StillRead columns={columns.length} />}
              </tr>
            </Fragment>
          )
        })}
        <Gap height={rows.height - (rows.drawn.at(-1)?.end ?? 0)} />
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
