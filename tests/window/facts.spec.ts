import type { Shown } from '../support/shown.ts'
import { fillWithNamesOfTheWorld } from '../support/names-of-the-world.ts'
import { goTo, settled } from '../support/pages.ts'
import { expect, launch, test } from '../support/window.ts'

let t: Shown

test.beforeEach(async () => {
  t = await launch()
})

test.afterEach(() => t.close())

/** What is marked as a fact and does not stand whole where it is. */
const cut = () =>
  t.page.evaluate(() => {
    const facts = [...document.querySelectorAll<HTMLElement>('main [data-fact]')]
    const isCut = (fact: HTMLElement) => {
      const box = fact.closest<HTMLElement>('.clip, .row, td')!
      return fact === box
        ? box.scrollWidth > box.clientWidth
        : fact.getBoundingClientRect().right > box.getBoundingClientRect().right + 0.5
    }
    // Behind an ellipsis of several lines nothing sticks out at the side.
    const isClamped = (fact: HTMLElement) => {
      const box = fact.closest<HTMLElement>('.what')
      return box !== null && box.scrollHeight > box.clientHeight + 1
    }
    const seen = facts.filter((fact) => fact.checkVisibility())
    return {
      seen: seen.length,
      cut: seen.filter((fact) => isCut(fact) || isClamped(fact)).map(({ textContent }) => textContent),
    }
  })

const fill: Readonly<Record<string, () => Promise<unknown>>> = {
  'the sample': () => t.call('shop.openSample', {}),
  'names of the world': () => fillWithNamesOfTheWorld(t, Date.now()),
}

// 1366 x 768 at 100, 125 and 150 %, and the screens below and above it.
for (const [width, height] of [
  [1024, 700],
  [1366, 768],
  [1093, 614],
  [911, 512],
  [1920, 1080],
] as const)
  for (const [shop, make] of Object.entries(fill))
    test(`a name, a reason, a phone and a deadline stand whole at ${width} x ${height}: ${shop}`, async () => {
      await make()
      await t.page.setViewportSize({ width, height })
      for (const path of ['#/', '#/stock', '#/promises', '#/customers', '#/newsletter']) {
        await goTo(t.page, path)
        await settled(t.page)
        const found = await cut()
        expect([path, found.cut]).toEqual([path, []])
        expect(found.seen).toBeGreaterThan(path === '#/newsletter' ? 0 : 3)
      }
      await goTo(t.page, '#/stock')
      await t.page.getByRole('tab', { name: /^Products/ }).click()
      await expect(t.page.getByRole('table', { name: 'Products' })).toBeVisible()
      await settled(t.page)
      expect(await cut()).toMatchObject({ cut: [] })

      await goTo(t.page, '#/settings')
      await settled(t.page)
      const cutFields = await t.page.locator('main input').evaluateAll((fields) =>
        fields
          .filter((field): field is HTMLInputElement => field instanceof HTMLInputElement)
          .filter((field) => field.scrollWidth > field.clientWidth)
          .map((field) => field.value || field.placeholder),
      )
      expect(cutFields).toEqual([])

      await goTo(t.page, '#/checklists')
      const sheet = t.page.frameLocator('iframe[title^="Preview of"]').locator('html')
      await expect(sheet.locator('.sheet').first()).toBeVisible()
      expect(await sheet.evaluate((page) => page.scrollWidth - page.clientWidth)).toBe(0)
    })
