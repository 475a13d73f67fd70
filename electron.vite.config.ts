import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { namesBundled } from './scripts/bundled.mjs'

// Another build of SQLite than the installed one, for a runtime that needs it; see scripts/.
const shim = process.env['WELLKEPT_SQLITE_SHIM']

const named = namesBundled(import.meta.dirname)

export default defineConfig({
  main: {
    plugins: [named],
    build: {
      target: 'node20.18',
      // The newsletter's renderer is 5 MB, and read when the first letter is shown.
      chunkSizeWarningLimit: 8000,
      // One file loads faster than the sixty that electron-store is made of.
      externalizeDeps: { exclude: ['electron-store'] },
      rollupOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          worker: resolve('src/main/store/worker.ts'),
          'backup-worker': resolve('src/main/backups/worker.ts'),
        },
        output: { paths: shim ? { 'better-sqlite3': shim } : {} },
      },
    },
  },
  preload: {
    plugins: [named],
    build: {
      target: 'node20.18',
      // A sandboxed preload is CommonJS.
      rollupOptions: {
        input: resolve('src/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    plugins: [react(), named],
    build: {
      target: 'chrome130',
      minify: true,
      // The content security policy allows no data: but for pictures.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: resolve('src/renderer/index.html') },
    },
  },
})
