import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { keptFor } from '../../core/backups/thin.ts'
import type { CustomerFile, Erasing } from '../../core/customers/answers.ts'
import type { Formats } from '../../core/formats.ts'
import { useDrafts } from '../ui/drafts.ts'
import { DialogForm } from '../ui/form.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead, useWrite } from '../use-call.ts'

interface EraseProps {
  readonly customer: Pick<CustomerFile, 'id' | 'name'>
  readonly label?: string
  readonly onErased: () => void
}

/** Erases a customer for good, after saying twice what that means. */
export function EraseButton({ customer, label = 'Erase…', onErased }: EraseProps) {
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        style={{ flexShrink: 0 }}
        title="Takes all that is kept of them out of the shop, because they ask for it"
        onClick={() => setOpened(true)}
      >
        {label}
      </Button>
      <Modal opened={opened} onClose={close} title={`Erase ${customer.name}?`} size={560}>
        <EraseSteps customer={customer} onErased={onErased} onClose={close} />
      </Modal>
    </>
  )
}

function EraseSteps({ customer, onErased, onClose }: EraseProps & { readonly onClose: () => void }) {
  const formats = useFormats()
  const { value, problem } = useRead('customers.erasing', { customerId: customer.id })
  const erase = useWrite('customers.erase')
  const drafts = useDrafts()
  const [isSure, setIsSure] = useState(false)
  if (problem) return <ProblemNote problem={problem} />
  if (!value) return <Skeleton height={240} />
  if (value.open.length > 0) return <StillPromised name={customer.name} open={value.open} onClose={onClose} />
  const run = async () => {
    // Half-typed words about them would be written once more from here.
    const erased = await drafts.around(() => erase.run({ customerId: customer.id }))
    if (erased.ok) onErased()
  }
  const work = { typed: false, busy: erase.busy, rest: erase.problem, cancel: onClose }
  if (!isSure)
    return (
      <DialogForm key="first" form={{ ...work, save: () => Promise.resolve(setIsSure(true)) }} save="Go on">
        <WhatItMeans erasing={value} formats={formats} />
      </DialogForm>
    )
  return (
    <DialogForm key="second" form={{ ...work, save: run }} save="Erase for good" color="brick">
      <Text data-autofocus tabIndex={-1} data-fact>
        <b>{customer.name}</b> is erased for good. It cannot be undone, and nothing they were part of before,
        such as the import they came with, can be undone any more.
      </Text>
      <Text className="quiet">In a large shop this takes some seconds.</Text>
    </DialogForm>
  )
}

interface StillPromisedProps {
  readonly name: string
  readonly open: readonly string[]
  readonly onClose: () => void
}

/** What is promised and not done needs its customer. */
function StillPromised({ name, open, onClose }: StillPromisedProps) {
  return (
    <Stack gap="sm">
      <Text
        data-fact
      >{`${name} cannot be erased yet: a promise to them is open. Close it first, or mark it as broken.`}</Text>
      <ul className="erase-list" data-fact>
        {open.map((what, i) => (
          <li key={i}>{what}</li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button autoFocus onClick={onClose}>
          Back
        </Button>
      </Group>
    </Stack>
  )
}

function WhatItMeans({ erasing, formats }: { readonly erasing: Erasing; readonly formats: Formats }) {
  const { goes, stays } = meaning(erasing, formats)
  return (
    <>
      <Text fw={600}>What goes</Text>
      <List items={goes} />
      <Text fw={600}>What stays, and why</Text>
      <List items={stays} />
      <Elsewhere elsewhere={erasing.elsewhere} formats={formats} />
    </>
  )
}

/** Words about others that may name them: each opens, and stays as it is until the owner corrects it. */
function Elsewhere({
  elsewhere: { places, total },
  formats,
}: Pick<Erasing, 'elsewhere'> & { readonly formats: Formats }) {
  if (total === 0) return null
  return (
    <>
      <Text fw={600}>Written elsewhere</Text>
      <Text className="quiet">
        This may name them, and stays as it is. Open what should not, and correct it before you erase.
      </Text>
      <ul className="erase-list erase-elsewhere" data-fact>
        {places.map(({ thing, named, line, page }, i) => (
          <li key={i}>
            <Link href={page}>{named === '' ? thing : `${thing}: ${named}`}</Link>
            {line !== named && <> – {line}</>}
          </li>
        ))}
      </ul>
      {total > places.length && (
        <Text className="quiet">{`And ${formats.counted(total - places.length, 'place', 'places')} more.`}</Text>
      )}
    </>
  )
}

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul className="erase-list" data-fact>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)

function meaning({ promises, touches, visits, addresses, noes, sharing }: Erasing, { counted }: Formats) {
  const counts = [
    ...(touches > 0 ? [counted(touches, 'contact', 'contacts')] : []),
    ...(visits > 0 ? [counted(visits, 'visit', 'visits')] : []),
  ]
  return {
    goes: [
      'Their name, addresses, phones, notes and answers.',
      `${counts.length > 0 ? `${counts.join(' and ')}, what` : 'What'} is to be done about them, and who sent whom.`,
      'Their name in the history, and what was before each change to them.',
    ],
    stays: [
      ...(promises > 0
        ? [
            `${counted(promises, 'closed promise', 'closed promises')} without their name: the shop’s figures are made of them.`,
          ]
        : []),
      ...(addresses > 0
        ? [
            `A fingerprint of ${addresses === 1 ? 'their mail address' : 'their mail addresses'}, which cannot be read: no list brings them back into the newsletter. Only they themselves can say yes again.`,
          ]
        : []),
      ...(noes > 0
        ? [
            'That they said no, by a fingerprint of their name, phones and number, which cannot be read: whoever is entered anew with them has said no.',
          ]
        : []),
      ...(sharing.length > 0
        ? [`${sharing.join(', ')} under the same address, with no newsletter until asked again.`]
        : []),
      'What you wrote about others. Only in things to do, half-typed forms and the history their full name, address or phone is taken out, where nobody else has it.',
      `Backups of before. They go by themselves, the last when there are backups of ${keptFor.months} later months; copies you made elsewhere stay until you delete them.`,
    ],
  }
}
