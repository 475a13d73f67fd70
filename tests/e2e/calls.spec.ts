import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { calls, type CallName } from '../../src/core/calls.ts'
import type { Result } from '../../src/core/result.ts'
import { launch, type LaunchedApp } from '../support/app.ts'
import { upperHalf } from '../support/code-pages.ts'
import { runs } from '../support/runs.ts'

// 17 of Electron's list: who calls, and with what.

const names = Object.keys(calls) as CallName[]
const refusal = { code: 'refused', message: 'Wellkept does not take this request. Nothing was changed.' }
let t: LaunchedApp

test.beforeAll(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
})

test.afterAll(() => t.close())

const actCount = async () => (await t.call('shop.acts', { limit: 500 })).length

/** The answers that are not the refusal, by the name of the call. */
const taken = (answers: Record<string, unknown>) =>
  Object.entries(answers).filter(
    ([, answer]) => JSON.stringify(answer) !== JSON.stringify({ ok: false, problem: refusal }),
  )

test(`17 all ${names.length} calls are refused to another window of our own page`, async () => {
  const before = await actCount()
  const answers = await t.app.evaluate(async ({ app, BrowserWindow }, all) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await window.loadURL('app://wellkept/index.html')
    const found = (await window.webContents.executeJavaScript(
      `(async () => { const found = {}; for (const name of ${JSON.stringify(all)}) found[name] = await wellkept.call(name, {}); return found })()`,
    )) as Record<string, unknown>
    window.destroy()
    return found
  }, names)
  expect(Object.keys(answers)).toEqual(names)
  expect(taken(answers)).toEqual([])
  expect(await actCount()).toBe(before)
})

test('17 all calls are refused to another origin that got into our window', async () => {
  const before = await actCount()
  const answers = await t.app.evaluate(async ({ BrowserWindow }, all) => {
    const window = BrowserWindow.getAllWindows()[0]!
    const found: Record<string, Record<string, unknown>> = {}
    for (const url of ['data:text/html,<p>other</p>', 'about:blank']) {
      await window.loadURL(url)
      found[url] = (await window.webContents.executeJavaScript(
        `(async () => { const found = {}; for (const name of ${JSON.stringify(all)}) found[name] = await wellkept.call(name, {}); return found })()`,
      )) as Record<string, unknown>
    }
    await window.loadURL('app://wellkept/index.html')
    return found
  }, names)
  for (const found of Object.values(answers)) {
    expect(Object.keys(found)).toEqual(names)
    expect(taken(found)).toEqual([])
  }
  // The test's own ear may hear of our page's return later than the window.
  await expect(async () => expect(await actCount()).toBe(before)).toPass({ timeout: 10_000 })
})

test('17 all calls are refused to a frame in our page', async () => {
  // A preview that is not there is the one page of our own origin that a frame can show.
  await t.page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.id = 'inner'
    frame.src = 'app://wellkept/preview/00000000-0000-0000-0000-000000000000'
    document.body.append(frame)
    return new Promise((loaded) => (frame.onload = loaded))
  })
  // A frame has no bridge of its own; the handler is asked with the frame itself, as if one had got it.
  const answers = await t.app.evaluate(async ({ BrowserWindow, ipcMain }, all) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
      ._invokeHandlers
    const ask = (senderFrame: unknown, name: string) =>
      handlers.get('call')!({ sender: webContents, senderFrame }, name, {})
    const found: Record<string, unknown> = {}
    for (const name of all) found[name] = await ask(webContents.mainFrame.frames[0], name)
    found['gone frame'] = await ask(null, 'shop.state')
    const { origin, url } = webContents.mainFrame.frames[0]!
    return { found, origin, url, main: await ask(webContents.mainFrame, 'shop.state') }
  }, names)
  await t.page.evaluate(() => document.querySelector('#inner')?.remove())
  expect(Object.keys(answers.found)).toEqual([...names, 'gone frame'])
  expect(taken(answers.found)).toEqual([])
  expect(answers.main).toMatchObject({ ok: true })
  expect(answers).toMatchObject({ origin: 'app://wellkept', url: expect.stringContaining('app://wellkept/') })
})

