// Writes what is read of the address cards of other programs into docs/vcards.md: npm run cards
import { guardNode } from './setup.mjs'

guardNode()
const { writeReport } = await import('../tests/support/cards-report.ts')
writeReport()
