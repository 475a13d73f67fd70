import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { needDisplay } from './display.mjs'
import { main, node24, root, run, runsAsRoot, tool, toolEnv } from './run.mjs'
import { setUp } from './setup.mjs'
import { readUnitReport, readWindowReport } from './test-reports.mjs'

const words = process.argv.slice(2)
const isDeep = words.includes('--deep')
const onlyWindow = words.includes('--e2e')
const patterns = words.filter((word) => word !== '--deep' && word !== '--e2e')
const onlyUnit = patterns.length > 0 && !onlyWindow
if (isDeep) process.env.WELLKEPT_DEEP = '1'

const steps = []
const reports = mkdtempSync(join(tmpdir(), 'wellkept-test-'))
process.once('exit', () => rmSync(reports, { recursive: true, force: true }))

await main(async () => {
  const needs = onlyUnit ? ['judges'] : ['window', 'paper', 'judges']
  const { runtime } = await setUp({ needs })
  if (runtime) console.log(`Testing on ${runtime.why}.`)

  if (!onlyUnit && !onlyWindow) await checkSources()
  if (!onlyWindow) await step('unit', runUnit)
  if (!onlyUnit) {
    const { failed } = await step('build', async () =>
      one(await build(runtime), 'electron-vite build failed'),
    )
    if (failed === 0) await step('e2e', () => runWindow(runtime))
  }
  return summarize()
})

/** Two at a time, each quiet unless it fails. */
async function checkSources() {
  const checks = {
    typecheck: () => run(node24(), [join(root, 'scripts/typecheck.mjs')], { env: toolEnv(), quiet: true }),
    lint: () => tool('oxlint', ['--type-aware', '--deny-warnings'], { quiet: true }),
    format: () => tool('prettier', ['--check', '.', '--log-level', 'warn'], { quiet: true }),
    knip: () => tool('knip', [], { quiet: true }),
  }
  const waiting = Object.entries(checks)
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, check] = next
      await step(name, async () => {
        const { code, output } = await check()
        return one(code === 0, output.trim())
      })
    }
  }
  await Promise.all([worker(), worker()])
}

async function runUnit() {
  const file = join(reports, 'unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await tool('vitest', ['run', ...reporters, ...patterns])
  return withExitCode('vitest', code, readUnitReport(file))
}

async function runWindow(runtime) {
  const file = join(reports, 'e2e.json')
  const env = toolEnv(runtime, {
    ...(await needDisplay()),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    WELLKEPT_RUNTIME: runtime.electron,
    ...(runsAsRoot ? { WELLKEPT_NO_SANDBOX: '1' } : {}),
  })
  const { code } = await tool('playwright', ['test', '--reporter=list,json', ...patterns], { env })
  return withExitCode('playwright', code, readWindowReport(file))
}

async function step(name, body) {
  const start = performance.now()
  const counts = await body()
  const seconds = (performance.now() - start) / 1000
  console.log(`${counts.failed ? 'FAILED' : 'ok'}  ${name} (${seconds.toFixed(1)} s)`)
  steps.push({ name, seconds, ...counts })
  return counts
}

/** A step that is itself the test. */
function one(ok, message) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, failures: ok ? [] : [{ name: '', message }] }
}

/** A run that counted nothing, or ended badly without naming a test, has not passed. */
function withExitCode(name, code, counts) {
  const message =
    counts.passed + counts.failed === 0
      ? `${name} ran no test (exit code ${code})`
      : `${name} ended with code ${code}`
  if (counts.failed > 0 || (code === 0 && counts.passed > 0)) return counts
  return { ...counts, failed: 1, failures: [{ name, message }] }
}

function summarize() {
  for (const { name, failures } of steps) {
    for (const failure of failures)
      console.log(`\nFAILED ${[name, failure.name].filter(Boolean).join(': ')}\n${failure.message}`)
  }
  console.log(`\n${steps.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', ')}`)
  const sum = (field) => steps.reduce((total, counts) => total + counts[field], 0)
  const skipped = sum('skipped')
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`)
  return sum('failed') > 0 ? 1 : 0
}
