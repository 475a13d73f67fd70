import { Group, NativeSelect, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type RefObject, useId, useRef, useState } from 'react'
import type { Day } from '../../core/day.ts'
import { writtenQuantity } from '../../core/price.ts'
import type { Product, ProductInStock } from '../../core/stock/calls.ts'
import { pullDayOf } from '../../core/stock/expiry.ts'
import { codeKey } from '../../core/stock/gtin.ts'
import { Form, SaveButton } from '../ui/form.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { AmountNote } from './amount-note.tsx'
import { DateEcho } from './date-echo.tsx'
import { DateInput } from './date-input.tsx'
import { kindLabels } from './kind-labels.ts'
import { ProductInput } from './product-input.tsx'
import { UnknownProduct } from './unknown-product.tsx'
import { useBatch } from './use-batch.ts'
import { useMark } from '../ui/use-mark.ts'

const kinds = (['best-before', 'use-by', 'after-opening'] as const).map((value) => ({
  value,
  label: kindLabels[value],
}))

interface PartProps {
  readonly batch: Omit<ReturnType<typeof useBatch>, 'productField' | 'dateField'>
  readonly dateField: RefObject<HTMLInputElement | null>
  readonly quantityField: RefObject<HTMLInputElement | null>
  /** The id of the element that says what was typed. */
  readonly meaningId: string
}

/** Adds a delivery: product, date, quantity, Enter – and the next one. */
export function BatchForm() {
  const { productField, dateField, ...batch } = useBatch()
  const { form, product } = batch
  const { unknown, name, date, quantity, lot } = form.value
  const [scanned, setScanned] = useState<{ readonly code: string; readonly over: string }>()
  const quantityField = useRef<HTMLInputElement>(null)
  const meaningId = useId()
  useHotkeys([['mod+B', () => productField.current?.focus()]], [])

  const choose = (next: { readonly product: ProductInStock | null; readonly name: string }) => {
    // The kind that was chosen for a batch of one product says nothing about another.
    form.set({ ...next, ...(product && product.id !== next.product?.id && { kind: '' as const }) })
    form.calm()
  }
  const isBegun = date !== '' || quantity !== '' || lot !== ''
  const over = product?.name ?? name.trim()
  /** A delivery half entered is not given to the next product that is scanned, also where its own is not chosen yet. */
  const mayScan = (code: string) => {
    const isHalf = isBegun && over !== ''
    const isOther = codeKey(code) !== codeKey(product?.gtin ?? name)
    setScanned(isHalf && isOther ? { code, over } : undefined)
    return !isHalf || (product === null && !isOther)
  }
  const leaveUnknown = (made?: Product) => {
    if (made) {
      return form.set({
        unknown: null,
        product: { ...made, inStock: 0, nextDate: '', lastDateKind: '' },
        name: '',
      })
    }
    form.set({ unknown: null, name: isBegun ? (unknown?.text ?? '') : '' })
  }
  if (unknown)
    return <UnknownProduct unknown={unknown} onMade={leaveUnknown} onCancel={() => leaveUnknown()} />
  const parts = { batch, dateField, quantityField, meaningId }
  return (
    <Form form={form} gap={0} className="panel stock-add" label="Add a batch">
      <Group gap="sm" align="flex-end">
        <ProductInput
          ref={productField}
          product={product}
          typed={name}
          onType={(text) => choose({ product: null, name: text })}
          onChoose={(chosen) => choose({ product: chosen, name: '' })}
          onUnknown={(text, isCode) => form.set({ unknown: { text, isCode } })}
          mayScan={mayScan}
        />
        <Fields {...parts} />
        <SaveButton form={form}>Add batch</SaveButton>
      </Group>
      <Meaning {...parts} scanned={scanned?.over === over ? scanned : undefined} />
    </Form>
  )
}

function Fields({ batch, dateField, quantityField, meaningId }: PartProps) {
  const { form, date, isBadDate, isBadAmount } = batch
  return (
    <>
      <DateInput
        ref={dateField}
        {...form.pick('date')}
        entry={date.entry}
        others={date.others}
        today={date.today}
        order={date.order}
        error={(form.tried && isBadDate) || form.error('date')}
        meaningId={meaningId}
      />
      <NativeSelect
        label="Kind of date"
        data={kinds}
        w={140}
        value={batch.kind}
        onChange={({ currentTarget }) => {
          const { value } = kinds.find((one) => one.value === currentTarget.value)!
          // Back to what stands there without a product: the product that comes decides, also after a scan over this list.
          form.set({ kind: batch.product === null && value === batch.proposed ? '' : value })
        }}
      />
      <TextInput
        label="Quantity"
        ref={quantityField}
        placeholder="1"
        w={90}
        inputMode="decimal"
        aria-describedby={meaningId}
        {...form.text('quantity')}
        error={isBadAmount || form.error('quantity')}
      />
      <TextInput label="Lot" placeholder="if any" w={110} maxLength={200} {...form.text('lot')} />
    </>
  )
}

interface MeaningProps extends PartProps {
  /** What was scanned while another product is half entered. */
  readonly scanned: { readonly code: string; readonly over: string } | undefined
}

/** What the typed date and quantity mean, and what is in the way of adding them. */
function Meaning({ batch, dateField, quantityField, meaningId, scanned }: MeaningProps) {
  const formats = useFormats()
  const { form, product, date, amount, isBadDate } = batch
  const { quantity } = form.value
  const mark = useMark()
  const take = (day: Day) => {
    form.set({ date: day })
    dateField.current?.focus()
  }
  return (
    <div
      id={meaningId}
      aria-live="polite"
      className={`meaning figures ${form.tried && (isBadDate || !product) ? 'broken' : ''}`}
    >
      {scanned !== undefined && (
        <strong className="risk">
          {product
            ? `“${scanned.code}” was scanned, but ${product.name} is not added yet. Add it, then scan again.`
            : `“${scanned.code}” was scanned, but the batch of “${scanned.over}” is not added yet. Choose its product and add it, or empty the field, then scan again.`}
        </strong>
      )}
      {form.tried && !product ? (
        'Choose the product first: scan its code, or type its name and press Enter.'
      ) : 'problem' in amount ? (
        amount.problem
      ) : (
        <DateEcho {...date} onTake={take} />
      )}
      {'day' in date.entry && product && product.leadDays > 0 && (
        <span>{`leaves the shelf ${formats.day(pullDayOf(date.entry.day, product.leadDays))}`}</span>
      )}
      <AmountNote
        text={quantity}
        amount={amount}
        onTake={(other) => {
          form.set({ quantity: writtenQuantity(other, mark) })
          quantityField.current?.focus()
        }}
      />
    </div>
  )
}
