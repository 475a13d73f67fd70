import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { app, session, type BrowserWindow } from 'electron'
import type { News } from '../core/machine/news.ts'
import { keepBackups } from './backups/keeper.ts'
import { startClock } from './clock.ts'
import { openFiles } from './files.ts'
import { answerAhead } from './first-answers.ts'
import { answerCalls } from './ipc.ts'
import { openLog } from './log.ts'
import { machineHandlers } from './machine.ts'
import { lastWords } from './last-words.ts'
import { installMenu } from './menu.ts'
import { openPrint } from './print.ts'
import { registerScheme, serve } from './protocol.ts'
import { openSettings } from './settings.ts'
import { keepShopFile } from './shop-file.ts'
import { closeAfter, focusWindow, lockDown, openWindow, pageOrigin, tellWindow } from './window.ts'

registerScheme()
// A second Wellkept opens nothing: the first comes to the front.
if (app.requestSingleInstanceLock()) start()
else app.exit(0)

function start(): void {
  const userData = app.getPath('userData')
  const log = openLog(join(userData, 'logs/wellkept.log'), (line) => process.stderr.write(line))
  process.on('uncaughtException', (error) => log('main', error))
  process.on('unhandledRejection', (error) => log('main', error))

  let window: BrowserWindow | undefined
  const tell = (news: News): boolean => {
    if (news.kind === 'changed') first.forget()
    return window !== undefined && tellWindow(window, news)
  }
  const settings = openSettings(userData, log)
  const words = lastWords(tell)
  const shops = join(userData, 'shops')
  const clock = startClock(developerSwitch('now'))
  const shopFile = keepShopFile({
    workerPath: join(import.meta.dirname, 'worker.js'),
    folder: shops,
    resources: app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources'),
    settings,
    named: developerSwitch('shop'),
    clock,
    events: {
      changed(stale, act) {
        keeper.noteChange(stale)
        tell({ kind: 'changed', stale, act })
      },
      bug: log,
    },
    lastWords: words.ask,
    left: (path) => void keeper.noteLeft(path),
    recentChanged: () => window && showMenu(),
  })
  const keeper = keepBackups({
    workerPath: join(import.meta.dirname, 'backup-worker.js'),
    shopFile,
    settings,
    clock,
    tell: (stale) => void tell({ kind: 'changed', stale }),
    log,
  })
  const first = answerAhead(shopFile)
  const parts = {
    window: () => window!,
    origin: pageOrigin(),
    shopFile,
    keeper,
    shops,
    first,
    files: openFiles(() => app.getPath('documents')),
    paper: openPrint((name, input, shop) => shopFile.call(name, input, { shop })),
    settings,
    lastWords: words,
    running: new Map<string, AbortController>(),
    tell,
    log,
  }
  const handlers = machineHandlers(parts)
  const showMenu = () => installMenu({ ...parts, handlers })

  app.on('second-instance', () => focusWindow(window))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    const closed = keeper.atClose().then(() => shopFile.close())
    void Promise.race([closed, setTimeout(5000)]).finally(() => app.exit(0))
  })

  lockDown()
  void app.whenReady().then(() => {
    serve(session.defaultSession, join(import.meta.dirname, '../renderer'), parts.paper)
    window = openWindow(settings, log)
    closeAfter(window, () => words.ask({ leave: false }))
    answerCalls({ ...parts, handlers })
    window.once('ready-to-show', () => keeper.begin())
    showMenu()
  })
}

/** Switches for tests and tours; a shipped Wellkept has none. */
function developerSwitch(name: string): string {
  return app.isPackaged ? '' : app.commandLine.getSwitchValue(name)
}
