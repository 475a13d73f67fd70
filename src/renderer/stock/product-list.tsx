import { Button, Group, TextInput, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle, IconSearch } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { ProductInStock } from '../../core/stock/calls.ts'
import { codeProblem } from '../../core/stock/gtin.ts'
import { amountWords } from '../../core/stock/words.ts'
import { formatNumber } from '../ui/format.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useRead } from '../use-call.ts'

/** Rows asked for at once: the ones in sight and a screen on either side. */
const page = 120

interface ProductListProps {
  readonly onOpen: (productId: number) => void
  readonly onAdd: (name: string) => void
}

/** All products, found as you type. Only what is in sight is read and drawn. */
export function ProductList({ onOpen, onAdd }: ProductListProps) {
  const [text, setText] = useState('')
  const [sought] = useDebouncedValue(text, 60)
  const [offset, setOffset] = useState(0)
  const found = useRead('stock.products', { text: sought, limit: page, offset }, { keepPrevious: true })
  const body = useRef<HTMLTableSectionElement>(null)
  const total = found.value?.total ?? 0
  const [shownFrom, setShownFrom] = useState(0)
  if (!found.stale && shownFrom !== offset) setShownFrom(offset)
  const margin = body.current ? distanceFromTop(body.current) : 0
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => body.current?.closest('main') ?? null,
    estimateSize: () => 41,
    overscan: 8,
    scrollMargin: margin,
    onChange: ({ range }) => {
      const wanted = Math.max(0, Math.floor(((range?.startIndex ?? 0) - page / 3) / 40) * 40)
      if (wanted !== offset) setOffset(wanted)
    },
  })
  const items = virtual.getVirtualItems()
  return (
    <div>
      <Group justify="space-between">
        <TextInput
          aria-label="Find products by name or code"
          placeholder="Find by name or code"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setOffset(0)
          }}
          w={360}
        />
        <Group gap="sm">
          <span className="quiet figures" aria-live="polite">
            {found.value && (total === 1 ? '1 product' : `${formatNumber(total)} products`)}
          </span>
          <Button variant="default" onClick={() => onAdd('')}>
            Add a product
          </Button>
        </Group>
      </Group>
      <ProblemNote problem={found.problem} />
      {found.value && total === 0 ? (
        <p className="quiet">
          {`No product for “${sought}”. Try fewer letters, or `}
          <Button size="compact-sm" variant="subtle" onClick={() => onAdd(sought)}>
            {`add “${sought}”`}
          </Button>
        </p>
      ) : (
        <table className="product-table" aria-label="Products" aria-rowcount={total + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(({ name, className }) => (
                <th key={name} scope="col" className={className}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            <Gap height={(items[0]?.start ?? margin) - margin} />
            {items.map(({ index }) => (
              <tr key={index} aria-rowindex={index + 2}>
                <ProductCells row={found.value?.rows[index - shownFrom]} onOpen={onOpen} />
              </tr>
            ))}
            <Gap height={virtual.getTotalSize() + margin - (items.at(-1)?.end ?? margin)} />
          </tbody>
        </table>
      )}
    </div>
  )
}

/** The room of the rows that are not drawn. */
const Gap = ({ height }: { readonly height: number }) => height > 0 && <tr aria-hidden style={{ height }} />

const columns = [
  { name: 'Name', className: 'name' },
  { name: 'Code', className: 'code' },
  { name: 'Category', className: 'category' },
  { name: 'Shelf', className: 'shelf' },
  { name: 'In stock', className: 'amount' },
] as const

interface ProductCellsProps {
  /** Undefined while it is being read. */
  readonly row: ProductInStock | undefined
  readonly onOpen: (productId: number) => void
}

function ProductCells({ row, onOpen }: ProductCellsProps) {
  if (!row)
    return (
      <td colSpan={columns.length} className="quiet">
        …
      </td>
    )
  const amount = row.inStock === 0 ? 'none' : amountWords(row.inStock, row.unit)
  return (
    <>
      <td className="name">
        <button type="button" className="plain-button clip" title={row.name} onClick={() => onOpen(row.id)}>
          {row.name}
        </button>
      </td>
      <td className="code clip figures" title={row.gtinValid ? row.gtin : codeProblem(row.gtin)}>
        {row.gtin}
        {!row.gtinValid && (
          <span className="risk">
            {' '}
            <IconAlertTriangle size={14} aria-hidden />
            <VisuallyHidden>the code is not a GTIN</VisuallyHidden>
          </span>
        )}
      </td>
      <td className="category clip quiet" title={row.category}>
        {row.category}
      </td>
      <td className="shelf clip quiet" title={row.shelf}>
        {row.shelf}
      </td>
      <td className={`amount clip figures ${row.inStock === 0 ? 'quiet' : ''}`} title={amount}>
        {amount}
      </td>
    </>
  )
}

/** From the top of what scrolls; a table part's own offset is only to its table. */
const distanceFromTop = (part: HTMLElement): number =>
  part.offsetTop + (part.offsetParent instanceof HTMLTableElement ? part.offsetParent.offsetTop : 0)
