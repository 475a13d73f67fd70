import type { promisesCalls } from '../../core/promises/calls.ts'
import { closeAndAsk } from './after-sale.ts'
import { promiseReadings } from './board.ts'
import { importPromises } from './import.ts'
import { promiseWritings } from './keeping.ts'
import type { HandlersOf } from '../store/context.ts'

export const promises: HandlersOf<typeof promisesCalls, 'promises.importFile' | 'promises.saveRefused'> = {
  ...promiseReadings,
  ...promiseWritings,
  'promises.close': closeAndAsk,
  'promises.importFile': importPromises,
  'promises.saveRefused': importPromises.saveRefused,
}
