import { defineConfig, mergeConfig } from 'vitest/config'
import whole from '../../vitest.config.ts'

/** Stryker's workers are threads of one process: what starts processes of its own, kills them or changes the user is left out. */
export default mergeConfig(
  whole,
  defineConfig({
    test: {
      exclude: [
        'tests/main/settings.test.ts',
        'tests/main/store/{open,damage,disk-full,hostile,host,io-errors,kill-*,log-growth,other-program}.test.ts',
        'tests/main/migrations/killed.test.ts',
        'tests/main/backups/full-disk.test.ts',
        'tests/scripts/**',
      ],
    },
  }),
)
