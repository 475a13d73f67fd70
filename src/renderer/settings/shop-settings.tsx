import { Group, NumberInput, Textarea, TextInput, Title } from '@mantine/core'
import { shopCalls, type ShopDetails } from '../../core/shop/calls.ts'
import { PlaceFields } from '../shop/place-fields.tsx'
import { Form, SaveButton } from '../ui/form.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useCallForm } from '../ui/use-call-form.ts'
import { useKept } from '../ui/use-kept.ts'
import { CurrencyField } from './currency-field.tsx'
import { LanguageField } from '../shop/language-field.tsx'
import { RegionField } from './region-field.tsx'

const names = {
  name: 'The name',
  country: 'The country',
  region: 'The region',
  currency: 'The currency',
  language: 'The language',
  zone: 'The time zone',
  address: 'The address',
  email: 'The e-mail address',
  phone: 'The phone number',
  toleranceMinutes: 'What counts as on time',
}

/** How often customers hear from the shop has a part of its own. */
const fieldsOf = ({
  cadenceDays: _d,
  newsletterResets: _n,
  billResets: _b,
  mostContacts: _m,
  ...shop
}: ShopDetails): Pick<ShopDetails, keyof typeof names> => shop

/** The shop's name, place and how it is reached: printed on paper and in the newsletter. */
export function ShopSettings() {
  const onFile = useShop()
  const kept = useKept('settings', fieldsOf(onFile))
  const shop = kept.value
  const form = useCallForm(shopCalls, 'shop.change', {
    kept,
    names,
    // A currency that is as it was may go with the country.
    input: { ...kept.changes, language: kept.changes.language || undefined },
    isEager: true,
  })
  return (
    <Form
      form={form}
      className="panel"
      p="md"
      gap="md"
      head={
        <Title order={2} size={18}>
          The shop
        </Title>
      }
      buttons={
        <>
          <SaveButton form={form} disabled={!form.ready}>
            Save
          </SaveButton>
          <span className="quiet" role="status">
            {form.typed && 'Not saved yet'}
          </span>
        </>
      }
    >
      <TextInput label="Name" {...form.text('name')} />
      <PlaceFields
        form={form}
        onChange={(place) =>
          form.set({ ...place, region: place.country === shop.country ? shop.region : '' })
        }
      />
      <Group grow align="flex-start">
        <RegionField country={shop.country} {...form.field('region')} />
        <CurrencyField {...form.field('currency')} />
      </Group>
      <LanguageField country={shop.country} {...form.field('language')} />
      <Textarea
        label="Postal address"
        description="The law asks for it in every newsletter."
        autosize
        minRows={2}
        {...form.text('address')}
      />
      <Group grow align="flex-start">
        <TextInput label="E-mail" type="email" {...form.text('email')} />
        <TextInput label="Phone" {...form.text('phone')} />
      </Group>
      <Group grow align="flex-start">
        <NumberInput
          label="Opening counts as on time within"
          hideControls
          suffix=" minutes"
          min={0}
          max={240}
          {...form.number('toleranceMinutes')}
        />
      </Group>
    </Form>
  )
}
