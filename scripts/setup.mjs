import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isNewEnough, isWindows, node24, npm, root, run, Stop } from './run.mjs'
import { findRuntime } from './runtime.mjs'
import { needSystemPackages } from './system-packages.mjs'

export { guardNode, node24 } from './run.mjs'

const modules = join(root, 'node_modules')
const lockFile = join(root, 'package-lock.json')
const notedFile = join(modules, '.package-lock.json')
const stampFile = join(modules, '.wellkept-setup')

/**
 * Does what is missing and nothing else. Needs: 'runtime' (Electron), 'window' (Electron and what it opens on), 'browser'
 * (a Chromium, wished for),
 * 'paper' (fonts and PDF tools), 'judges' (what the tests compare with). Answers `{ runtime }`.
 */
export async function setUp({ needs = [] } = {}) {
  await needDependencies()
  await needNode()
  await needSystemPackages(needs)
  const runtime = needs.includes('window') || needs.includes('runtime') ? await findRuntime() : undefined
  return { runtime }
}

async function needDependencies() {
  if (existsSync(notedFile) && (isAsLocked() || isAsStamped())) return
  if (isWindows && process.execPath.startsWith(modules)) {
    throw new Stop('The dependencies changed: run "npm ci" once, then start again.')
  }
  console.log(
    existsSync(modules) ? 'The dependencies changed: npm ci' : 'Installing the dependencies: npm ci',
  )
  const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) throw new Stop('npm ci failed; what it said is above.')
  writeFileSync(stampFile, stamp())
}

/** Compares what npm was told to install with what it noted as installed, whoever ran it. */
function isAsLocked() {
  const present = packagesIn(notedFile)
  return Object.entries(packagesIn(lockFile)).every(([path, entry]) => {
    if (path === '' || entry.link || entry.extraneous) return true
    const found = present[path]
    // Packages for other platforms are in the lock and never on the disk.
    return found
      ? found.version === entry.version
      : Boolean(entry.optional || entry.devOptional || entry.peer)
  })
}

/** Npm's last word: it may leave something out for a reason of its own, and must not be asked at each start. */
function isAsStamped() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()
}

function stamp() {
  return createHash('sha256').update(readFileSync(lockFile)).update(readFileSync(notedFile)).digest('hex')
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** The npm package `node` fetches its binary in an install script, which npm may have been told to skip. */
async function needNode() {
  if (await works()) return
  const folder = join(root, 'node_modules/node')
  console.log("Fetching the project's own Node")
  await npm(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts'], { quiet: true })
  if (await works()) return
  if (existsSync(folder))
    await npm(['exec', '-c', 'node installArchSpecificPackage.js'], { cwd: folder, quiet: true })
  if (await works()) return
  throw new Stop(
    `The project's own Node 24 could not be installed, and Node ${process.versions.node} is too old: ` +
      'install Node 24, or let npm run the install script of its package "node".',
  )
}

async function works() {
  try {
    const { code, output } = await run(node24(), ['-p', 'process.versions.node'], { quiet: true })
    return code === 0 && isNewEnough(output)
  } catch {
    return false
  }
}
