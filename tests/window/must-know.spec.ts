import { barriersOf } from '../support/axe.ts'
import { goTo } from '../support/pages.ts'
import { picture } from '../support/picture.ts'
import { expect, launch, test, type BrowserShown } from '../support/window.ts'

let t: BrowserShown

test.beforeEach(async () => {
  t = await launch({ now: '2026-11-24T12:10:00+01:00' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
})

test.afterEach(() => t.close())

test('what must be known of a customer stands in words on every promise of theirs, and while one is made', async () => {
  const { page } = t
  const { id: customerId } = await t.call('customers.save', {
    name: 'Maria Anders',
    phone: '030-0074321',
    mustKnow: 'Nut allergy: no almonds, no marzipan, and nothing from the tray of the nut loaves',
  })
  await t.call('customers.save', { name: 'Zoe Berg', mustKnow: 'Deaf: write, do not call' })
  const make = (what: string, told: string) => t.call('promises.make', { customerId, what, told })
  await make('Birthday cake for twelve', '2026-11-24T17:00')
  await make('Two rye loaves', '2026-11-27T17:00')
  await t.call('promises.make', { name: 'Max Lang', what: 'Bread', told: '2026-11-24T18:00' })
  const words = /^Must know: Nut allergy: no almonds/
  await goTo(page, '#/')
  await expect(page.getByRole('main').getByText(words)).toHaveCount(1)
  await picture(t, 'must-know-today')

  await goTo(page, '#/promises')
  const row = page.getByRole('article', { name: 'Maria Anders: Birthday cake for twelve' })
  await expect(row.getByText(words)).toBeVisible()
  await expect(page.getByRole('article', { name: /^Max Lang/ }).getByText('Must know')).toHaveCount(0)
  await picture(t, 'must-know-promises')
  await row.getByRole('button', { name: 'Close' }).click()
  const dialog = page.getByRole('dialog', { name: 'Close the promise' })
  await expect(dialog.getByText(words)).toBeVisible()
  await picture(t, 'must-know-dialog')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  // Chosen, and called so without being chosen.
  await page.keyboard.press('Control+Shift+P')
  const form = page.getByRole('dialog', { name: 'New promise' })
  await page.getByRole('textbox', { name: 'Who' }).fill('zoe berg')
  await expect(form.getByText('Must know: Deaf: write, do not call')).toBeVisible()
  await page.getByRole('textbox', { name: 'Who' }).fill('maria')
  await page.getByRole('option', { name: /Maria Anders/ }).click()
  await expect(form.getByText(words)).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await picture(t, 'must-know-form')
})
