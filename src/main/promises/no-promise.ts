import { fail } from '../../core/result.ts'

/** The promise asked for is not there any more. */
export const noPromise = fail(
  'no-promise',
  'This promise is no longer in the shop. Nothing was changed.',
  'promiseId',
)
