import { Anchor, Button, Kbd, Skeleton } from '@mantine/core'
import { Link } from 'wouter'
import { actionsPage } from '../../core/actions/page.ts'
import type { Formats } from '../../core/formats.ts'
import type { TodayList as List } from '../../core/today/calls.ts'
import { harms } from '../../core/today/order.ts'
import { BackupNote } from '../backups/backup-note.tsx'
import { openCapture } from '../ui/capture-store.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'
import { TodayList } from './today-list.tsx'
import './today.css'

/** Today: what must not be forgotten, the most harmful first, each done in place. */
export function TodayPage() {
  const formats = useFormats()
  const { value: list, problem } = useRead('today.list', {}, { live: true })
  return (
    <Page
      title="Today"
      finding={list && `${formats.fullDay(list.today)}: ${findingOf(list, formats)}`}
      actions={
        <Anchor component={Link} href={actionsPage} size="sm" lh="24px" display="inline-block">
          All that is to do
        </Anchor>
      }
    >
      <ProblemNote problem={problem} />
      <BackupNote />
      {!list && !problem && <Skeleton height={420} />}
      {list?.items.length === 0 && (
        <EmptyState title="Nothing waits">
          <span>
            The hours are kept, nothing is overdue and nothing on the shelf has passed. When you next tell a
            customer a time, write it down: <Kbd>Ctrl Shift P</Kbd>
          </span>
          <Button onClick={() => openCapture('promise')}>New promise</Button>
        </EmptyState>
      )}
      {list && list.items.length > 0 && <TodayList items={list.items} more={list.more} kinds={list.kinds} />}
    </Page>
  )
}

const mostNamed = 3

/** The most harmful kinds by name, the others by number. */
function findingOf({ items, kinds }: List, formats: Formats): string {
  if (items.length === 0) return 'nothing waits'
  const byHarm = kinds.toSorted((a, b) => harms.indexOf(a.harm) - harms.indexOf(b.harm))
  const named = byHarm.slice(0, mostNamed).map(({ count, words }) => formats.counted(count, ...words))
  const others = byHarm.slice(mostNamed).reduce((sum, { count }) => sum + count, 0)
  return [...named, ...(others > 0 ? [`${formats.number(others)} more`] : [])].join(', ')
}
