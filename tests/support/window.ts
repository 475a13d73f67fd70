import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, type Browser, type Page } from '@playwright/test'
import type { BrowserWindow, Session } from 'electron'
import type { News } from '../../src/core/machine/news.ts'
import type { Result } from '../../src/core/result.ts'
import type {} from '../../src/renderer/call.ts'
import { answerCalls, hearDrops } from '../../src/main/ipc.ts'
import type { Log } from '../../src/main/log.ts'
import { machineHandlers } from '../../src/main/machine.ts'
import { putTogether } from '../../src/main/parts.ts'
import type { Paper } from '../../src/main/print.ts'
import { origin, serve } from '../../src/main/protocol.ts'
import { keepSettings } from '../../src/main/settings-file.ts'
import { showIn, type StandInWindow } from './electron.ts'
import { callsOver, type LaunchOptions, type Shown } from './shown.ts'

export { expect } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')

/** One browser for all tests of a worker. */
let browser: Browser

export const test = base.extend<object, { browserOfAll: void }>({
  browserOfAll: [
    async ({ browser: started }, use) => {
      browser = started
      await use()
    },
    { scope: 'worker', auto: true },
  ],
})

type Ask = (name: unknown, input: unknown, callId?: unknown, shop?: unknown) => Promise<Result<unknown>>

type Stand = (name: string, ask: () => Promise<Result<unknown>>, input: unknown) => Promise<Result<unknown>>

/** The window's page in a browser, on a real store. */
export interface BrowserShown extends Shown {
  /** What was copied last. */
  copied(): string
  /** What was handed to another program last. */
  opened(): string
  /** Tells the page what the main process would. */
  tell(news: News): void
  /** Stands between the page and its answers, from now on. */
  between(stand: Stand): void
}

