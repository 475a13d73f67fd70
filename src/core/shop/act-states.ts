/*
 * Every write of the owner is an act. It stands, is undone, stands again, and so on; each undo and each redo is a turn of
 * it. This table is all there is to know: what an act is called in each state, and which turn it can take from there.
 */

/** standing: done. undone: taken back. redone: stands again. beginning: what the shop began with. past, gone: standing or undone longer than the log keeps what was before. */
export type ActState = 'standing' | 'undone' | 'redone' | 'beginning' | 'past' | 'gone'

export type Turn = 'undo' | 'redo'

interface StateRule {
  /** What the act is called. */
  called(says: string): string
  /** The turn it can take; null where it can take none. */
  readonly turn: Turn | null
}

const asItWas = (says: string) => says
const takenBack = (says: string) => `Undone: ${says}`

export const actStates: Readonly<Record<ActState, StateRule>> = {
  standing: { called: asItWas, turn: 'undo' },
  undone: { called: takenBack, turn: 'redo' },
  redone: { called: (says) => `Back again: ${says}`, turn: 'undo' },
  beginning: { called: asItWas, turn: null },
  past: { called: asItWas, turn: null },
  gone: { called: takenBack, turn: null },
}

/** The state each turn leads to. */
export const stateAfter = { undo: 'undone', redo: 'redone' } as const satisfies Record<Turn, ActState>

/** The state of an act as it is stored: how it stands, whether the shop began with it, how much of it is kept. */
export function actState(act: {
  readonly state: 'standing' | 'undone' | 'redone'
  readonly beginning: 0 | 1
  readonly kept: 'whole' | 'going' | 'line'
}): ActState {
  if (act.beginning) return 'beginning'
  if (act.kept === 'whole') return act.state
  return act.state === 'undone' ? 'gone' : 'past'
}
