import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, tool } from './run.mjs'

const inputs = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const stampFile = join(root, 'out/.built.json')
const entryFile = join(root, 'out/main/index.js')

/** Builds with electron-vite when the sources or the runtime changed since; false when the build failed. */
export async function build(runtime) {
  const key = inputKey(runtime)
  if (isFresh(key)) return true
  console.log('Building')
  const { code, output } = await tool('electron-vite', ['build', '--logLevel', 'warn'], {
    runtime,
    quiet: true,
  })
  if (code !== 0 || !existsSync(entryFile)) {
    console.error(output.trim())
    return false
  }
  writeFileSync(stampFile, JSON.stringify({ key, entry: statSync(entryFile).mtimeMs }))
  return true
}

function isFresh(key) {
  if (!existsSync(stampFile) || !existsSync(entryFile)) return false
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8'))
  // The entry's time tells a build that was made past this one, as for a release or hot reload.
  return stamp.key === key && stamp.entry === statSync(entryFile).mtimeMs
}

function inputKey(runtime) {
  const hash = createHash('sha256').update(runtime.sqliteShim ?? '')
  for (const input of inputs)
    for (const file of filesIn(join(root, input)))
      hash.update(`${file.path}\t${file.mtimeMs}\t${file.size}\n`)
  return hash.digest('hex')
}

function filesIn(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [{ path, mtimeMs: stat.mtimeMs, size: stat.size }]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesIn(join(path, name)))
}
