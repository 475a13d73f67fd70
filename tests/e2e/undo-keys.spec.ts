import { expect, test } from '@playwright/test'
import { launch, type LaunchedApp } from '../support/app.ts'

let t: LaunchedApp

test.beforeAll(async () => {
  t = await launch({ now: '2026-11-23T07:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await expect(t.page.locator('header')).toContainText('Corner Shop')
  await t.call('customers.save', { name: 'Anna' })
})

test.afterAll(() => t.close())

const people = async () => (await t.call('customers.search', { text: '' })).rows.map(({ name }) => name)

/** Types into the form under Settings and leaves it unsaved. */
async function typeAPhone(): Promise<void> {
  await t.page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
  const phone = t.page.getByRole('textbox', { name: 'Phone' })
  await phone.click()
  await phone.pressSequentially('030 123')
}

/** The last key of those that were left to Chromium, which passes to the menu what it has no use for. */
const watchKeys = () =>
  t.page.evaluate(() => {
    window.addEventListener('keydown', ({ key, defaultPrevented }) => {
      document.documentElement.dataset['lastKey'] = `${key} ${defaultPrevented ? 'taken' : 'left'}`
    })
  })

test('Ctrl+Z in a text field with nothing left to take back leaves the shop alone', async () => {
  const { page } = t
  await watchKeys()
  await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click()
  const search = page.getByRole('searchbox').or(page.getByRole('textbox')).first()
  await search.click()
  const html = page.locator('html')
  await page.keyboard.press('Control+z')
  await expect(html).toHaveAttribute('data-last-key', 'z taken')
  await search.pressSequentially('An')
  await page.keyboard.press('Control+z')
  await expect(html).toHaveAttribute('data-last-key', 'z left')
  await expect(search).toHaveValue('')
  await page.keyboard.press('Control+z')
  await expect(html).toHaveAttribute('data-last-key', 'z taken')
  expect(await people()).toEqual(['Anna'])
})

test('Ctrl+Z on a button takes back the last change, and leaves what was typed into a form', async () => {
  const { page } = t
  await typeAPhone()
  await page.getByRole('link', { name: 'Today' }).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(people).toEqual([])
  await expect(page.getByText('Undone: Anna added')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Phone' })).toHaveValue('030 123')
})

test('Ctrl+Shift+Z brings it back, Ctrl+Y as well, and a key that is held down counts once', async () => {
  const { page } = t
  await page.getByRole('link', { name: 'Today' }).focus()
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(people).toEqual(['Anna'])
  await page.keyboard.press('Control+z')
  await expect.poll(people).toEqual([])
  await page.keyboard.press('Control+y')
  await expect.poll(people).toEqual(['Anna'])
  await t.call('customers.save', { name: 'Bob' })
  await page.keyboard.down('Control')
  for (let n = 0; n < 5; n++) await page.keyboard.down('z')
  await page.keyboard.up('z')
  await page.keyboard.up('Control')
  await expect.poll(people).toEqual(['Anna'])
  await page.keyboard.press('Control+y')
  await expect.poll(people).toEqual(['Anna', 'Bob'])
  await expect(page.getByRole('textbox', { name: 'Phone' })).toHaveValue('030 123')
})

test('inside a text field Ctrl+Z is the field’s own: neither a change of the shop nor the text of another field', async () => {
  const { page } = t
  const phone = page.getByRole('textbox', { name: 'Phone' })
  const mail = page.getByLabel('E-mail')
  // A toast that goes while somebody types parts what is typed in two for Chromium's undo.
  await expect(page.locator('.mantine-Notification-root')).toHaveCount(0, { timeout: 20_000 })
  await mail.click()
  await mail.pressSequentially('anna@shop.example')
  await page.keyboard.press('Control+z')
  await expect(mail).toHaveValue('')
  await expect(phone).toHaveValue('030 123')
  await page.keyboard.press('Control+Shift+z')
  await expect(mail).toHaveValue('anna@shop.example')

  // The name was not typed into: Chromium would go on with the field that was.
  const name = page.getByLabel('Name', { exact: true })
  await name.click()
  for (let n = 0; n < 3; n++) await page.keyboard.press('Control+z')
  await page.waitForTimeout(200)
  await expect(mail).toHaveValue('anna@shop.example')
  await expect(phone).toHaveValue('030 123')
  await expect(name).toHaveValue('Corner Shop')
  await expect(name).toBeFocused()
  expect(await people()).toEqual(['Anna', 'Bob'])
})

test('what was not saved is still there to be saved after all that', async () => {
  const { page } = t
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect
    .poll(() => t.call('shop.details', {}))
    .toMatchObject({ phone: '030 123', email: 'anna@shop.example' })
})

test('a list that comes back by a redo leaves the focus alone, and the next redo brings back the next', async () => {
  const { page } = t
  await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click()
  await expect(page.getByLabel('Find customers')).toBeFocused()
  await page.getByRole('button', { name: 'Add a customer' }).focus()
  const before = ['Anna', 'Bob']
  for (const left of [['Anna', 'Bob'], ['Anna'], []]) {
    await page.keyboard.press('Control+z')
    await expect.poll(people).toEqual(left)
  }
  await expect(page.getByText('No customers yet')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByLabel('Find customers')).toBeVisible()
  await page.waitForTimeout(200)
  await expect(page.getByLabel('Find customers')).not.toBeFocused()
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(people).toEqual(before)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => t.call('shop.details', {})).toMatchObject({ phone: '030 123' })
})

test('the shop’s beginning is shown without an undo, and Ctrl+Z leaves it alone', async () => {
  const { page } = t
  await page.getByRole('link', { name: 'Today' }).focus()
  for (let n = 0; n < 5; n++) {
    await page.keyboard.press('Control+z')
    await page.waitForTimeout(100)
  }
  await expect(page.getByText('There is nothing left to undo. Nothing was changed.').first()).toBeVisible()
  expect(await t.call('shop.details', {})).toMatchObject({ name: 'Corner Shop' })
  await expect(page.locator('header')).toContainText('Corner Shop')
})
