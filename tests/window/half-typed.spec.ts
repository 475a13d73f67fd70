import { scanAbroad } from '../support/foreign-scanner.ts'
import { picture } from '../support/picture.ts'
import { expect, launch, test, type BrowserShown } from '../support/window.ts'

// Wednesday.
const now = '2026-11-25T09:00:00Z'
let t: BrowserShown

test.beforeEach(async () => {
  t = await launch({ now })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
})

test.afterEach(() => t.close())

test('a newsletter that cannot be saved yet keeps its words, also beside an optional field that was emptied', async () => {
  const blocks = [
    { kind: 'text' as const, text: 'one' },
    { kind: 'offer' as const, title: 'Rye loaves', text: '', ends: '2026-12-05' },
    { kind: 'hours' as const },
  ]
  await t.call('newsletter.create', { month: '2026-12', subject: 'December', blocks })
  const open = async () => {
    await t.page.getByRole('link', { name: /^Newsletter/ }).click()
    await t.page.getByRole('button', { name: /^Open (?!the shop)/ }).click()
  }
  await open()
  const { page } = t
  await page.getByLabel('Last day').fill('someday')
  for (const label of ['Code, if there is one', 'Heading']) {
    await page.getByLabel(label).fill('A')
    await page.getByLabel(label).fill('')
  }
  await page.getByRole('textbox', { name: 'Words' }).fill('one and a long thought')
  const { userData } = t
  await t.quit()
  t = await launch({ now, userData })
  await open()
  await expect(t.page.getByRole('textbox', { name: 'Words' })).toHaveText('one and a long thought')
})

test('a time that was half typed for one day is not another day’s', async () => {
  const { page } = t
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week: { wed: [['07:00', '19:00']] } })
  await page.getByRole('link', { name: 'Hours' }).click()
  const form = page.getByRole('form', { name: 'Log an earlier time' })
  const today = page.getByRole('button', { name: 'Log an earlier time' })
  await today.click()
  await form.getByLabel('Time').fill('06:58')
  await form.getByLabel('Reason').fill('forgot')
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  // It comes back where it belongs, and nowhere else.
  await today.click()
  await expect(form.getByLabel('Time')).toHaveValue('06:58')
  await page.keyboard.press('Escape')
  await t.call('hours.log', { event: 'open' })
  await expect(page.getByRole('banner').getByRole('button', { name: 'Close the shop' })).toBeVisible()
  await today.click()
  await expect(form.getByLabel('Time')).toHaveValue('')
  await expect(form.getByLabel('Reason')).toHaveValue('')
})

test('a time that is being typed stays in sight when the shop is opened meanwhile', async () => {
  const { page } = t
  await t.call('hours.setSchedule', { validFrom: '2026-11-01', week: { wed: [['07:00', '19:00']] } })
  await page.getByRole('link', { name: 'Hours' }).click()
  await page.getByRole('button', { name: 'Log an earlier time' }).click()
  const form = page.getByRole('form', { name: 'Log an earlier time' })
  await form.getByLabel('Time').fill('06:40')
  await page.getByRole('banner').getByRole('button', { name: 'Open the shop' }).click()
  await expect(page.getByRole('banner').getByRole('button', { name: 'Close the shop' })).toBeVisible()
  await expect(form.getByLabel('Time')).toHaveValue('06:40')
  await expect(form.getByRole('radio', { name: 'Opened' })).toBeChecked()
})

test('where one customer’s answer comes from is not said of another', async () => {
  const { page } = t
  for (const name of ['Anna', 'Eve']) await t.call('customers.save', { name, email: `${name}@x.example` })
  await page.getByRole('link', { name: 'Customers' }).click()
  const choose = (name: string) => page.getByRole('row', { name: new RegExp(name) }).getByRole('checkbox')
  const bar = page.getByRole('region', { name: 'Chosen customers' })
  await choose('Eve').click()
  await bar.getByRole('textbox').fill('Eve at the counter')
  // Who is chosen besides is meant too.
  await choose('Anna').click()
  await expect(bar.getByRole('textbox')).toHaveValue('Eve at the counter')
  await bar.getByRole('button', { name: 'Clear' }).click()
  await choose('Anna').click()
  await expect(bar.getByRole('textbox')).toHaveValue('')
  await bar.getByRole('button', { name: 'Clear' }).click()
  await choose('Eve').click()
  await expect(bar.getByRole('textbox')).toHaveValue('Eve at the counter')
})

