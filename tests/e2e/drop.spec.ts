import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, type LaunchedApp } from '../support/app.ts'
import { dropFiles } from '../support/drop.ts'

let t: LaunchedApp

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await t.page.getByRole('link', { name: /^Customers/ }).click()
})

test.afterEach(() => t.close())

test('a dropped file is read from where it lies, and the page is told no path', async () => {
  const { page } = t
  const path = join(t.folder, 'people.csv')
  writeFileSync(path, 'Name,E-mail\nAnna,a@x.example\n')
  await page.evaluate(() => {
    const heard: unknown[] = []
    window.wellkept.onNews((news) => heard.push(news))
    Object.assign(window, { heard })
  })
  await dropFiles(page, [path])
  const dialog = page.getByRole('dialog', { name: 'Import customers' })
  await dialog.getByRole('button', { name: 'Import 1 customer' }).click()
  await expect(dialog.getByText('1 customer added.')).toBeVisible()
  const heard = JSON.stringify(await page.evaluate(() => Reflect.get(window, 'heard') as unknown))
  expect(heard).toContain('"name":"people.csv"')
  expect(heard).not.toContain(t.folder)
  expect(page.url()).toMatch(/^app:\/\/wellkept\/index\.html/)
})

test('a page cannot say that something was dropped', async () => {
  const { page } = t
  const path = join(t.folder, 'people.csv')
  writeFileSync(path, 'Name,E-mail\nAnna,a@x.example\n')
  const heard = await page.evaluate(async (named) => {
    const told: unknown[] = []
    window.wellkept.onNews((news) => told.push(news))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['Name\nAnna\n'], named))
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer }))
    await new Promise((done) => setTimeout(done, 300))
    return told
  }, path)
  expect(heard).toEqual([])
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
