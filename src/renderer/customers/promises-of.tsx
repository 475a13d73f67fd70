import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import type { ShopPromise } from '../../core/promises/calls.ts'
import { PromiseForm } from '../promises/promise-form.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'

/** Closed promises of a customer that are shown. */
const lastClosed = 5

interface PromisesOfProps {
  readonly customerId: number
  readonly name: string
}

/** What a customer was promised: all that is open, and what was closed last; and the way to promise something more. */
export function PromisesOf({ customerId, name }: PromisesOfProps) {
  const formats = useFormats()
  const [adding, setAdding] = useState(false)
  const { value, problem } = useRead('promises.ofCustomer', { customerId, limit: lastClosed }, { live: true })
  if (!value) return <ProblemNote problem={problem} />
  const { open, closed } = value
  const older = closed.total - closed.rows.length
  return (
    <section aria-label="Promises">
      <Group justify="space-between">
        <Text fw={600}>Promises</Text>
        <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
          New promise
        </Button>
      </Group>
      {open.length + closed.total === 0 && <Text className="quiet">Nothing was promised yet.</Text>}
      <ul className="plain-list time-line">
        {[...open, ...closed.rows].map((one) => (
          <Line key={one.id} promise={one} />
        ))}
        {older > 0 && <li className="quiet">{`and ${formats.counted(older, 'older one', 'older ones')}`}</li>}
      </ul>
      <Modal opened={adding} onClose={() => setAdding(false)} title={`New promise to ${name}`} size="lg">
        {adding && <PromiseForm to={{ customerId, name }} onDone={() => setAdding(false)} />}
      </Modal>
    </section>
  )
}

const Line = ({ promise: { what, reason, outcome } }: { readonly promise: ShopPromise }) => (
  <li>
    <strong>{what}</strong>
    <div className={outcome === 'open' ? 'broken' : 'quiet'}>{reason}</div>
  </li>
)
