import { Button, Group, NumberInput, Stack, Textarea, TextInput, Title } from '@mantine/core'
import type { Sent } from '../../core/calls.ts'
import { shopCalls, type ShopDetails } from '../../core/shop/calls.ts'
import { PlaceFields } from '../shop/place-fields.tsx'
import { KeptLine } from '../ui/kept-line.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useKept } from '../ui/use-kept.ts'
import { useWrite } from '../use-call.ts'
import { RegionField } from './region-field.tsx'

const names = {
  name: 'The name',
  country: 'The country',
  region: 'The region',
  zone: 'The time zone',
  address: 'The address',
  email: 'The e-mail address',
  phone: 'The phone number',
  cadenceDays: 'How often customers hear from us',
  toleranceMinutes: 'What counts as on time',
}

const fieldsOf = (shop: ShopDetails): Pick<ShopDetails, keyof ShopDetails> => ({ ...shop })

/** The shop's name, place and how it is reached: printed on paper and in the newsletter. */
export function ShopSettings() {
  const kept = useKept('settings', fieldsOf(useShop()))
  const shop = kept.value
  const change = useWrite('shop.change')
  const save = async (details: Sent<'shop.change'>) => {
    if ((await change.run(details)).ok) kept.saved()
  }
  const parsed = shopCalls['shop.change'].input.safeParse(shop)
  const wrong = (field: keyof typeof shop) =>
    parsed.success ? undefined : parsed.error.issues.find((issue) => issue.path[0] === field)?.message
  const text = (field: 'name' | 'email' | 'phone') => ({
    value: shop[field],
    error: wrong(field),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      kept.set({ [field]: event.currentTarget.value }),
  })
  return (
    <Stack
      component="form"
      className="panel"
      p="md"
      onSubmit={(event) => {
        event.preventDefault()
        if (parsed.success) void save(parsed.data)
      }}
    >
      <Title order={2} size={18}>
        The shop
      </Title>
      <KeptLine kept={kept} names={names} />
      <TextInput label="Name" {...text('name')} />
      <PlaceFields
        value={shop}
        onChange={(place) =>
          kept.set({ ...place, region: place.country === shop.country ? shop.region : '' })
        }
      />
      <RegionField country={shop.country} value={shop.region} onChange={(region) => kept.set({ region })} />
      <Textarea
        label="Postal address"
        description="The law asks for it in every newsletter."
        autosize
        minRows={2}
        value={shop.address}
        error={wrong('address')}
        onChange={(event) => kept.set({ address: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <TextInput label="E-mail" type="email" {...text('email')} />
        <TextInput label="Phone" {...text('phone')} />
      </Group>
      <Group grow align="flex-start">
        <NumberInput
          label="Customers hear from us every"
          hideControls
          suffix=" days"
          min={1}
          max={3660}
          value={shop.cadenceDays}
          error={wrong('cadenceDays')}
          onChange={(value) => kept.set({ cadenceDays: Number(value) })}
        />
        <NumberInput
          label="Opening counts as on time within"
          hideControls
          suffix=" minutes"
          min={0}
          max={240}
          value={shop.toleranceMinutes}
          error={wrong('toleranceMinutes')}
          onChange={(value) => kept.set({ toleranceMinutes: Number(value) })}
        />
      </Group>
      <ProblemNote problem={change.problem} />
      <Group>
        <Button type="submit" loading={change.busy} disabled={!parsed.success}>
          Save
        </Button>
        <span className="quiet" role="status">
          {kept.typed && 'Not saved yet'}
        </span>
      </Group>
    </Stack>
  )
}
