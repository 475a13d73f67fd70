/** How many cases a property test tries: a few in `npm test`, twenty times as many in `npm run test:deep` unless told otherwise. */
export const runs = (numRuns: number, deep = numRuns * 20): { numRuns: number } => ({
  numRuns: process.env['WELLKEPT_DEEP'] ? deep : numRuns,
})
