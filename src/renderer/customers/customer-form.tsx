import { Autocomplete, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { Fragment } from 'react'
import type { AlikeSign } from '../../core/customers/answers.ts'
import { customersCalls } from '../../core/customers/calls.ts'
import { detailNames, type CustomerDetails } from '../../core/customers/person.ts'
import { channelOf, channels, channelWords } from '../../core/customers/reach.ts'
import { asciiAddress, isMailAddress } from '../../core/mail-address.ts'
import { mailsOf } from '../../core/customers/ways.ts'
import { DialogForm } from '../ui/form.tsx'
import { useCallForm } from '../ui/use-call-form.ts'
import { OnFile } from '../ui/on-file.tsx'
import { useKept } from '../ui/use-kept.ts'

interface CustomerFormProps {
  readonly start: Partial<CustomerDetails>
  /** Without it a new customer is added. */
  readonly customerId?: number
  readonly onSaved: (customerId: number) => void
  readonly onCancel: () => void
  /** Opens somebody who is on file already instead of adding them. */
  readonly onOpen?: (customerId: number) => void
}

/** What the window calls each detail. */
export const detailLabels: Readonly<Record<keyof CustomerDetails, string>> = {
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
  mustKnow: 'Must know (allergies and the like)',
  otherMails: 'Other mail addresses',
  otherAddresses: 'Other addresses, one a line',
  birthday: 'Birthday',
  language: 'Language',
  reachBy: 'Rather reached by',
  preferences: 'Preferences',
  formOfAddress: 'Form of address',
}

/** An example where it is not plain what is wanted. */
const examples: Readonly<Partial<Record<keyof CustomerDetails, string>>> = {
  phone: '030 123456 (home), 0171 1234567 (mobile)',
  otherMails: 'anna@office.example (work)',
  birthday: '14 March 1980, or without the year',
  language: 'German',
}

const empty = Object.fromEntries(detailNames.map((name) => [name, ''])) as Record<
  keyof CustomerDetails,
  string
>

/** Those that hold several take the whole width. */
const wide: ReadonlySet<string> = new Set(['phone', 'otherMails'])

/** Any other that is understood may be typed. */
const formsProposed = ['Ms', 'Mr', 'Mx', 'Ms Dr.', 'Mr Dr.', 'Dr.', 'Prof.', 'Family', 'Couple', 'Company']

/** The fields of one line, as they stand beside and below each other. */
const lines = [
  'name',
  'company',
  'title',
  'phone',
  'email',
  'birthday',
  'otherMails',
  'street',
  'postcode',
  'city',
  'country',
  'region',
  'language',
] as const satisfies readonly (keyof CustomerDetails)[]

/** Below which field stands who is on file with the same. */
const alikeBelow: Readonly<Partial<Record<keyof CustomerDetails, AlikeSign>>> = {
  name: 'name',
  phone: 'phone',
  otherMails: 'mail',
}

const sent = <Typed extends { readonly reachBy?: string }>({ reachBy, ...others }: Typed) => ({
  ...others,
  ...(reachBy !== undefined && { reachBy: channelOf(reachBy) }),
})

/** What of a field with mail addresses is none: it is kept, and said. */
function noMailWords(name: keyof CustomerDetails, typed: string): string | undefined {
  const isNone = (address: string) => !isMailAddress(asciiAddress(address))
  if (name === 'email') return typed !== '' && isNone(typed) ? 'No mail can go there yet.' : undefined
  if (name !== 'otherMails') return undefined
  const none = mailsOf(typed).filter(({ value }) => isNone(value))
  return none.length > 0
    ? `No mail can go to ${none.map(({ value }) => `“${value}”`).join(', ')} yet.`
    : undefined
}

/** Under what is typed is kept: whoever was looked for and not found has a form of their own, by the name or the number. */
const formOf = (
  customerId: number | undefined,
  { name = '', phone = '' }: CustomerFormProps['start'],
): string => {
  const sought = name || phone
  return customerId === undefined && sought !== ''
    ? `customer:new:${sought.slice(0, 150)}`
    : `customer:${customerId ?? 'new'}`
}

/** A customer's details. Enter saves; a name or a company is enough. */
export function CustomerForm({ start, customerId, onSaved, onCancel, onOpen }: CustomerFormProps) {
  const kept = useKept(formOf(customerId, start), { ...empty, ...start })
  const { name: typedName, email, otherMails, phone } = kept.value
  const form = useCallForm(customersCalls, 'customers.save', {
    kept,
    names: customerId === undefined ? undefined : detailLabels,
    input: customerId === undefined ? sent(kept.value) : { ...sent(kept.changes), customerId },
    onSaved: ({ id }) => onSaved(id),
    onLeave: onCancel,
  })
  return (
    <DialogForm
      form={form}
      save={customerId === undefined ? 'Add customer' : 'Save'}
      isPart={customerId !== undefined}
    >
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <Autocomplete
          label={detailLabels.formOfAddress}
          placeholder="Ms, Mr Dr., Family"
          data={[...formsProposed]}
          {...form.field('formOfAddress')}
        />
        {lines.map((name) => (
          <Fragment key={name}>
            <TextInput
              label={detailLabels[name]}
              data-autofocus={name === 'name' || undefined}
              description={noMailWords(name, kept.value[name])}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              autoComplete="off"
              placeholder={examples[name]}
              className={wide.has(name) ? 'wide-field' : undefined}
              {...form.text(name)}
            />
            {onOpen && alikeBelow[name] && (
              <OnFile
                typed={{ name: typedName, email, otherMails, phone }}
                by={alikeBelow[name]}
                take="Open"
                onTake={({ id }) => onOpen(id)}
              />
            )}
          </Fragment>
        ))}
        <Select
          label={detailLabels.reachBy}
          placeholder="Not said"
          clearable
          data={channels.map((value) => ({ value, label: channelWords[value] }))}
          value={kept.value.reachBy || null}
          onChange={(reachBy) => form.set({ reachBy: reachBy ?? '' })}
          error={form.error('reachBy')}
        />
        <TextInput label={detailLabels.preferences} autoComplete="off" {...form.text('preferences')} />
      </SimpleGrid>
      <TextInput label={detailLabels.mustKnow} autoComplete="off" {...form.text('mustKnow')} />
      <Textarea
        label={detailLabels.otherAddresses}
        placeholder="Station Road 5, 12345 Town (work)"
        autosize
        minRows={1}
        maxRows={4}
        {...form.text('otherAddresses')}
      />
      <Textarea label={detailLabels.notes} autosize minRows={2} maxRows={8} {...form.text('notes')} />
    </DialogForm>
  )
}
