// Makes the golden shop of the newest schema, and says anew what rows the golden shops are to have: npm run golden
import { guardNode } from './setup.mjs'

guardNode()
const { makeGolden } = await import('../tests/support/golden/make.ts')
await makeGolden()
