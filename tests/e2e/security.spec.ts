import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { FuseState, FuseV1Options, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { fuses } from '../../scripts/fuses.mjs'
import { launch, runtime, type LaunchedApp } from '../support/app.ts'

// Electron's list, point by point: https://www.electronjs.org/docs/latest/tutorial/security

const root = resolve(import.meta.dirname, '../..')
let t: LaunchedApp
let server: Server
let asked: string[] = []
let remote = ''

test.beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('console.log(1)')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  remote = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  t = await launch()
  await expect(t.page.locator('#root > *').first()).toBeAttached()
})

test.afterAll(async () => {
  await t.close()
  server.close()
})

test.beforeEach(() => {
  asked = []
})

/** The preferences the window really runs with. */
const preferences = () =>
  t.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    return (
      webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences()
  })

/** The page as the protocol hands it out. */
const servedPage = () =>
  t.app.evaluate(async ({ session }) => {
    const page = await session.defaultSession.fetch('app://wellkept/index.html')
    return { policy: page.headers.get('content-security-policy') ?? '', text: await page.text() }
  })

const windowCount = () => t.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('1 only secure content is loaded: nothing reaches the network, from the page or beside it', async () => {
  const fromPage = await t.page.evaluate(async (url) => {
    const settled = await Promise.allSettled([
      fetch(`${url}/fetch`),
      new Promise((done, fail) => {
        const socket = new WebSocket(url.replace('http', 'ws'))
        socket.onopen = done
        socket.onerror = fail
      }),
      new Promise((done, fail) => {
        const image = new Image()
        image.onload = done
        image.onerror = fail
        image.src = `${url}/image`
      }),
    ])
    return settled.map(({ status }) => status)
  }, remote)
  expect(fromPage).toEqual(['rejected', 'rejected', 'rejected'])

  // A window without any policy of its own shares the session, and gets no further.
  const beside = await t.app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false })
    const answer = await window.loadURL(url).then(
      () => 'loaded',
      (error: Error) => error.message,
    )
    window.destroy()
    return answer
  }, remote)
  expect(beside).toContain('ERR_BLOCKED_BY_CLIENT')
  expect(asked).toEqual([])
})

test('2 no Node.js in the page', async () => {
  expect((await preferences())['nodeIntegration']).toBe(false)
  const found = await t.page.evaluate(() =>
    ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname'].filter(
      (name) => name in window,
    ),
  )
  expect(found).toEqual([])
})

test('3 the page and the preload are isolated from each other', async () => {
  expect((await preferences())['contextIsolation']).toBe(true)
  const answer = await t.page.evaluate(async () => {
    const stolen: unknown[] = []
    const then = Promise.prototype.then
    Promise.prototype.then = function (this: Promise<unknown>, ...handlers) {
      stolen.push(this)
      return then.apply(this, handlers)
    } as typeof then
    const bridge = Object.getOwnPropertyDescriptor(window, 'wellkept')!
    const changed = Reflect.set(window, 'wellkept', {})
    const result = await window.wellkept.call('shop.state', {})
    Promise.prototype.then = then
    return { changed, writable: bridge.writable ?? false, ok: result.ok }
  })
  expect(answer).toEqual({ changed: false, writable: false, ok: true })
})

test('4 the page runs in the sandbox', async () => {
  expect((await preferences())['sandbox']).toBe(true)
  if (process.platform !== 'linux' || process.env['WELLKEPT_NO_SANDBOX']) return
  // Where Chromium may sandbox, the kernel confirms it.
  const pid = await t.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  )
  expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
})

test('5 every permission is denied', async () => {
  const answers = await t.page.evaluate(async () => {
    const query = (name: string) =>
      navigator.permissions.query({ name: name as PermissionName }).then(
        ({ state }) => state,
        () => 'unknown',
      )
    return {
      states: await Promise.all(
        ['geolocation', 'camera', 'microphone', 'notifications', 'midi', 'clipboard-read'].map(query),
      ),
      notification: await Notification.requestPermission(),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        (error: Error) => error.name,
      ),
      place: await new Promise((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done('granted'),
          ({ code }) => done(code),
        ),
      ),
    }
  })
  expect(answers).toEqual({
    states: ['denied', 'denied', 'denied', 'denied', 'denied', 'denied'],
    notification: 'denied',
    camera: expect.stringMatching(/^Not(Allowed|Found)Error$/),
    place: 1,
  })
})

