import { expect, launch, test, type BrowserShown } from '../support/window.ts'
import { barriersOf } from '../support/axe.ts'

// Each test goes on where the one before it ended.
test.describe.configure({ mode: 'default' })

let t: BrowserShown

const long =
  'Bäckerei Konditorei Maria Magdalena Freifrau von Hohenstein-Wittelsbach und Söhne am Alten Markt'

test.beforeAll(async () => {
  t = await launch({ now: '2026-11-23T07:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await expect(t.page.locator('header')).toContainText('Corner Shop')
  await t.call('customers.save', { name: 'Anna', phone: '030 1' })
  await t.call('customers.save', { customerId: 1, phone: '030 2', notes: 'Allergic to nuts' })
  await t.call('checklists.addStarter', { trade: 'baker' })
  await t.call('customers.save', { name: long })
  await t.call('promises.make', { customerId: 2, what: 'Wedding cake', told: '2026-11-27T17:00' })
  await t.call('customers.save', { name: 'Bob' })
  await t.call('shop.undo', {})
  for (let n = 0; n < 50; n++) await t.call('shop.change', { phone: `030 ${n}` })
})

test.afterAll(() => t.close())

const acts = () => t.page.getByRole('region', { name: 'What was done' }).getByRole('article')

test('the history is opened from the menu and searched by words; titles stand whole, and a row shows what it changed', async () => {
  const { page } = t
  t.tell({ kind: 'menu', command: 'go:/history' })
  await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
  await expect(page.getByText('Undo reaches back to')).toBeVisible()
  await expect(acts()).toHaveCount(50)
  await page.getByRole('button', { name: 'Show older changes' }).click()
  await expect(acts()).toHaveCount(57)
  await page.getByLabel('Search the history').fill('anna')
  await expect(acts()).toHaveCount(2)
  await page
    .getByRole('button', { name: /Anna changed/ })
    .first()
    .click()
  const row = page.getByRole('row', { name: /Phone/ })
  await expect(row).toContainText('030 1')
  await expect(row).toContainText('030 2')
  await page.getByLabel('Search the history').fill('hohenstein')
  await expect(acts()).toHaveCount(2)
  await expect(page.getByText(`${long} added`, { exact: true })).toBeVisible()
})

test('an act is undone and brought back in its row, each by its own name', async () => {
  const { page } = t
  await page.getByLabel('Search the history').fill('bob')
  await page.getByRole('button', { name: 'Redo: Bob added' }).click()
  await expect(acts().first()).toContainText('back again')
  expect((await t.call('customers.search', { text: 'Bob' })).total).toBe(1)
  await page.getByRole('button', { name: 'Undo: Bob added' }).click()
  await expect(acts().first()).toContainText('undone')
  expect((await t.call('customers.search', { text: 'Bob' })).total).toBe(0)
  await page.getByLabel('Search the history').fill('set up')
  await expect(acts()).toHaveCount(1)
  await expect(acts().first()).toContainText('the beginning')
  await expect(acts().first().getByRole('button', { name: /^Undo/ })).toHaveCount(0)
})

test('why an old act far down cannot be undone is said in sight', async () => {
  const { page } = t
  await page.getByLabel('Search the history').fill('')
  await page.getByRole('button', { name: 'Show older changes' }).click()
  const old = page.getByRole('button', { name: `Undo: ${long} added` })
  await old.scrollIntoViewIfNeeded()
  await old.click()
  const why = page.getByRole('alert').filter({ hasText: 'Nothing was changed' })
  await expect(why).toBeInViewport({ ratio: 1 })
  await expect(old).toBeInViewport()
})

test('a customer leads to their own history, and back to everything', async () => {
  const { page } = t
  await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click()
  await page.getByRole('button', { name: /Anna/ }).first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'History' }).click()
  await expect(page.getByText('Customer Anna', { exact: true })).toBeVisible()
  await expect(acts()).toHaveCount(2)
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(acts()).toHaveCount(50)
})

test('by day', async () => {
  const { page } = t
  await page.getByLabel('Day', { exact: true }).fill('22 nov 2026')
  await expect(page.getByText('Sunday 22 November 2026')).toBeVisible()
  await expect(page.getByText('Nothing of this kind was done.')).toBeVisible()
  await page.getByLabel('Day', { exact: true }).fill('2026-11-23')
  await expect(acts()).toHaveCount(50)
})

test('an opened act and a history that is searched have no barrier, light or dark', async () => {
  const { page } = t
  await page.getByLabel('Day', { exact: true }).fill('')
  await page.getByLabel('Search the history').fill('anna')
  await expect(acts()).toHaveCount(2)
  await acts().first().getByRole('button').first().click()
  await expect(page.getByRole('row', { name: /Phone/ })).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await t.call('window.setTheme', { theme: 'dark' })
  expect(await barriersOf(page, 'colours')).toEqual([])
})
