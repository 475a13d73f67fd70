import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PromiseBoard, ShopPromise } from '../../core/promises/calls.ts'
import type { Standing } from '../../core/promises/standing.ts'
import { GroupedList } from '../ui/grouped-list.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import type { Mark } from '../ui/state-mark.tsx'
import { useRows } from '../ui/use-rows.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useWrite } from '../use-call.ts'
import { BreakDialog } from './break-dialog.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { WarnDialog } from './warn-dialog.tsx'
import { PromiseRow, type RowAct } from './promise-row.tsx'

type GroupName = keyof PromiseBoard

const groups: readonly { readonly name: GroupName; readonly title: string; readonly mark?: Mark }[] = [
  { name: 'overdue', title: 'Overdue', mark: 'broken' },
  { name: 'atRisk', title: 'At risk', mark: 'risk' },
  { name: 'dueToday', title: 'Due today' },
  { name: 'waiting', title: 'Ready, waiting for the customer' },
  { name: 'later', title: 'Later' },
  { name: 'doneRecently', title: 'Closed in the last two weeks' },
]

function standingOfTitle(title: string): Standing | undefined {
  const name = groups.find((group) => group.title === title)?.name
  return name === 'doneRecently' ? undefined : name
}

interface BoardListProps {
  readonly board: PromiseBoard
  /** Asks for more rows in each group; absent when there is nothing more to ask for. */
  readonly onMore: (() => void) | undefined
}

/** Promises by harm, what is done with them, and the dialogs that some of it asks for. */
export function BoardList({ board, onMore }: BoardListProps) {
  const { list, refocus } = useRows(board)
  const [asked, setAsked] = useState<ShopPromise>()
  const [dialog, setDialog] = useState<Exclude<RowAct, 'ready'> | null>(null)
  const ready = useWrite('promises.ready')
  const act = (name: RowAct, promise: ShopPromise) => {
    setAsked(promise)
    if (name === 'ready') void ready.run({ promiseId: promise.id })
    else setDialog(name)
  }
  const dialogProps = { promise: asked, onClose: () => setDialog(null), onGone: refocus }
  return (
    <>
      <ProblemNote problem={ready.problem} />
      <GroupedList
        list={list}
        groups={groups.map(({ name, ...group }) => ({ ...group, ...board[name] }))}
        keyOf={({ id }, title) => `${title}-${id}`}
        renderRow={(promise, title) => (
          <PromiseRow promise={promise} standing={standingOfTitle(title)} busy={ready.busy} onAct={act} />
        )}
        renderMore={(more, title) => <More more={more} title={title} onMore={onMore} />}
      />
      <WarnDialog {...dialogProps} opened={dialog === 'warn'} />
      <CloseDialog {...dialogProps} opened={dialog === 'close'} />
      <BreakDialog {...dialogProps} opened={dialog === 'break'} />
      <ChangeDialog {...dialogProps} opened={dialog === 'change'} />
    </>
  )
}

interface MoreProps extends Pick<BoardListProps, 'onMore'> {
  readonly more: number
  readonly title: string
}

function More({ more, title, onMore }: MoreProps) {
  const formats = useFormats()
  if (!onMore)
    return <span className="quiet">{`${formats.number(more)} more. Find them by name above.`}</span>
  return (
    <Button size="compact-sm" variant="subtle" onClick={onMore}>
      {`Show more of ${formats.number(more)}: ${title.toLowerCase()}`}
    </Button>
  )
}
