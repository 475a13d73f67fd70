import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, type LaunchedApp } from '../support/app.ts'
import { fillWithLongNames } from '../support/long-names.ts'
import { leaveOverlay, overlays } from '../support/overlays.ts'
import { goTo, pagesOf, settled } from '../support/pages.ts'

// 200 % on a screen of 1366 x 768 leaves 683 x 384 CSS pixels (WCAG 1.4.10 asks for less).
const zooms = [1, 2] as const

let t: LaunchedApp
const found: string[] = []
let states = 0

test.beforeAll(async () => {
  t = await launch()
  await t.page.emulateMedia({ reducedMotion: 'reduce' })
  await t.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1366, 768))
})

test.afterAll(async () => {
  console.log(`${states} states measured`)
  await t.close()
})

async function zoomTo(factor: number): Promise<void> {
  await t.app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(to),
    factor,
  )
  await expect.poll(() => t.page.evaluate(() => innerWidth)).toBe(1366 / factor)
  await settled(t.page)
}

/** What is too wide, out of reach at the side, or too small to hit (WCAG 2.5.8: 24 x 24). */
const faults = () =>
  t.page.evaluate(() => {
    const said: string[] = []
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()} ${element.className}> ${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 40)}`
    for (const element of document.querySelectorAll('html, body, header, nav, main, [role=dialog]'))
      if (element.scrollWidth > element.clientWidth)
        said.push(`${name(element)}: ${element.scrollWidth} wide, ${element.clientWidth} seen`)
    for (const label of document.querySelectorAll('.mantine-Button-label'))
      if (label.scrollWidth > label.clientWidth + 1) said.push(`${name(label)}: cut off`)
    const scrollsSideways = (element: Element | null): boolean =>
      element !== null &&
      element.tagName !== 'MAIN' &&
      ((element.scrollWidth > element.clientWidth && getComputedStyle(element).overflowX === 'auto') ||
        scrollsSideways(element.parentElement))
    // A link within a sentence is as high as its line.
    const isInline = (element: Element) =>
      element.tagName === 'A' && getComputedStyle(element).display === 'inline'
    const targets = 'a, button, input, select, textarea, summary, [role=tab], [role=option], [role=menuitem]'
    for (const element of document.querySelectorAll<HTMLElement>(targets)) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.classList.contains('skip'))
        continue
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
      const boxes = [element, ...labels].map((box) => box.getBoundingClientRect())
      const [width, height] = [
        Math.max(...boxes.map((box) => box.width)),
        Math.max(...boxes.map((box) => box.height)),
      ]
      if (!isInline(element) && (width < 23.99 || height < 23.99))
        said.push(`${name(element)}: ${width.toFixed(1)} x ${height.toFixed(1)}`)
      const { left, right } = boxes.at(-1)!
      if ((left < -0.5 || right > innerWidth + 0.5) && !scrollsSideways(element))
        said.push(`${name(element)}: from ${left.toFixed(0)} to ${right.toFixed(0)}`)
    }
    return said
  })

async function measure(state: string): Promise<void> {
  states++
  found.push(...(await faults()).map((fault) => `${state}: ${fault}`))
}

async function measurePages(shop: string): Promise<void> {
  for (const zoom of zooms) {
    await zoomTo(zoom)
    for (const { name, path } of await pagesOf(t.page)) {
      await goTo(t.page, path)
      await measure(`${name}, ${shop}, ${100 * zoom} %`)
    }
  }
  await zoomTo(1)
}

test('nothing scrolls sideways and everything can be hit, with names of 200 letters and at 200 %', async () => {
  test.setTimeout(180_000)
  for (const zoom of zooms) {
    await zoomTo(zoom)
    await measure(`first run, ${100 * zoom} %`)
  }
  await zoomTo(1)
  await fillWithLongNames(t)
  await measurePages('long names')
  await t.answerDialogs({ save: join(t.folder, 'empty.wellkept') })
  await t.call('shop.startNew', {})
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await measurePages('empty')
  await t.call('shop.openSample', {})
  await measurePages('sample')
  expect(found).toEqual([])
})

test('no dialog, drawer or form scrolls sideways, and everything in it can be hit', async () => {
  test.setTimeout(180_000)
  await t.call('shop.openSample', {})
  for (const zoom of zooms) {
    await zoomTo(zoom)
    for (const { name, path, open } of overlays) {
      await goTo(t.page, path)
      await open(t)
      await settled(t.page)
      await measure(`${name}, ${100 * zoom} %`)
      await leaveOverlay(t.page)
      await goTo(t.page, path === '#/' ? '#/settings' : '#/')
    }
  }
  expect(found).toEqual([])
})