test('6 web security is on: another origin cannot be read', async () => {
  expect((await preferences())['webSecurity']).not.toBe(false)
  const answer = await t.page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.src = 'data:text/html,<p>other origin</p>'
    document.body.append(frame)
    return new Promise((done) =>
      setTimeout(() => {
        const text = frame.contentDocument?.body.textContent ?? 'closed'
        frame.remove()
        done(text)
      }, 200),
    )
  })
  expect(answer).not.toContain('other origin')
})

test('7 the content security policy is strict, and stops what is injected', async () => {
  const { policy } = await servedPage()
  expect(policy.replace(/nonce-[\w-]{24}/, 'nonce-N')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' data:; font-src 'self'; " +
      "frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; object-src 'none'",
  )
  const ran = await t.page.evaluate(async (url) => {
    const marks = window as unknown as Record<string, unknown>
    const holder = document.createElement('div')
    holder.innerHTML = `<img src="x" onerror="window.ran1=1"><svg onload="window.ran2=1"></svg>
      <iframe srcdoc="<script>parent.ran3=1</script>"></iframe><a href="javascript:window.ran4=1">x</a>
      <style>body { --injected: 1 }</style><base href="${url}/">`
    document.body.append(holder)
    holder.querySelector('a')!.click()
    const script = document.createElement('script')
    script.textContent = 'window.ran5=1'
    holder.append(script)
    const far = document.createElement('script')
    far.src = `${url}/script.js`
    holder.append(far)
    // Outside of this evaluation, because the debugger's own may evaluate whatever it likes.
    setTimeout(() => window.eval('window.ran6=1'))
    await new Promise((done) => setTimeout(done, 300))
    const style = getComputedStyle(document.body).getPropertyValue('--injected')
    const base = document.baseURI
    holder.remove()
    return { ran: [1, 2, 3, 4, 5, 6].filter((n) => `ran${n}` in marks), style, base }
  }, remote)
  expect(ran).toEqual({ ran: [], style: '', base: 'app://wellkept/index.html' })
  expect(asked).toEqual([])
})

test('7 each load of the page has another nonce', async () => {
  const pages = [await servedPage(), await servedPage(), await servedPage()]
  const nonces = pages.map(({ policy }) => /'nonce-([^']+)'/.exec(policy)![1]!)
  expect(new Set(nonces).size).toBe(3)
  for (const [index, { text }] of pages.entries()) expect(text).toContain(`content="${nonces[index]}"`)
})

test('8 insecure content is not allowed to run', async () => {
  expect((await preferences())['allowRunningInsecureContent'] ?? false).toBe(false)
})

test('9 experimental features are off', async () => {
  expect((await preferences())['experimentalFeatures'] ?? false).toBe(false)
})

test('10 no Blink feature is switched on', async () => {
  expect((await preferences())['enableBlinkFeatures'] ?? '').toBe('')
})

test('11 there are no webviews, so none that allows popups', async () => {
  expect((await preferences())['webviewTag'] ?? false).toBe(false)
  const kind = await t.page.evaluate(() => Object.prototype.toString.call(document.createElement('webview')))
  expect(kind).toBe('[object HTMLElement]')
})

test('12 a webview is refused even in a window that could have one', async () => {
  const attached = await t.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } })
    let count = 0
    window.webContents.on('did-attach-webview', () => (count += 1))
    await window.loadURL('data:text/html,<webview src="data:text/html,x" allowpopups></webview>')
    await new Promise((done) => setTimeout(done, 500))
    window.destroy()
    return count
  })
  expect(attached).toBe(0)
})

