import { useEffect, useRef } from 'react'
import { parseQuantity } from '../../core/price.ts'
import { type ProductInStock, stockCalls } from '../../core/stock/calls.ts'
import type { DateKind } from '../../core/stock/expiry.ts'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { useMark } from '../ui/use-mark.ts'
import { useRead } from '../use-call.ts'
import { sentDate, useTypedDate } from './use-typed-date.ts'

const nothing = {
  product: null as ProductInStock | null,
  /** What is typed in the place of a product that is not chosen yet: the other fields are about that one. */
  name: '',
  /** What was typed or scanned and is no product yet. */
  unknown: null as { readonly text: string; readonly isCode: boolean } | null,
  date: '',
  quantity: '',
  lot: '',
  /** Chosen by hand for this batch; '' where the date and the product decide. */
  kind: '' as '' | Exclude<DateKind, 'none'>,
}

/** The form of a delivery: its fields as they are read, and sent as a batch. */
export function useBatch() {
  const kept = useKept('batch', nothing)
  const { product: chosen, unknown, lot } = kept.value
  const product = useProductNow(chosen)
  const { productField, dateField } = useFields(chosen?.id, unknown)
  const date = useTypedDate(kept.value.date, kept.typedAtMs('date'))
  const proposed = date.kind || (!date.isMonth && product?.lastDateKind) || 'best-before'
  const kind = kept.value.kind || proposed
  const amount = parseQuantity(kept.value.quantity, useMark())
  const isBadDate = 'problem' in date.entry
  const isBadAmount = 'problem' in amount || ('quantity' in amount && amount.quantity < 0.001)
  const form = useCallForm(stockCalls, 'stock.addBatch', {
    kept,
    input: {
      productId: product?.id,
      lot,
      date: sentDate(date.entry),
      dateKind: 'day' in date.entry ? kind : undefined,
      quantity: 'quantity' in amount ? amount.quantity : undefined,
    },
    isBlocked: !product || isBadDate || isBadAmount,
    onRefused: () => {
      if (!product) productField.current?.focus()
      else if (isBadDate) dateField.current?.focus()
    },
    onSaved: () => productField.current?.focus(),
  })
  return { form, product, productField, dateField, date, kind, proposed, amount, isBadDate, isBadAmount }
}

/** A product as it is on file now: it may have changed since it was chosen. */
function useProductNow(chosen: ProductInStock | null): ProductInStock | null {
  const { value } = useRead('stock.product', { productId: chosen?.id ?? 1 }, { enabled: chosen !== null })
  return chosen && (value?.product.id === chosen.id ? value.product : chosen)
}

/** The fields, of which the date has the focus once a product is chosen, and the product when a new one was given up. */
function useFields(productId: number | undefined, unknown: typeof nothing.unknown) {
  const productField = useRef<HTMLInputElement>(null)
  const dateField = useRef<HTMLInputElement>(null)
  const before = useRef({ unknown, productId })
  useEffect(() => {
    const back = before.current.unknown !== null
    const isSame = before.current.productId === productId
    before.current = { unknown, productId }
    // What comes back half-filled takes no focus.
    if (unknown !== null || (productId !== undefined && isSame && !back)) return
    if (productId !== undefined) dateField.current?.focus()
    else if (back) productField.current?.focus()
  }, [unknown, productId])
  return { productField, dateField }
}
