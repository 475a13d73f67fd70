import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { CustomerFile } from '../../core/customers/answers.ts'
import { sentence } from '../../core/customers/silence/words.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead, useWrite } from '../use-call.ts'

interface VisitsOfProps {
  readonly customer: Pick<CustomerFile, 'id' | 'name'>
}

/** How often somebody came, how unusual their silence is and how likely they are still with us; and the key that notes a visit. */
export function VisitsOf({ customer: { id, name } }: VisitsOfProps) {
  const formats = useFormats()
  const { value, problem } = useRead('customers.alive', { customerId: id }, { live: true })
  const visit = useWrite('customers.visit')
  const [why, setWhy] = useState(false)
  const row = value?.rows[0]
  return (
    <section aria-label="Visits">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600}>Visits</Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={visit.busy}
          aria-label={`${name} was here today`}
          onClick={() => void visit.run({ customerId: id })}
        >
          Was here today
        </Button>
      </Group>
      <ProblemNote problem={visit.problem ?? problem} />
      {value && !row && <Text className="quiet">No visit was noted yet.</Text>}
      {value && row && (
        <>
          <p className={`evidence${row.isQuiet ? ' risk' : ''}`} data-fact>{`${sentence(row.words)}.`}</p>
          <p className="evidence quiet" data-fact>
            {[
              `${formats.counted(row.days, 'visit', 'visits')}, the last on ${formats.date(row.lastDay)}`,
              value.pauses,
              row.expectedVisits !== null &&
                `${row.expectedVisits < 0.05 ? 'none' : formats.number(row.expectedVisits, 1)} expected in the next ${formats.counted(value.weeks, 'week', 'weeks')}`,
            ]
              .filter((part) => typeof part === 'string' && part !== '')
              .join('; ')}
            .
          </p>
          {value.notEnough !== '' && row.everyDays !== null && (
            <Button size="compact-sm" variant="subtle" aria-expanded={why} onClick={() => setWhy(!why)}>
              Why not how likely they are still with us?
            </Button>
          )}
          {why && (
            <p className="evidence quiet" data-fact>
              {value.notEnough}
            </p>
          )}
        </>
      )}
    </section>
  )
}
