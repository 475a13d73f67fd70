// Changes one token of src at a time and runs the tests that reach it: what stays green is a hole in the tests.
// npm run mutate -- src/core/promises
import { spawnSync } from 'node:child_process'

const paths = process.argv.slice(2)
const globs = (paths.length > 0 ? paths : ['src/core', 'src/main']).map((path) =>
  path.endsWith('.ts') || path.includes('*') ? path : `${path.replace(/\/$/, '')}/**/*.ts`,
)
const { status } = spawnSync(
  'stryker',
  ['run', 'scripts/mutate/stryker.config.json', '--mutate', globs.join(',')],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1
