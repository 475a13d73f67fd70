import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { barriersOf } from '../support/axe.ts'
import { expect, launch, test } from '../support/window.ts'

test('a delivery of a product not known yet is entered by keyboard alone, binned by a key, and undone', async () => {
  const now = '2026-11-23T08:00:00Z'
  const t = await launch({ now })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  const { page } = t
  await page.clock.setFixedTime(now)
  await page.reload()
  await page.getByRole('link', { name: 'Stock' }).click()

  const product = page.getByLabel('Product', { exact: true })
  await product.focus()
  // By hand: faster keys are a scanner's, which is tested in Electron.
  await page.keyboard.type('96385074', { delay: 120 })
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing goes by “96385074” yet. Add it:')).toBeVisible()
  await page.keyboard.type('Fresh pasta\n')
  await expect(page.getByLabel('Date', { exact: true })).toBeFocused()
  await page.keyboard.type('2211')
  await expect(page.getByText('= Sunday 22 November 2026, yesterday')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Monday 22 November 2027' })).toBeVisible()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('-1')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('= Saturday 21 November 2026, 2 days ago')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.getByLabel('Kind of date').selectOption('Use by')
  await page.keyboard.press('Tab')
  await page.keyboard.type('12\n')
  await expect(product).toBeFocused()
  await expect(product).toHaveValue('')

  await expect(page.getByRole('heading', { name: /Past its use-by date/ })).toBeVisible()
  await expect(page.getByText('use-by passed 2 days ago')).toBeVisible()
  await page.getByRole('button', { name: 'Bin: Fresh pasta' }).focus()
  await page.keyboard.press('b')
  await expect(page.getByText('Nothing has to leave the shelf in the next 7 days')).toBeVisible()
  expect((await t.call('shop.acts', { limit: 1 }))[0]?.says).toBe('12 Fresh pasta binned')
  await t.call('shop.undo', {})
  await expect(page.getByText('use-by passed 2 days ago')).toBeVisible()
  await t.close()
})

test('a date that can mean two days says both; a wrong one is corrected from its row, by keyboard', async () => {
  const now = '2026-11-24T08:00:00Z'
  const t = await launch({ now })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await t.call('stock.saveProduct', { name: 'Milk', gtin: '96385074' })
  const { page } = t
  await page.clock.setFixedTime(now)
  await page.reload()
  await page.getByRole('link', { name: 'Stock' }).click()
  await expect(page.getByText('type its date the short way: 1705 for 17 May')).toBeVisible()
  await page.getByLabel('Product', { exact: true }).fill('96385074')
  await page.keyboard.press('Enter')
  const date = page.getByLabel('Date', { exact: true })
  await expect(date).toBeFocused()
  await page.keyboard.type('0512')
  await expect(page.getByText('= Saturday 5 December 2026, in 11 days')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Wednesday 12 May 2027' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByText('= Wednesday 12 May 2027, in 169 days')).toBeVisible()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('22.11.')
  await page.getByLabel('Quantity').fill('1.299')
  await expect(page.getByText('“1.299” is read as 1299, or is it')).toBeVisible()
  await page.getByRole('button', { name: '1,299 (a little over 1)' }).click()
  await expect(page.getByLabel('Quantity')).toHaveValue('1,299')
  await expect(page.getByLabel('Quantity')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(
    page.getByText('1,299 Milk added, best before Sunday 22 November 2026, 2 days ago'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Bin: Milk' }).focus()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Date', { exact: true }).fill('2411')
  await dialog.getByLabel('Kind of date').selectOption('Use by')
  await dialog.getByLabel('Lot').fill('L7')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(
    page.getByText('Milk corrected: best before 22 November 2026 → use by 24 November 2026, lot none → L7'),
  ).toBeVisible()
  await expect(page.getByText('use-by is today')).toBeVisible()
  await t.close()
})

test('a date typed before midnight stays its day, whichever of the clocks passes midnight first', async () => {
  const t = await launch({ now: '2026-11-23T22:59:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  const { id: productId } = await t.call('stock.saveProduct', { name: 'Milk', gtin: '96385074' })
  await t.call('stock.addBatch', { productId, date: '2026-11-20', dateKind: 'best-before', quantity: 1 })
  const { page } = t
  let today = '2026-11-23'
  t.between(async (name, ask) => {
    const answer = await ask()
    if (name !== 'stock.expiring' || !answer.ok) return answer
    return { ...answer, value: { ...(answer.value as object), today } }
  })
  /** The list passes to a day, and the window has read it. */
  const listAt = async (day: string, words: string) => {
    today = day
    t.tell({ kind: 'changed', stale: ['stock.expiring'] })
    await expect(page.getByRole('row', { name: /^Milk/ })).toContainText(words)
  }
  await page.clock.setFixedTime('2026-11-23T22:59:50Z')
  await page.reload()
  await page.getByRole('link', { name: 'Stock' }).click()
  const field = (name: string) => page.getByLabel(name, { exact: true })
  await field('Product').fill('96385074')
  await page.keyboard.press('Enter')
  await field('Date').fill('+1')
  await expect(page.getByText('= Tuesday 24 November 2026, tomorrow', { exact: true })).toBeVisible()

  // The list tells how far the next date is from its day.
  await page.getByRole('tab', { name: /^Products/ }).click()
  await listAt('2026-11-24', '4 days ago')
  await expect(page.getByText('= Tuesday 24 November 2026, tomorrow', { exact: true })).toBeVisible()
  await listAt('2026-11-23', '3 days ago')
  await page.clock.setFixedTime('2026-11-23T23:00:05Z')
  const asTyped = '= Tuesday 24 November 2026, today, as typed on Monday 23 November 2026'
  await expect(page.getByText(asTyped)).toBeVisible({ timeout: 30_000 })
  await listAt('2026-11-24', '4 days ago')
  await expect(page.getByText(asTyped)).toBeVisible()
  await field('Quantity').fill('7')
  await page.keyboard.press('Enter')
  await expect(field('Product')).toHaveValue('')
  const { batches } = await t.call('stock.product', { productId })
  expect(batches.map(({ date }) => date).toSorted()).toEqual(['2026-11-20', '2026-11-24'])

  // What is typed right after midnight is of the new day, also while the window shows the old one.
  await page.clock.setFixedTime('2026-11-24T22:59:55Z')
  await page.reload()
  await field('Date').fill('+1')
  await expect(page.getByText('= Wednesday 25 November 2026, tomorrow', { exact: true })).toBeVisible()
  await page.clock.setFixedTime('2026-11-24T23:00:02Z')
  await field('Date').fill('+2')
  await expect(page.getByText('= Friday 27 November 2026, in 2 days', { exact: true })).toBeVisible()
  await t.close()
})

test('a file whose numbers can be read in two ways is not imported before the owner says which', async () => {
  const t = await launch({ now: '2026-11-24T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await t.call('stock.saveProduct', { name: 'Saw', gtin: '96385074', shelf: 'Tools 1' })
  const path = join(t.folder, 'prices.csv')
  writeFileSync(
    path,
    'EAN;Artikel;VK;Bestand;Regal\n96385074;Saw;1.299;0.250;B7\nn/a;Drill;2.499;12.500;B8\n',
  )
  const { page } = t
  await page.reload()
  await page.getByRole('link', { name: 'Stock' }).click()
  await t.answerDialogs({ open: path })
  await page.getByRole('button', { name: 'Import products' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('What is 1.299 in “VK”, line 2?')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'First say what the number is' })).toBeDisabled()
  await expect(dialog.getByText('“n/a” is no code. The product was kept without one.')).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'Old and new values' })).toContainText('Tools 1')
  await dialog.getByRole('radio', { name: /^1\.299,00/ }).click()
  await dialog.getByRole('button', { name: 'Import 2 products' }).click()
  await expect(dialog.getByText('1 product added, 1 changed.')).toBeVisible()
  const { rows } = await t.call('stock.products', {})
  expect(rows.map(({ name, priceMills, inStock, shelf }) => [name, priceMills, inStock, shelf])).toEqual([
    ['Drill', 2_499_000, 12.5, 'B8'],
    ['Saw', 1_299_000, 0, 'Tools 1'],
  ])
  await t.close()
})

test('what is said to be sold past its use-by date is asked about: before it, or past it', async () => {
  const t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'FR', zone: 'Europe/Paris' })
  const { id: productId } = await t.call('stock.saveProduct', { name: 'Milk' })
  for (const quantity of [3, 4, 5])
    await t.call('stock.addBatch', { productId, date: '2026-11-21', dateKind: 'use-by', quantity })
  const { page } = t
  await page.reload()
  await page.getByRole('link', { name: 'Stock' }).click()
  await expect(page.getByText('use-by passed 2 days ago · 21/11').first()).toBeVisible()
  const says = async () => (await t.call('shop.acts', { limit: 1 }))[0]?.says
  await page.getByRole('button', { name: 'Bin: Milk' }).first().focus()
  await page.keyboard.press('s')
  const asked = page.getByRole('dialog', { name: 'Was Milk sold before its date?' })
  await expect(asked).toContainText('an apology and a replacement')
  await page.keyboard.press('Escape')
  await expect(asked).toHaveCount(0)
  expect((await t.call('stock.product', { productId })).product.inStock).toBe(12)
  await expect(page.getByRole('button', { name: 'Bin: Milk' }).first()).toBeFocused()
  await page.keyboard.press('s')
  await asked.getByRole('button', { name: 'Sold past its date' }).click()
  await expect(asked).toHaveCount(0)
  expect(await says()).toContain('Milk')
  const { product, batches } = await t.call('stock.product', { productId })
  expect(product).toMatchObject({ inStock: 9, nextDate: '2026-11-21' })
  expect(batches.filter(({ remaining }) => remaining > 0)).toHaveLength(2)
  const [newest] = await t.call('shop.acts', { limit: 1 })
  expect(JSON.stringify(await t.call('shop.actChanges', { actId: newest!.id }))).toContain(
    'Sold past its date',
  )
  await expect(page.getByRole('button', { name: 'Bin: Milk' })).toHaveCount(2)
  await page.getByRole('button', { name: 'More for Milk' }).first().click()
  const menu = page.getByRole('dialog')
  await menu.getByRole('button', { name: 'Sold', exact: true }).click()
  await menu.getByRole('button', { name: 'Sold by Sat 21 Nov' }).click()
  await expect(menu).toHaveCount(0)
  expect((await t.call('stock.product', { productId })).product.inStock).toBe(5)
  await page.getByRole('tab', { name: /^Products/ }).click()
  await expect(page.getByRole('columnheader', { name: 'Next date' })).toBeVisible()
  await expect(page.getByRole('cell', { name: '21/11 2 days ago' })).toBeVisible()
  await t.close()
})

test('the products are sorted by a column, both ways, and stay so', async () => {
  const t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  const { page } = t
  for (const [name, quantity] of [
    ['Milk', 3],
    ['Apples', 9],
    ['Zwieback', 1],
  ] as const) {
    const { id: productId } = await t.call('stock.saveProduct', { name })
    await t.call('stock.addBatch', { productId, date: '2027-05-17', dateKind: 'best-before', quantity })
  }
  await t.call('stock.saveProduct', { name: 'Bread' })
  await page.getByRole('link', { name: /^Stock/ }).click()
  await page.getByRole('tab', { name: /^Products/ }).click()
  const names = () => page.getByRole('table', { name: 'Products' }).locator('.name-button').allTextContents()
  await expect.poll(names).toEqual(['Apples', 'Bread', 'Milk', 'Zwieback'])
  const column = page.getByRole('columnheader', { name: 'In stock' })
  await column.getByRole('button').click()
  await expect.poll(names).toEqual(['Zwieback', 'Milk', 'Apples', 'Bread'])
  await expect(column).toHaveAttribute('aria-sort', 'ascending')
  await column.getByRole('button').click()
  await expect.poll(names).toEqual(['Apples', 'Milk', 'Zwieback', 'Bread'])
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('link', { name: /^Stock/ }).click()
  await page.getByRole('tab', { name: /^Products/ }).click()
  await expect.poll(names).toEqual(['Apples', 'Milk', 'Zwieback', 'Bread'])
  await t.close()
})

test('the kind of date is each product’s own, best before for a month, and what is chosen by hand for that batch only', async () => {
  const t = await launch({ now: '2026-11-24T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  const idOf = new Map<string, number>()
  for (const name of ['Butter', 'Cream', 'Flour', 'Eggs'])
    idOf.set(name, (await t.call('stock.saveProduct', { name })).id)
  for (const [name, dateKind] of [
    ['Butter', 'use-by'],
    ['Flour', 'best-before'],
  ] as const)
    await t.call('stock.addBatch', { productId: idOf.get(name)!, date: '2026-12-20', dateKind })
  const { page } = t
  await page.clock.setFixedTime('2026-11-24T08:00:00Z')
  await page.reload()
  await page.getByRole('link', { name: 'Stock' }).click()
  const field = (name: string) => page.getByLabel(name, { exact: true })
  const kind = field('Kind of date')
  const choose = async (name: string) => {
    await field('Product').fill(name)
    await field('Product').press('Enter')
    await expect(field('Date')).toBeFocused()
  }
  const add = async (name: string, saved: string) => {
    await field('Date').press('Enter')
    await expect(field('Product')).toHaveValue('')
    const { product } = await t.call('stock.product', { productId: idOf.get(name)! })
    expect(product.lastDateKind).toBe(saved)
  }

  await expect(kind).toHaveValue('best-before')
  await kind.selectOption('Use by')
  await kind.selectOption('Best before')
  await choose('Butter')
  await expect(kind).toHaveValue('use-by')
  await field('Date').fill('1712')
  await add('Butter', 'use-by')
  await expect(kind).toHaveValue('best-before')

  // One never delivered begins with best before; what is chosen for it comes back next time, and not for another.
  await choose('Cream')
  await expect(kind).toHaveValue('best-before')
  await field('Date').fill('1712')
  await kind.selectOption('Use by')
  await add('Cream', 'use-by')
  await choose('Flour')
  await expect(kind).toHaveValue('best-before')
  await kind.selectOption('Use by')
  await choose('Eggs')
  await expect(kind).toHaveValue('best-before')
  await choose('Cream')
  await expect(kind).toHaveValue('use-by')

  // A month is best before, until the owner says otherwise; a half-typed form comes back as it was left.
  await field('Date').fill('07/2027')
  await expect(kind).toHaveValue('best-before')
  await field('Date').fill('202607e')
  await expect(kind).toHaveValue('best-before')
  await field('Date').fill('1712')
  await expect(kind).toHaveValue('use-by')
  await field('Date').fill('07/2027')
  await kind.selectOption('Use by')
  await field('Date').fill('08/2027')
  await expect(kind).toHaveValue('use-by')
  await page.getByRole('link', { name: 'Customers' }).click()
  await page.getByRole('link', { name: 'Stock' }).click()
  await expect(field('Date')).toHaveValue('08/2027')
  await expect(kind).toHaveValue('use-by')
  await add('Cream', 'use-by')
  await choose('Eggs')
  // A pack's own word before the date says its kind.
  await field('Date').fill('DLC 04 DEC 26')
  await expect(page.getByText('= Friday 4 December 2026, in 10 days')).toBeVisible()
  await expect(kind).toHaveValue('use-by')
  await field('Date').fill('041226')
  await expect(page.getByText('= Friday 4 December 2026, in 10 days')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sunday 12 April 2026' })).toBeVisible()
  await expect(kind).toHaveValue('best-before')
  await field('Date').fill('08/2027')
  await add('Eggs', 'best-before')
  await t.close()
})
