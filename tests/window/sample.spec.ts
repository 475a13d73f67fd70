import type { Page } from '@playwright/test'
import { barriersOf } from '../support/axe.ts'
import { expect, launch, test } from '../support/window.ts'

const choice = (page: Page) => page.getByRole('dialog', { name: 'Sample shops' })

test('two clicks open a sample shop of a trade, in the country of the PC', async () => {
  const t = await launch({ now: '2026-11-24T17:10:00Z' })
  const { page } = t
  await page.getByRole('button', { name: 'Look at a sample shop' }).click()
  await expect(page.getByLabel('A shop in').locator('option:checked')).toHaveText('United States')
  await page.getByRole('button', { name: 'Baker' }).click()
  await expect(page.getByRole('banner')).toContainText('Bennett’s Bakery', { timeout: 30_000 })
  expect(await t.call('shop.details', {})).toMatchObject({ country: 'US', currency: 'USD' })
  await expect(page.getByText('Sample', { exact: true })).toBeVisible()
  await t.close()
})

test('another country is chosen by name, by the keyboard alone, and the choice is no barrier', async () => {
  const t = await launch({ now: '2026-11-24T11:10:00Z' })
  const { page } = t
  await page.getByRole('button', { name: 'Look at a sample shop' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Grocer' })).toBeFocused()
  await expect(page.getByLabel('A shop in').locator('option')).toHaveText([
    'Austria',
    'Belgium',
    'France',
    'Germany',
    'Italy',
    'Netherlands',
    'Spain',
    'Switzerland',
    'United Kingdom',
    'United States',
  ])
  for (const theme of ['light', 'dark'] as const) {
    await t.call('window.setTheme', { theme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    expect(await barriersOf(page)).toEqual([])
  }
  await page.keyboard.press('Escape')
  await expect(choice(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Look at a sample shop' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByLabel('A shop in').selectOption('France')
  await page.getByRole('button', { name: 'Hairdresser' }).press('Enter')
  await expect(page.getByRole('banner')).toContainText('Coiffure Moreau', { timeout: 30_000 })
  await t.close()
})

test('the way back leads to the first page, from which another sample is opened', async () => {
  const t = await launch({ now: '2026-11-24T11:10:00Z' })
  const { page } = t
  for (const [trade, name] of [
    ['Pharmacy', 'Bennett Pharmacy'],
    ['Hardware shop', 'Bennett Hardware'],
  ] as const) {
    await page.getByRole('button', { name: 'Look at a sample shop' }).click()
    await page.getByRole('button', { name: trade }).click()
    await expect(page.getByRole('banner')).toContainText(name, { timeout: 30_000 })
    await page.getByRole('button', { name: 'Start your own shop' }).click()
    await expect(page.getByRole('heading', { name: 'Wellkept keeps your shop’s word' })).toBeVisible()
  }
  await t.close()
})
