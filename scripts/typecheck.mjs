import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { main, root, tool } from './run.mjs'
import { setUp } from './setup.mjs'

const projects = ['src/core', 'src/main', 'src/preload', 'src/renderer', 'tests']
if (existsSync(join(root, 'scripts/tsconfig.json'))) projects.push('scripts')

await main(async () => {
  await setUp()
  const waiting = [...projects]
  let failed = false
  const worker = async () => {
    for (let project = waiting.shift(); project; project = waiting.shift()) {
      const { code, output } = await tool('tsc', ['--noEmit', '-p', project], { quiet: true })
      if (code === 0) continue
      failed = true
      console.error(`${project}:\n${output.trim()}`)
    }
  }
  await Promise.all([worker(), worker()])
  return failed ? 1 : 0
})
