import { Checkbox, Group, NumberInput, Stack } from '@mantine/core'
import { shopCalls } from '../../core/shop/calls.ts'
import { Form, SaveButton } from '../ui/form.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'

const names = {
  cadenceDays: 'How often everybody else hears from us',
  mostContacts: 'How many contacts are enough',
  newsletterResets: 'Whether a newsletter counts',
  billResets: 'Whether a bill counts',
}

/** How often everybody hears from the shop, what counts as that, and how much is enough. */
export function HearingForm() {
  const { cadenceDays, mostContacts, newsletterResets, billResets } = useShop()
  const kept = useKept('hearing', { cadenceDays, mostContacts, newsletterResets, billResets })
  const form = useCallForm(shopCalls, 'shop.change', { kept, names, input: kept.changes, isEager: true })
  return (
    <Form
      form={form}
      label="Everybody"
      buttons={
        <>
          <SaveButton form={form} disabled={!form.ready}>
            Save how often
          </SaveButton>
          <span className="quiet" role="status">
            {form.typed && 'Not saved yet'}
          </span>
        </>
      }
    >
      <Group grow align="flex-start">
        <NumberInput
          label="Everybody hears from us every"
          hideControls
          suffix=" days"
          min={1}
          max={3660}
          {...form.number('cadenceDays')}
        />
        <NumberInput
          label="Enough in 30 days are"
          hideControls
          suffix=" contacts"
          min={1}
          max={100}
          {...form.number('mostContacts')}
        />
      </Group>
      <Stack gap="xs">
        <Checkbox label="A newsletter starts the days anew, like a call" {...form.tick('newsletterResets')} />
        <Checkbox label="A bill starts the days anew, like a call" {...form.tick('billResets')} />
      </Stack>
    </Form>
  )
}
