import { Button } from '@mantine/core'
import { actStates, type ActState } from '../../core/shop/act-states.ts'
import type { Writing } from '../use-call.ts'

interface TurnButtonProps {
  readonly act: { readonly id: number; readonly says: string; readonly state: ActState }
  readonly undo: Writing<'shop.undo'>
  readonly redo: Writing<'shop.redo'>
}

/** Takes an act back or brings it back, whichever it can; nothing where it can neither. */
export function TurnButton({ act, undo, redo }: TurnButtonProps) {
  const { turn } = actStates[act.state]
  if (!turn) return null
  const word = turn === 'undo' ? 'Undo' : 'Redo'
  const run = () => {
    // A double click means one.
    if (undo.busy || redo.busy) return
    undo.clear()
    redo.clear()
    void (turn === 'undo' ? undo : redo).run({ actId: act.id })
  }
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      style={{ flexShrink: 0 }}
      aria-label={`${word}: ${act.says}`}
      onClick={run}
    >
      {word}
    </Button>
  )
}

/** The state of an act in a word; '' for one that simply stands. */
export const stateWords: Readonly<Record<ActState, string>> = {
  standing: '',
  undone: 'undone',
  redone: 'back again',
  beginning: 'the beginning',
  past: '',
  gone: 'undone',
}
