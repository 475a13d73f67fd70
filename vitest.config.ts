import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    pool: 'forks',
    // One core fewer, as is the default, would leave half of a small machine idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
})
