// Writes what is guessed of odd tables into docs/csv.md: npm run tables
import { guardNode } from './setup.mjs'

guardNode()
const { writeReport } = await import('../tests/support/odd-tables-report.ts')
await writeReport()
