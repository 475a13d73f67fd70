import { expect, launch, test, type BrowserShown } from '../support/window.ts'

let t: BrowserShown

test.beforeEach(async () => {
  t = await launch({ now: '2026-11-24T08:10:00+01:00' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'FR', zone: 'Europe/Paris' })
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week: { tue: [['07:00', '19:00']] } })
  await t.page.reload()
  await expect(t.page.getByRole('banner')).toContainText('Should be open')
})

test.afterEach(() => t.close())

const find = async (text: string) => {
  await t.page.keyboard.press('Control+K')
  await expect(t.page.getByRole('textbox', { name: 'Search everywhere' })).toBeFocused()
  await t.page.keyboard.type(text)
}

test('a promise is found by what was promised, and its page shows it alone', async () => {
  await t.call('promises.make', { name: 'Zoe Martin', what: 'Forty croissants', told: '2026-11-26T09:00' })
  await t.call('promises.make', { name: 'Max Lang', what: 'Bread', told: '2026-11-26T09:00' })
  const { page } = t
  await find('croissant')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Zoe Martin: Forty croissants/ })
    .click()
  await expect(page.getByRole('article', { name: 'Zoe Martin: Forty croissants' })).toBeVisible()
  await expect(page.getByRole('article', { name: 'Max Lang: Bread' })).toHaveCount(0)
})

test('the shop is opened and closed by its words alone', async () => {
  const { page } = t
  await find('open')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Open the shop' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner')).toContainText('Open since 08:10')
  await expect(page.getByRole('textbox', { name: 'Search everywhere' })).toHaveCount(0)
  await find('close')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner')).toContainText('Closed at 08:10')
})

test('a command leads to the part of a page it names, and again after something else was done there', async () => {
  const { page } = t
  await t.call('stock.saveProduct', { name: 'Rye loaf' })
  for (let times = 0; times < 2; times++) {
    await find('all products')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tab', { name: /^Products/ })).toHaveAttribute('aria-selected', 'true')
    await page.getByRole('tab', { name: 'Leaves the shelf' }).click()
  }
})

test('a command leads to its part of Hours', async () => {
  const { page } = t
  await find('print sign')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Signs and texts' })).toHaveAttribute('aria-selected', 'true')
})

test('what was done says its date and shows the thing', async () => {
  const { page } = t
  const { id: customerId } = await t.call('customers.save', { name: 'Anna Berg' })
  await t.call('customers.logTouch', { customerId, kind: 'call', at: '2026-11-23T17:00' })
  const toast = page
    .locator('.mantine-Notification-root')
    .filter({ hasText: 'Call with Anna Berg logged for yesterday' })
  await toast.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('dialog', { name: 'Anna Berg' })).toBeVisible()
})

test('a command that is typed as it is called comes before a note, and after whoever is called so', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Bo Lind', notes: 'Wants to import custard' })
  await find('import cust')
  const found = page.getByRole('dialog').locator('[data-action]')
  await expect(found.filter({ hasText: 'Bo Lind' })).toBeVisible()
  await expect(found.first()).toHaveText('Import customers')
  await expect(found.first()).toHaveAttribute('data-selected', 'true')
  await t.call('customers.save', { name: 'Import Custodis' })
  await page.keyboard.press('Escape')
  await find('import cust')
  await expect(found.filter({ hasText: 'Import Custodis' })).toBeVisible()
  await expect(found).toHaveText([/^Import Custodis/, 'Import customers', /^Bo Lind/])
})

test('what Customers and Settings can do is known by its words', async () => {
  const { page } = t
  for (const name of ['Anna Berg', 'Anna Bergg'])
    await t.call('customers.save', { name, phone: '030 123456' })
  await find('quiet')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Who is listed' })).toHaveValue('Quiet regulars')
  await find('pairs')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'One person, or two?' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await find('export')
  await expect(page.getByRole('dialog').getByText('Write the newsletter')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await find('tiers')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'How often people hear from us' })).toBeInViewport()
  await find('backups')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Backups', exact: true })).toBeInViewport()
})
