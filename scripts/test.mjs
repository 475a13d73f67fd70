import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { needDisplay } from './display.mjs'
import { main, node24, root, run, runsAsRoot, tool, toolEnv } from './run.mjs'
import { setUp } from './setup.mjs'
import { findBrowser } from './system-packages.mjs'
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
  const needs = onlyUnit ? ['judges'] : ['window', 'browser', 'paper', 'judges']
  const { runtime } = await setUp({ needs })
  if (runtime) console.log(`Testing on ${runtime.why}.`)

  if (!onlyUnit && !onlyWindow) await checkSources()
  if (!onlyWindow) await step('unit', runUnit)
  if (!onlyUnit) {
    const { failed } = await step('build', async () =>
      one(await build(runtime), 'electron-vite build failed'),
    )
    if (failed === 0) await runWindows(runtime)
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

/** The window's page in a browser, two at a time; then what is Electron's own, in Electron. */
async function runWindows(runtime) {
  const inBrowser = await step('window', () => runInBrowser(runtime))
  const inElectron = await step('e2e', () => runInElectron(runtime))
  if ([inBrowser, inElectron].every(({ passed, failed, skipped }) => passed + failed + skipped === 0))
    await step('patterns', async () => one(false, `no test of the window is called ${patterns.join(' or ')}`))
}

async function runInBrowser(runtime) {
  const browser = findBrowser()
  // Our stand-in for Electron, in the tests' processes and their threads.
  const hooks = pathToFileURL(join(root, 'tests/support/electron-hooks.mjs')).href
  const env = {
    WELLKEPT_BROWSER: browser ?? '',
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${hooks}`.trim(),
  }
  if (browser) return runPlaywright('window', toolEnv(runtime, env))
  const { skipped } = await runPlaywright('window', toolEnv(runtime, env), ['--list'])
  console.log(
    `Not run: ${skipped} tests of the window, because there is no Chromium. Install the package chromium, or name a browser in WELLKEPT_BROWSER.`,
  )
  return { passed: 0, failed: 0, skipped, failures: [] }
}

async function runInElectron(runtime) {
  const env = {
    ...(await needDisplay()),
    WELLKEPT_RUNTIME: runtime.electron,
    ...(runsAsRoot ? { WELLKEPT_NO_SANDBOX: '1' } : {}),
  }
  return runPlaywright('e2e', toolEnv(runtime, env))
}

/** Runs the tests of a project; a pattern may be meant for those of the other one. */
async function runPlaywright(project, env, more = []) {
  const file = join(reports, `${project}.json`)
  const isListed = more.includes('--list')
  const reporter = isListed ? 'json' : 'list,json'
  const { code } = await tool(
    'playwright',
    ['test', `--project=${project}`, `--reporter=${reporter}`, '--pass-with-no-tests', ...more, ...patterns],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }, quiet: isListed },
  )
  const counts = readWindowReport(file)
  const isElsewhere = patterns.length > 0 && code === 0 && counts.passed + counts.failed === 0
  return isListed || isElsewhere ? counts : withExitCode('playwright', code, counts)
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
