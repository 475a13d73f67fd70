import { Textarea, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { customersCalls } from '../../core/customers/calls.ts'
import type { CustomerDetails } from '../../core/customers/person.ts'
import { Form } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

interface FactProps {
  readonly customerId: number
  readonly field: keyof CustomerDetails
  readonly label: string
  readonly value: string
}

/** One thing that is known of a customer; pressed, it is corrected in its place. */
export function FactInPlace(fact: FactProps) {
  const { label, value } = fact
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <FactForm {...fact} onLeave={() => setOpen(false)} />
  return (
    <button
      type="button"
      className="fact-button"
      aria-label={`${label}: ${value}. Correct it`}
      onClick={() => setOpen(true)}
    >
      <span className="long-words">{value}</span>
      <IconPencil size={14} aria-hidden />
    </button>
  )
}

function FactForm({ customerId, field, label, value, onLeave }: FactProps & { onLeave: () => void }) {
  const kept = useKept(`customer:${customerId}:${field}`, { value })
  const form = useCallForm(customersCalls, 'customers.save', {
    kept,
    names: { value: label },
    input: { customerId, [field]: kept.value.value },
    shownAt: { [field]: 'value' },
    onSaved: onLeave,
    onLeave,
  })
  return (
    <Form form={form} label={`Correct: ${label}`} gap={4}>
      {field === 'notes' ? (
        <Textarea
          aria-label={label}
          autosize
          maxRows={8}
          autoFocus
          onKeyDown={(key) => {
            if (key.key !== 'Enter' || key.shiftKey || key.nativeEvent.isComposing) return
            key.preventDefault()
            void form.save()
          }}
          {...form.text('value')}
        />
      ) : (
        <TextInput aria-label={label} size="xs" autoComplete="off" autoFocus {...form.text('value')} />
      )}
      <span className="quiet fact-keys">Enter saves, Esc leaves it</span>
    </Form>
  )
}
