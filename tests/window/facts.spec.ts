import type { Shown } from '../support/shown.ts'
import { goTo, settled } from '../support/pages.ts'
import { expect, launch, test } from '../support/window.ts'

let t: Shown

test.beforeEach(async () => {
  t = await launch({ now: '2026-11-23T07:00:00Z' })
  await t.call('shop.openSample', {})
})

test.afterEach(() => t.close())

/** What is marked as a fact and does not stand whole where it is. */
const cut = () =>
  t.page.evaluate(() => {
    const facts = [...document.querySelectorAll<HTMLElement>('main [data-fact]')]
    const isCut = (fact: HTMLElement) => {
      const box = fact.closest<HTMLElement>('.clip, .row')!
      return fact === box
        ? box.scrollWidth > box.clientWidth
        : fact.getBoundingClientRect().right > box.getBoundingClientRect().right + 0.5
    }
    const seen = facts.filter((fact) => fact.checkVisibility())
    return { seen: seen.length, cut: seen.filter(isCut).map(({ textContent }) => textContent) }
  })

// 1366 x 768 at 100, 125 and 150 %, and the screens below and above it.
for (const [width, height] of [
  [1024, 700],
  [1366, 768],
  [1093, 614],
  [911, 512],
  [1920, 1080],
] as const)
  test(`a name, a reason, a phone and a deadline stand whole at ${width} x ${height}`, async () => {
    await t.page.setViewportSize({ width, height })
    for (const path of ['#/', '#/stock', '#/promises', '#/customers']) {
      await goTo(t.page, path)
      await settled(t.page)
      const found = await cut()
      expect([path, found.cut]).toEqual([path, []])
      expect(found.seen).toBeGreaterThan(3)
    }
  })
