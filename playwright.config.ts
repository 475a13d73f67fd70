import { defineConfig } from '@playwright/test'

export default defineConfig({
  workers: 2,
  testMatch: '**/*.spec.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // What is not there to be pressed fails at once, not at the test's end.
  use: { actionTimeout: 15_000 },
  outputDir: 'test-results',
  projects: [
    {
      name: 'window',
      testDir: 'tests/window',
      fullyParallel: true,
      workers: 2,
      use: { launchOptions: { executablePath: process.env['WELLKEPT_BROWSER'] ?? '' } },
    },
    {
      name: 'e2e',
      testDir: 'tests/e2e',
      // Each test has windows of its own, and two cores are busy with one.
      workers: 1,
    },
  ],
})
