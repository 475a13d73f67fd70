import { Button, Group, Modal, Skeleton } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { PairPanel } from './pair-panel.tsx'
import './pairs.css'

/** Says how many pairs of customers may be one person, and opens them one after the other; nothing where there are none. */
export function PairsNote() {
  const formats = useFormats()
  const [opened, setOpened] = useState(false)
  const { value } = useRead('customers.pairs', { limit: 1 })
  const total = value?.total ?? 0
  if (total === 0 && !opened) return null
  return (
    <>
      <Group className="panel pairs-note" wrap="nowrap">
        <IconUsers size={18} aria-hidden />
        <span className="grow" data-fact>
          {total === 0
            ? 'No two customers look like one person'
            : formats.counted(
                total,
                'pair of customers may be one person',
                'pairs of customers may be one person',
              )}
          {value !== undefined && value.waiting > 0 && (
            <span className="quiet">{`; ${formats.counted(value.waiting, 'customer is', 'customers are')} still being compared`}</span>
          )}
        </span>
        <Button size="compact-sm" variant="default" disabled={total === 0} onClick={() => setOpened(true)}>
          {total === 1 ? 'Look at it' : 'Look at them'}
        </Button>
      </Group>
      <Modal opened={opened} onClose={() => setOpened(false)} title="One person, or two?" size={860}>
        {opened && <Pairs onDone={() => setOpened(false)} />}
      </Modal>
    </>
  )
}

/** One pair after the other, the surest first; who is left for later comes again the next time. */
function Pairs({ onDone }: { readonly onDone: () => void }) {
  const [later, setLater] = useState(0)
  const { value, problem, stale } = useRead(
    'customers.pairs',
    { limit: 1, offset: later },
    { keepPrevious: true },
  )
  const pair = value?.rows[0]
  if (problem) return <ProblemNote problem={problem} />
  if (!value) return <Skeleton height={280} />
  if (!pair)
    return (
      <div className="pairs-end">
        <p>
          {value.total === 0
            ? 'No two customers look like one person any more.'
            : 'These were all. Those you left come again the next time.'}
        </p>
        <Button onClick={onDone} autoFocus>
          Done
        </Button>
      </div>
    )
  return (
    <PairPanel
      key={`${pair.customerId} ${pair.otherId}`}
      pair={pair}
      place={{ at: later + 1, of: value.total }}
      isStale={stale}
      onLater={() => setLater(later + 1)}
    />
  )
}
