// Writes resources/attributions.json: each package that is built into the program, or goes along with it, and its
// licence. To be run when a build says that one is missing.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main, root, tool, toolEnv } from './run.mjs'
import { setUp } from './setup.mjs'

/** What no bundle shows: the runtime, the native module and what loads it, and the fonts. */
const goAlong = [
  'electron',
  'better-sqlite3',
  '@fontsource-variable/inter',
  '@fontsource-variable/source-serif-4',
]

await main(async () => {
  const { runtime } = await setUp({ needs: ['runtime'] })
  const folder = mkdtempSync(join(tmpdir(), 'wellkept-attributions-'))
  try {
    const list = join(folder, 'bundled')
    const args = ['build', '--logLevel', 'warn', '--outDir', join(folder, 'out')]
    const { code, output } = await tool('electron-vite', args, {
      runtime,
      quiet: true,
      env: toolEnv(runtime, { WELLKEPT_BUNDLED: list }),
    })
    if (code !== 0) {
      console.error(output.trim())
      return code
    }
    const bundled = readFileSync(list, 'utf8').split('\n').filter(Boolean)
    write([...bundled, ...goAlong.map((name) => join(root, 'node_modules', name))])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function write(folders) {
  const packages = new Map()
  for (const folder of folders) {
    const one = packageIn(folder)
    packages.set(`${one.name} ${one.version}`, one)
  }
  const sorted = [...packages].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  const file = join(root, 'resources/attributions.json')
  writeFileSync(file, `${JSON.stringify({ packages: sorted }, null, 2)}\n`)
  console.log(`${sorted.length} packages named in ${file}`)
}

function packageIn(folder) {
  const { name, version, license, licenses, author, homepage } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const licence = license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ') ?? ''
  return {
    name,
    version,
    licence,
    author: (typeof author === 'string' ? author : (author?.name ?? '')).replace(/\s*[<(].*$/, ''),
    homepage: homepage ?? `https://www.npmjs.com/package/${name}`,
    text: licenceText(folder),
  }
}

function licenceText(folder) {
  return readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim().replaceAll('\r\n', '\n'))
    .join('\n\n')
}
