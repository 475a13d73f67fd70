import { expect, launch, test } from '../support/window.ts'

test('the region is chosen in Settings, and decides which holidays are proposed', async () => {
  const t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  const { page } = t
  await page.reload()
  const epiphany = async () =>
    (await t.call('hours.holidays', { year: 2027 })).some(({ name }) => name === 'Epiphany')
  expect(await epiphany()).toBe(false)

  await page.getByRole('link', { name: 'Settings' }).click()
  const region = page.getByRole('combobox', { name: 'Region' })
  await region.fill('Bayern')
  await page.getByRole('option', { name: 'Bayern', exact: true }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Shop details changed').first()).toBeVisible()
  expect(await epiphany()).toBe(true)

  await page.getByRole('combobox', { name: 'Country' }).fill('Japan')
  await page.getByRole('option', { name: 'Japan', exact: true }).click()
  await expect(region).toBeHidden()
  // By its own name, and left without a click.
  await page.getByRole('combobox', { name: 'Country' }).fill('Deutschl')
  await expect(page.getByRole('option', { name: 'Germany', exact: true })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('Germany')
  await t.close()
})

test('whose work it is stands on a page that the menu and Settings open', async () => {
  const t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  const { page } = t
  await page.reload()
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
  t.tell({ kind: 'menu', command: 'go:/attributions' })
  await expect(page.getByRole('heading', { name: 'Attributions' })).toBeVisible()
  for (const words of ['Open Database Licence (ODbL) 1.0', 'The Northwind sample database', 'CC BY-SA 3.0'])
    await expect(page.getByText(words).first()).toBeVisible()
  await page.getByText('date-holidays 3.37.0').click()
  await expect(page.getByText('https://de.wikipedia.org/wiki/Feiertage_in_Deutschland')).toBeVisible()

  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Whose work Wellkept is made of' }).click()
  await expect(page.getByRole('heading', { name: 'Attributions' })).toBeVisible()
  await t.close()
})
