import type { CDPSession } from '@playwright/test'
import type { Shown } from '../support/shown.ts'
import { expect, launch, test } from '../support/window.ts'
import { fillWithLongNames } from '../support/long-names.ts'
import { leaveOverlay, overlays } from '../support/overlays.ts'
import { goTo, pagesOf, settled } from '../support/pages.ts'

// 200 % on a screen of 1366 x 768 leaves 683 x 384 CSS pixels (WCAG 1.4.10 asks for less).
const zooms = [1, 2] as const

let t: Shown
let devTools: CDPSession
const found: string[] = []
let states = 0

test.beforeEach(async () => {
  test.setTimeout(180_000)
  found.length = 0
  t = await launch()
  await t.page.emulateMedia({ reducedMotion: 'reduce' })
  devTools = await t.page.context().newCDPSession(t.page)
})

test.afterEach(async () => {
  console.log(`${states} states measured`)
  await t.close()
})

async function zoomTo(factor: number): Promise<void> {
  // What zooming does: fewer CSS pixels, each drawn with more of the screen's.
  const size = { width: 1366 / factor, height: 768 / factor }
  await devTools.send('Emulation.setDeviceMetricsOverride', {
    ...size,
    deviceScaleFactor: factor,
    mobile: false,
  })
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

const fill: Readonly<Record<string, () => Promise<unknown>>> = {
  'long names': () => fillWithLongNames(t),
  empty: () => t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' }),
  sample: () => t.call('shop.openSample', {}),
}

test('nothing of the first run scrolls sideways and everything can be hit, at 200 % too', async () => {
  for (const zoom of zooms) {
    await zoomTo(zoom)
    await measure(`first run, ${100 * zoom} %`)
  }
  expect(found).toEqual([])
})

for (const [shop, make] of Object.entries(fill))
  test(`nothing scrolls sideways and everything can be hit, at 200 % too: ${shop}`, async () => {
    await make()
    await measurePages(shop)
    expect(found).toEqual([])
  })

for (const zoom of zooms)
  test(`no dialog, drawer or form scrolls sideways, and everything in it can be hit, at ${100 * zoom} %`, async () => {
    await t.call('shop.openSample', {})
    await zoomTo(zoom)
    for (const { name, path, open } of overlays) {
      await goTo(t.page, path)
      await open(t)
      await settled(t.page)
      await measure(`${name}, ${100 * zoom} %`)
      await leaveOverlay(t.page)
      await goTo(t.page, path === '#/' ? '#/settings' : '#/')
    }
    expect(found).toEqual([])
  })
