// Imports the labelled pairs of customers and writes precision and recall of the proposals into docs/pairs.md: npm run pairs
import { guardNode } from './setup.mjs'

guardNode()
const { writeReport } = await import('../tests/support/pairs-report.ts')
await writeReport()
