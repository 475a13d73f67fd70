import { fail, type Result } from '../../core/result.ts'
import type { Log } from '../log.ts'

/** Work that is done one after the other. */
export interface Turns {
  /** Does the work when what came before is done; a bug is logged, and a problem to whoever asked. */
  take<T>(work: () => Promise<Result<T>>): Promise<Result<T>>
  busy(): boolean
}

/** `told` is called when the first begins and when the last has ended. */
export function inTurns(told: () => void, log: Log): Turns {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return {
    take(work) {
      if (waiting++ === 0) told()
      const turn = last.then(work).catch((error: unknown) => {
        log('backups', error)
        return bug
      })
      last = turn.then(() => {
        if (--waiting === 0) told()
      })
      return turn
    },
    busy: () => waiting > 0,
  }
}

const bug = fail('bug', 'Something went wrong inside Wellkept. Your shop is as it was. Try again.')
