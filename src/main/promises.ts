import type { promisesCalls } from '../core/promises/calls.ts'
import { promiseReadings } from './promises/board.ts'
import { promiseImport } from './promises/import.ts'
import { promiseWritings } from './promises/keeping.ts'
import type { HandlersOf } from './store/context.ts'

export const promises: HandlersOf<typeof promisesCalls> = {
  ...promiseReadings,
  ...promiseWritings,
  ...promiseImport,
}