test('words for those who are still chosen go along when the first one is not chosen any more', async () => {
  const { page } = t
  for (const name of ['Anna', 'Zoe']) await t.call('customers.save', { name, email: `${name}@x.example` })
  const customers = page.getByRole('link', { name: 'Customers' })
  await customers.click()
  const choose = (name: string) => page.getByRole('row', { name: new RegExp(name) }).getByRole('checkbox')
  const bar = page.getByRole('region', { name: 'Chosen customers' })
  await choose('Anna').click()
  await choose('Zoe').click()
  await bar.getByRole('textbox').fill('words for')
  await choose('Anna').click()
  await expect(bar.getByRole('textbox')).toHaveValue('words for')
  await bar.getByRole('textbox').fill('words for Zoe')
  await page.getByRole('link', { name: /^Today/ }).click()
  await customers.click()
  await choose('Anna').click()
  await expect(bar.getByRole('textbox')).toHaveValue('')
  await bar.getByRole('button', { name: 'Clear' }).click()
  await choose('Zoe').click()
  await expect(bar.getByRole('textbox')).toHaveValue('words for Zoe')
})

test('words that are kept for who comes to stand first stay theirs', async () => {
  const { page } = t
  for (const name of ['Anna', 'Eve']) await t.call('customers.save', { name, email: `${name}@x.example` })
  await page.getByRole('link', { name: 'Customers' }).click()
  const choose = (name: string) => page.getByRole('row', { name: new RegExp(name) }).getByRole('checkbox')
  const bar = page.getByRole('region', { name: 'Chosen customers' })
  await choose('Anna').click()
  await bar.getByRole('textbox').fill('Anna by phone')
  await bar.getByRole('button', { name: 'Clear' }).click()
  await choose('Eve').click()
  await bar.getByRole('textbox').fill('Eve at the counter')
  await choose('Anna').click()
  await choose('Eve').click()
  await expect(bar.getByRole('textbox')).toHaveValue('Anna by phone')
  await bar.getByRole('button', { name: 'Clear' }).click()
  await choose('Eve').click()
  await expect(bar.getByRole('textbox')).toHaveValue('Eve at the counter')
})

