import { expect, launch, test } from '../support/window.ts'

test('the currency is chosen in Settings, prices are shown in it, and one without their decimals is refused there', async () => {
  const t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await t.call('promises.make', { name: 'Ann', what: 'Cake', told: '2026-12-03T15:30', priceCap: '12,50' })
  const { page } = t
  await page.reload()
  await page.getByRole('link', { name: 'Promises' }).click()
  await expect(page.getByText('at most 12,50 €')).toBeVisible()

  await page.getByRole('link', { name: 'Settings' }).click()
  const currency = page.getByLabel('Currency').first()
  await expect(currency).toHaveValue('EUR – Euro')
  await currency.fill('yen')
  await page.getByRole('option', { name: 'JPY – Japanese Yen' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(
    page.getByText(/Japanese Yen \(JPY\) has no decimals, and a price on file is 12,50/),
  ).toBeVisible()
  await currency.fill('swiss')
  await page.getByRole('option', { name: 'CHF – Swiss Franc' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Not saved yet')).toBeHidden()
  expect(await t.call('shop.details', {})).toMatchObject({ currency: 'CHF' })
  await page.getByRole('link', { name: 'Promises' }).click()
  await expect(page.getByText('at most 12,50 CHF')).toBeVisible()
  await t.close()
})
