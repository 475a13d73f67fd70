// Changes one token of src at a time and runs the tests that reach it: what stays green is a hole in the tests.
// npm run mutate -- src/core/promises
// npm run mutate -- --sample 20 --tests 'tests/main/hours/**' src/main/hours   of each part 20 lines drawn by --seed
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    tests: { type: 'string' },
  },
})
const globs = (paths.length > 0 ? paths : ['src/core', 'src/main']).map((path) =>
  path.endsWith('.ts') || path.includes('*') ? path : `${path.replace(/\/$/, '')}/**/*.ts`,
)
// What is data, or runs once in a file's life, says nothing about a part's rules.
const noRules = ['!src/**/calls.ts', '!src/**/tables.ts', '!src/main/store/migrations/**']
const options = [
  'run',
  'scripts/mutate/stryker.config.json',
  '--mutate',
  [...globs, ...(values.sample ? noRules : [])].join(','),
]
if (values.tests) options.push('--testFiles', values.tests)
if (values.sample) {
  const plugins = '@stryker-mutator/vitest-runner,./scripts/mutate/sample.mjs'
  options.push('--plugins', plugins, '--checkers', 'sample', '--concurrency', '1')
  // A busy machine is no test that noticed something.
  options.push('--timeoutMS', '40000', '--timeoutFactor', '4', '--dryRunTimeoutMinutes', '30')
}
const { status } = spawnSync('stryker', options, {
  stdio: 'inherit',
  env: { ...process.env, WELLKEPT_MUTATE_SAMPLE: `${values.sample ?? 0} ${values.seed}` },
})
process.exitCode = status ?? 1
