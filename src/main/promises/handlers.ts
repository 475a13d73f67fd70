import type { promisesCalls } from '../../core/promises/calls.ts'
import { promiseReadings } from './board.ts'
import { importPromises } from './import.ts'
import { promiseWritings } from './keeping.ts'
import type { HandlersOf } from '../store/context.ts'

export const promises: HandlersOf<typeof promisesCalls, 'promises.importFile'> = {
  ...promiseReadings,
  ...promiseWritings,
  'promises.importFile': importPromises,
}
