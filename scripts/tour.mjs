// A whole working day without hands, in a temporary shop on real data: writes tour/ with pictures of every page, the
// week's checklist, the mail drafts and summary.md. --docs also renews the pictures in docs/pictures.
import { join } from 'node:path'
import { build } from './build.mjs'
import { needDisplay } from './display.mjs'
import { main, node24, root, run, runsAsRoot, toolEnv } from './run.mjs'
import { setUp } from './setup.mjs'

await main(async () => {
  const { runtime } = await setUp({ needs: ['window', 'paper', 'judges'] })
  if (!(await build(runtime))) return 1
  const env = toolEnv(runtime, {
    ...(await needDisplay()),
    WELLKEPT_RUNTIME: runtime.electron,
    ...(runsAsRoot ? { WELLKEPT_NO_SANDBOX: '1' } : {}),
  })
  const { code } = await run(node24(), [join(root, 'scripts/tour/day.ts'), ...process.argv.slice(2)], { env })
  return code
})
