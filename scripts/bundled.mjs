import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const inPackage = /^\0?(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//

/**
 * Of every package that is built into the program, its licence has to be shown: a build with one that
 * resources/attributions.json does not name fails. With WELLKEPT_BUNDLED, a file, they are written there instead.
 */
export function namesBundled(root) {
  return {
    name: 'wellkept-names-bundled',
    generateBundle(_options, bundle) {
      const folders = foldersOf(bundle)
      const list = process.env.WELLKEPT_BUNDLED
      if (list) return appendFileSync(list, folders.map((folder) => `${folder}\n`).join(''))
      const { packages } = JSON.parse(readFileSync(join(root, 'resources/attributions.json'), 'utf8'))
      const named = new Set(packages.map(({ name, version }) => `${name} ${version}`))
      const missing = folders.map(nameOf).filter((name) => !named.has(name))
      if (missing.length > 0)
        this.error(`The attributions lack ${missing.join(', ')}. Run: npm run attributions`)
    },
  }
}

/** The folders of the packages that a bundle holds code of. */
function foldersOf(bundle) {
  const files = Object.values(bundle).flatMap((part) =>
    part.type === 'chunk' ? Object.keys(part.modules) : [],
  )
  return [...new Set(files.flatMap((file) => inPackage.exec(file.replaceAll('\\', '/'))?.[1] ?? []))]
}

function nameOf(folder) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return `${name} ${version}`
}
