import { Button, Group, Modal, Skeleton } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { CustomerPair } from '../../core/customers/answers.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useAsked } from '../ui/use-asked.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { PairPanel } from './pair-panel.tsx'
import './pairs.css'

/** Says how many pairs of customers may be one person, and opens them one after the other; nothing where there are none. */
export function PairsNote() {
  const formats = useFormats()
  const [opened, setOpened] = useState(false)
  const { value } = useRead('customers.pairs', { limit: 1 })
  // The palette asks by the page's address: `/customers?pairs`.
  useAsked('pairs', () => setOpened(true))
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

/** So many more may be found while one pair is looked at, which stays. */
const ahead = 20

/** One pair after the other, the surest first; who is left for later comes again the next time. */
function Pairs({ onDone }: { readonly onDone: () => void }) {
  const [later, setLater] = useState(0)
  const [looked, setLooked] = useState('')
  const { value, problem, stale } = useRead(
    'customers.pairs',
    { limit: ahead, offset: later },
    { keepPrevious: true },
  )
  // A surer one that is found meanwhile must not come under a key that was meant for the one that is read.
  const pair = value?.rows.find((row) => keyOf(row) === looked) ?? value?.rows[0]
  if (pair && !stale && keyOf(pair) !== looked) setLooked(keyOf(pair))
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
      key={keyOf(pair)}
      pair={pair}
      place={{ at: later + 1, of: value.total }}
      isStale={stale}
      onLater={() => {
        setLooked('')
        setLater(later + 1)
      }}
    />
  )
}

const keyOf = ({ customerId, otherId }: CustomerPair): string => `${customerId} ${otherId}`
