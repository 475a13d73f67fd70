import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { hasDisplay } from './display.mjs'
import { run, runsAsRoot, Stop } from './run.mjs'

const libraries = {
  'libgtk-3-0': 'libgtk-3.so.0',
  libnss3: 'libnss3.so',
  libasound2: 'libasound.so.2',
  libgbm1: 'libgbm.so.1',
  libxss1: 'libXss.so.1',
  'libatk-bridge2.0-0': 'libatk-bridge-2.0.so.0',
}
const browsers = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const judges = { 'poppler-utils': 'pdftotext', python3: 'python3', unzip: 'unzip', sqlite3: 'sqlite3' }
const fonts = [
  'truetype/liberation',
  'truetype/liberation2',
  'liberation',
  'liberation-fonts',
  'liberation-sans',
]

/** Letters that names of the world need and that a small system has not. */
const namesFonts = { 'fonts-wqy-microhei': ['truetype/wqy', 'opentype/noto', 'noto-cjk'] }
const fontsFolder = '/usr/share/fonts'

/** Installs the Linux packages that are really missing, or stops with the one line to type; a browser is only wished for. */
export async function needSystemPackages(needs) {
  if (process.platform !== 'linux') return
  await installMissing(needs)
  if (needs.includes('browser')) await wishBrowser()
}

async function installMissing(needs) {
  const missing = missingPackages(needs)
  if (missing.length === 0) return
  if (findCommand('apt-get') === undefined) {
    console.warn(`Not found on this system, and perhaps needed: ${missing.join(', ')}.`)
    return
  }
  const prefix = rootPrefix()
  if (prefix) {
    console.log(`Installing system packages: ${missing.join(' ')}`)
    if ((await install(prefix, missing)).code === 0) return
    await apt(prefix, ['update'])
    const { code, output } = await install(prefix, missing)
    if (code === 0) return
    console.warn(output.trim())
  }
  throw new Stop(
    `These system packages are missing. Type:\n  sudo apt-get install ${aptNames(missing).join(' ')}`,
  )
}

/** A Chromium of the system's to test the window in, or undefined where there is none. */
export function findBrowser() {
  const named = process.env.WELLKEPT_BROWSER
  if (named) return existsSync(named) ? named : undefined
  return process.platform === 'linux' ? browsers.map(findCommand).find(Boolean) : undefined
}

/** Tests are left out without it, so nobody is stopped: it is installed where that needs no question. */
async function wishBrowser() {
  if (findBrowser() || process.env.WELLKEPT_BROWSER || findCommand('apt-get') === undefined) return
  const prefix = rootPrefix()
  if (!prefix) return
  if (!hasPackageLists()) await apt(prefix, ['update'])
  // Ubuntu's is no package but a snap.
  if (!packageNames('chromium').has('chromium')) return
  console.log('Installing system packages: chromium')
  if ((await install(prefix, ['chromium'])).code === 0) return
  await apt(prefix, ['update'])
  const { code, output } = await install(prefix, ['chromium'])
  if (code !== 0) console.warn(output.trim())
}

function missingPackages(needs) {
  const missing = []
  if (needs.includes('window')) {
    const present = loaderCache()
    for (const [name, file] of Object.entries(libraries))
      if (!present.includes(`\t${file} `)) missing.push(name)
    if (!hasDisplay() && !findCommand('Xvfb')) missing.push('xvfb')
  }
  if (needs.includes('paper') && !hasFont(fonts)) {
    missing.push('fonts-liberation')
  }
  if (needs.includes('judges')) {
    for (const [name, command] of Object.entries(judges)) if (!findCommand(command)) missing.push(name)
    for (const [name, folders] of Object.entries(namesFonts)) if (!hasFont(folders)) missing.push(name)
  }
  return missing
}

const hasFont = (folders) => folders.some((folder) => existsSync(join(fontsFolder, folder)))

/** The path of a command, looked up without starting anything. */
function findCommand(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
}

function loaderCache() {
  const ldconfig = findCommand('ldconfig')
  return ldconfig ? execFileSync(ldconfig, ['-p'], { encoding: 'utf8' }) : ''
}

/** The words before apt-get that make it root without asking anybody, or nothing when there are none. */
function rootPrefix() {
  if (runsAsRoot) return ['env']
  if (findCommand('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0) return ['sudo', '-n', 'env']
  return undefined
}

function install(prefix, names) {
  return apt(prefix, ['install', '-y', '--no-install-recommends', ...aptNames(names)])
}

/** Newer Debian and Ubuntu carry some libraries under a name that ends in t64. */
function aptNames(names) {
  const all = packageNames('lib')
  return names.map((name) => (all.has(`${name}t64`) ? `${name}t64` : name))
}

function packageNames(start) {
  return new Set((spawnSync('apt-cache', ['pkgnames', start], { encoding: 'utf8' }).stdout ?? '').split('\n'))
}

/** False on a machine whose apt has not yet looked what there is. */
function hasPackageLists() {
  const folder = '/var/lib/apt/lists'
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('_Packages'))
}

function apt(prefix, args) {
  const [command, ...rest] = [...prefix, 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  return run(command, [...rest, '-qq', '-o', 'DPkg::Lock::Timeout=60', ...args], { quiet: true })
}
