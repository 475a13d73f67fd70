import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import type { Formats } from '../../core/formats.ts'
import type { ReferralsOf, Sent } from '../../core/referrals/calls.ts'
import { AboutChip } from '../ui/about-chip.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead, useWrite } from '../use-call.ts'
import { SentByForm } from './sent-by-form.tsx'
import './referrals.css'

interface ReferralsPartProps {
  readonly customerId: number
  readonly name: string
}

/** Who sent a customer, and who came through them, as a tree. */
export function ReferralsPart({ customerId, name }: ReferralsPartProps) {
  const formats = useFormats()
  const [asking, setAsking] = useState(false)
  const { value, problem } = useRead('referrals.of', { customerId })
  const remove = useWrite('referrals.remove')
  if (!value) return <ProblemNote problem={problem} />
  const { sentBy, sent } = value
  return (
    <section aria-label="Sent by and sent">
      <Group justify="space-between">
        <Text fw={600}>Who sent whom</Text>
        <Group gap={4}>
          {sentBy && (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={remove.busy}
              onClick={() => void remove.run({ customerId })}
            >
              Nobody sent them
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {sentBy ? 'Change' : 'Sent by…'}
          </Button>
        </Group>
      </Group>
      <ProblemNote problem={remove.problem} />
      {sentBy && (
        <p className="sent-by">
          Sent by <AboutChip about={sentBy.about} />
          <span className="quiet">{` noted ${formats.date(sentBy.day)}`}</span>
        </p>
      )}
      {sent.length > 0 && (
        <>
          <p className="sent-by" data-fact>
            {worthWords(value, formats)}
          </p>
          <SentTree sent={sent} label={`Came through ${name}`} />
        </>
      )}
      {!sentBy && sent.length === 0 && (
        <Text className="quiet">Nobody sent them, and they sent nobody yet.</Text>
      )}
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Who sent ${name}?`}>
        {asking && <SentByForm customerId={customerId} onDone={() => setAsking(false)} />}
      </Modal>
    </section>
  )
}

const SentTree = ({ sent, label }: { readonly sent: readonly Sent[]; readonly label?: string }) => (
  <ul className="sent-tree" aria-label={label}>
    {sent.map(({ about, sent: further }) => (
      <li key={about.id}>
        <AboutChip about={about} />
        {further.length > 0 && <SentTree sent={further} />}
      </li>
    ))}
  </ul>
)

function worthWords(
  { direct, further, isCut, visits, promisesDone, paidMills }: ReferralsOf,
  { counted, price }: Formats,
): string {
  const people = `${counted(direct, 'customer', 'customers')} came through them`
  const worth = [
    visits > 0 && counted(visits, 'day they came', 'days they came'),
    promisesDone > 0 && counted(promisesDone, 'promise done', 'promises done'),
    paidMills > 0 && `${price(paidMills)} paid`,
  ].filter(Boolean)
  const first = isCut ? 'There are more; of the first: ' : ''
  return [
    first + (further > 0 ? `${people}, and ${counted(further, 'more', 'more')} through those` : people),
    ...(worth.length > 0 ? [worth.join(', ')] : []),
  ].join(': ')
}
