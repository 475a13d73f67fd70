import { Button, Title } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useState } from 'react'
import type { PromiseBoard, ShopPromise } from '../../core/promises/calls.ts'
import { formatNumber } from '../ui/format.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { StateMark, type Mark } from '../ui/state-mark.tsx'
import { useWrite } from '../use-call.ts'
import { BreakDialog } from './break-dialog.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { PromiseRow, type RowAct } from './promise-row.tsx'
import { useFocusKept } from '../ui/use-focus-kept.ts'

type GroupName = keyof PromiseBoard

const groups: readonly { readonly name: GroupName; readonly title: string; readonly mark?: Mark }[] = [
  { name: 'overdue', title: 'Overdue', mark: 'broken' },
  { name: 'atRisk', title: 'At risk', mark: 'risk' },
  { name: 'dueToday', title: 'Due today' },
  { name: 'waiting', title: 'Ready, waiting for the customer' },
  { name: 'later', title: 'Later' },
  { name: 'doneRecently', title: 'Closed in the last two weeks' },
]

type Item =
  | { readonly key: string; readonly title: string; readonly mark?: Mark; readonly total: number }
  | { readonly key: string; readonly promise: ShopPromise }
  | { readonly key: string; readonly more: number; readonly of: string }

function itemsOf(board: PromiseBoard): Item[] {
  return groups.flatMap(({ name, title, mark }) => {
    const { total, rows } = board[name]
    if (total === 0) return []
    const more = total - rows.length
    return [
      { key: name, title, mark, total },
      ...rows.map((promise) => ({ key: `${name}-${promise.id}`, promise })),
      ...(more > 0 ? [{ key: `${name}-more`, more, of: title }] : []),
    ]
  })
}

interface BoardListProps {
  readonly board: PromiseBoard
  /** Asks for more rows in each group; absent when there is nothing more to ask for. */
  readonly onMore: (() => void) | undefined
}

/** Promises by harm. Only what is in sight is drawn, so a long board scrolls as lightly as a short one. */
export function BoardList({ board, onMore }: BoardListProps) {
  const { list, refocus } = useFocusKept(board)
  const [asked, setAsked] = useState<ShopPromise>()
  const [dialog, setDialog] = useState<'close' | 'break' | null>(null)
  const warn = useWrite('promises.warn')
  const ready = useWrite('promises.ready')
  const items = itemsOf(board)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current?.closest('main') ?? null,
    getItemKey: (index) => items[index]!.key,
    estimateSize: () => 41,
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
  })
  const act = (name: RowAct, promise: ShopPromise) => {
    setAsked(promise)
    if (name === 'close' || name === 'break') setDialog(name)
    else void (name === 'warn' ? warn : ready).run({ promiseId: promise.id })
  }
  const dialogProps = { promise: asked, onClose: () => setDialog(null), onGone: refocus }
  return (
    <>
      <ProblemNote problem={warn.problem ?? ready.problem} />
      <div ref={list} style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className="board-item"
            style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
          >
            <BoardItem item={items[index]!} busy={warn.busy || ready.busy} onAct={act} onMore={onMore} />
          </div>
        ))}
      </div>
      <CloseDialog {...dialogProps} opened={dialog === 'close'} />
      <BreakDialog {...dialogProps} opened={dialog === 'break'} />
    </>
  )
}

interface BoardItemProps {
  readonly item: Item
  readonly busy: boolean
  readonly onAct: (act: RowAct, promise: ShopPromise) => void
  readonly onMore: (() => void) | undefined
}

function BoardItem({ item, busy, onAct, onMore }: BoardItemProps) {
  if ('promise' in item) return <PromiseRow promise={item.promise} busy={busy} onAct={onAct} />
  if ('more' in item)
    return (
      <div className="row">
        {onMore ? (
          <Button size="compact-sm" variant="subtle" onClick={onMore}>
            {`Show more of ${formatNumber(item.more)}: ${item.of.toLowerCase()}`}
          </Button>
        ) : (
          <span className="quiet">{`${formatNumber(item.more)} more. Find them by name above.`}</span>
        )}
      </div>
    )
  return (
    <Title order={2} size={15} className="board-heading">
      {item.mark ? <StateMark mark={item.mark}>{item.title}</StateMark> : item.title}
      <span className="quiet figures">{formatNumber(item.total)}</span>
    </Title>
  )
}
