import { Kbd } from '@mantine/core'
import type { ExpiryList as List, ExpiryRow as Row } from '../../core/stock/calls.ts'
import { isHard, stockActs } from '../../core/stock/expiry.ts'
import { formatNumber } from '../ui/format.ts'
import { GroupedList, type ListGroup } from '../ui/grouped-list.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useFocusKept } from '../ui/use-focus-kept.ts'
import { useWrite } from '../use-call.ts'
import { ExpiryRow } from './expiry-row.tsx'
import { acts } from './stock-acts.ts'

function groupsOf({ expired, pullToday, soon, totals }: List): readonly ListGroup<Row>[] {
  return [
    {
      title: 'Past its use-by date: must not be sold',
      mark: 'broken',
      rows: expired.filter(({ dateKind }) => isHard(dateKind)),
      total: totals.expiredHard,
    },
    {
      title: 'Past its best-before date',
      mark: 'risk',
      rows: expired.filter(({ dateKind }) => !isHard(dateKind)),
      total: totals.expired - totals.expiredHard,
    },
    { title: 'Leaves the shelf today', mark: 'risk', rows: pullToday, total: totals.pullToday },
    { title: 'Soon', rows: soon, total: totals.soon },
  ]
}

/** What leaves the shelf, by harm; up and down move between the rows. */
export function ExpiryList({ list: content }: { readonly list: List }) {
  const { list } = useFocusKept(content)
  const act = useWrite('stock.act')
  return (
    <>
      <ProblemNote problem={act.problem} />
      <GroupedList
        list={list}
        className="expiry-list"
        groups={groupsOf(content)}
        keyOf={({ batchId }) => `batch-${batchId}`}
        renderRow={(item) => (
          <ExpiryRow
            row={item}
            busy={act.busy}
            onAct={(row, action, part) => void act.run({ batchId: row.batchId, action, ...part })}
          />
        )}
        renderMore={(more) => (
          <span className="quiet">{`and ${formatNumber(more)} more, shown as these are done`}</span>
        )}
      />
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
