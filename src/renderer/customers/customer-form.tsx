import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { detailNames, type CustomerDetails } from '../../core/customers/person.ts'
import { asciiAddress, isMailAddress } from '../../core/newsletter/address.ts'
import { DialogForm } from '../ui/dialog-form.tsx'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'

interface CustomerFormProps {
  readonly start: Partial<CustomerDetails>
  /** Without it a new customer is added. */
  readonly customerId?: number
  readonly onSaved: (customerId: number) => void
  readonly onCancel: () => void
}

const labels: Readonly<Record<keyof CustomerDetails, string>> = {
  name: 'Name',
  company: 'Company',
  title: 'Position',
  email: 'Mail address',
  phone: 'Phone',
  street: 'Street',
  city: 'City',
  region: 'Region',
  postcode: 'Postcode',
  country: 'Country',
  notes: 'Notes',
}

const empty = Object.fromEntries(detailNames.map((name) => [name, ''])) as Record<
  keyof CustomerDetails,
  string
>

const lines = detailNames.filter((name) => name !== 'notes')

/** A customer's details. Enter saves; a name or a company is enough. */
export function CustomerForm({ start, customerId, onSaved, onCancel }: CustomerFormProps) {
  const kept = useKept(`customer:${customerId ?? 'new'}`, { ...empty, ...start })
  const details = kept.value
  const save = useWrite('customers.save')
  const submit = async () => {
    const result = await save.run({ ...details, customerId })
    if (!result.ok) return
    kept.saved()
    onSaved(result.value.id)
  }
  const put = (name: keyof CustomerDetails, value: string) => kept.set({ [name]: value })
  const { email } = details
  const field = save.problem?.field
  return (
    <DialogForm
      save={customerId === undefined ? 'Add customer' : 'Save'}
      busy={save.busy}
      problem={field === undefined ? save.problem : undefined}
      kept={kept}
      names={customerId === undefined ? undefined : labels}
      onSave={submit}
      onCancel={onCancel}
    >
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        {lines.map((name) => (
          <TextInput
            key={name}
            label={labels[name]}
            value={details[name]}
            data-autofocus={name === 'name' || undefined}
            error={field === name ? save.problem?.message : undefined}
            description={
              name === 'email' && email !== '' && !isMailAddress(asciiAddress(email))
                ? 'No mail can go there yet.'
                : undefined
            }
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            autoComplete="off"
            onChange={(event) => put(name, event.currentTarget.value)}
          />
        ))}
      </SimpleGrid>
      <Textarea
        label={labels.notes}
        value={details.notes}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => put('notes', event.currentTarget.value)}
      />
    </DialogForm>
  )
}
