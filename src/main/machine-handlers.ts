import type { InputOf, OutputOf } from '../core/call.ts'
import type { Calls, MachineName } from '../core/calls.ts'
import type { Result } from '../core/result.ts'
import type { Asked } from './store/thread.ts'

/** The calls the main process answers itself, by name; the compiler sees that none is missing. */
export type MachineHandlers = {
  readonly [N in MachineName]: (input: InputOf<Calls[N]>, asked: Asked) => Promise<Result<OutputOf<Calls[N]>>>
}
