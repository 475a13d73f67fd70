import { expect, launch, test, type BrowserShown } from '../support/window.ts'
import { barriersOf } from '../support/axe.ts'

let t: BrowserShown

test.beforeEach(async () => {
  t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  for (const name of ['Ada', 'Bo', 'Cleo'])
    await t.call('customers.save', { name, phone: '030 1', notes: `Of ${name}` })
})

test.afterEach(() => t.close())

test('a customer opens beside the list, which stays usable, and over it in a narrow window', async () => {
  const { page } = t
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('button', { name: 'Ada', exact: true }).click()
  const ada = page.getByRole('complementary', { name: 'Ada' })
  await expect(ada.getByText('Of Ada')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await barriersOf(page)).toEqual([])
  const [list, beside] = [await page.getByRole('table').boundingBox(), await ada.boundingBox()]
  expect(list!.x + list!.width).toBeLessThanOrEqual(beside!.x)

  await page.getByRole('button', { name: 'Bo', exact: true }).click()
  await expect(page.getByRole('complementary', { name: 'Bo' }).getByText('Of Bo')).toBeVisible()
  await page.getByRole('textbox', { name: 'Find customers' }).fill('cleo')
  await page.getByRole('button', { name: 'Cleo', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Cleo' })).toBeVisible()

  await page.setViewportSize({ width: 1366, height: 768 })
  await expect(page.getByRole('dialog', { name: 'Cleo' }).getByText('Of Cleo')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Of Cleo')).toHaveCount(0)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.getByRole('button', { name: 'Cleo', exact: true }).click()
  await expect(page.getByRole('complementary', { name: 'Cleo' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toHaveCount(0)
})

test('a promise opens beside its list, which stays usable, and the row has the focus again when it is closed', async () => {
  const { page } = t
  for (const [name, what] of [
    ['Ada', 'Cake'],
    ['Bo', 'Rolls'],
  ] as const)
    await t.call('promises.make', { name, what, told: '2199-01-01' })
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.getByRole('link', { name: /^Promises/ }).click()
  await page.getByRole('button', { name: 'Cake', exact: true }).click()
  const beside = page.getByRole('complementary', { name: 'Change the promise' })
  await expect(beside.getByLabel('Who')).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await barriersOf(page)).toEqual([])
  const [row, panel] = [await page.getByRole('article').first().boundingBox(), await beside.boundingBox()]
  expect(row!.x + row!.width).toBeLessThanOrEqual(panel!.x)
  await page.waitForTimeout(600)
  await page.getByRole('button', { name: 'Rolls', exact: true }).click()
  await expect(beside.getByLabel('What', { exact: true })).toHaveValue('Rolls')
  await beside.getByLabel('What', { exact: true }).fill('Rolls, 40')
  await page.keyboard.press('Enter')
  await expect(beside).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Rolls, 40', exact: true })).toBeVisible()
  await page.getByRole('article', { name: /Rolls/ }).getByRole('button', { name: 'Ready' }).focus()
  await page.keyboard.press('e')
  await expect(beside).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(beside).toHaveCount(0)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: 'Cake', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Change the promise' })).toBeVisible()
})

test('what is half typed beside the list is there when another was opened in between', async () => {
  const { page } = t
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('button', { name: 'Ada', exact: true }).click()
  await page.getByRole('complementary', { name: 'Ada' }).getByRole('button', { name: 'Edit' }).click()
  const beside = page.getByRole('complementary')
  await beside.getByRole('textbox', { name: 'Phone' }).fill('030 555')
  await page.getByRole('button', { name: 'Bo', exact: true }).click()
  await expect(page.getByRole('complementary', { name: 'Bo' })).toBeVisible()
  await expect(beside.getByRole('textbox', { name: 'Phone' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Ada', exact: true }).click()
  await beside.getByRole('button', { name: 'Edit' }).click()
  await expect(beside.getByRole('textbox', { name: 'Phone' })).toHaveValue('030 555')
  expect((await t.call('customers.one', { customerId: 1 })).phone).toBe('030 1')
})

test('one Esc closes a dialog and not the person beside the list', async () => {
  const { page } = t
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.getByRole('link', { name: /^Customers/ }).click()
  await page.getByRole('button', { name: 'Ada', exact: true }).click()
  const ada = page.getByRole('complementary', { name: 'Ada' })
  const dialog = page.getByRole('dialog')
  const opened: readonly (() => Promise<void>)[] = [
    () => ada.getByRole('button', { name: 'Sent by…' }).press('Enter'),
    () => ada.getByRole('button', { name: 'Write down' }).press('Enter'),
    async () => {
      await ada.getByRole('button', { name: 'Write…' }).press('Enter')
      await page.getByRole('menuitem', { name: 'It is ready' }).press('Enter')
    },
    () => page.keyboard.press('Control+k'),
  ]
  for (const open of opened) {
    await open()
    await expect(dialog).toBeVisible()
    await page.waitForTimeout(500)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(ada).toBeVisible()
    await page.waitForTimeout(300)
  }
  await ada.getByRole('button', { name: 'Write…' }).press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(ada).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(ada).toHaveCount(0)
})

test('whoever leaves the person beside the list is in its row again, from wherever they were', async () => {
  const { page } = t
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.getByRole('link', { name: /^Customers/ }).click()
  const row = page.getByRole('table').getByRole('button', { name: 'Bo', exact: true })
  const bo = page.getByRole('complementary', { name: 'Bo' })
  const button = (name: string) => bo.getByRole('button', { name, exact: true })
  const ways: readonly (() => Promise<void>)[] = [
    async () => {
      await button('Write down').focus()
      await page.keyboard.press('Escape')
    },
    () => button('Close').press('Enter'),
    async () => {
      await button('Edit').press('Enter')
      await expect(bo.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(button('Edit')).toBeFocused()
      await page.keyboard.press('Escape')
    },
  ]
  for (const leave of ways) {
    await row.focus()
    await page.keyboard.press('Enter')
    await expect(button('Edit')).toBeVisible()
    await leave()
    await expect(bo).toHaveCount(0)
    await expect(row).toBeFocused()
    await page.waitForTimeout(600)
  }
})
