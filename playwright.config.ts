import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  // Each test has windows of its own, and two cores are busy with one.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // What is not there to be pressed fails at once, not at the test's end.
  use: { actionTimeout: 15_000 },
  outputDir: 'test-results',
})
