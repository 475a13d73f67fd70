import { Button, Group, Skeleton, Stack } from '@mantine/core'
import { useState } from 'react'
import type { CustomerFile } from '../../core/customers/answers.ts'
import { dayAt } from '../../core/day.ts'
import { detailWords } from '../../core/customers/detail-words.ts'
import { detailNames, type CustomerDetails } from '../../core/customers/person.ts'
import { cappedWords, tierWords } from '../../core/customers/tiers.ts'
import type { Formats } from '../../core/formats.ts'
import { ActionsOf } from '../actions/actions-of.tsx'
import { HistoryLink } from '../history/history-link.tsx'
import { LettersOf } from '../letters/letters-of.tsx'
import { WriteMenu } from '../letters/write-menu.tsx'
import { ReferralsPart } from '../referrals/referrals-part.tsx'
import { Beside } from '../ui/beside.tsx'
import { MustKnow } from '../ui/must-know.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { AsideButton } from './aside-button.tsx'
import { ConsentPanel } from './consent-panel.tsx'
import { CustomerForm } from './customer-form.tsx'
import { EraseButton } from './erase-dialog.tsx'
import { FactInPlace } from './fact-in-place.tsx'
import { PersonDataMenu } from './person-data-menu.tsx'
import { PromisesOf } from './promises-of.tsx'
import { TierPick } from './tier-pick.tsx'
import { TimeLine } from './time-line.tsx'
import { TouchNote } from './touch-note.tsx'
import { VisitsOf } from './visits-of.tsx'

interface CustomerDrawerProps {
  /** Null when nobody is shown. */
  readonly customerId: number | null
  readonly onClose: () => void
}

/** All about one customer, beside the list. */
export function CustomerDrawer({ customerId, onClose }: CustomerDrawerProps) {
  const { value, problem } = useRead(
    'customers.one',
    { customerId: customerId ?? 1 },
    { enabled: customerId !== null },
  )
  return (
    <Beside
      opened={customerId !== null}
      onClose={onClose}
      narrow={{ as: 'drawer', size: 520 }}
      title={value?.name ?? 'Customer'}
    >
      <ProblemNote problem={problem} />
      {!value && !problem && <Skeleton height={240} />}
      {value && <CustomerPanel key={value.id} customer={value} onErased={onClose} />}
    </Beside>
  )
}

interface CustomerPanelProps {
  readonly customer: CustomerFile
  readonly onErased: () => void
}

function CustomerPanel({ customer, onErased }: CustomerPanelProps) {
  const formats = useFormats()
  const { zone, mostContacts } = useShop()
  const enough = cappedWords(customer.recentContacts, mostContacts, formats)
  const isLeft = customer.asideSinceMs !== null || customer.deceasedDay !== ''
  const [editing, setEditing] = useState(false)
  const [edited, setEdited] = useState(false)
  const leaveForm = () => {
    setEditing(false)
    setEdited(true)
  }
  if (editing)
    return (
      <CustomerForm
        start={detailsOf(customer, formats)}
        customerId={customer.id}
        onSaved={leaveForm}
        onCancel={leaveForm}
      />
    )
  return (
    <Stack gap="md">
      <NotNow customer={customer} />
      {customer.asideSinceMs !== null && (
        <p className="aside-note" data-fact>
          <b>{`Put aside since ${formats.date(dayAt(customer.asideSinceMs, zone))}`}</b>: not proposed for a
          contact, and gets no newsletter.
        </p>
      )}
      <MustKnow words={customer.mustKnow} />
      <dl className="customer-facts">
        {factsOf(customer, formats).map(({ label, value, field }) => (
          <div key={label}>
            <dt className="quiet">{label}</dt>
            <dd>
              {field ? (
                <FactInPlace key={value} {...{ customerId: customer.id, field, label, value }} />
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt className="quiet">Hears from us</dt>
          <dd>
            <span data-fact>{isLeft ? 'no more' : tierWords(customer.tier, formats)}</span>
            <TierPick customerIds={[customer.id]} tierId={customer.tierId} />
            {enough && (
              <span className="risk as-block" data-fact>
                {`${enough}.`}
              </span>
            )}
          </dd>
        </div>
      </dl>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" autoFocus={edited} onClick={() => setEditing(true)}>
          Edit
        </Button>
        <WriteMenu customerId={customer.id} name={customer.name} />
        <AsideButton customer={customer} />
        <PersonDataMenu customerId={customer.id} />
        <EraseButton customer={customer} onErased={onErased} />
        <HistoryLink table="customers" rowId={customer.id} />
      </Group>
      <ConsentPanel customer={customer} />
      <VisitsOf customer={customer} />
      <PromisesOf customerId={customer.id} name={customer.name} />
      <ActionsOf about={{ kind: 'customer', id: customer.id }} name={customer.name} />
      <ReferralsPart customerId={customer.id} name={customer.name} />
      <LettersOf customerId={customer.id} />
      <TouchNote customerId={customer.id} />
      <TimeLine customerId={customer.id} />
    </Stack>
  )
}

/** That they died, or want to hear nothing for a while, in one quiet line. */
function NotNow({ customer }: { readonly customer: Pick<CustomerFile, 'deceasedDay' | 'pausedUntil'> }) {
  const { date, longDate } = useFormats()
  const { deceasedDay, pausedUntil } = customer
  if (deceasedDay !== '')
    return (
      <p className="aside-note" data-fact>
        <b>{`Deceased, noted on ${date(deceasedDay)}`}</b>: gets no mail, letters or calls.
      </p>
    )
  if (pausedUntil === '') return null
  return (
    <p className="aside-note" data-fact>
      <b>{`Paused until ${longDate(pausedUntil)}`}</b>: gets no mail, letters or calls before.
    </p>
  )
}

const detailsOf = (customer: CustomerFile, formats: Formats): Partial<CustomerDetails> => ({
  ...Object.fromEntries(detailNames.map((name) => [name, customer[name]])),
  birthday: detailWords('birthday', customer.birthday, formats),
  language: detailWords('language', customer.language, formats),
})

interface Fact {
  readonly label: string
  readonly value: string
  /** Where it is one field, which is corrected in its place. */
  readonly field?: keyof CustomerDetails
}

/** What is known, named; what is not known takes no room. */
function factsOf(customer: CustomerFile, formats: Formats): readonly Fact[] {
  const { title, company, email, phone, street, postcode, city, region, country, notes, sourceId } = customer
  const address = [street, `${postcode} ${city}`.trim(), region, country].filter((part) => part !== '')
  const facts: readonly Fact[] = [
    { label: 'Addressed as', value: customer.formOfAddress },
    { label: 'Company', value: [title, company].filter((part) => part !== '').join(', ') },
    { label: 'Phone', value: phone, field: 'phone' },
    { label: 'Mail address', value: email, field: 'email' },
    { label: 'Other mail addresses', value: customer.otherMails, field: 'otherMails' },
    { label: 'Address', value: address.join(', ') },
    { label: 'Other addresses', value: customer.otherAddresses },
    { label: 'Rather reached by', value: detailWords('reachBy', customer.reachBy, formats) },
    { label: 'Birthday', value: detailWords('birthday', customer.birthday, formats) },
    { label: 'Language', value: detailWords('language', customer.language, formats) },
    { label: 'Preferences', value: customer.preferences, field: 'preferences' },
    { label: 'Number', value: sourceId },
    { label: 'Notes', value: notes, field: 'notes' },
  ]
  return facts.filter(({ value }) => value !== '')
}
