import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { app, session, type BrowserWindow } from 'electron'
import { answerCalls, hearDrops } from './ipc.ts'
import { openLog } from './log.ts'
import { machineHandlers } from './machine.ts'
import { installMenu } from './menu.ts'
import { putTogether } from './parts.ts'
import { registerScheme, serve } from './protocol.ts'
import { openSettings } from './settings.ts'
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
  const settings = openSettings(userData, log)
  const parts = putTogether(
    {
      threads: import.meta.dirname,
      userData,
      resources: app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources'),
      documents: () => app.getPath('documents'),
      origin: pageOrigin(),
      settings,
      named: developerSwitch('shop'),
      now: developerSwitch('now'),
      log,
    },
    {
      window: () => window,
      tellWindow: (news) => window !== undefined && tellWindow(window, news),
      recentChanged: () => window && showMenu(),
    },
  )
  const { keeper, shopFile, lastWords } = parts
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
    closeAfter(window, () => lastWords.ask({ leave: false }))
    answerCalls({ ...parts, handlers })
    hearDrops(parts)
    window.once('ready-to-show', () => keeper.begin())
    showMenu()
  })
}

/** Switches for tests and tours; a shipped Wellkept has none. */
function developerSwitch(name: string): string {
  return app.isPackaged ? '' : app.commandLine.getSwitchValue(name)
}
