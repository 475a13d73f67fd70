import { readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
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

test('the fonts that are loaded ahead are the ones the page is drawn in, and it is drawn without them too', async () => {
  const page = readFileSync(join(built, 'renderer/index.html'), 'utf8')
  const fonts = [...page.matchAll(/href="\.(\/assets\/[^"]+\.woff2)"/g)].map(([, path]) => path!)
  expect(fonts).toHaveLength(2)
  // A second one is a page's or a dialog's, read before anybody asked for it.
  const styles = [...page.matchAll(/rel="stylesheet" crossorigin href="\.(\/assets\/[^"]+)"/g)]
  expect(styles).toHaveLength(1)
  const css = readFileSync(join(built, 'renderer', styles[0]![1]!), 'utf8')
  expect(fonts.filter((path) => !css.includes(basename(path)))).toEqual([])
  const t = await launch()
  const loaded = () =>
    t.page.evaluate(() =>
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll('"', '')),
    )
  try {
    const heading = t.page.getByRole('heading', { level: 1 })
    await heading.waitFor()
    expect((await loaded()).toSorted()).toEqual(['Inter Variable', 'Source Serif 4 Variable'])
    await t.app.evaluate(({ session }) =>
      session.defaultSession.webRequest.onBeforeRequest({ urls: ['app://*/*.woff2'] }, (_details, answer) =>
        answer({ cancel: true }),
      ),
    )
    await t.page.reload()
    await heading.waitFor()
    expect(await loaded()).toEqual([])
  } finally {
    await t.close()
  }
})
