import { Button } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'
import type { ExpiryRow as Row } from '../../core/stock/calls.ts'
import { firstActs, isAllowed, stockActs, type StockAct } from '../../core/stock/expiry.ts'
import { amountWords, shortAmount } from '../../core/stock/words.ts'
import { PartMenu } from './part-menu.tsx'
import { acts } from './stock-acts.ts'
import { useMark } from '../ui/use-mark.ts'
import { useFormats } from '../ui/use-formats.ts'

interface ExpiryRowProps {
  readonly row: Row
  readonly busy: boolean
  readonly onAct: (row: Row, act: StockAct) => void
  readonly onCorrect: (row: Row) => void
}

/** One line: what, why, how many, where, and what to do – each act also on its letter while the focus is here. */
export function ExpiryRow({ row, busy, onAct, onCorrect }: ExpiryRowProps) {
  const formats = useFormats()
  const [more, setMore] = useState(false)
  const mark = useMark()
  const { name, lot, reason, remaining, unit, shelf, dateKind, date, daysLeft } = row
  const act = (which: StockAct) => {
    if (!busy && isAllowed(which, dateKind, daysLeft)) onAct(row, which)
  }
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    // Keys typed in the open menu bubble up here through React, though it is drawn elsewhere.
    const inside = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (!inside || event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    const which = stockActs.find((candidate) => acts[candidate].key === key)
    if (!which && key !== 'm' && key !== 'c') return
    event.preventDefault()
    if (which) act(which)
    else if (key === 'c') onCorrect(row)
    else setMore(true)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons have the focus; the letters are theirs
    <article className="row expiry-row" aria-label={`${name}, ${reason}`} onKeyDown={onKey}>
      <span className="long-words what">
        <bdi data-fact>{name}</bdi>
        {lot && (
          <>
            {' '}
            <bdi className="lot quiet">{`· lot ${lot}`}</bdi>
          </>
        )}
      </span>
      <span data-fact className="clip grow" title={`${reason} (${formats.date(date)})`}>
        {reason}
      </span>
      <span className="clip amount figures" title={amountWords(remaining, unit, mark)}>
        {shortAmount(remaining, unit, mark)}
      </span>
      <span className="clip shelf quiet" title={shelf}>
        {shelf}
      </span>
      <span className="acts">
        {firstActs(row).map((which, i) => (
          <Button
            key={which}
            size="compact-sm"
            variant={i === 0 ? 'light' : 'subtle'}
            disabled={busy}
            aria-label={`${acts[which].label}: ${name}`}
            aria-keyshortcuts={acts[which].key}
            onClick={() => act(which)}
          >
            {acts[which].label}
          </Button>
        ))}
        <PartMenu
          name={name}
          batch={row}
          unit={unit}
          daysLeft={daysLeft}
          opened={more}
          onChange={setMore}
          onCorrect={() => onCorrect(row)}
        />
      </span>
    </article>
  )
}
