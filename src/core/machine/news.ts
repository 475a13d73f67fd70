import type { CallName } from '../calls.ts'
import type { DroppedFile } from './dropped.ts'
import type { ActState } from '../shop/act-states.ts'

/** Calls whose answers may be others now; all of them after a change to another shop. */
export type Stale = readonly CallName[] | 'all'

/** What the main process tells the window without being asked. */
export type News =
  | {
      readonly kind: 'changed'
      readonly stale: Stale
      /** The write, as the undo toast shows it. */
      readonly act?: {
        readonly id: number
        readonly says: string
        readonly state: ActState
        /** Where what it did is seen. */
        readonly page?: string
      }
    }
  | {
      readonly kind: 'progress'
      readonly callId: string
      readonly done: number
      readonly total: number
      readonly words: string
    }
  | {
      /** Write what was typed, then answer with `window.wrote`. */
      readonly kind: 'last words'
      readonly id: string
      /** Another shop comes: let go of the one that is shown. */
      readonly leave: boolean
    }
  | {
      /** Files were dropped on the window. */
      readonly kind: 'dropped'
      readonly files: readonly DroppedFile[]
    }
  | {
      readonly kind: 'menu'
      /** `undo`, `redo`, `palette`, `go:/stock`, `capture:promise`. */
      readonly command: string
    }
