import { useState } from 'react'
import type { Product } from '../../core/stock/calls.ts'
import { codeKey } from '../../core/stock/gtin.ts'
import { isAsked } from '../ui/is-asked.ts'
import { useScan } from '../ui/scan.ts'
import { ProductForm } from './product-form.tsx'

interface UnknownProductProps {
  /** What was typed or scanned. */
  readonly unknown: { readonly text: string; readonly isCode: boolean }
  readonly onMade: (product: Product) => void
  readonly onCancel: () => void
}

/** What came and goes by no product yet: made here, before anything else is scanned. */
export function UnknownProduct({ unknown: { text, isCode }, onMade, onCancel }: UnknownProductProps) {
  const [scanned, setScanned] = useState<string>()
  useScan((code) => {
    if (isAsked()) return false
    if (codeKey(code) !== codeKey(text)) setScanned(code)
    return true
  })
  return (
    <div className="panel stock-add">
      <ProductForm
        start={startOf(text, isCode)}
        title={`Nothing goes by “${text}” yet. Add it:`}
        onSaved={onMade}
        onCancel={onCancel}
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
}

/** What was typed or scanned is the new product's code when it looks like one, else its name. */
const startOf = (text: string, isCode: boolean) =>
  isCode || /^[\d\s-]{4,}$/.test(text) ? { gtin: text } : { name: text }
