import { Group, NumberInput, TextInput } from '@mantine/core'
import { customersCalls } from '../../core/customers/calls.ts'
import type { TierRow } from '../../core/customers/tier-calls.ts'
import { CancelButton, Form, SaveButton } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

interface TierFormProps {
  /** The tier that is changed; a new one is added without it. */
  readonly tier?: TierRow
  readonly onDone?: () => void
}

const fieldNames = { name: 'Who', idealDays: 'Ideally every', maxDays: 'At most every' }

/** Who hears from the shop more or less often than everybody else. */
export function TierForm({ tier, onDone }: TierFormProps) {
  const kept = useKept(`tier:${tier?.id ?? 'new'}`, {
    name: tier?.name ?? '',
    idealDays: tier?.idealDays ?? 14,
    maxDays: tier?.maxDays ?? 21,
  })
  const form = useCallForm(customersCalls, 'customers.saveTier', {
    kept,
    names: tier && fieldNames,
    input: { ...(tier && { tierId: tier.id }), ...kept.value },
    onSaved: onDone,
    onLeave: onDone,
  })
  return (
    <Form form={form} label={tier ? `Change ${tier.name}` : 'Add a tier'}>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          label="Who"
          placeholder="Regulars"
          className="grow"
          autoComplete="off"
          autoFocus={tier !== undefined}
          {...form.text('name')}
        />
        <NumberInput
          label="Ideally every"
          hideControls
          suffix=" days"
          w={120}
          {...form.number('idealDays')}
        />
        <NumberInput label="At most every" hideControls suffix=" days" w={120} {...form.number('maxDays')} />
      </Group>
      <Group gap="xs">
        <SaveButton form={form} variant={tier ? 'filled' : 'default'}>
          {tier ? 'Save' : 'Add the tier'}
        </SaveButton>
        {tier && <CancelButton form={form} />}
      </Group>
    </Form>
  )
}
