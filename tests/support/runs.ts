/**
 * How many cases a property test tries: a few in `npm test`, twenty times as many in `npm run test:deep` unless told
 * otherwise. In `npm test` it ends before the runner's own time limit, so that a case that is long made smaller is
 * printed as far as it came, and not lost to "timed out". A busy machine tries fewer cases; none at all is a failure.
 */
export const runs = (
  numRuns: number,
  deep = numRuns * 20,
): { numRuns: number; interruptAfterTimeLimit?: number } =>
  process.env['WELLKEPT_DEEP'] ? { numRuns: deep } : { numRuns, interruptAfterTimeLimit: 50_000 }
