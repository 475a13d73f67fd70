import { resolve } from 'node:path'
import { goTo } from '../../tests/support/pages.ts'
import { expect, type Tour } from './report.ts'

const data = (path: string) => resolve(import.meta.dirname, '../../tests/data', path)

/** Name, place, hours; then Today. */
export async function firstRun({ t, picture, note }: Tour): Promise<void> {
  const { page } = t
  await page.getByRole('textbox', { name: 'What is your shop called?' }).fill('Harbour Lane Grocery')
  for (const [field, sought, name] of [
    ['Country', 'United King', 'United Kingdom'],
    ['Time zone', 'Europe/London', 'Europe/London'],
  ] as const) {
    await page.getByRole('combobox', { name: field }).fill(sought)
    await page.getByRole('option', { name, exact: true }).click()
  }
  await page.getByRole('textbox', { name: 'Monday' }).fill('7-19')
  await page.getByRole('button', { name: /^Copy Monday/ }).click()
  await page.getByRole('textbox', { name: 'Saturday' }).fill('8-16')
  await picture('first-run')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  note('The shop has a name, a place and its weekly hours.')
}

/** Customers, products and promises, each from a file, looked at before it is imported. */
export async function files(tour: Tour): Promise<void> {
  await importFile(tour, '#/customers', 'customers', data('northwind/customers.csv'), 'import')
  await importFile(tour, '#/customers', 'customers', data('northwind/customers-excel-de.csv'))
  await importFile(tour, '#/stock', 'products', data('northwind/products.csv'))
  await importFile(tour, '#/stock', 'products', data('grocery/products.csv'))
  await importFile(tour, '#/promises', 'promises', data('northwind/promises.csv'))
}

async function importFile(tour: Tour, page: string, what: string, path: string, picture?: string) {
  const { t, note } = tour
  await goTo(t.page, page)
  await t.answerDialogs({ open: path })
  await t.page
    .getByRole('button', { name: `Import ${what}` })
    .first()
    .click()
  const dialog = t.page.getByRole('dialog')
  const report = dialog.getByText(/\d new, \d/)
  await expect(report).toBeVisible()
  note(`${path.slice(data('').length + 1)}: ${await report.innerText()}`)
  if (picture) await tour.picture(picture)
  const take = dialog.getByRole('button', { name: /^Import \d/ })
  const isNew = (await take.count()) > 0
  if (isNew) await take.click()
  await dialog.getByRole('button', { name: isNew ? 'Done' : 'Cancel' }).click({ timeout: 60_000 })
  await expect(dialog).toHaveCount(0)
}

/** An hour late: logged by the one big button, the reason given once. */
export async function opening({ t, picture, note }: Tour): Promise<void> {
  await goTo(t.page, '#/hours')
  await t.page.getByRole('banner').getByRole('button', { name: 'Open the shop' }).click()
  await expect(t.page.getByText(/^Open since 08:\d\d/).first()).toBeVisible()
  await picture('own-hours')
  const { opened } = await t.call('hours.adherence', { from: '2026-11-23', to: '2026-11-24' })
  note(`Openings due with data: ${opened.due}, on time: ${opened.met}.`)
}

const batches = [
  ['Queso Cabrales', '-3', 'Use by', '12'],
  ['Longlife Tofu', '-1', 'Best before', '6'],
  ['Ikura', '+0', 'Use by', '4'],
  ['Mozzarella di Giovanni', '+2', 'Best before', '20'],
  ['Gorgonzola Telino', '+5', 'Best before', '8'],
] as const

/** Batches with their dates in shorthand; what has passed is binned. */
export async function deliveries({ t, picture, note }: Tour): Promise<void> {
  const { page } = t
  await goTo(page, '#/stock')
  for (const [name, date, kind, quantity] of batches) {
    const product = page.getByRole('textbox', { name: 'Product' })
    await product.fill(name)
    await expect(page.getByRole('option', { name: new RegExp(`^${name}`) }).first()).toBeVisible()
    // By key: a second click on one place within half a second is taken for a double click.
    await product.press('ArrowDown')
    await product.press('Enter')
    await page.getByRole('textbox', { name: 'Date', exact: true }).fill(date)
    await page.getByLabel('Kind of date').selectOption(kind)
    await page.getByLabel('Quantity').fill(quantity)
    await page.getByRole('button', { name: 'Add batch' }).press('Enter')
    await expect(page.getByRole('article', { name: new RegExp(`^${name}`) })).toBeVisible()
  }
  await picture('own-stock')
  const { totals } = await t.call('stock.expiring', {})
  note(`${batches.length} batches; ${totals.expired} expired, ${totals.pullToday} to pull today.`)
}

/** Two promises for today, and how the imported ones were kept. */
export async function promises({ t, picture, note }: Tour): Promise<void> {
  const { page } = t
  await goTo(page, '#/promises')
  for (const [who, what, when] of [
    ['Antonio Moreno', 'Two trays of taco shells', 'today 10:30'],
    ['Maria Anders', 'A wheel of Gorgonzola', 'today 17'],
  ] as const) {
    await page.keyboard.press('Control+Shift+P')
    await page.getByRole('textbox', { name: 'Who' }).fill(who)
    await page
      .getByRole('option', { name: new RegExp(who) })
      .first()
      .click()
    await page.getByRole('textbox', { name: 'What' }).fill(what)
    await page.getByRole('textbox', { name: /^Told/ }).first().fill(when)
    if (who === 'Antonio Moreno') await picture('own-promise')
    await page.getByRole('button', { name: 'Save promise' }).press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await picture('own-promises')
  const rate = await t.call('promises.keptRate', { from: '1996-01-01', to: '1998-12-31' })
  note(`Kept: ${rate.kept} of ${rate.due}, ${rate.lateAndSilent} late and silent, ${rate.open} open.`)
}

/** Those of London say yes to mail, and somebody is called. */
export async function customers({ t, picture, note }: Tour): Promise<void> {
  const { page } = t
  await goTo(page, '#/customers')
  await page.getByRole('textbox', { name: 'Find customers' }).fill('london')
  await expect(page.getByText(/^\d customers$/)).toBeVisible()
  await page.getByRole('checkbox', { name: 'Choose all that were found' }).press('Space')
  const bar = page.getByRole('region', { name: 'Chosen customers' })
  await bar.getByRole('textbox').fill('asked at the counter')
  await bar.getByRole('button', { name: 'Yes to mail' }).click()
  await expect(bar).toHaveCount(0)
  await page.getByRole('button', { name: 'Log a contact with Thomas Hardy' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Call' }).click()
  await expect(page.getByText('Call with Thomas Hardy logged')).toBeVisible()
  await page.getByRole('textbox', { name: 'Find customers' }).fill('')
  await picture('own-customers')
  const { total } = await t.call('customers.search', { text: 'london' })
  note(`${total} customers of London said yes to mail; one was called.`)
}
