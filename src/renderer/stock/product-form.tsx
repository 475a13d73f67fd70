import { Group, TextInput } from '@mantine/core'
import { stockCalls, type Product } from '../../core/stock/calls.ts'
import { codeKey, codeProblem } from '../../core/stock/gtin.ts'
import { CancelButton, Form, SaveButton } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

interface ProductFormProps {
  /** A product to change, or what is known of a new one. */
  readonly start: Partial<Product>
  readonly title?: string
  readonly onSaved: (product: Product) => void
  readonly onCancel: () => void
}

const labels = {
  name: 'Name',
  gtin: 'Code',
  category: 'Category',
  shelf: 'Shelf',
  supplier: 'Supplier',
  unit: 'Unit',
  leadDays: 'Days before its date',
} as const

/** Under what is typed is kept: what came and goes by no product yet has a form of its own, by its code or name. */
function formOf({ id, gtin = '', name = '' }: Partial<Product>): string {
  if (id !== undefined) return `product:${id}`
  const came = gtin === '' ? name : codeKey(gtin)
  return came === '' ? 'product:new' : `product:new:${came.slice(0, 150)}`
}

/** A product, new or known. Enter saves, Esc leaves. */
export function ProductForm({ start, title, onSaved, onCancel }: ProductFormProps) {
  const isNew = start.id === undefined
  const kept = useKept(formOf(start), {
    name: start.name ?? '',
    gtin: start.gtin ?? '',
    category: start.category ?? '',
    shelf: start.shelf ?? '',
    supplier: start.supplier ?? '',
    unit: start.unit ?? '',
    leadDays: String(start.leadDays ?? 0),
  })
  const { gtin } = kept.value
  const { leadDays, ...words } = isNew ? kept.value : kept.changes
  const form = useCallForm(stockCalls, 'stock.saveProduct', {
    kept,
    names: isNew ? undefined : labels,
    input: {
      ...words,
      ...(leadDays !== undefined && { leadDays: leadDays.trim() === '' ? 0 : Number(leadDays) }),
      productId: start.id,
    },
    onSaved,
    onLeave: onCancel,
  })
  const field = (name: keyof typeof labels) => ({
    label: labels[name],
    autoComplete: 'off',
    ...form.text(name),
  })
  return (
    <Form
      form={form}
      gap="sm"
      label={isNew ? 'Add a product' : 'Change the product'}
      buttons={
        <>
          <SaveButton form={form}>{isNew ? 'Add product' : 'Save'}</SaveButton>
          <CancelButton form={form} />
        </>
      }
    >
      {title && <div>{title}</div>}
      <Group gap="sm" align="flex-start">
        <TextInput className="grow" miw={220} autoFocus data-autofocus {...field('name')} />
        <TextInput
          w={150}
          {...field('gtin')}
          data-keeps-scan
          description={gtin.trim() ? codeProblem(gtin) : undefined}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        />
        <TextInput w={130} {...field('category')} />
        <TextInput w={90} {...field('shelf')} />
        <TextInput w={130} {...field('supplier')} />
        <TextInput w={100} placeholder="piece, kg" {...field('unit')} />
        <TextInput
          w={150}
          inputMode="numeric"
          {...field('leadDays')}
          description="that it leaves the shelf"
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        />
      </Group>
    </Form>
  )
}
