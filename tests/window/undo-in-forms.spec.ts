import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, launch, test } from '../support/window.ts'
import type { Shown } from '../support/shown.ts'

let t: Shown

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await t.page.reload()
})

test.afterEach(() => t.close())

const people = async () => (await t.call('customers.search', { text: '' })).rows.map(({ name }) => name)
const go = (name: string | RegExp) => t.page.getByRole('navigation').getByRole('link', { name }).click()

/** Where the focus is, the keys do nothing to the shop. */
async function leavesTheShop(): Promise<void> {
  const before = await t.call('shop.acts', { limit: 5 })
  for (const key of ['Control+z', 'Control+Shift+z', 'Control+y']) await t.page.keyboard.press(key)
  await t.page.waitForTimeout(300)
  expect(await t.call('shop.acts', { limit: 5 })).toEqual(before)
}

test('Ctrl+Z in a page’s form with something typed is the form’s on its buttons too, and the shop’s again once it is saved', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Anna' })
  await go('Settings')
  await page.getByRole('textbox', { name: 'Phone' }).fill('030 123')
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await save.focus()
  await leavesTheShop()
  await expect(page.getByRole('textbox', { name: 'Phone' })).toHaveValue('030 123')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await t.call('shop.details', {}))?.phone).toBe('030 123')
  await save.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await t.call('shop.details', {}))?.phone).toBe('')
  await page.keyboard.press('Control+z')
  await expect.poll(people).toEqual([])
})

test('Ctrl+Z on a box in a dialog’s form takes back nothing behind the dialog', async () => {
  const { page } = t
  await t.call('promises.make', { name: 'Anna', what: 'Cake', told: '2199-01-01' })
  await go(/^Promises/)
  await page.getByRole('article', { name: 'Anna: Cake' }).getByRole('button').first().focus()
  await page.keyboard.press('c')
  const box = page.getByRole('checkbox', { name: 'Left clean' })
  await box.focus()
  await leavesTheShop()
  await page.keyboard.press('Space')
  await leavesTheShop()
  await expect(box).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('article', { name: 'Anna: Cake' })).toHaveCount(0)
})

test('Ctrl+Z on a box of a file’s preview leaves the shop alone, and so it does in a drawer in which something is typed', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Anna' })
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, 'Name,E-mail,Newsletter\nBen,b@x.example,yes\n')
  await t.answerDialogs({ open: path })
  await go(/^Customers/)
  await page.getByRole('button', { name: 'Import customers' }).click()
  await page.getByRole('checkbox', { name: /^Read “Newsletter” as an answer/ }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('Mail: 0 yes, 0 no, 1 not asked')).toBeVisible()
  await leavesTheShop()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('row', { name: /Anna/ }).getByRole('button', { name: /^Anna/ }).click()
  const drawer = page.getByRole('dialog', { name: 'Anna' })
  await drawer.getByRole('button', { name: 'Edit' }).click()
  await drawer.getByLabel('Phone').fill('030 1')
  await drawer.getByRole('button', { name: 'Save' }).focus()
  await leavesTheShop()
  expect(await people()).toEqual(['Anna'])
})
