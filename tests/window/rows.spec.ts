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

const shopOf = async (
  many: number,
  name: (n: number) => string = (n) => `Kunde ${String(n).padStart(3, '0')}`,
) => {
  const t = await launch({ now })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  for (let n = 1; n <= many; n++) await t.call('customers.save', { name: name(n), phone: `030 ${n}` })
  await t.page.getByRole('link', { name: /^Customers/ }).click()
  await expect(t.page.getByRole('button', { name: name(1), exact: true })).toBeVisible()
  return t
}

test('whoever has the focus in a list has it when they are scrolled out of sight: no key acts on another', async () => {
  const t = await shopOf(120)
  const { page } = t
  await page.getByRole('checkbox', { name: 'Kunde 004' }).press('Space')
  await expect(page.getByText('1 chosen')).toBeVisible()
  await page.mouse.move(600, 500)
  await page.mouse.wheel(0, 3000)
  await expect(page.getByRole('button', { name: 'Kunde 070', exact: true })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Kunde 004' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByText('1 chosen')).toHaveCount(0)
  await page.getByRole('button', { name: 'Kunde 070', exact: true }).focus()
  await page.keyboard.press('Home')
  await expect(page.getByRole('button', { name: 'Kunde 001', exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Kunde 070' })).toBeVisible()
  await t.close()
})

test('a row letter pulls the batch that has the focus, also out of sight', async () => {
  const t = await launch({ now })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  for (let n = 1; n <= 60; n++) {
    const { id: productId } = await t.call('stock.saveProduct', {
      name: `Brot ${String(n).padStart(2, '0')}`,
    })
    await t.call('stock.addBatch', { productId, date: '2026-11-24', quantity: 2 })
  }
  const { page } = t
  await page.getByRole('link', { name: /^Stock/ }).click()
  const row = page.getByRole('article', { name: /^Brot 02/ })
  await row.getByRole('button', { name: /^Pull/ }).first().focus()
  await page.mouse.move(600, 500)
  await page.mouse.wheel(0, 2000)
  await expect(page.getByRole('article', { name: /^Brot 50/ })).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByText(/Brot 02.*pulled|[Pp]ulled.*Brot 02/)).toBeVisible()
  await t.close()
})

test('every row is reached by Tab where rows are tall', async () => {
  const t = await shopOf(
    40,
    (n) => `Kunde ${String(n).padStart(3, '0')} von und zu einem sehr langen Namen aus einem Dorf`,
  )
  const { page } = t
  await page.setViewportSize({ width: 400, height: 300 })
  const first = page.getByRole('row', { name: /Kunde 001/ })
  await first.getByRole('button', { name: /^Kunde 001/ }).focus()
  for (let n = 0; n < 160; n++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.closest('tr')?.textContent?.includes('Kunde 030')))
      break
  }
  await expect(page.getByRole('row', { name: /Kunde 030/ }).locator(':focus')).toHaveCount(1)
  await t.close()
})

test('a list that is sorted at its end shows its rows', async () => {
  const t = await shopOf(150)
  const { page } = t
  await page.getByRole('columnheader', { name: 'City' }).getByRole('button').focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('button', { name: 'Kunde 150', exact: true })).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.waitForTimeout(300)
  await expect(page.getByRole('table').getByText('…', { exact: true })).toHaveCount(0)
  await expect(page.getByRole('row', { name: /Kunde/ }).last()).toBeVisible()
  await t.close()
})

test('rows stand where they are when the window has become wider, and the wheel leads on', async () => {
  const t = await shopOf(
    150,
    (n) => `Kunde ${String(n).padStart(3, '0')} von und zu einem sehr langen Namen aus einem Dorf`,
  )
  const { page } = t
  await page.setViewportSize({ width: 400, height: 300 })
  await page.mouse.move(200, 200)
  for (let n = 0; n < 15; n++) {
    await page.mouse.wheel(0, 200)
    await page.waitForTimeout(60)
  }
  await page.setViewportSize({ width: 1366, height: 740 })
  await page.evaluate(() => document.querySelector('main')!.scrollTo(0, 0))
  await page.waitForTimeout(300)
  let before = 0
  for (let n = 0; n < 20; n++) {
    await page.mouse.wheel(0, 120)
    await page.waitForTimeout(110)
    const { top, blank } = await page.evaluate(() => {
      const main = document.querySelector('main')!
      const last = [...document.querySelectorAll('.virtual-table tbody tr[data-index]')].at(-1)!
      return {
        top: main.scrollTop,
        blank: main.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom,
      }
    })
    expect(top).toBeGreaterThanOrEqual(before)
    if (n < 15) expect(blank).toBeLessThan(0)
    before = top
  }
  await t.close()
})
