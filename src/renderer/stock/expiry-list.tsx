import { Kbd, Title } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { ExpiryList as List, ExpiryRow as Row } from '../../core/stock/calls.ts'
import { isHard, stockActs } from '../../core/stock/expiry.ts'
import { useFocusKept } from '../ui/use-focus-kept.ts'
import { formatNumber } from '../ui/format.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { StateMark, type Mark } from '../ui/state-mark.tsx'
import { useWrite } from '../use-call.ts'
import { ExpiryRow } from './expiry-row.tsx'
import { acts } from './stock-acts.ts'

type Item =
  | { readonly key: string; readonly title: string; readonly mark?: Mark; readonly total: number }
  | { readonly key: string; readonly row: Row }
  | { readonly key: string; readonly more: number }

function itemsOf({ expired, pullToday, soon, totals }: List): Item[] {
  const hard = expired.filter(({ dateKind }) => isHard(dateKind))
  const soft = expired.filter(({ dateKind }) => !isHard(dateKind))
  const group = (title: string, rows: readonly Row[], total: number, mark?: Mark): Item[] =>
    total === 0
      ? []
      : [
          { key: title, title, mark, total },
          ...rows.map((row) => ({ key: `batch-${row.batchId}`, row })),
          ...(total > rows.length ? [{ key: `${title}-more`, more: total - rows.length }] : []),
        ]
  return [
    ...group('Past its use-by date: must not be sold', hard, totals.expiredHard, 'broken'),
    ...group('Past its best-before date', soft, totals.expired - totals.expiredHard, 'risk'),
    ...group('Leaves the shelf today', pullToday, totals.pullToday, 'risk'),
    ...group('Soon', soon, totals.soon),
  ]
}

/** What leaves the shelf, by harm. Only what is in sight is drawn; up and down move between the rows. */
export function ExpiryList({ list: content }: { readonly list: List }) {
  const { list } = useFocusKept(content)
  const act = useWrite('stock.act')
  const items = itemsOf(content)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current?.closest('main') ?? null,
    getItemKey: (index) => items[index]!.key,
    estimateSize: () => 41,
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
  })
  return (
    <>
      <ProblemNote problem={act.problem} />
      <div ref={list} style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className="expiry-item"
            style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
          >
            <ExpiryItem
              item={items[index]!}
              busy={act.busy}
              onAct={(row, action, part) => void act.run({ batchId: row.batchId, action, ...part })}
            />
          </div>
        ))}
      </div>
      <p className="quiet keys">
        {'On a row: '}
        {stockActs.map((name) => (
          <span key={name}>
            <Kbd size="xs">{acts[name].key.toUpperCase()}</Kbd> {acts[name].label.toLowerCase()}
          </span>
        ))}
        <span>
          <Kbd size="xs">M</Kbd> part of it
        </span>
      </p>
    </>
  )
}

interface ExpiryItemProps {
  readonly item: Item
  readonly busy: boolean
  readonly onAct: Parameters<typeof ExpiryRow>[0]['onAct']
}

function ExpiryItem({ item, busy, onAct }: ExpiryItemProps) {
  if ('row' in item) return <ExpiryRow row={item.row} busy={busy} onAct={onAct} />
  if ('more' in item)
    return <div className="row quiet">{`and ${formatNumber(item.more)} more, shown as these are done`}</div>
  return (
    <Title order={2} size={15} className="expiry-heading">
      {item.mark ? <StateMark mark={item.mark}>{item.title}</StateMark> : item.title}
      <span className="quiet figures">{formatNumber(item.total)}</span>
    </Title>
  )
}
