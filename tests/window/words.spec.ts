import { expect, launch, test } from '../support/window.ts'

test('a sentence to customers is put into other words in Settings, checked as it is typed, and goes back to standard', async () => {
  const t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Epicerie du Pont', country: 'FR', zone: 'Europe/Paris' })
  const { page } = t
  await page.reload()
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByLabel('Language to customers').first()).toHaveValue('French – Français')
  const panel = page.getByRole('region', { name: 'Words to customers' })
  await panel.getByRole('button', { name: /^On the door/ }).click()
  await panel.getByRole('button', { name: 'Change: Pause' }).click()
  const form = panel.getByRole('form', { name: 'Pause' })
  const words = form.getByLabel('Pause')
  await expect(words).toHaveValue('De retour à {time}')
  await words.fill('Nous revenons')
  await expect(form.getByText('{time} must stay in it: customers need it.')).toBeVisible()
  await words.fill('Nous revenons à {time}')
  await expect(form.getByText('Nous revenons à 10h30')).toBeVisible()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByText('Your own', { exact: true })).toBeVisible()
  expect(await t.call('shop.ownWords', {})).toEqual([
    { message: 'door.back', words: 'Nous revenons à {time}' },
  ])
  await panel.getByRole('button', { name: 'Change: Pause' }).click()
  await form.getByRole('button', { name: 'Back to standard' }).click()
  await expect(panel.getByText('Your own', { exact: true })).toBeHidden()
  expect(await t.call('shop.ownWords', {})).toEqual([])

  await page.getByLabel('Language to customers').first().click()
  await page.getByRole('option', { name: 'Dutch – Nederlands' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(panel.getByText('Wij zijn om {time} uur terug')).toBeVisible()
  await t.close()
})

test('where a country has several languages, the first minute asks which', async () => {
  const t = await launch({ now: '2026-11-23T08:00:00Z' })
  const { page } = t
  await expect(page.getByLabel('Language to customers')).toBeHidden()
  await page.getByLabel('What is your shop called?').fill('Bottega')
  await page.getByRole('combobox', { name: 'Country' }).fill('Switzerland')
  await page.getByRole('option', { name: 'Switzerland' }).click()
  await page.getByRole('combobox', { name: 'Language to customers' }).click()
  await expect(page.getByRole('option')).toHaveText([
    'German – Deutsch',
    'French – Français',
    'Italian – Italiano',
  ])
  await page.getByRole('option', { name: 'Italian – Italiano' }).click()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible()
  expect(await t.call('shop.details', {})).toMatchObject({ country: 'CH', language: 'it' })
  await t.close()
})
