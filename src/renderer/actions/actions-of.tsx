import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import type { About } from '../../core/about/about.ts'
import { dayAt } from '../../core/day.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { ActionButtons } from './action-buttons.tsx'
import { ActionForm } from './action-form.tsx'
import { satisfiedWords } from './satisfied-field.tsx'
import './actions.css'

/** Done things of one thing that are shown. */
const lastDone = 3

interface ActionsOfProps {
  readonly about: About
  readonly name: string
}

/** What is to be done about one thing, what was done last, and the way to write something down. */
export function ActionsOf({ about, name }: ActionsOfProps) {
  const { counted, date } = useFormats()
  const { zone } = useShop()
  const [adding, setAdding] = useState(false)
  const open = useRead('actions.list', { about, limit: 100 }, { live: true })
  const closed = useRead('actions.list', { about, closed: true, limit: lastDone })
  if (!open.value || !closed.value) return <ProblemNote problem={open.problem ?? closed.problem} />
  const older = closed.value.total - closed.value.rows.length
  return (
    <section aria-label="To do">
      <Group justify="space-between">
        <Text fw={600}>To do</Text>
        <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
          Write down
        </Button>
      </Group>
      <ul className="plain-list actions-of">
        {open.value.rows.map((action) => (
          <li key={action.id}>
            <div className="grow">
              <strong data-fact>{action.what}</strong>
              <div className={action.isLate ? 'broken' : 'quiet'} data-fact>
                {action.reason}
              </div>
            </div>
            <ActionButtons action={action} />
          </li>
        ))}
        {closed.value.rows.map(({ id, what, state, closedAtMs, result, satisfied }) => (
          <li key={id} className="quiet">
            <div className="grow" data-fact>
              {`${date(dayAt(closedAtMs ?? 0, zone))}, ${state === 'done' ? 'done' : 'not to be done any more'}: ${what}`}
              {(satisfied || result) && (
                <div>{[satisfied && satisfiedWords[satisfied], result].filter(Boolean).join(': ')}</div>
              )}
            </div>
          </li>
        ))}
        {older > 0 && <li className="quiet">{`and ${counted(older, 'older one', 'older ones')}`}</li>}
      </ul>
      <Modal opened={adding} onClose={() => setAdding(false)} title={`To do for ${name}`} size="lg">
        {adding && <ActionForm about={about} onDone={() => setAdding(false)} />}
      </Modal>
    </section>
  )
}