test('17 names outside of the contract are refused', async () => {
  const answers = await t.page.evaluate(async () => {
    const found: Record<string, unknown> = {}
    for (const name of ['', 'nope', '__proto__', 'constructor', 'toString', 5, null, {}, ['shop.state']])
      found[JSON.stringify(name)] = await window.wellkept.call(name as string, {})
    return found
  })
  expect(taken(answers)).toEqual([])
})

test('17 input that is not plain JSON, or larger than 1 MB, is refused', async () => {
  const answers = await t.page.evaluate(async () => {
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    let deep: unknown = 1
    for (let level = 0; level < 40; level++) deep = [deep]
    const inputs = {
      missing: undefined,
      date: new Date(0),
      map: new Map(),
      bytes: new Uint8Array(4),
      bigint: 5n,
      notANumber: { limit: Number.NaN },
      deep,
      holes: { list: [1, , 3] },
      large: { name: 'x'.repeat(1_000_001) },
      many: { list: Array.from({ length: 200_000 }, () => 1) },
    }
    const found: Record<string, unknown> = {}
    for (const [what, input] of Object.entries(inputs))
      found[what] = await window.wellkept.call('shop.acts', input).catch(() => 'not sent')
    found['cyclic'] = await window.wellkept.call('shop.acts', cyclic).catch(() => 'not sent')
    return found
  })
  expect(taken(answers).filter(([, answer]) => answer !== 'not sent')).toEqual([])
})

test('17 a path is no handle: files come from dialogs alone', async () => {
  const withPaths = names.filter((name) => calls[name].paths.length > 0)
  expect(withPaths.length).toBeGreaterThan(3)
  for (const name of withPaths)
    for (const field of calls[name].paths)
      for (const path of ['/etc/passwd', '../shop.wellkept', crypto.randomUUID(), '', 5, null, {}])
        expect({ name, path, ...(await t.problem(name, { [field]: path })) }).toMatchObject({
          name,
          path,
          code: expect.stringMatching(/^(unknown-file|refused)$/),
        })
})

test('17 a handle that a dialog gave leads to its file, and the window never learns the path', async () => {
  await t.answerDialogs({ open: '/etc/hostname' })
  const chosen = await t.call('files.choose', { what: 'customers' })
  expect(chosen).toEqual({ handle: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'hostname' })
  await t.answerDialogs({})
  expect(await t.call('files.choose', { what: 'customers' })).toBe(null)
})

test('17 fuzzed inputs of every call come back as answers without a stack or a path', async () => {
  test.setTimeout(600_000)
  await t.answerDialogs({})
  const { numRuns } = runs(3)
  // An empty object is all that some calls ask for.
  const nonsense = fc.jsonValue({ maxDepth: 3 }).filter((input) => JSON.stringify(input) !== '{}')
  const inputs = fc.sample(nonsense, { numRuns: numRuns * names.length, seed: 1 })
  const before = await actCount()
  const wrong: unknown[] = []
  const shop = await t.opening()
  for (const [index, name] of names.entries()) {
    const some = inputs.slice(index * numRuns, (index + 1) * numRuns)
    const answers = (await t.page.evaluate(
      async ([call, given, shop]: [string, unknown[], string]) => {
        const found: unknown[] = []
        for (const input of given) found.push(await window.wellkept.call(call, input, undefined, shop))
        return found
      },
      [name, some, shop] as [string, unknown[], string],
    )) as Result<unknown>[]
    for (const [nth, answer] of answers.entries())
      if (answer.ok || /\n\s*at |node_modules|file:\/|\/work\/|\/tmp\//.test(answer.problem.message))
        wrong.push({ name, input: some[nth], answer })
  }
  console.log(`${names.length} calls x ${numRuns} fuzzed inputs`)
  expect(wrong).toEqual([])
  expect(await actCount()).toBe(before)
})

test('Electron reads every character of a code page as Node does', async () => {
  const read = await t.app.evaluate((_electron, names) => {
    const bytes = Uint8Array.from({ length: 128 }, (_, i) => 0x80 + i)
    return Object.fromEntries(names.map((name) => [name, new TextDecoder(name).decode(bytes)]))
  }, Object.keys(upperHalf))
  expect(read).toEqual(upperHalf)
})