test('what is half typed of one new customer is not said of another name', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Anna' })
  await page.getByRole('link', { name: 'Customers' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a customer' })
  const come = async (name: string) => {
    await page.getByPlaceholder(/^Find by name/).fill(name)
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await expect(dialog.getByLabel('Name')).toHaveValue(name)
  }
  await come('Hans Zwo')
  await dialog.getByLabel('Phone').fill('0170 111')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await come('Petra Zwo')
  await expect(dialog.getByLabel('Phone')).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await come('Hans Zwo')
  await expect(dialog.getByLabel('Phone')).toHaveValue('0170 111')
})

test('what is half typed of one unknown code is not said of another', async () => {
  const { page } = t
  await page.getByRole('link', { name: 'Stock' }).click()
  const product = page.getByLabel('Product', { exact: true })
  const name = page.getByLabel('Name', { exact: true })
  const come = async (code: string) => {
    await product.fill(code)
    await product.press('Enter')
    await expect(page.getByText(`Nothing goes by “${code}” yet.`)).toBeVisible()
  }
  await come('4006381333931')
  await name.fill('Honey')
  await name.press('Escape')
  await come('5901234123457')
  await expect(name).toHaveValue('')
  await expect(page.getByLabel('Code', { exact: true })).toHaveValue('5901234123457')
  await name.press('Escape')
  await come('4006381333931')
  await expect(name).toHaveValue('Honey')
})

test('a half-typed batch says what its product is now', async () => {
  const { page } = t
  const { id: productId } = await t.call('stock.saveProduct', { name: 'Milk', gtin: '96385074', leadDays: 2 })
  await page.getByRole('link', { name: 'Stock' }).click()
  const product = page.getByLabel('Product', { exact: true })
  await product.fill('96385074')
  await page.keyboard.press('Enter')
  await page.getByLabel('Date', { exact: true }).fill('17.05.27')
  await expect(page.getByText('leaves the shelf Sat 15 May')).toBeVisible()
  await t.call('stock.saveProduct', { productId, name: 'Milk powder', leadDays: 60 })
  await expect(page.getByText('leaves the shelf Thu 18 Mar')).toBeVisible()
  await expect(product).toHaveValue('Milk powder')
  await page.getByLabel('Date', { exact: true }).press('Enter')
  await expect(product).toHaveValue('')
  expect((await t.call('stock.product', { productId })).batches[0]).toMatchObject({ pullDay: '2027-03-18' })
})

test('the name of a promise that was left is written over by the next one', async () => {
  const { page } = t
  await page.getByRole('link', { name: /^Promises/ }).click()
  const open = () => page.getByRole('button', { name: 'New promise' }).click()
  const who = page.getByRole('textbox', { name: 'Who' })
  await open()
  await who.fill('Camille Lefevre')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(who).toBeHidden()
  await open()
  await expect(page.getByRole('status').getByText('As you left it')).toBeVisible()
  await picture(t, 'promise-as-left')
  await expect(who).toBeFocused()
  await page.keyboard.type('mado', { delay: 120 })
  await expect(who).toHaveValue('mado')
})

test('a delivery whose product was typed and not chosen comes back whole, and is no other product’s', async () => {
  for (const [name, gtin] of [
    ['Butter', '96385074'],
    ['Rye bread', '40170725'],
  ] as const)
    await t.call('stock.saveProduct', { name, gtin })
  const { page } = t
  const product = page.getByLabel('Product', { exact: true })
  const lot = page.getByLabel('Lot', { exact: true })
  const leave = async () => {
    await page.getByRole('link', { name: 'Hours' }).click()
    await expect(product).toHaveCount(0)
    await page.getByRole('link', { name: 'Stock' }).click()
  }
  await page.getByRole('link', { name: 'Stock' }).click()
  await product.fill('Rye')
  await page.getByLabel('Date', { exact: true }).fill('1503')
  await page.getByLabel('Quantity', { exact: true }).fill('7')
  await lot.fill('L1')
  await leave()
  await expect(page.getByText('As you left it')).toBeVisible()
  await expect(product).toHaveValue('Rye')
  await expect(lot).toHaveValue('L1')

  await scanAbroad(page, { keys: [...'96385074', 'Enter'], pc: 'american' })
  await expect(
    page.getByText('“96385074” was scanned, but the batch of “Rye” is not added yet.'),
  ).toBeVisible()
  await expect(product).toHaveValue('Rye')
  await picture(t, 'batch-left-half-typed')

  // A hand, not the rest of the scan.
  await page.waitForTimeout(500)
  await product.press('Enter')
  await expect(product).toHaveValue('Rye bread')
  await page.getByRole('button', { name: 'Add batch' }).click()
  await expect(product).toHaveValue('')
  await expect(lot).toHaveValue('')
  await leave()
  await expect(page.getByText('As you left it')).toBeHidden()

  // What goes by no product yet and is not made stands there as it was typed.
  await product.fill('Spelt')
  await lot.fill('L2')
  await product.press('Enter')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(product).toHaveValue('Spelt')
  await expect(lot).toHaveValue('L2')
  await leave()
  await page.getByRole('button', { name: 'Start empty' }).click()
  await expect(product).toHaveValue('')
  await expect(lot).toHaveValue('')
})
