/** How many cases a property test tries: a few in `npm test`, twenty times as many in `npm run test:deep`. */
export const runs = (numRuns: number): { numRuns: number } => ({
  numRuns: process.env['WELLKEPT_DEEP'] ? numRuns * 20 : numRuns,
})
