// Any call of the contract without a window: npm run call -- --store FILE [--new] [--now ISO] [--zone IANA] NAME 'JSON'
import { guardNode } from './setup.mjs'

guardNode()
const { callFromCommandLine } = await import('./call.ts')
process.exitCode = await callFromCommandLine(process.argv.slice(2))
