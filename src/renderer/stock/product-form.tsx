import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { stockCalls, type Product } from '../../core/stock/calls.ts'
import { codeProblem } from '../../core/stock/gtin.ts'
import { KeptLine } from '../ui/kept-line.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'

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

/** A product, new or known. Enter saves, Esc leaves. */
export function ProductForm({ start, title, onSaved, onCancel }: ProductFormProps) {
  const kept = useKept(`product:${start.id ?? 'new'}`, {
    name: start.name ?? '',
    gtin: start.gtin ?? '',
    category: start.category ?? '',
    shelf: start.shelf ?? '',
    supplier: start.supplier ?? '',
    unit: start.unit ?? '',
    leadDays: String(start.leadDays ?? 0),
  })
  const fields = kept.value
  const [tried, setTried] = useState(false)
  const save = useWrite('stock.saveProduct')
  const parsed = stockCalls['stock.saveProduct'].input.safeParse({
    ...fields,
    productId: start.id,
    leadDays: fields.leadDays.trim() === '' ? 0 : Number(fields.leadDays),
  })
  const errorOf = (name: keyof typeof fields) => {
    if (save.problem?.field === name) return save.problem.message
    const issue = tried && !parsed.success && parsed.error.issues.find(({ path }) => path[0] === name)
    return issue ? issue.message : undefined
  }
  const submit = async () => {
    setTried(true)
    if (!parsed.success) return
    const result = await save.run(parsed.data)
    if (!result.ok) return
    kept.saved()
    onSaved(result.value)
  }
  const field = (name: keyof typeof fields) => ({
    label: labels[name],
    value: fields[name],
    error: errorOf(name),
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      kept.set({ [name]: event.currentTarget.value }),
  })
  return (
    <Stack
      component="form"
      gap="sm"
      aria-label={start.id === undefined ? 'Add a product' : 'Change the product'}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <KeptLine kept={kept} names={start.id === undefined ? undefined : labels} />
      {title && <div>{title}</div>}
      <Group gap="sm" align="flex-start">
        <TextInput className="grow" miw={220} autoFocus data-autofocus {...field('name')} />
        <TextInput
          w={150}
          {...field('gtin')}
          data-keeps-scan
          description={fields.gtin.trim() ? codeProblem(fields.gtin) : undefined}
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
      <Group gap="xs">
        <Button type="submit" loading={save.busy}>
          {start.id === undefined ? 'Add product' : 'Save'}
        </Button>
        <Button variant="default" onClick={() => (kept.startOver(), onCancel())}>
          Cancel
        </Button>
      </Group>
      {save.problem && !(save.problem.field && save.problem.field in fields) && (
        <ProblemNote problem={save.problem} />
      )}
    </Stack>
  )
}
