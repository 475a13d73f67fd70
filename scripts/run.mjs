import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

export const isWindows = process.platform === 'win32'

/** Chromium refuses to run as root with its sandbox; nobody else gives it up. */
export const runsAsRoot = process.platform === 'linux' && process.getuid?.() === 0

const ownNode = join(root, 'node_modules/node/bin', isWindows ? 'node.exe' : 'node')

/** A sentence for the person at the keyboard, shown without a stack. */
export class Stop extends Error {}

/** Runs a script's body: its number is the exit code, a Stop is printed as the sentence it is. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error)
    process.exitCode = 1
  }
}

/** True when a version such as '22.12.0' is new enough for better-sqlite3, Electron's tools and Vitest. */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 12)
}

/** The path of the project's own Node 24, or of the Node running now when that is new enough. */
export function node24() {
  if (existsSync(ownNode)) return ownNode
  if (isNewEnough(process.versions.node)) return process.execPath
  throw new Stop(
    `Node ${process.versions.node} is too old and the project's own is missing: run "npm start" once.`,
  )
}

/** Ends the process with one sentence when it runs on a Node that better-sqlite3 would crash on. */
export function guardNode() {
  if (isNewEnough(process.versions.node)) return
  console.error(
    `Node 22.12 or newer is needed, this is ${process.versions.node}: use "npm run ...", which brings its own.`,
  )
  process.exit(1)
}

/** The environment for a tool or the app: Node 24 first in PATH, the SQLite that fits the runtime. */
export function toolEnv(runtime, extra = {}) {
  const env = { ...process.env }
  const pathKey = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  env[pathKey] = [dirname(node24()), join(root, 'node_modules/.bin'), env[pathKey]].join(delimiter)
  // Terminals inside Electron apps set it, and then Electron would start as a bare Node.
  delete env.ELECTRON_RUN_AS_NODE
  delete env.WELLKEPT_SQLITE_SHIM
  if (runtime?.sqliteShim) env.WELLKEPT_SQLITE_SHIM = runtime.sqliteShim
  if (runtime) env.ELECTRON_EXEC_PATH = runtime.electron
  return { ...env, ...extra }
}

const running = new Set()
let signalled = 0

function onSignal(signal, number) {
  process.on(signal, () => {
    signalled = 128 + number
    if (running.size === 0) process.exit(signalled)
    // A terminal sends Ctrl-C to the whole group, and a second SIGINT would kill Electron before it has saved.
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    for (const child of running) child.kill(signal)
  })
}
onSignal('SIGINT', 2)
onSignal('SIGTERM', 15)

/** Runs a program to its end: `{ code, output }`, output only when `quiet` keeps it from the terminal. */
export function run(command, args, { env = process.env, cwd = root, quiet = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    running.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => {
      running.delete(child)
      reject(error)
    })
    child.once('close', (code) => {
      running.delete(child)
      if (signalled) process.exit(code ?? signalled)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Runs npm without the project's own tools in PATH, because `npm ci` deletes them under way. */
export function npm(args, options = {}) {
  const env = { ...process.env }
  const pathKey = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const parts = (env[pathKey] ?? '').split(delimiter)
  env[pathKey] = parts.filter((part) => !/node_modules[\\/]\.bin[\\/]?$/.test(part)).join(delimiter)
  return run(isWindows ? 'npm.cmd' : 'npm', args, { ...options, env, shell: isWindows })
}

function toolFile(name) {
  const { devDependencies, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const dependency of Object.keys({ ...devDependencies, ...dependencies })) {
    const file = join(root, 'node_modules', dependency, 'package.json')
    if (!existsSync(file)) continue
    const { bin } = JSON.parse(readFileSync(file, 'utf8'))
    const entry = typeof bin === 'string' ? { [dependency]: bin } : bin
    if (entry?.[name]) return join(dirname(file), entry[name])
  }
  throw new Stop(`"${name}" is no command of a package this project depends on.`)
}

/** Runs a command of an installed package on Node 24, on every platform without a shell. */
export function tool(name, args, options = {}) {
  return run(node24(), [toolFile(name), ...args], { env: toolEnv(options.runtime), ...options })
}
