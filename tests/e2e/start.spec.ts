import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch } from '../support/app.ts'

const built = resolve(import.meta.dirname, '../../out')

/** A built file and all it imports before its first line runs. */
function readAtStart(file: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(file)) return found
  const text = readFileSync(file, 'utf8')
  found.set(file, text)
  for (const [, path] of text.matchAll(/^import [^;]*? from "(\.[^"]+)";$/gm))
    readAtStart(join(dirname(file), path!), found)
  return found
}

test('the main process opens the window before it builds the contract', () => {
  const text = [...readAtStart(join(built, 'main/index.js')).values()].join('\n')
  expect(text).toContain('node_modules/electron-store')
  expect(text).not.toContain('node_modules/zod')
  expect(text).not.toContain('node_modules/temporal-polyfill')
})

test('the page is drawn in its own fonts from the first frame on', async () => {
  const page = readFileSync(join(built, 'renderer/index.html'), 'utf8')
  const fonts = [...page.matchAll(/href="\.(\/assets\/[^"]+\.woff2)"/g)].map(([, path]) => path!)
  expect(fonts).toHaveLength(2)
  const t = await launch()
  try {
    await t.page.getByRole('heading', { level: 1 }).waitFor()
    const loaded = await t.page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    )
    expect(loaded.map((family) => family.replaceAll('"', '')).toSorted()).toEqual([
      'Inter Variable',
      'Source Serif 4 Variable',
    ])
  } finally {
    await t.close()
  }
})
