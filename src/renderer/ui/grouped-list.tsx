import { Title } from '@mantine/core'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { ReactNode, RefObject } from 'react'
import { roomOfList } from './room-of-list.ts'
import { rowInUse } from './row-in-use.ts'
import { StateMark, type Mark } from './state-mark.tsx'
import './grouped-list.css'
import { useFormats } from './use-formats.ts'

export interface ListGroup<Row> {
  /** '' for rows without a heading. */
  readonly title: string
  readonly mark?: Mark
  /** The first of its rows. */
  readonly rows: readonly Row[]
  readonly total: number
}

type Item<Row> =
  | { readonly key: string; readonly heading: ListGroup<Row> }
  | { readonly key: string; readonly row: Row; readonly title: string }
  | { readonly key: string; readonly more: number; readonly title: string }

interface GroupedListProps<Row> {
  /** Of `useRows`: each row carries its `data-index`. */
  readonly list: RefObject<HTMLDivElement | null>
  readonly className?: string
  /** A group without rows is not shown. */
  readonly groups: readonly ListGroup<Row>[]
  readonly keyOf: (row: Row, title: string) => string
  readonly renderRow: (row: Row, title: string) => ReactNode
  /** The line under a group that has more rows than were read. */
  readonly renderMore: (more: number, title: string) => ReactNode
}

/** Rows by harm. Only what is in sight is drawn, so a long list scrolls as lightly as a short one. */
export function GroupedList<Row>(props: GroupedListProps<Row>) {
  const { list, className, groups, keyOf, renderRow, renderMore } = props
  const items = groups.flatMap((group) => itemsOf(group, keyOf))
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current?.closest('main') ?? null,
    getItemKey: (index) => items[index]!.key,
    estimateSize: () => 41,
    overscan: 8,
    initialRect: roomOfList(),
    scrollMargin: list.current?.offsetTop ?? 0,
    rangeExtractor: (range) => withFocused(defaultRangeExtractor(range), list.current, items),
  })
  const content = (item: Item<Row>) => {
    if ('row' in item) return renderRow(item.row, item.title)
    if ('more' in item) return <div className="row">{renderMore(item.more, item.title)}</div>
    return <Heading {...item.heading} />
  }
  return (
    <div ref={list} className={className} style={{ position: 'relative', height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => (
        <div
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          data-key={key}
          className="list-item"
          style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
        >
          {content(items[index]!)}
        </div>
      ))}
    </div>
  )
}

/** With the row in use and its neighbours, to which the arrows lead. */
function withFocused(
  indexes: readonly number[],
  list: HTMLElement | null,
  items: readonly { readonly key: string }[],
): number[] {
  const focused = list?.querySelector<HTMLElement>(`.list-item${rowInUse}`)
  const at = focused ? items.findIndex(({ key }) => key === focused.dataset['key']) : -1
  if (at < 0) return [...indexes]
  const near = [at - 1, at, at + 1].filter((index) => index >= 0 && index < items.length)
  return [...new Set([...indexes, ...near])].toSorted((a, b) => a - b)
}

function itemsOf<Row>(group: ListGroup<Row>, keyOf: GroupedListProps<Row>['keyOf']): readonly Item<Row>[] {
  const { title, rows, total } = group
  if (total === 0) return []
  const more = total - rows.length
  return [
    ...(title === '' ? [] : [{ key: title, heading: group }]),
    ...rows.map((row) => ({ key: keyOf(row, title), row, title })),
    ...(more > 0 ? [{ key: `${title}-more`, more, title }] : []),
  ]
}

function Heading({ title, mark, total }: Omit<ListGroup<unknown>, 'rows'>) {
  const formats = useFormats()
  return (
    <Title order={2} size={15} className="list-heading">
      {mark ? <StateMark mark={mark}>{title}</StateMark> : title}
      <span className="quiet figures">{formats.number(total)}</span>
    </Title>
  )
}