test('13 the window goes nowhere else', async () => {
  const addresses = [
    `${remote}/page`,
    'https://example.com/',
    'file:///etc/hosts',
    'data:text/html,<h1>x</h1>',
    'app://elsewhere/index.html',
    'app://wellkept/other.html',
  ]
  await t.page.evaluate(() => (document.body.dataset['stays'] = 'yes'))
  for (const address of addresses) {
    await t.page.evaluate((url) => {
      location.href = url
    }, address)
    await t.page.evaluate((url) => {
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
  }
  await t.page.evaluate((url) => {
    const form = document.createElement('form')
    form.action = url
    document.body.append(form)
    form.submit()
    form.remove()
  }, remote)
  await t.page.waitForTimeout(300)
  expect(t.page.url()).toMatch(/^app:\/\/wellkept\/index\.html/)
  expect(await t.page.evaluate(() => document.body.dataset['stays'])).toBe('yes')
  expect(asked).toEqual([])
})

test('13 a frame shows sheets and nothing else', async () => {
  const frames = await t.page.evaluate(async () => {
    const made = ['app://wellkept/index.html', 'app://wellkept/preview/none', 'about:blank'].map((src) => {
      const frame = document.createElement('iframe')
      frame.src = src
      document.body.append(frame)
      return frame
    })
    await new Promise((done) => setTimeout(done, 400))
    const roots = made.map((frame) => frame.contentDocument?.querySelector('#root') ?? null)
    const bridges = made.map((frame) => 'wellkept' in (frame.contentWindow ?? {}))
    for (const frame of made) frame.remove()
    return { roots, bridges }
  })
  expect(frames).toEqual({ roots: [null, null, null], bridges: [false, false, false] })
})

test('14 no page opens another window', async () => {
  const opened = await t.page.evaluate((url) => {
    const results = [url, 'about:blank', 'app://wellkept/index.html', 'javascript:1'].map(
      (target) => window.open(target) === null,
    )
    const link = document.createElement('a')
    link.href = url
    link.target = '_blank'
    document.body.append(link)
    link.click()
    link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true }))
    link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }))
    link.remove()
    return results
  }, remote)
  expect(opened).toEqual([true, true, true, true])
  await t.page.waitForTimeout(200)
  expect(await windowCount()).toBe(1)
  expect(asked).toEqual([])
})

test('15 nothing is handed to other programs by an address', async () => {
  await t.app.evaluate(({ shell }) => {
    const marks = globalThis as unknown as { opened: string[] }
    marks.opened = []
    shell.openExternal = async (url: string) => void marks.opened.push(url)
    shell.openPath = async (path: string) => String(marks.opened.push(path))
  })
  await t.page.evaluate(() => {
    for (const url of ['mailto:a@example.com', 'tel:1', 'smb://x/y', 'ms-msdt:/id', 'file:///bin/sh']) {
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
      link.remove()
    }
  })
  await t.page.waitForTimeout(200)
  expect(await t.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([])
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  const calling = sources
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const calls =
        readFileSync(join(root, 'src', name), 'utf8').match(/.*(?:openExternal|openPath).*/g) ?? []
      return calls.map((line) => `${name}: ${line.trim()}`)
    })
  // A PDF or a mail draft that was saved here, a number or an address of a customer, and nothing else.
  expect(calling).toEqual([
    "main/machine.ts: const wrong = saved.has(path) ? await shell.openPath(path) : 'not ours'",
    "main/machine.ts: return ok({ ...files.give(path), isOpen: (await shell.openPath(path)) === '' })",
    'main/machine.ts: return shell.openExternal(url).then(',
  ])
  await t.answerDialogs({ open: join(root, 'README.md') })
  const chosen = await t.call('files.choose', { what: 'customers' })
  expect((await t.problem('files.open', { path: chosen!.handle })).code).toBe('not-opened')
  expect(await t.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([])
})

