import { Button, Group, TextInput } from '@mantine/core'
import { customersCalls } from '../../core/customers/calls.ts'
import { loggedKinds, touchWords } from '../../core/customers/touch.ts'
import { Form } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

const nothing = { note: '' }

/** Logs a contact with the customer shown: a word if need be, then how it was. Enter keeps the word as a note. */
export function TouchNote({ customerId }: { readonly customerId: number }) {
  const kept = useKept(`touch-note:${customerId}`, nothing)
  const { note } = kept.value
  const form = useCallForm(customersCalls, 'customers.logTouch', {
    kept,
    input: note === '' ? undefined : { customerId, kind: 'note', note },
  })
  return (
    <Form form={form} gap={6}>
      <TextInput
        label="Log a contact"
        placeholder="What was said, if it helps"
        autoComplete="off"
        maxLength={2000}
        {...form.text('note')}
      />
      <Group gap={4}>
        {loggedKinds.map((kind) => (
          <Button
            key={kind}
            size="compact-sm"
            variant="light"
            disabled={form.busy}
            onClick={() => void form.send({ customerId, kind, note })}
          >
            {touchWords[kind]}
          </Button>
        ))}
      </Group>
    </Form>
  )
}
