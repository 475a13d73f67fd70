import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useId, useRef, useState } from 'react'
import type { Product, ProductInStock } from '../../core/stock/calls.ts'
import type { Day } from '../../core/day.ts'
import { pullDayOf } from '../../core/stock/expiry.ts'
import { codeKey } from '../../core/stock/gtin.ts'
import { parseQuantity, writtenQuantity } from '../../core/price.ts'
import { formatDay } from '../ui/format.ts'
import { isAsked } from '../ui/is-asked.ts'
import { KeptLine } from '../ui/kept-line.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useScan } from '../ui/scan.ts'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'
import { AmountNote } from './amount-note.tsx'
import { DateEcho } from './date-echo.tsx'
import { DateInput } from './date-input.tsx'
import { sentDate, useTypedDate } from './use-typed-date.ts'
import { kindLabels } from './kind-labels.ts'
import { ProductForm } from './product-form.tsx'
import { ProductInput } from './product-input.tsx'
import { useMark } from './use-mark.ts'

const kinds = (['best-before', 'use-by', 'after-opening'] as const).map((value) => ({
  value,
  label: kindLabels[value],
}))

const nothing = {
  product: null as ProductInStock | null,
  /** What was typed or scanned and is no product yet. */
  unknown: null as { readonly text: string; readonly isCode: boolean } | null,
  date: '',
  quantity: '',
  lot: '',
}