/** Opens the built page (`npm run build`) over the handlers of the main process and a store of its own. */
export async function launch({ now, userData: earlier }: LaunchOptions = {}): Promise<BrowserShown> {
  const folder = mkdtempSync(join(tmpdir(), 'wellkept-window-'))
  const userData = earlier ?? join(folder, 'user-data')
  const context = await browser.newContext({
    // What the menu leaves of a window.
    viewport: { width: 1366, height: 740 },
    // Light or dark as the app itself says.
    colorScheme: null,
  })
  const page = await context.newPage()
  const main = startMain(page, userData, now)
  const server = await startServer(main.paper)
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  let between: Stand = (_name, ask) => ask()
  const ask: Ask = async (name, input, callId, shop) => {
    const answer = await main.ask(name, input, callId, shop)
    return withAddress(answer, address)
  }
  await page.exposeFunction('wellkeptCall', (...sent: Parameters<Ask>) =>
    between(String(sent[0]), () => ask(...sent), sent[1]),
  )
  // A browser says of a dropped file only what it is called.
  await page.exposeFunction('wellkeptDropped', (names: readonly string[]) =>
    main.drop(names.map((name) => join(folder, name))),
  )
  await page.addInitScript(bridge)
  await page.goto(`${address}/index.html`)

  const opening = async () => {
    const state = await ask('shop.state', {})
    return (state.ok && (state.value as { shop?: string }).shop) || ''
  }
  const send = async (name: string, input: unknown) => ask(name, input, undefined, await opening())
  let ended = false
  const end = async (work: () => Promise<void>) => {
    if (ended) return
    ended = true
    await work()
    server.close()
    server.closeAllConnections()
  }
  return {
    page,
    folder,
    userData,
    opening,
    ...callsOver(send),
    answerDialogs: async (dialogs) => void (main.window.answers = dialogs),
    copied: () => main.window.copied,
    opened: () => main.window.opened,
    tell: main.tell,
    between: (stand) => void (between = stand),
    quit: () =>
      end(async () => {
        await main.quit()
        await context.close()
      }),
    async close() {
      await end(async () => {
        await context.close()
        await main.stop()
      })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The main process but for what is Electron's (see `src/main/index.ts`). */
function startMain(page: Page, userData: string, now: string | undefined) {
  const tellWindow = (news: News): boolean => {
    if (page.isClosed()) return false
    // A page that is just being loaded reads everything anew.
    page
      .evaluate((told) => document.dispatchEvent(new CustomEvent('wellkept-news', { detail: told })), news)
      .catch(() => {})
    return true
  }
  const log: Log = (what, error) => console.error(what, error)
  const settingsFile = join(userData, 'settings.json')
  mkdirSync(userData, { recursive: true })
  const settings = keepSettings(
    userData,
    () => ({
      set: (change) => {
        const kept = existing(settingsFile)
        writeFileSync(settingsFile, JSON.stringify({ ...kept, ...change }))
      },
    }),
    log,
  )
  const leaving: Promise<void>[] = []
  const mainFrame = { origin, url: `${origin}/index.html` }
  const window: StandInWindow = {
    answers: {},
    copied: '',
    opened: '',
    webContents: { mainFrame },
    isDestroyed: () => page.isClosed(),
    once: (_event, listener) => listener(),
  }
  const parts = putTogether(
    {
      threads: join(root, 'out/main'),
      userData,
      resources: join(root, 'resources'),
      documents: () => userData,
      origin,
      settings,
      named: '',
      now,
      log,
    },
    {
      window: () => window as unknown as BrowserWindow,
      tellWindow,
      leaving: (kept) => leaving.push(kept),
    },
  )
  const { keeper, shopFile, lastWords } = parts
  const wear = (theme: string) =>
    void page
      .emulateMedia({ colorScheme: theme === 'system' ? null : (theme as 'light' | 'dark') })
      .catch(() => {})
  wear(settings.get('theme'))
  const answer = showIn(window, wear, () => {
    answerCalls({ ...parts, handlers: machineHandlers(parts) })
    hearDrops(parts)
  })
  const event = { sender: window.webContents, senderFrame: mainFrame }
  return {
    window,
    tell: parts.tell,
    paper: parts.paper,
    ask: (...sent: Parameters<Ask>) => answer('call', event, ...sent) as Promise<Result<unknown>>,
    drop: (paths: readonly string[]) => answer('dropped', event, paths),
    async quit() {
      await lastWords.ask({ leave: false })
      await keeper.atClose()
      await shopFile.close()
    },
    async stop() {
      await Promise.all(leaving)
      await shopFile.close()
    },
  }
}

/** The preload's two functions, and what it hears. */
function bridge(): void {
  if (window !== window.top) return
  const { wellkeptCall, wellkeptDropped } = window as unknown as {
    wellkeptCall: Window['wellkept']['call']
    wellkeptDropped(names: readonly string[]): Promise<void>
  }
  const wellkept: Window['wellkept'] = {
    call: (...sent) => wellkeptCall(...sent),
    onNews(listener) {
      const hear = (event: Event) => listener((event as CustomEvent<News>).detail)
      document.addEventListener('wellkept-news', hear)
      return () => document.removeEventListener('wellkept-news', hear)
    },
  }
  window.addEventListener(
    'drop',
    ({ isTrusted, dataTransfer }) => {
      const files = isTrusted ? [...(dataTransfer?.files ?? [])] : []
      if (files.length > 0) void wellkeptDropped(files.map(({ name }) => name))
    },
    { capture: true },
  )
  Object.defineProperty(window, 'wellkept', { value: Object.freeze(wellkept) })
}

/** Serves the built page and the sheets as the protocol of the app does, with its headers. */
async function startServer(paper: Paper): Promise<Server> {
  type Register = Session['protocol']['registerBufferProtocol']
  let handle: Parameters<Register>[1] | undefined
  const registerBufferProtocol: Register = (_scheme, handler) => {
    handle = handler
    return true
  }
  serve({ protocol: { registerBufferProtocol } } as unknown as Session, join(root, 'out/renderer'), paper)
  const server = createServer(({ url, method }, response) => {
    // A browser looks for an icon; the app's window has none.
    if (url === '/favicon.ico') return response.writeHead(204).end()
    return handle!({ url: `${origin}${url}`, method: method! } as never, (answer) => {
      const { statusCode = 200, headers, data } = answer as Electron.ProtocolResponse & { data?: Buffer }
      response.writeHead(data ? statusCode : 500, headers as Record<string, string>).end(data)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return server
}

/** A sheet is shown at our server's address. */
function withAddress(answer: Result<unknown>, address: string): Result<unknown> {
  if (!answer.ok || typeof answer.value !== 'object' || answer.value === null) return answer
  const { url } = answer.value as { url?: unknown }
  if (typeof url !== 'string') return answer
  return { ok: true, value: { ...answer.value, url: url.replace(origin, address) } }
}

function existing(file: string): object {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as object
  } catch {
    return {}
  }
}
