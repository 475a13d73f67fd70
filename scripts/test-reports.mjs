import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { root } from './run.mjs'

/** What a test run counted: `{ passed, failed, skipped, failures: [{ name, message }] }`. */
function tally(tests) {
  const failures = tests.filter((test) => test.state === 'failed')
  return {
    passed: tests.filter((test) => test.state === 'passed').length,
    failed: failures.length,
    skipped: tests.filter((test) => test.state === 'skipped').length,
    failures,
  }
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Reads Vitest's JSON report. */
export function readUnitReport(file) {
  return tally((read(file)?.testResults ?? []).flatMap(testsOfFile))
}

function testsOfFile({ name: path, status, message, assertionResults }) {
  const name = relative(root, path)
  // A file that cannot be loaded has no tests to count.
  if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) {
    return [{ name, state: 'failed', message }]
  }
  return assertionResults.map((test) => ({
    name: `${name} > ${test.fullName}`,
    state: test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped',
    message: test.failureMessages?.join('\n') ?? '',
  }))
}

/** Reads Playwright's JSON report; a test that passed only on a second try has failed. */
export function readWindowReport(file) {
  const report = read(file)
  const errors = (report?.errors ?? []).map(({ message }) => ({
    name: 'playwright',
    state: 'failed',
    message,
  }))
  return tally([...(report?.suites ?? []).flatMap((suite) => testsOfSuite(suite, [])), ...errors])
}

function testsOfSuite({ title, specs = [], suites = [] }, above) {
  const path = [...above, title]
  const tests = specs.flatMap((spec) =>
    spec.tests.map((test) => ({
      name: [...path, spec.title].join(' > '),
      state: { expected: 'passed', skipped: 'skipped' }[test.status] ?? 'failed',
      message: test.results.flatMap((result) => result.errors.map((error) => error.message)).join('\n'),
    })),
  )
  return [...tests, ...suites.flatMap((suite) => testsOfSuite(suite, path))]
}
