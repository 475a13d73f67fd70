import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { openCapture } from '../ui/capture-store.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { ActionList } from './action-list.tsx'

const firstRows = 100
const mostRows = 500

/** All that is to be done, the first due first, and what was done. */
export function ActionsPage() {
  const formats = useFormats()
  const [closed, setClosed] = useState(false)
  const [limit, setLimit] = useState(firstRows)
  const { value, problem } = useRead('actions.list', { closed, limit }, { live: true, keepPrevious: true })
  const late = value?.rows.filter(({ isLate }) => isLate).length ?? 0
  return (
    <Page
      title="To do"
      finding={
        value &&
        !closed &&
        value.total > 0 &&
        `${formats.counted(value.total, 'thing', 'things')} to do${late > 0 ? `, ${formats.number(late)} overdue` : ''}`
      }
      actions={
        <>
          <SegmentedControl
            aria-label="Which"
            data={[
              { value: 'open', label: 'To do' },
              { value: 'closed', label: 'Done' },
            ]}
            value={closed ? 'closed' : 'open'}
            onChange={(which) => setClosed(which === 'closed')}
          />
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openCapture('action')}>
            Write down
          </Button>
        </>
      }
    >
      <ProblemNote problem={problem} />
      {!value && !problem && <Skeleton height={320} />}
      {value?.total === 0 &&
        (closed ? (
          <p className="quiet">Nothing was done yet.</p>
        ) : (
          <EmptyState title="Nothing to do">
            <span>
              Write down what somebody has to do by a day: call back, order, check again. On its day it stands
              on Today, and stays there until it is done.
            </span>
            <Button onClick={() => openCapture('action')}>Write down something to do</Button>
          </EmptyState>
        ))}
      {value && value.total > 0 && (
        <ActionList
          key={String(closed)}
          {...value}
          onMore={limit < mostRows ? () => setLimit(mostRows) : undefined}
        />
      )}
    </Page>
  )
}
