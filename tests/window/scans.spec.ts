import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scanAbroad } from '../support/foreign-scanner.ts'
import { expect, launch, test } from '../support/window.ts'
import type { Shown } from '../support/shown.ts'

let t: Shown

const letters = 'BPRT4711SFMC'
const known = '96385074'

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Épicerie', country: 'FR', zone: 'Europe/Paris' })
  await t.page.reload()
})

test.afterEach(() => t.close())

const field = (name: string) => t.page.getByRole('textbox', { name, exact: true })

test('a scanner of an American keyboard on a French PC is known as one, wherever the focus is', async () => {
  const { page } = t
  await t.call('stock.saveProduct', { name: 'Milk', gtin: known })
  await t.call('stock.saveProduct', { name: 'Cream', gtin: letters })
  await page.getByRole('link', { name: 'Stock' }).click()
  const product = page.getByLabel('Product', { exact: true })
  await expect(product).toBeVisible()
  const scan = (code: string) => scanAbroad(page, { keys: [...code, 'Enter'], pc: 'french' })
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await scan(known)
  await expect(product).toHaveValue('Milk')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await scan(letters)
  await expect(product).toHaveValue('Cream')
  for (const name of ['Date', 'Quantity', 'Lot']) {
    await field(name).focus()
    await scan(known)
    await expect(product).toHaveValue('Milk')
    await expect(field(name)).toHaveValue('')
  }
  await product.focus()
  await scan('3017620422003')
  await expect(page.getByText('Nothing goes by “3017620422003” yet. Add it:')).toBeVisible()
  await field('Name').fill('Nutella')
  // The field for the code keeps it, in figures; its Enter saves nothing, here as elsewhere.
  await field('Code').fill('')
  await scan('3228857000166')
  await expect(field('Code')).toHaveValue('3228857000166')
  await expect(field('Name')).toHaveValue('Nutella')
  expect((await t.call('stock.products', {})).total).toBe(2)
})

test('no Enter of a scan saves a form, be the code short or of letters alone; a hand’s does', async () => {
  const { page } = t
  await page.getByRole('link', { name: 'Customers' }).click()
  await page.getByRole('button', { name: 'Add a customer' }).click()
  await expect(field('Name')).toBeFocused()
  for (const code of ['bprstf', '4711', 'rst']) {
    await field('Name').fill('')
    await scanAbroad(page, { keys: [...code, 'Enter'], pc: 'american' })
    await expect(field('Name')).toHaveValue(code)
    await page.waitForTimeout(300)
    await expect(field('Name')).toHaveValue(code)
  }
  expect((await t.call('customers.search', { text: '' })).total).toBe(0)
  await scanAbroad(page, { keys: [...'anna', 'Enter'], pc: 'american', gapMs: 120 })
  await expect.poll(async () => (await t.call('customers.search', { text: '' })).total).toBe(1)
})

test('the card of a customer notes that they came, wherever nothing else takes the scan; its toast takes it back', async () => {
  const { page } = t
  const path = join(t.folder, 'till.csv')
  writeFileSync(path, 'Customer Number,Name\n20014711,Bo Lang\n')
  await t.answerDialogs({ open: path })
  const chosen = await t.call('files.choose', { what: 'customers' })
  await t.call('customers.importFile', { path: chosen!.handle, commit: true })
  const [{ id } = { id: 0 }] = (await t.call('customers.search', {})).rows
  await page.getByRole('link', { name: /^Today/ }).click()
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await scanAbroad(page, { keys: [...'20014711', 'Enter'], pc: 'french' })
  await expect(page.getByText('Bo Lang was here today')).toBeVisible()
  expect((await t.call('customers.one', { customerId: id })).visitCount).toBe(1)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect.poll(async () => (await t.call('customers.one', { customerId: id })).visitCount).toBe(0)
  await scanAbroad(page, { keys: [...'20014712', 'Enter'], pc: 'french' })
  await expect(page.getByText('“20014712” was scanned, and nothing here takes it')).toBeVisible()
})
