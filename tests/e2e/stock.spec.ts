import { expect, test } from '@playwright/test'
import { launch } from '../support/app.ts'

test('a delivery of a product not known yet is entered by keyboard alone, binned by a key, and undone', async () => {
  const t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  const { page } = t
  await page.reload()
  await page.getByRole('link', { name: 'Stock' }).click()

  const product = page.getByLabel('Product', { exact: true })
  await product.focus()
  await page.keyboard.type('96385074\n')
  await expect(page.getByText('Nothing goes by “96385074” yet. Add it:')).toBeVisible()
  await page.keyboard.type('Fresh pasta\n')
  await expect(page.getByLabel('Date', { exact: true })).toBeFocused()
  await page.keyboard.type('1122')
  await expect(page.getByText('= Monday, November 22, 2027, in 364 days')).toBeVisible()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('-1')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('= Saturday, November 21, 2026, 2 days ago')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.getByLabel('Kind of date').selectOption('Use by')
  await page.keyboard.press('Tab')
  await page.keyboard.type('12\n')
  await expect(product).toBeFocused()
  await expect(product).toHaveValue('')

  await expect(page.getByRole('heading', { name: /Past its use-by date/ })).toBeVisible()
  await expect(page.getByText('use-by passed 2 days ago')).toBeVisible()
  await page.getByRole('button', { name: 'Bin: Fresh pasta' }).focus()
  await page.keyboard.press('b')
  await expect(page.getByText('Nothing has to leave the shelf in the next 7 days')).toBeVisible()
  expect((await t.call('shop.acts', { limit: 1 }))[0]?.says).toBe('12 Fresh pasta binned')
  await t.call('shop.undo', {})
  await expect(page.getByText('use-by passed 2 days ago')).toBeVisible()
  await t.close()
})
