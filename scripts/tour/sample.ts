import { goTo } from '../../tests/support/pages.ts'
import { expect, type Tour } from './report.ts'

/** The sample grocer, page by page: what README and guide show. Then back to the first page. */
export async function sampleShop({ t, picture, note }: Tour): Promise<void> {
  const { page } = t
  await page.getByRole('button', { name: 'Look at a sample shop' }).click()
  await page.getByLabel('A shop in').selectOption('GB')
  await picture('sample-choice')
  await page.getByRole('button', { name: 'Grocer' }).click()
  await expect(page.getByRole('banner')).toContainText('Ashworth’s Grocery')
  for (const name of ['hours', 'stock', 'customers', 'promises', 'checklists'] as const) {
    await goTo(page, `#/${name}`)
    await picture(name)
  }
  await goTo(page, '#/promises')
  await promise({ t, picture })
  await goTo(page, '#/newsletter')
  await page
    .getByRole('button', { name: /^Open (?!the shop)/ })
    .first()
    .press('Enter')
  await expect(page.frameLocator('iframe').getByText('chestnut honey').first()).toBeVisible()
  await picture('newsletter')
  await goTo(page, '#/')
  await picture('today')
  await t.call('window.setTheme', { theme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await picture('today-dark')
  await t.call('window.setTheme', { theme: 'light' })
  const { items, more } = await t.call('today.list', {})
  note(`The sample grocer has ${items.length + more.length} things waiting.`)
  await page.getByRole('button', { name: 'Start your own shop' }).click()
  await expect(page.getByRole('button', { name: 'Look at a sample shop' })).toBeVisible()
}

/** The form of a promise, filled and left. */
async function promise({ t, picture }: Pick<Tour, 't' | 'picture'>): Promise<void> {
  const { page } = t
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('textbox', { name: 'Who' }).fill('Priya')
  await page
    .getByRole('option', { name: /^Priya/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'What' }).fill('Cheese platter for eight, no blue')
  await page.getByRole('textbox', { name: /^Told/ }).first().fill('today 17')
  await picture('promise')
  await page.getByRole('button', { name: 'Save promise' }).press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
