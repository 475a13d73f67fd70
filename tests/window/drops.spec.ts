import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropFiles } from '../support/drop.ts'
import { picture } from '../support/picture.ts'
import { expect, launch, test } from '../support/window.ts'
import type { BrowserShown } from '../support/window.ts'

let t: BrowserShown

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await expect(t.page.getByRole('link', { name: /^Customers/ })).toBeVisible()
})

test.afterEach(() => t.close())

function file(name: string, ...lines: readonly string[]): string {
  const path = join(t.folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

const people = () => file('people.csv', 'Name,E-mail,City', 'Anna,a@x.example,Bonn')
const wares = () => file('wares.csv', 'Name,EAN,Price,Stock', 'Brot,4006381333931,"1,25",3')
const go = (name: string | RegExp) => t.page.getByRole('link', { name }).click()
const dialog = (name: string) => t.page.getByRole('dialog', { name })

test('a file dropped on a page of its list opens that import, and is kept as any other', async () => {
  const { page } = t
  await go(/^Customers/)
  await dropFiles(page, [people()])
  await dialog('Import customers').getByRole('button', { name: 'Import 1 customer' }).click()
  await dialog('Import customers').getByRole('button', { name: 'Done' }).click()
  await expect(dialog('Import customers')).toHaveCount(0)
  expect((await t.call('customers.search', {})).total).toBe(1)
  await go('Stock')
  await dropFiles(page, [wares()])
  await expect(dialog('Import products').getByRole('cell', { name: 'Brot' }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog('Import products')).toHaveCount(0)
  expect(page.url()).toMatch(/index\.html#/)
})

test('where the page in front does not take it, it is asked what is in it, the likeliest first', async () => {
  const { page } = t
  await go(/^Customers/)
  await dropFiles(page, [wares()])
  const which = dialog('What is in this file?')
  await expect(which.getByRole('button').nth(1)).toHaveText('Products4 of 4 columns are known')
  await picture(t, 'drop-which')
  await page.keyboard.press('Enter')
  await expect(dialog('Import products')).toBeVisible()
  await page.keyboard.press('Escape')
  await go('Today')
  await dropFiles(page, [people()])
  await expect(which.getByRole('button').nth(1)).toHaveText(/^Customers/)
  await which.getByRole('button', { name: 'Leave it' }).click()
  await expect(which).toHaveCount(0)
  // Cards can be nothing else.
  await dropFiles(page, [file('a.vcf', 'BEGIN:VCARD', 'FN:Anna', 'END:VCARD')])
  await expect(dialog('Import customers')).toBeVisible()
})

test('of several files one comes after the other, and what is no list is said', async () => {
  const { page } = t
  await go(/^Customers/)
  mkdirSync(join(t.folder, 'folder'))
  await dropFiles(page, [
    people(),
    join(t.folder, 'folder'),
    file('logo.png', 'x'),
    file('mail.eml', 'x'),
    file('more.csv', 'Name,E-mail', 'Ben,b@x.example'),
    file('list.xlsx', 'PK'),
    file('empty.csv', ''),
  ])
  const first = dialog('Import customers')
  await expect(first.getByText('people.csv')).toBeVisible()
  await expect(
    page.getByText(
      'These cannot be imported: “folder”, “logo.png”, “mail.eml”, “list.xlsx”, “empty.csv”. Nothing of them was kept.',
    ),
  ).toBeVisible()
  await picture(t, 'drop-several')
  await first.getByRole('button', { name: 'Cancel' }).click()
  await expect(first.getByText('more.csv')).toBeVisible()
  // Another one that is dropped meanwhile waits for nobody.
  await dropFiles(page, [wares()])
  await expect(page.getByText('Finish the import that is open')).toBeVisible()
  await first.getByRole('button', { name: 'Import 1 customer' }).click()
  await first.getByRole('button', { name: 'Done' }).click()
  await expect(first).toHaveCount(0)
  expect((await t.call('customers.search', {})).rows.map(({ name }) => name)).toEqual(['Ben'])
})

test('a form that is open stays as it is, with what is typed', async () => {
  const { page } = t
  await go(/^Customers/)
  await page.getByRole('button', { name: 'Add a customer' }).click()
  const form = dialog('Add a customer')
  const notes = form.getByRole('textbox', { name: 'Notes' })
  await notes.pressSequentially('Half a word', { delay: 60 })
  const box = (await notes.boundingBox())!
  await dropFiles(page, [people()], { x: box.x + 20, y: box.y + 10 })
  await expect(dialog('Import customers').getByText('people.csv')).toBeVisible()
  await picture(t, 'drop-over-form')
  await page.keyboard.press('Escape')
  await expect(dialog('Import customers')).toHaveCount(0)
  await expect(notes).toHaveValue('Half a word')
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
})

test('nothing else happens on a drop: before there is a shop nothing at all', async () => {
  await t.close()
  t = await launch()
  await expect(t.page.getByRole('heading', { level: 1 })).toBeVisible()
  const before = t.page.url()
  await dropFiles(t.page, [people()])
  await t.page.waitForTimeout(300)
  expect(t.page.url()).toBe(before)
  await expect(t.page.getByRole('dialog')).toHaveCount(0)
})

test('a file that is dropped while the import before leaves the window comes next', async () => {
  const { page } = t
  await go(/^Customers/)
  await dropFiles(page, [people()])
  const open = dialog('Import customers')
  // A dialog that is not wholly there yet hears no Esc.
  await expect(open.getByRole('cell', { name: 'Anna' }).first()).toBeVisible()
  const more = file('more.csv', 'Name,E-mail', 'Ben,b@x.example')
  await page.keyboard.press('Escape')
  await dropFiles(page, [more])
  await expect(open.getByText('more.csv')).toBeVisible()
  await expect(page.getByText('Finish the import that is open')).toHaveCount(0)
})

test('why a single file is no list is said of it', async () => {
  const { page } = t
  mkdirSync(join(t.folder, 'folder'))
  for (const [path, words] of [
    [join(t.folder, 'folder'), '“folder” is a folder. Drop the file that lies in it.'],
    [file('logo.png', 'x'), '“logo.png” is no list.'],
    [file('mail.eml', 'x'), '“mail.eml” is no list.'],
    [file('list.xlsx', 'PK'), '“list.xlsx” is a workbook. Save it as CSV'],
    [file('empty.csv', ''), '“empty.csv”: The file is empty.'],
    [join(t.folder, 'gone.csv'), '“gone.csv” is not there any more'],
  ] as const) {
    await dropFiles(page, [path])
    await expect(page.getByText(words)).toBeVisible()
    await page.locator('.mantine-Notification-closeButton').first().click()
    await expect(page.getByText(words)).toHaveCount(0)
    await page.waitForTimeout(500)
  }
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
