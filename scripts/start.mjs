import { build } from './build.mjs'
import { hasDisplay, needDisplay } from './display.mjs'
import { main, root, run, runsAsRoot, toolEnv, tool } from './run.mjs'
import { setUp } from './setup.mjs'

await main(async () => {
  const args = process.argv.slice(2)
  const isDev = args[0] === '--dev'
  if (isDev) args.shift()

  const { runtime } = await setUp({ needs: ['window', 'paper'] })
  console.log(`Running on ${runtime.why}.`)
  if (!hasDisplay()) console.log('There is no display: the window opens on an invisible screen (Xvfb).')
  return isDev ? develop(runtime, args) : open(runtime, args)
})

async function open(runtime, args) {
  if (!(await build(runtime))) return 1
  const flags = runsAsRoot ? ['--no-sandbox'] : []
  const env = toolEnv(undefined, await needDisplay())
  const { code } = await run(runtime.electron, [root, ...flags, ...args], { env })
  return code
}

async function develop(runtime, args) {
  const env = toolEnv(runtime, await needDisplay())
  if (runsAsRoot) env.NO_SANDBOX = '1'
  const { code } = await tool('electron-vite', ['dev', '--', ...args], { env })
  return code
}
