import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen, type Session, type WebContents } from 'electron'
import type { News } from '../core/machine/news.ts'
import type { Log } from './log.ts'
import { origin } from './protocol.ts'
import type { Settings } from './settings-file.ts'

// As the renderer's theme: the window must not flash in another colour before it is painted.
const paperColour = { light: '#faf6ed', dark: '#1c1916' }

const backgroundColour = () => (nativeTheme.shouldUseDarkColors ? paperColour.dark : paperColour.light)

/** The address of the window's page: our own protocol, or the development server of a source checkout. */
const pageAddress = (): string => developmentServer() ?? `${origin}/index.html`

/** The only origin that may make calls. */
export const pageOrigin = (): string => {
  const server = developmentServer()
  return server === undefined ? origin : new URL(server).origin
}

function developmentServer(): string | undefined {
  return app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
}

/** Makes the one window and starts loading it; shown when it has something to show. */
export function openWindow(settings: Settings, log: Log): BrowserWindow {
  nativeTheme.themeSource = settings.get('theme')
  const window = new BrowserWindow({
    ...visible(settings.get('bounds')),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Wellkept',
    backgroundColor: backgroundColour(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  if (settings.get('maximized')) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    settings.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  )
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(backgroundColour())
  })
  reloadAfterCrash(window, log)
  window.webContents.on('did-fail-load', (_event, code, words, _url, isMainFrame) => {
    // -3 is a load that was given up, as when the window is closed early.
    if (!isMainFrame || code === -3) return
    log('window', `its page did not load: ${words} (${code})`)
    window.show()
  })
  window.loadURL(pageAddress()).catch(() => {})
  return window
}

/** Sends the window a piece of news; false while it has no page that could hear it. */
export function tellWindow(window: BrowserWindow, news: News): boolean {
  if (window.isDestroyed() || window.webContents.isCrashed()) return false
  window.webContents.send('news', news)
  return !window.webContents.isLoadingMainFrame()
}

/** Lets the window close, and the app quit, once `work` is done. */
export function closeAfter(window: BrowserWindow, work: () => Promise<void>): void {
  let quits = false
  let done: Promise<void> | undefined
  let mayClose = false
  app.on('before-quit', () => (quits = true))
  window.on('close', (event) => {
    if (mayClose) return
    event.preventDefault()
    done ??= work().then(() => {
      mayClose = true
      if (quits) app.quit()
      else window.close()
    })
  })
}

/** Brings the window to the front, as for somebody who starts Wellkept a second time. */
export function focusWindow(window: BrowserWindow | undefined): void {
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Where the window was, unless that screen is gone. */
function visible(bounds: ReturnType<Settings['get']> & object) {
  const { x, y, width, height } = bounds as Partial<Electron.Rectangle>
  const size = { width: Math.max(640, width ?? 0), height: Math.max(480, height ?? 0) }
  if (x === undefined || y === undefined) return size
  const { workArea } = screen.getDisplayMatching({ x, y, ...size })
  const seen =
    Math.min(x + size.width, workArea.x + workArea.width) - Math.max(x, workArea.x) > 100 &&
    y >= workArea.y &&
    y < workArea.y + workArea.height - 50
  return seen ? { x, y, ...size } : size
}

function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  let last = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log('window', `its process ended: ${reason}, ${exitCode}`)
    // One that crashes at once would crash again.
    if (performance.now() - last > 10_000) window.webContents.reload()
    last = performance.now()
  })
}

/** Call it before the app is ready. Denies every page what Wellkept never needs: other pages, windows, permissions, downloads, the network. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.on('session-created', lockSession)
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    const sheetInFrame = !event.isMainFrame && event.url.startsWith(`${origin}/preview/`)
    // Hot reload loads the development server's page again.
    const samePage = event.isMainFrame && event.url === pageAddress() && contents.getURL() === event.url
    if (!sheetInFrame && !samePage) event.preventDefault()
  })
}

const remote = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'] }

function lockSession(locked: Session): void {
  const server = developmentServer()
  locked.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  locked.setPermissionCheckHandler(() => false)
  locked.setDevicePermissionHandler(() => false)
  locked.on('will-download', (event) => event.preventDefault())
  locked.setSpellCheckerEnabled(false)
  locked.webRequest.onBeforeRequest(remote, ({ url }, answer) => {
    const own = server !== undefined && new URL(url).host === new URL(server).host
    answer({ cancel: !own })
  })
}
