import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { namesBundled } from '../../scripts/bundled.mjs'

const root = join(import.meta.dirname, '../..')
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const { packages } = read('resources/attributions.json') as {
  packages: { name: string; version: string; licence: string; text: string }[]
}

/** Packages that the program's own files import, but for types and for what the runtime brings. */
function imported(): string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  const specifiers = files
    .filter((file) => /\.(ts|tsx|css)$/.test(file))
    .map((file) =>
      readFileSync(join(root, 'src', file), 'utf8').replace(/import type [^;]*? from '[^']*'/g, ''),
    )
    .flatMap((text) =>
      [...text.matchAll(/\b(?:from|import|import\() ?'(@?\w[\w@./-]*)'/g)].map((match) => match[1]!),
    )
    .filter((specifier) => !specifier.startsWith('node:'))
  const name = (specifier: string) => /^(@[^/]+\/)?[^/]+/.exec(specifier)![0]
  return [...new Set(specifiers.map(name))].toSorted()
}

test('every package that the program imports is named in the version that is installed', () => {
  const named = new Set(packages.map(({ name, version }) => `${name} ${version}`))
  const names = imported()
  expect(names).toContain('date-holidays')
  expect(names.length).toBeGreaterThan(15)
  const installed = names.map((name) => {
    const { version } = read(`node_modules/${name}/package.json`) as { version: string }
    return `${name} ${version}`
  })
  expect(installed.filter((one) => !named.has(one))).toEqual([])
})

test('every named package has its licence, and nearly all its text', () => {
  expect(packages.filter(({ licence }) => licence === '')).toEqual([])
  const silent = packages.filter(({ text }) => text === '').map(({ name }) => name)
  expect(silent).toEqual(['boolbase', 'cssnano-preset-lite', 'react-remove-scroll-bar', 'slick', 'wouter'])
})

test('the sources of the holidays are part of their licence', () => {
  const { text } = packages.find(({ name }) => name === 'date-holidays')!
  expect(text).toContain('CC BY-SA 3.0')
  expect(text).toContain('https://de.wikipedia.org/wiki/Feiertage_in_Deutschland')
})

test('a build with a package that is not named fails, and says what to do', () => {
  const folder = join(root, 'node_modules/fast-check')
  expect(existsSync(folder)).toBe(true)
  const build = (files: string[]) => {
    const errors: string[] = []
    const modules = Object.fromEntries(files.map((file) => [file, {}]))
    const { generateBundle } = namesBundled(root) as unknown as {
      generateBundle(this: { error(words: string): void }, options: unknown, bundle: unknown): void
    }
    generateBundle.call({ error: (words) => errors.push(words) }, {}, { 'a.js': { type: 'chunk', modules } })
    return errors
  }
  const { version } = read('node_modules/fast-check/package.json') as { version: string }
  expect(build([`${folder}/lib/index.js`, join(root, 'src/main/index.ts')])).toEqual([
    `The attributions lack fast-check ${version}. Run: npm run attributions`,
  ])
  expect(build([`\0${root}/node_modules/zod/index.js`, `${root}/node_modules/@mantine/core/a.css`])).toEqual(
    [],
  )
})
