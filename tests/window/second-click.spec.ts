import type { Locator } from '@playwright/test'
import type { Shown } from '../support/shown.ts'
import { settled } from '../support/pages.ts'
import { expect, launch, test } from '../support/window.ts'

let t: Shown

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
})

test.afterEach(() => t.close())

/** Two clicks of a hand at one place. */
async function twice(button: Locator, waitMs: number): Promise<void> {
  await button.scrollIntoViewIfNeeded()
  await settled(t.page)
  const { x, y, width, height } = (await button.boundingBox())!
  await t.page.mouse.move(x + width / 2, y + height / 2)
  for (const [nth, wait] of [
    [1, waitMs],
    [2, 600],
  ] as const) {
    await t.page.mouse.down({ clickCount: nth })
    await t.page.mouse.up({ clickCount: nth })
    await t.page.waitForTimeout(wait)
  }
}

for (const waitMs of [60, 180])
  test(`a double click on a line’s bin removes that line alone: ${waitMs} ms`, async () => {
    const { page } = t
    for (const text of ['Oven', 'Till', 'Floor'])
      await t.call('checklists.saveLine', { part: 'opening', text })
    await page.goto(`${page.url().replace(/#.*/, '')}#/checklists`)
    const lines = async () => (await t.call('checklists.ownLines', {})).lines.map(({ text }) => text)
    await twice(page.getByRole('button', { name: /^Remove/ }).first(), waitMs)
    expect(await lines()).toEqual(['Till', 'Floor'])
    await page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click()
    await expect.poll(lines).toEqual(['Floor'])
  })

test('what stays under the pointer is pressed as quickly as one likes', async () => {
  const { page } = t
  await page.goto(`${page.url().replace(/#.*/, '')}#/checklists`)
  const title = page.getByText(/^Week \d+: /)
  const after = page.getByRole('button', { name: 'Week after' })
  const seen = [await title.innerText()]
  await after.click()
  await expect(title).not.toHaveText(seen[0]!)
  seen.push(await title.innerText())
  await page.waitForTimeout(600)
  await page.getByRole('button', { name: 'Week before' }).click()
  await expect(title).toHaveText(seen[0]!)
  await page.waitForTimeout(600)
  await twice(after, 120)
  expect(seen).not.toContain(await title.innerText())
})
