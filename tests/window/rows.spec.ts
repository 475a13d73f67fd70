import { expect, launch, test } from '../support/window.ts'

const now = '2026-11-24T08:00:00Z'

test('down leads to the first row of Stock and of Promises, and stays where a list or what lies over it has the focus', async () => {
  const t = await launch({ now })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  for (const name of ['Milk', 'Cream']) {
    const { id: productId } = await t.call('stock.saveProduct', { name })
    const date = name === 'Milk' ? '2026-11-25' : '2026-11-26'
    await t.call('stock.addBatch', { productId, date, quantity: 2 })
  }
  await t.call('promises.make', { name: 'Anna Berg', what: 'Rye bread', told: '2026-11-24T17:00' })
  const { page } = t
  await page.clock.setFixedTime(now)
  await page.reload()
  const goTo = async (name: string) => {
    await page.getByRole('link', { name: new RegExp(`^${name}`) }).click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  }
  await goTo('Stock')
  const row = (name: string) => page.getByRole('article', { name: new RegExp(`^${name}`) })
  await expect(row('Milk')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(row('Milk').getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(row('Cream').getByRole('button').first()).toBeFocused()

  await page.keyboard.press('m')
  const pull = page.getByRole('dialog').getByRole('button', { name: 'Pull', exact: true })
  await pull.focus()
  await page.keyboard.press('ArrowDown')
  await expect(pull).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByLabel('Quantity').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Quantity')).toBeFocused()

  await page.getByRole('tab', { name: 'Leaves the shelf' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('c')
  const date = page.getByRole('dialog').getByLabel('Date', { exact: true })
  await expect(date).toBeFocused()
  await page.keyboard.type('3011', { delay: 80 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await t.call('stock.products', { text: 'Milk' })).rows).toMatchObject([{ nextDate: '2026-11-30' }])

  await goTo('Promises')
  await expect(row('Anna Berg')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(row('Anna Berg').locator(':focus')).toHaveCount(1)
  await t.close()
})

test('whoever has the focus in a list keeps it when somebody comes above them', async () => {
  const t = await launch({ now })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  for (const name of ['Bo', 'Cleo']) await t.call('customers.save', { name })
  const { page } = t
  await page.getByRole('link', { name: /^Customers/ }).click()
  const cleo = page.getByRole('button', { name: 'Cleo', exact: true })
  await cleo.focus()
  await t.call('customers.save', { name: 'Ada' })
  await expect(page.getByRole('button', { name: 'Ada', exact: true })).toBeVisible()
  await expect(cleo).toBeFocused()
  await page.getByRole('textbox', { name: 'Find customers' }).fill('cleo')
  await cleo.focus()
  await expect(page.getByRole('button', { name: 'Ada', exact: true })).toHaveCount(0)
  await expect(cleo).toBeFocused()
  await t.close()
})
