// Writes what is read of the files of other programs into docs/programs.md: npm run programs
import { guardNode } from './setup.mjs'

guardNode()
const { writeReport } = await import('../tests/support/programs-report.ts')
writeReport()
