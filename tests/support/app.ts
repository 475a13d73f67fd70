import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import type {} from '../../src/renderer/call.ts'
import { callsOver, type LaunchOptions, type Shown } from './shown.ts'

interface AppOptions extends LaunchOptions {
  /** A shop file to open, made if missing; without it the app does what it does on its own. */
  readonly shop?: string
  readonly env?: Record<string, string>
}

/** The built app in its real window. */
export interface LaunchedApp extends Shown {
  readonly app: ElectronApplication
}

// Playwright holds the app until it is attached only when it finds Electron itself; otherwise a launch in fifty hangs.
export const holdUntilAttached = join(
  dirname(
    createRequire(createRequire(import.meta.url).resolve('@playwright/test')).resolve('playwright-core'),
  ),
  'lib/server/electron/loader.js',
)

/** The arguments the built app is started with. */
export function appArguments({ now, shop, userData }: AppOptions): string[] {
  return [
    resolve(import.meta.dirname, '../..'),
    ...(process.env['WELLKEPT_NO_SANDBOX'] ? ['--no-sandbox'] : []),
    `--user-data-dir=${userData}`,
    ...(shop === undefined ? [] : [`--shop=${shop}`]),
    ...(now === undefined ? [] : [`--now=${now}`]),
  ]
}

/** The Electron to test with. */
export function runtime(): string {
  const path = process.env['WELLKEPT_RUNTIME']
  if (!path) throw new Error('WELLKEPT_RUNTIME names no Electron: run "npm test"')
  return path
}

/** Starts the built app (`npm run build`) and waits for its window. */
export async function launch(options: AppOptions = {}): Promise<LaunchedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'wellkept-app-'))
  const userData = options.userData ?? join(folder, 'user-data')
  const app = await _electron.launch({
    executablePath: runtime(),
    // Light or dark as the app itself says.
    colorScheme: null,
    args: ['-r', holdUntilAttached, ...appArguments({ ...options, userData })],
    chromiumSandbox: !process.env['WELLKEPT_NO_SANDBOX'],
    env: { ...(process.env as Record<string, string>), ...options.env },
  })
  let ended = false
  app.once('close', () => (ended = true))
  // A test may have ended or killed it already.
  const quit = async () => {
    if (!ended) await app.close()
  }
  const page = await app.firstWindow()
  const opening = () =>
    page.evaluate(async () => {
      const state = await window.wellkept.call('shop.state', {})
      return (state.ok && (state.value as { shop?: string }).shop) || ''
    })
  const send = async (name: string, input: unknown) =>
    page.evaluate(([n, i, shop]) => window.wellkept.call(n, i, undefined, shop), [
      name,
      input,
      await opening(),
    ] as const)
  return {
    app,
    page,
    folder,
    userData,
    opening,
    ...callsOver(send),
    answerDialogs: ({ open = null, save = null }) =>
      app.evaluate(
        ({ dialog }, paths) => {
          const { open: opened, save: saved } = paths
          dialog.showOpenDialog = async () =>
            opened === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [opened] }
          dialog.showSaveDialog = async () => ({ canceled: saved === null, filePath: saved ?? '' })
        },
        { open, save },
      ),
    quit,
    async close() {
      await quit()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
