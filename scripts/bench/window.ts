import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { appArguments, holdUntilAttached, runtime } from '../../tests/support/app.ts'
import { shopNow } from '../../tests/support/ten-year-shop.ts'

/** Something that can be started, and what is on the screen when it has started. */
export interface Startable {
  readonly args: readonly string[]
  readonly painted: string
}

export interface Started {
  readonly app: ElectronApplication
  readonly page: Page
}

/** A folder for what the apps keep on a PC; goes when the process ends. */
const pc = mkdtempSync(join(tmpdir(), 'wellkept-bench-'))
process.once('exit', () => rmSync(pc, { recursive: true, force: true }))

/** Wellkept on a shop file, on a PC of its own. */
export const wellkept = (name: string, shop: string): Startable => ({
  args: appArguments({ shop, now: new Date(shopNow).toISOString(), userData: join(pc, name) }),
  painted: 'section[aria-label="Today"]:not(:has(.mantine-Skeleton-root)) h1',
})

/** The least that Electron can do: one window that says hello. */
export const hello: Startable = {
  args: [
    resolve(import.meta.dirname, 'hello.cjs'),
    ...(process.env['WELLKEPT_NO_SANDBOX'] ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(pc, 'hello')}`,
  ],
  painted: 'h1',
}

/** Starts it and waits until it is painted and answers. */
export async function start({ args, painted }: Startable): Promise<Started> {
  const app = await _electron.launch({
    executablePath: runtime(),
    args: ['-r', holdUntilAttached, ...args],
    colorScheme: null,
    chromiumSandbox: !process.env['WELLKEPT_NO_SANDBOX'],
    env: process.env as Record<string, string>,
    timeout: 60_000,
  })
  const page = await app.firstWindow()
  await page.waitForSelector(painted)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  return { app, page }
}

/** From the start of the process until it was painted, ms; without Playwright, whose inspector slows what it looks at. */
export async function startTime({ args, painted }: Startable): Promise<number> {
  const began = performance.now()
  const app = spawn(runtime(), ['-r', resolve(import.meta.dirname, 'painted.cjs'), ...args], {
    env: { ...process.env, WELLKEPT_PAINTED: painted },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(app, 'exit')
  for await (const line of createInterface(app.stdout)) if (line === 'painted') break
  const ms = performance.now() - began
  app.kill()
  await ended
  return ms
}

/** Memory of the whole process tree 3 s after it was painted, MB; shared pages are counted once (PSS, Linux only). */
export async function idleMemory(what: Startable): Promise<number> {
  const { app } = await start(what)
  await sleep(3000)
  const bytes = treeOf(app.process().pid!).reduce((sum, pid) => sum + proportionalBytes(pid), 0)
  await app.close()
  return bytes / 1024 / 1024
}

function treeOf(root: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  )
  const tree = [root]
  for (const pid of tree) tree.push(...[...parents.keys()].filter((child) => parents.get(child) === pid))
  return tree
}

function parentOf(pid: string): number {
  // The command in the second field may hold spaces and brackets.
  return Number(textOf(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1])
}

function proportionalBytes(pid: number): number {
  return 1024 * Number(/^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // The process has ended meanwhile.
    return ''
  }
}
