import { Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { customersCalls } from '../../core/customers/calls.ts'
import { Form, SaveButton } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

const nothing = { email: '' }

/** An address that is never to be written to, also where nobody on file has it. */
export function SuppressForm() {
  const kept = useKept('never-written', nothing)
  const [done, setDone] = useState('')
  const form = useCallForm(customersCalls, 'customers.suppress', {
    kept,
    input: kept.value,
    onSaved: ({ understood }) =>
      setDone(`No newsletter goes to ${understood.join(', ')} any more, whatever list brings it.`),
    onRefused: () => setDone(''),
  })
  return (
    <Form form={form} className="panel" p="md" label="Never write to an address">
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          className="grow"
          label="Without a code: an address that is never written to"
          description="Kept so that it cannot be read. Only who has it can say yes again."
          autoComplete="off"
          {...form.text('email')}
        />
        <SaveButton form={form} variant="default" disabled={kept.value.email.trim() === ''}>
          Never write to it
        </SaveButton>
      </Group>
      <Text size="sm" aria-live="polite">
        {done}
      </Text>
    </Form>
  )
}
