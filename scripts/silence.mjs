// How the model of who is still a customer fares on real purchases: writes docs/silence.md and its chart: npm run silence
import { guardNode } from './setup.mjs'

guardNode()
const { writeSilence } = await import('./silence/write.ts')
writeSilence()
