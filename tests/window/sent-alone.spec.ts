import { expect, launch, test, type BrowserShown } from '../support/window.ts'

let t: BrowserShown

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
})

test.afterEach(() => t.close())

/** Lets another program write just before the page's next call of this name is answered. */
function writtenBefore(name: string, write: () => Promise<unknown>): void {
  let waits = true
  t.between(async (called, ask) => {
    if (called === name && waits) {
      waits = false
      await write()
    }
    return ask()
  })
}

test('what another program writes into a customer while the form is sent stays, but for the field typed here', async () => {
  const { page } = t
  const { id: customerId } = await t.call('customers.save', { name: 'Maria', phone: '1', city: 'Old' })
  await page.getByRole('link', { name: 'Customers' }).click()
  await page.getByRole('button', { name: 'Maria', exact: true }).click()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Notes' }).fill('allergic to nuts')
  writtenBefore('customers.save', () => t.call('customers.save', { customerId, phone: '999', city: 'New' }))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible()
  expect(await t.call('customers.one', { customerId })).toMatchObject({
    phone: '999',
    city: 'New',
    notes: 'allergic to nuts',
  })
})

test('what another program writes into the shop’s details and a line of the sheet stays likewise', async () => {
  const { page } = t
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Corner Shop & Son')
  writtenBefore('shop.change', () => t.call('shop.change', { phone: '999' }))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('banner')).toContainText('Corner Shop & Son')
  expect(await t.call('shop.details', {})).toMatchObject({ name: 'Corner Shop & Son', phone: '999' })

  const { lineId } = await t.call('checklists.saveLine', { part: 'opening', text: 'Read the fridges' })
  await page.getByRole('link', { name: 'Checklist' }).click()
  await page.getByRole('button', { name: 'Change: Read the fridges' }).click()
  await page.getByRole('textbox', { name: 'Change the line' }).fill('Read all fridges')
  writtenBefore('checklists.saveLine', () => t.call('checklists.saveLine', { lineId, weekday: 2 }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Change: Read all fridges' })).toBeVisible()
  expect((await t.call('checklists.ownLines', {})).lines).toEqual([
    { lineId, part: 'opening', weekday: 2, text: 'Read all fridges' },
  ])
})

test('what is typed while something new is being saved stays in the form', async () => {
  const { page } = t
  await t.call('stock.saveProduct', { name: 'Bread', gtin: '96385074' })
  await page.getByRole('link', { name: 'Stock' }).click()
  let sent = 0
  let letGo = () => {}
  const held = new Promise<void>((done) => (letGo = done))
  t.between(async (name, ask) => {
    if (name !== 'stock.addBatch') return ask()
    sent++
    await held
    return ask()
  })
  await page.getByLabel('Product', { exact: true }).fill('96385074')
  await page.keyboard.press('Enter')
  await page.getByLabel('Date', { exact: true }).fill('+90')
  await page.getByLabel('Lot', { exact: true }).fill('L1')
  await page.keyboard.press('Enter')
  await expect.poll(() => sent).toBe(1)
  await page.getByLabel('Lot', { exact: true }).fill('L2-second')
  letGo()
  await expect(page.getByLabel('Date', { exact: true })).toHaveValue('')
  await expect(page.getByLabel('Lot', { exact: true })).toHaveValue('L2-second')
  expect((await t.call('stock.product', { productId: 1 })).batches.map(({ lot }) => lot)).toEqual(['L1'])
})
