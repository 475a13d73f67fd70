import { barriersOf } from '../support/axe.ts'
import { expect, launch, test, type BrowserShown } from '../support/window.ts'
import { picture } from '../support/picture.ts'

let t: BrowserShown

test.beforeEach(async () => {
  t = await launch({ now: '2026-11-30T09:00:00+01:00' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  for (const name of ['Anna Berg', 'Bo Lind', 'Cleo Dahl'])
    await t.call('customers.save', { name, phone: '030 1' })
  for (const customerId of [1, 2, 3])
    await t.call('customers.logTouch', { customerId, kind: 'call', at: '2026-11-10T10:00' })
})

test.afterEach(() => t.close())

test('a tier is added in the settings, chosen on a page, proposed by its own days, and put off by a key', async () => {
  const { page } = t
  await page.getByRole('link', { name: 'Settings' }).click()
  const part = page.getByRole('region', { name: 'How often people hear from us' })
  await part.getByRole('textbox', { name: 'Who', exact: true }).fill('Regulars')
  await part.getByRole('textbox', { name: 'Ideally every' }).fill('10')
  await part.getByRole('textbox', { name: 'At most every' }).fill('14')
  await page.keyboard.press('Enter')
  await expect(
    part.getByText('Regulars · ideally every 10 days, every 14 days at most · 0 customers'),
  ).toBeVisible()
  await part.getByRole('checkbox', { name: /^A bill starts/ }).check()
  await part.getByRole('button', { name: 'Save how often' }).click()
  await expect.poll(async () => (await t.call('shop.details', {}))?.billResets).toBe(true)
  expect(await barriersOf(page)).toEqual([])
  await picture(t, 'tiers-settings')

  t.tell({ kind: 'menu', command: 'go:/customers' })
  await page
    .getByRole('table', { name: 'Customers' })
    .getByRole('button', { name: 'Anna Berg', exact: true })
    .click()
  const beside = page.getByRole('dialog', { name: 'Anna Berg' })
  await beside.getByRole('combobox', { name: 'How often they hear from us' }).click()
  await page.getByRole('option', { name: /^Regulars/ }).click()
  await picture(t, 'tiers-page')
  await page.keyboard.press('Escape')
  const due = page.getByRole('region', { name: 'Who to contact today' })
  await expect(
    due.getByText('20 days since your last call; Regulars hear from us every 14 days at most'),
  ).toBeVisible()
  await picture(t, 'tiers-due')
  await due.getByRole('button', { name: 'Anna Berg', exact: true }).focus()
  await page.keyboard.press('n')
  await expect(due).toHaveCount(0)
  expect((await t.call('customers.one', { customerId: 1 })).snoozedUntil).toBe('2026-12-01')
})

test('on Today the phone stands beside whom to contact, and N means not today', async () => {
  const { page } = t
  await t.call('customers.saveTier', { name: 'Regulars', idealDays: 10, maxDays: 14 })
  await t.call('customers.setTier', { customerIds: [1, 2, 3], tierId: 1 })
  await t.call('customers.save', { customerId: 2, phone: '0171 2345678' })
  await page.getByRole('link', { name: /^Today/ }).click()
  const later = page.getByRole('region', { name: 'Can wait' })
  const row = later.getByRole('listitem').filter({ hasText: 'Bo Lind' })
  await expect(row.getByText('0171 2345678')).toBeVisible()
  await row.getByRole('button', { name: 'Called: Bo Lind' }).focus()
  await page.keyboard.press('n')
  await expect(row).toHaveCount(0)
  expect((await t.call('customers.one', { customerId: 2 })).snoozedUntil).toBe('2026-12-01')
  await expect(later.locator(':focus')).toHaveAttribute('aria-label', /^Called: /)
})

test('a tier stands by its name in the field, and whole in words beside it', async () => {
  const { page } = t
  await t.call('customers.saveTier', { name: 'Regulars of the bakery', idealDays: 10, maxDays: 14 })
  await t.call('customers.setTier', { customerIds: [1], tierId: 1 })
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('table').getByRole('button', { name: 'Anna Berg', exact: true }).click()
  const beside = page.getByRole('dialog', { name: 'Anna Berg' })
  const pick = beside.getByRole('combobox', { name: 'How often they hear from us' })
  await expect(pick).toHaveValue('Regulars of the bakery')
  expect(await pick.evaluate((field) => field.scrollWidth <= field.clientWidth)).toBe(true)
  await expect(
    beside.getByText('ideally every 10 days, every 14 days at most', { exact: true }),
  ).toBeVisible()
})
