import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { HistoryAct } from '../../core/shop/history-calls.ts'
import { useShop } from '../ui/shop-context.ts'
import { useFormats } from '../ui/use-formats.ts'
import type { Writing } from '../use-call.ts'
import { ActChanges } from './act-changes.tsx'
import { stateWords, TurnButton } from './turn-button.tsx'

interface ActRowProps {
  readonly act: HistoryAct
  readonly undo: Writing<'shop.undo'>
  readonly redo: Writing<'shop.redo'>
}

/** One act: when, what it said, who did it; opened, what it changed. */
export function ActRow({ act, undo, redo }: ActRowProps) {
  const formats = useFormats()
  const { zone } = useShop()
  const [open, setOpen] = useState(false)
  const { says, who, here, state, turnedAtMs } = act
  const notes = [
    who !== 'owner' && who,
    !here && 'at another PC',
    stateWords[state] && turnedAtMs !== null
      ? `${stateWords[state]}, ${formats.instant(turnedAtMs, zone)}`
      : stateWords[state],
  ].filter(Boolean)
  return (
    <article className="history-act" aria-label={says}>
      <div className="row">
        <UnstyledButton className="history-says" aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconChevronRight size={16} aria-hidden className="history-arrow" />
          <span className="figures quiet">{formats.timeAt(act.atMs, zone)}</span>
          <span className="grow">
            <span className="words">{state === 'undone' || state === 'gone' ? <s>{says}</s> : says}</span>
            {notes.length > 0 && <span className="quiet">{` · ${notes.join(' · ')}`}</span>}
          </span>
        </UnstyledButton>
        <TurnButton act={act} undo={undo} redo={redo} />
      </div>
      {open && <ActChanges actId={act.id} />}
    </article>
  )
}