test('15 nothing is downloaded', async () => {
  const file = join(t.folder, 'downloaded.html')
  const tried = await t.app.evaluate(async ({ session, BrowserWindow }, savePath) => {
    let count = 0
    session.defaultSession.on('will-download', (_event, item) => {
      count += 1
      item.setSavePath(savePath)
    })
    BrowserWindow.getAllWindows()[0]!.webContents.downloadURL('app://wellkept/index.html')
    await new Promise((done) => setTimeout(done, 500))
    return count
  }, file)
  expect(tried).toBe(1)
  expect(existsSync(file)).toBe(false)
})

test('16 the Electron of the product is pinned to a current version', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
  expect(Number(devDependencies['electron']!.split('.')[0])).toBeGreaterThanOrEqual(45)
})

test('18 no page comes from a file, and the own protocol serves the build and nothing beside it', async () => {
  expect(t.page.url()).toMatch(/^app:\/\/wellkept\//)
  const attempts = traversals('package.json').concat(traversals('../main/index.js'))
  // From the session itself, where no policy of a page stands before the protocol.
  const answers = await t.app.evaluate(
    ({ session }, urls) =>
      Promise.all(
        urls.map((url) =>
          session.defaultSession.fetch(url).then(
            ({ status }) => `${status} ${url}`,
            () => 'failed',
          ),
        ),
      ),
    [...attempts, 'app://elsewhere/index.html', 'app://wellkept/preview/../index.js'],
  )
  expect(answers.filter((answer) => !/^(404 |failed)/.test(answer))).toEqual([])
  expect((await servedPage()).text).toContain('<div id="root">')

  const file = await t.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false })
    const answer = await window.loadURL('file:///etc/hosts').then(
      () => 'loaded',
      (error: Error) => error.message,
    )
    window.destroy()
    return answer
  })
  expect(file).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('19 the fuses of the packaged Electron are blown', async () => {
  test.setTimeout(120_000)
  expect(fuses).toMatchObject({
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  })
  const copy = join(t.folder, 'electron')
  copyFileSync(runtime(), copy)
  await flipFuses(copy, fuses)
  const wire: Record<string, unknown> = { ...(await getCurrentFuseWire(copy)) }
  const states = Object.entries(fuses).flatMap(([fuse, wanted]) =>
    /^\d+$/.test(fuse)
      ? [{ fuse, found: wire[fuse], wanted: wanted ? FuseState.ENABLE : FuseState.DISABLE }]
      : [],
  )
  expect(states.length).toBe(8)
  expect(states.filter(({ found, wanted }) => found !== wanted)).toEqual([])
})

test('20 the page has two functions and no Electron', async () => {
  const found = await t.page.evaluate(async () => {
    const heard: unknown[][] = []
    const stop = window.wellkept.onNews((...words: unknown[]) => heard.push(words))
    await window.wellkept.call('window.setTheme', { theme: 'light' })
    await new Promise((done) => setTimeout(done, 100))
    stop()
    return {
      keys: Object.keys(window.wellkept),
      globals: Object.keys(window).filter((name) => /electron|ipc|node/i.test(name)),
      heard,
    }
  })
  expect(found).toEqual({
    keys: ['call', 'onNews'],
    globals: [],
    heard: [[{ kind: 'changed', stale: ['window.settings'] }]],
  })
})

/** Ways that have led out of a folder somewhere. */
function traversals(target: string): string[] {
  const ups = [
    '../../',
    '..%2f..%2f',
    '%2e%2e/%2e%2e/',
    '%2e%2e%2f%2e%2e%2f',
    '..%5c..%5c',
    '..\\..\\',
    '....//....//',
    '..;/..;/',
    '%252e%252e%252f',
    '..%c0%af..%c0%af',
    '.%00./.%00./',
    '/../../',
    'assets/../../',
    'assets/%2e%2e/%2e%2e/',
    'assets/..%2f..%2f',
    '%EF%BC%8E%EF%BC%8E/',
    'C:%5c',
    'C:/',
    '//',
    '%2f%2f',
    '~/',
    '.%2e/.%2e/',
    'assets//../../',
    '%5c%5clocalhost%5cC$%5c',
  ]
  return ups.flatMap((up) => [`app://wellkept/${up}${target}`, `app://wellkept/assets/${up}${target}`])
}
