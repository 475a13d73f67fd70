import { expect, test } from '@playwright/test'
import { launch, type LaunchedApp } from '../support/app.ts'

let t: LaunchedApp

test.beforeAll(async () => {
  t = await launch({ now: '2026-11-23T07:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await expect(t.page.locator('header')).toContainText('Corner Shop')
})

test.afterAll(() => t.close())

/** Chooses an item by the labels that lead to it, without their access keys. */
const choose = (...path: string[]) =>
  t.app.evaluate(({ Menu, BrowserWindow }, labels) => {
    let items = Menu.getApplicationMenu()!.items
    for (const [depth, label] of labels.entries()) {
      const item = items.find((one) => one.label.replace('&', '') === label)
      if (!item) throw new Error(`no ${label} in the menu`)
      if (depth === labels.length - 1)
        item.click({ triggeredByAccelerator: false }, BrowserWindow.getAllWindows()[0]!, undefined)
      else items = item.submenu!.items
    }
  }, path)

test('every item has an access key of its own in its menu', async () => {
  const menus = await t.app.evaluate(({ Menu }) => {
    type Items = ReturnType<typeof Menu.buildFromTemplate>['items']
    const keysOf = (items: Items): string[][] => [
      items.filter(({ type }) => type !== 'separator').map(({ label }) => label),
      ...items.flatMap(({ submenu }) => (submenu ? keysOf(submenu.items) : [])),
    ]
    return keysOf(Menu.getApplicationMenu()!.items)
  })
  for (const labels of menus) {
    const keys = labels
      // Electron's own item, for developers alone.
      .filter((label) => label !== 'Toggle Developer Tools')
      .map((label) => /&(.)/.exec(label)?.[1]?.toLowerCase() ?? `none in ${label}`)
    expect(keys.filter((key, index) => key.startsWith('none') || keys.indexOf(key) !== index)).toEqual([])
  }
})

test('each page opens from the View menu', async () => {
  for (const page of [
    'Hours',
    'Stock',
    'Promises',
    'Customers',
    'Newsletter',
    'Checklists',
    'Settings',
    'Today',
  ]) {
    await choose('View', page)
    await expect(t.page.locator('nav [aria-current="page"]')).toContainText(page)
  }
})

test('the history and whose work it is open from their menus', async () => {
  await choose('Edit', 'History')
  await expect(t.page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
  await choose('Help', 'Attributions')
  await expect(t.page.getByRole('heading', { name: 'Attributions' })).toBeVisible()
})

test('Undo takes the last change back', async () => {
  await t.call('shop.change', { name: 'Another name' })
  await expect(t.page.locator('header')).toContainText('Another name')
  await choose('Edit', 'Undo')
  await expect(t.page.locator('header')).toContainText('Corner Shop')
})

test('colours chosen in the menu and in the settings are the same', async () => {
  const isDark = () => t.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await choose('View', 'Colours', 'Dark')
  await expect.poll(isDark).toBe(true)
  expect(await t.call('window.settings', {})).toEqual({ theme: 'dark' })
  await t.call('window.setTheme', { theme: 'light' })
  await expect.poll(isDark).toBe(false)
  const checked = await t.app.evaluate(({ Menu }) =>
    ['system', 'light', 'dark'].map(
      (name) => Menu.getApplicationMenu()!.getMenuItemById(`theme-${name}`)!.checked,
    ),
  )
  expect(checked).toEqual([false, true, false])
})

test('a shop that cannot be opened from the menu is said in a box', async () => {
  await t.answerDialogs({ open: import.meta.filename })
  await t.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = (async (_window: unknown, { message }: { message: string }) => {
      ;(globalThis as unknown as { said: string }).said = message
      return { response: 0, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
  })
  await choose('File', 'Open shop…')
  await expect
    .poll(() => t.app.evaluate(() => (globalThis as unknown as { said?: string }).said))
    .toMatch(/not a Wellkept shop/)
  expect(await t.call('shop.details', {})).toMatchObject({ name: 'Corner Shop' })
})

test('a sample shop of each trade opens from the menu, in the country of the PC', async () => {
  await t.app.evaluate(({ app }) => {
    app.getLocaleCountryCode = () => 'AT'
  })
  await choose('File', 'Sample shop', '2 Baker')
  await expect(t.page.locator('header')).toContainText('Bäckerei Gruber', { timeout: 15_000 })
  expect(await t.call('shop.details', {})).toMatchObject({ country: 'AT', zone: 'Europe/Vienna' })
  await t.call('shop.backToOwn', {})
  await expect(t.page.locator('header')).toContainText('Corner Shop')
})
