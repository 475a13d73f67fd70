import { Button, Group, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { daysBetween, type Day } from '../../core/day.ts'
import type { ProductInStock } from '../../core/stock/calls.ts'
import { productOrders } from '../../core/stock/orders.ts'
import { codeProblem } from '../../core/stock/gtin.ts'
import { amountWords } from '../../core/stock/words.ts'
import { FindInput } from '../ui/find-input.tsx'
import { NameWords } from '../ui/name-words.tsx'
import { NothingFound } from '../ui/nothing-found.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { rowsAsked } from '../ui/virtual-rows.ts'
import { VirtualTable } from '../ui/virtual-table.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { useOrder } from '../ui/use-order.ts'
import { useMark } from '../ui/use-mark.ts'

interface ProductListProps {
  readonly today: Day
  readonly onOpen: (productId: number) => void
  readonly onAdd: (name: string) => void
}

/** All products, found as you type. Only what is in sight is read and drawn. */
export function ProductList({ today, onOpen, onAdd }: ProductListProps) {
  const formats = useFormats()
  const [text, setText] = useState('')
  const [sought] = useDebouncedValue(text, 60)
  const [offset, setOffset] = useState(0)
  const [order, setOrder] = useOrder('products', productOrders)
  const asked = { text: sought, by: order.by, down: order.down, limit: rowsAsked, offset }
  const found = useRead('stock.products', asked, { keepPrevious: true })
  const total = found.value?.total
  return (
    <div>
      <Group justify="space-between">
        <FindInput
          name="Find products by name or code"
          placeholder="Find by name or code"
          value={text}
          onChange={(typed) => {
            setText(typed)
            setOffset(0)
          }}
          w={360}
        />
        <Group gap="sm">
          <span className="quiet figures" aria-live="polite">
            {total !== undefined && formats.counted(total, 'product', 'products')}
          </span>
          <Button variant="default" onClick={() => onAdd('')}>
            Add a product
          </Button>
        </Group>
      </Group>
      <ProblemNote problem={found.problem} />
      <VirtualTable
        name="Products"
        className="product-table"
        columns={columns}
        found={found}
        offset={offset}
        onOffset={setOffset}
        order={order}
        onOrder={(chosen) => {
          setOrder(chosen)
          setOffset(0)
        }}
        renderCells={(row) => <ProductCells row={row} today={today} onOpen={onOpen} />}
        empty={<NothingFound says="No product" text={sought} onAdd={onAdd} />}
      />
    </div>
  )
}

const columns = [
  { className: 'name', head: 'Name', by: 'name' },
  { className: 'code', head: 'Code' },
  { className: 'category', head: 'Category', by: 'category' },
  { className: 'shelf', head: 'Shelf', by: 'shelf' },
  { className: 'next-date', head: 'Next date', by: 'nextDate' },
  { className: 'amount', head: 'In stock', by: 'inStock' },
] as const

/** The first date on the shelf, as the pack has it, and how far it is. */
function NextDate({ date, today }: { readonly date: Day | ''; readonly today: Day }) {
  const formats = useFormats()
  if (date === '')
    return (
      <td className="next-date">
        <VisuallyHidden>no date</VisuallyHidden>
      </td>
    )
  const words = formats.away(daysBetween(today, date))
  const mark = date < today ? 'broken' : date === today ? 'risk' : ''
  return (
    <td data-fact className={`next-date figures ${mark}`}>
      {formats.onPack(date, today)} <span className="quiet">{words}</span>
    </td>
  )
}

interface ProductCellsProps {
  readonly row: ProductInStock
  readonly today: Day
  readonly onOpen: (productId: number) => void
}

function ProductCells({ row, today, onOpen }: ProductCellsProps) {
  const mark = useMark()
  const amount = row.inStock === 0 ? 'none' : amountWords(row.inStock, row.unit, mark)
  return (
    <>
      <td className="name">
        <button type="button" className="name-button" onClick={() => onOpen(row.id)}>
          <NameWords name={row.name} company="" />
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
      <NextDate date={row.nextDate} today={today} />
      <td className={`amount clip figures ${row.inStock === 0 ? 'quiet' : ''}`} title={amount}>
        {amount}
      </td>
    </>
  )
}
