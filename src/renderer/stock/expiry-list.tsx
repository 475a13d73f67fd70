import { Kbd, Modal } from '@mantine/core'
import { useState } from 'react'
import type { ExpiryList as List, ExpiryRow as Row } from '../../core/stock/calls.ts'
import { isHard, stockActs, type StockAct } from '../../core/stock/expiry.ts'
import { GroupedList, type ListGroup } from '../ui/grouped-list.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useRows } from '../ui/use-rows.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useWrite } from '../use-call.ts'
import { CorrectBatch } from './correct-form.tsx'
import { ExpiryRow } from './expiry-row.tsx'
import { isSoldLate, SoldLate } from './sold-late.tsx'
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
  const formats = useFormats()
  const { list, refocus } = useRows(content)
  const act = useWrite('stock.act')
  const [correcting, setCorrecting] = useState<Row>()
  const [sold, setSold] = useState<Row>()
  const doIt = (row: Row, action: StockAct) => {
    if (isSoldLate(action, row)) setSold(row)
    else void act.run({ batchId: row.batchId, action })
  }
  const sellLate = (reason: string) => {
    setSold(undefined)
    if (sold) void act.run({ batchId: sold.batchId, action: 'sold', reason })
  }
  return (
    <>
      <ProblemNote problem={act.problem} />
      <GroupedList
        list={list}
        className="expiry-list"
        groups={groupsOf(content)}
        keyOf={({ batchId }) => `batch-${batchId}`}
        renderRow={(item) => <ExpiryRow row={item} busy={act.busy} onCorrect={setCorrecting} onAct={doIt} />}
        renderMore={(more) => (
          <span className="quiet">{`and ${formats.number(more)} more, shown as these are done`}</span>
        )}
      />
      <p className="quiet keys">
        <span>
          <Kbd size="xs">↓</Kbd> to the rows
        </span>
        {'On a row: '}
        {stockActs.map((name) => (
          <span key={name}>
            <Kbd size="xs">{acts[name].key.toUpperCase()}</Kbd> {acts[name].label.toLowerCase()}
          </span>
        ))}
        <span>
          <Kbd size="xs">M</Kbd> part of it
        </span>
        <span>
          <Kbd size="xs">C</Kbd> correct what was entered wrong
        </span>
      </p>
      <SoldLate sold={sold} onSold={sellLate} onClose={() => setSold(undefined)} onGone={refocus} />
      <Modal
        opened={correcting !== undefined}
        onClose={() => setCorrecting(undefined)}
        onExitTransitionEnd={refocus}
        closeButtonProps={{ 'aria-label': 'Close' }}
        title={`Correct a batch of ${correcting?.name ?? ''}`}
        size={860}
      >
        {correcting && (
          <CorrectBatch
            batchId={correcting.batchId}
            productId={correcting.productId}
            onDone={() => setCorrecting(undefined)}
          />
        )}
      </Modal>
    </>
  )
}
