import { Combobox, TextInput, useCombobox } from '@mantine/core'
import type { KeyboardEvent, Ref } from 'react'
import type { ProductInStock } from '../../core/stock/calls.ts'
import { codeKey, namesOneProduct, plainCode } from '../../core/stock/gtin.ts'
import { nameKey } from '../../core/stock/product-name.ts'
import { useCall } from '../call.ts'
import { isAsked } from '../ui/is-asked.ts'
import { useScan } from '../ui/scan.ts'
import { useRead } from '../use-call.ts'

interface ProductInputProps {
  readonly product: ProductInStock | null
  /** What is typed while no product is chosen. */
  readonly typed: string
  readonly onType: (text: string) => void
  readonly onChoose: (product: ProductInStock) => void
  /** No product goes by what was typed or scanned; `isCode` where it is surely no name. */
  readonly onUnknown: (text: string, isCode: boolean) => void
  /** Whether a code that was scanned anywhere on the page may take the place of what is chosen. */
  readonly mayScan: (code: string) => boolean
  readonly ref?: Ref<HTMLInputElement>
}

/**
 * A product by name or code; a scan anywhere on the page fills it. A scanner is faster than any list can open: Enter
 * asks by itself.
 */
export function ProductInput({
  product,
  typed,
  onType,
  onChoose,
  onUnknown,
  mayScan,
  ref,
}: ProductInputProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const call = useCall()
  const text = product ? '' : typed.trim()
  const { value: found, stale } = useRead(
    'stock.products',
    { text, limit: 8 },
    { enabled: text !== '', keepPrevious: true },
  )
  const rows = text === '' ? [] : (found?.rows ?? [])
  const choose = (row: ProductInStock) => {
    onChoose(row)
    combobox.closeDropdown()
  }
  const chooseTyped = async () => {
    if (namesOneProduct(text)) return chooseCode(text)
    const answer = await call('stock.products', { text, limit: 2 })
    if (!answer.ok) return
    const [first] = answer.value.rows
    if (!first) onUnknown(text, false)
    else if (answer.value.total === 1) choose(first)
    else combobox.openDropdown()
  }
  /** A code is the product that has it, never one that only begins like it. */
  const chooseCode = async (code: string) => {
    const answer = await call('stock.products', { text: code, limit: 50 })
    if (!answer.ok) return
    const { rows: like } = answer.value
    const meant =
      like.find(({ gtin }) => codeKey(gtin) === codeKey(code)) ??
      like.find(({ name }) => nameKey(name) === nameKey(code))
    if (meant) choose(meant)
    else onUnknown(code, !/\s/.test(code))
  }
  useScan((code) => {
    if (isAsked()) return false
    if (!mayScan(code)) return true
    onType(code)
    void chooseCode(code)
    return true
  })
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || product) return
    // Enter on a highlighted name takes it; a code is always asked for, never taken from a list that lags behind.
    const listed = combobox.dropdownOpened && combobox.getSelectedOptionIndex() >= 0 && !stale
    if (listed && !/^\d{8,}$/.test(plainCode(text))) return
    event.preventDefault()
    event.stopPropagation()
    if (text !== '') void chooseTyped()
  }
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(value) => {
        const row = rows.find(({ id }) => String(id) === value)
        if (row) choose(row)
        else if (value === 'new') onUnknown(text, false)
      }}
    >
      <Combobox.Target>
        <TextInput
          label="Product"
          placeholder="Scan the code, or type the name"
          className="grow"
          miw={220}
          ref={ref}
          value={product ? product.name : typed}
          autoComplete="off"
          data-takes-scan
          onKeyDownCapture={onKey}
          onChange={(event) => {
            onType(event.currentTarget.value)
            combobox.openDropdown()
            combobox.resetSelectedOption()
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text === '' || found === undefined}>
        <Combobox.Options aria-label="Products">
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={String(row.id)}>
              <div className="clip">
                {row.name}
                <span className="quiet">
                  {[row.gtin, row.shelf].filter(Boolean).map((part) => ` · ${part}`)}
                </span>
              </div>
            </Combobox.Option>
          ))}
          {!stale && <Combobox.Option value="new">{`Add “${text}” as a new product`}</Combobox.Option>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