/** Adds a delivery: product, date, quantity, Enter – and the next one. */
export function BatchForm({ today }: { readonly today: Day }) {
  // The next batch of a delivery has likely the same kind of date.
  const [lastKind, setLastKind] = useState<(typeof kinds)[number]['value']>('best-before')
  const kept = useKept('batch', { ...nothing, kind: lastKind })
  const { product, unknown, date, kind, quantity, lot } = kept.value
  const [tried, setTried] = useState(false)
  const [scanned, setScanned] = useState<string>()
  const add = useWrite('stock.addBatch')
  const productField = useRef<HTMLInputElement>(null)
  const dateField = useRef<HTMLInputElement>(null)
  const quantityField = useRef<HTMLInputElement>(null)
  const meaningId = useId()
  const mark = useMark()
  useHotkeys([['mod+B', () => productField.current?.focus()]], [])

  const before = useRef({ unknown, product })
  useEffect(() => {
    const back = before.current.unknown !== null
    const isSame = before.current.product === product
    before.current = { unknown, product }
    // What comes back half-filled takes no focus.
    if (unknown !== null || (product && isSame && !back)) return
    if (product) dateField.current?.focus()
    else if (back) productField.current?.focus()
  }, [unknown, product])

  const { order, entry, others, said } = useTypedDate(date, kept.typedAtMs('date'), today)
  const amount = parseQuantity(quantity, mark)
  const badDate = 'problem' in entry
  const badQuantity = 'problem' in amount || ('quantity' in amount && amount.quantity < 0.001)

  const take = (day: Day) => {
    kept.set({ date: day })
    dateField.current?.focus()
  }
  const chosen = (next: ProductInStock | null) => {
    kept.set({ product: next })
    setTried(false)
    setScanned(undefined)
    add.clear()
  }
  /** A delivery half entered is not given to the next product that is scanned. */
  const mayScan = (code: string) => {
    const isHalf = product !== null && (date !== '' || quantity !== '' || lot !== '')
    const isOther = codeKey(code) !== codeKey(product?.gtin ?? '')
    setScanned(isHalf && isOther ? code : undefined)
    return !isHalf
  }
  const made = (next: Product) => {
    setScanned(undefined)
    kept.set({ unknown: null, product: { ...next, inStock: 0 } })
  }
  const save = async () => {
    setTried(true)
    if (!product) return productField.current?.focus()
    if (badDate) return dateField.current?.focus()
    if (badQuantity) return
    const result = await add.run({
      productId: product.id,
      lot,
      date: sentDate(entry),
      dateKind: 'day' in entry ? kind : undefined,
      quantity: 'quantity' in amount ? amount.quantity : undefined,
    })
    if (!result.ok) return
    setLastKind(kind)
    kept.startOver()
    setTried(false)
    setScanned(undefined)
    productField.current?.focus()
  }
  useScan((code) => {
    if (unknown === null || isAsked()) return false
    if (codeKey(code) !== codeKey(unknown.text)) setScanned(code)
    return true
  })
  if (unknown !== null)
    return (
      <div className="panel stock-add">
        <ProductForm
          start={startOf(unknown.text, unknown.isCode)}
          title={`Nothing goes by “${unknown.text}” yet. Add it:`}
          onSaved={made}
          onCancel={() => {
            setScanned(undefined)
            kept.set({ unknown: null })
          }}
        />
        {scanned !== undefined && (
          <div className="meaning" role="status">
            <strong className="risk">
              {`“${scanned}” was scanned, but the new product is not added yet. Add it or cancel, then scan again.`}
            </strong>
          </div>
        )}
      </div>
    )
  return (
    <form
      className="panel stock-add"
      aria-label="Add a batch"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <KeptLine kept={kept} />
      <Group gap="sm" align="flex-end">
        <ProductInput
          ref={productField}
          product={product}
          onChoose={chosen}
          onUnknown={(text, isCode) => kept.set({ unknown: { text, isCode } })}
          mayScan={mayScan}
        />
        <DateInput
          ref={dateField}
          value={date}
          entry={entry}
          others={others}
          onChange={(next) => kept.set({ date: next })}
          today={today}
          order={order}
          invalid={tried && badDate}
          meaningId={meaningId}
        />
        <NativeSelect
          label="Kind of date"
          data={kinds}
          value={kind}
          w={140}
          onChange={(event) =>
            kept.set({ kind: kinds.find(({ value }) => value === event.currentTarget.value)!.value })
          }
        />
        <TextInput
          label="Quantity"
          ref={quantityField}
          placeholder="1"
          w={90}
          inputMode="decimal"
          value={quantity}
          error={badQuantity}
          aria-describedby={meaningId}
          onChange={(event) => kept.set({ quantity: event.currentTarget.value })}
        />
        <TextInput
          label="Lot"
          placeholder="if any"
          w={110}
          value={lot}
          maxLength={200}
          onChange={(event) => kept.set({ lot: event.currentTarget.value })}
        />
        <Button type="submit" loading={add.busy}>
          Add batch
        </Button>
      </Group>
      <div
        id={meaningId}
        aria-live="polite"
        className={`meaning figures ${tried && (badDate || !product) ? 'broken' : ''}`}
      >
        {scanned !== undefined && product && (
          <strong className="risk">
            {`“${scanned}” was scanned, but ${product.name} is not added yet. Add it, then scan again.`}
          </strong>
        )}
        {tried && !product ? (
          'Choose the product first: scan its code, or type its name and press Enter.'
        ) : 'problem' in amount ? (
          amount.problem
        ) : (
          <DateEcho entry={entry} others={others} said={said} today={today} order={order} onTake={take} />
        )}
        {'day' in entry && product && product.leadDays > 0 && (
          <span>{`leaves the shelf ${formatDay(pullDayOf(entry.day, product.leadDays))}`}</span>
        )}
        <AmountNote
          text={quantity}
          amount={amount}
          onTake={(other) => {
            kept.set({ quantity: writtenQuantity(other, mark) })
            quantityField.current?.focus()
          }}
        />
      </div>
      <ProblemNote problem={add.problem} />
    </form>
  )
}

/** What was typed or scanned is the new product's code when it looks like one, else its name. */
const startOf = (text: string, isCode: boolean) =>
  isCode || /^[\d\s-]{4,}$/.test(text) ? { gtin: text } : { name: text }
