import { main, Stop, tool } from './run.mjs'
import { setUp } from './setup.mjs'

await main(async () => {
  const [command, ...args] = process.argv.slice(2)
  if (!command) throw new Stop('Usage: node scripts/with-runtime.mjs COMMAND [ARGUMENTS]')
  const { runtime } = await setUp({ needs: ['runtime'] })
  const { code } = await tool(command, args, { runtime })
  return code
})
