// The ten-year shop against its baselines: npm run bench [-- --years N] [--customers N] [--only V3,V8]
import { join } from 'node:path'
import { build } from './build.mjs'
import { needDisplay } from './display.mjs'
import { main, node24, root, run, runsAsRoot, toolEnv } from './run.mjs'
import { setUp } from './setup.mjs'

await main(async () => {
  const { runtime } = await setUp({ needs: ['window', 'paper', 'judges'] })
  if (!(await build(runtime))) return 1
  console.log(`Measuring on ${runtime.why}.`)
  const env = toolEnv(undefined, {
    ...(await needDisplay()),
    WELLKEPT_RUNTIME: runtime.electron,
    ...(runsAsRoot ? { WELLKEPT_NO_SANDBOX: '1' } : {}),
  })
  const { code } = await run(node24(), [join(root, 'scripts/bench/main.ts'), ...process.argv.slice(2)], {
    env,
  })
  return code
})
