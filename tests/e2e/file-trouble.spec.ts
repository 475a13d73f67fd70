import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, type LaunchedApp } from '../support/app.ts'
import { picture } from '../support/picture.ts'
import { longName } from '../support/long-names.ts'
import { choose } from '../support/menu.ts'

const berlin = { country: 'DE', zone: 'Europe/Berlin' } as const

async function earlierShop(name = 'Käse & Brot') {
  const first = await launch()
  await first.call('shop.setUp', { name, ...berlin })
  await expect.poll(() => readFileSync(join(first.userData, 'settings.json'), 'utf8')).toContain(name)
  await first.app.close()
  const file = join(first.userData, 'shops/shop.wellkept')
  return { userData: first.userData, file, end: () => first.close() }
}

/** Pictures of what the owner sees, in both themes, for those who look at them. */
async function pictures(t: LaunchedApp, name: string): Promise<void> {
  if (!process.env['WELLKEPT_PICTURES']) return
  for (const theme of ['light', 'dark'] as const) {
    await t.call('window.setTheme', { theme })
    await picture(t, `${name}-${theme}`)
  }
}

test('a missing drive is named by shop and folder, offers nothing that is not there, and is tried again', async () => {
  const shop = await earlierShop()
  renameSync(join(shop.userData, 'shops'), join(shop.userData, 'out'))
  const t = await launch({ userData: shop.userData })
  const main = t.page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Where is “Käse & Brot”?')
  await expect(main).toContainText(join(shop.userData, 'shops'))
  await expect(main).toContainText('There is no backup of it where backups are kept.')
  await pictures(t, 'question-missing')
  expect(await t.problem('shop.tryAgain', {})).toMatchObject({ code: 'missing' })
  await expect(main).toContainText('The shop file is not where it was.')
  renameSync(join(shop.userData, 'out'), join(shop.userData, 'shops'))
  await main.getByRole('button', { name: 'Try again' }).click()
  await expect(t.page.locator('header')).toContainText('Käse & Brot')
  await t.close()
  await shop.end()
})

test('a damaged file is a question with its backups, never a blank window, and stays as it is', async () => {
  const shop = await earlierShop(longName)
  const first = await launch({ userData: shop.userData })
  await first.call('backups.now', {})
  await first.app.close()
  const bytes = readFileSync(shop.file)
  bytes.fill(0, 4096, 4 * 4096)
  writeFileSync(shop.file, bytes)
  const t = await launch({ userData: shop.userData })
  const main = t.page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toContainText('cannot be opened', { timeout: 30_000 })
  await expect(main.getByRole('button', { name: /^Restore the backup of/ }).first()).toBeVisible()
  expect(readFileSync(shop.file)).toEqual(bytes)
  await pictures(t, 'question-damaged')
  await main
    .getByRole('button', { name: /^Restore the backup of/ })
    .first()
    .click()
  await t.page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(t.page.locator('header')).toContainText(longName.slice(0, 20), { timeout: 30_000 })
  await t.close()
  await shop.end()
})

for (const [words, settings] of [
  ['no place of the window', { bounds: null }],
  ['a colour that is none', { theme: 'blue' }],
  ['a number for a file', { lastFile: 123 }],
] as const)
  test(`settings with ${words} open a window all the same`, async () => {
    const shop = await earlierShop()
    const path = join(shop.userData, 'settings.json')
    const kept = JSON.parse(readFileSync(path, 'utf8')) as object
    writeFileSync(path, JSON.stringify({ ...kept, ...settings }))
    const t = await launch({ userData: shop.userData })
    await expect(t.page.getByRole('heading', { level: 1 })).toBeVisible()
    // Which shop was open is unknown only where that value itself was lost.
    const lost = 'lastFile' in settings
    expect(await t.call('shop.state', {})).toMatchObject({ state: lost ? 'question' : 'open' })
    await t.close()
    await shop.end()
  })

test('from the sample one button leads back to the own shop, and File names the shops', async () => {
  const shop = await earlierShop()
  const t = await launch({ userData: shop.userData })
  await t.call('shop.openSample', {})
  const back = t.page.getByRole('button', { name: 'Back to Käse & Brot' })
  await expect(back).toBeVisible()
  await pictures(t, 'sample-badge')
  await t.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1024, 700))
  await pictures(t, 'sample-badge-1024')
  await back.click()
  await expect(t.page.locator('header')).toContainText('Käse & Brot')
  await expect(back).toHaveCount(0)
  await t.call('shop.openSample', {})
  await expect(back).toBeVisible()
  await choose(t, 'File', 'Recent shops', `1 Käse && Brot  –  ${join(shop.userData, 'shops')}`)
  await expect(back).toHaveCount(0)
  await expect(t.page.locator('header')).toContainText('Käse & Brot')
  await t.close()
  await shop.end()
})

test('Open begins in the folder where shops live', async () => {
  const t = await launch()
  const began = await t.app.evaluate(async ({ dialog, BrowserWindow }) => {
    return new Promise<string | undefined>((resolve) => {
      dialog.showOpenDialog = async (_window: unknown, options?: { defaultPath?: string }) => {
        resolve(options?.defaultPath)
        return { canceled: true, filePaths: [] }
      }
      void BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
        `window.wellkept.call('shop.openOther', {})`,
      )
    })
  })
  expect(began).toBe(join(t.userData, 'shops'))
  await t.close()
})

/** A disk of its own, 4 MB; undefined where mounting one is not allowed. */
function mountSmallDisk(): string | undefined {
  const disk = mkdtempSync(join(tmpdir(), 'wellkept-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk], { stdio: 'pipe' })
    return disk
  } catch {
    rmSync(disk, { recursive: true })
    return undefined
  }
}

function fillUp(disk: string): void {
  try {
    for (;;) appendFileSync(join(disk, 'filling'), Buffer.alloc(4096, 1))
  } catch {
    // Full to the last byte.
  }
}

test('what is typed on a full disk is kept and said, and is in the file when there is room', async () => {
  const disk = mountSmallDisk()
  if (disk === undefined) return test.skip(true, 'mounting a small disk is not allowed here')
  try {
    const file = join(disk, 'shop.wellkept')
    const first = await launch({ shop: file })
    await first.call('shop.setUp', { name: 'Corner Shop', ...berlin })
    await first.close()
    fillUp(disk)
    const t = await launch({ shop: file })
    const field = (name: string) => t.page.getByRole('textbox', { name, exact: true })
    const begin = async () => {
      await expect(t.page.locator('.mantine-Modal-content')).toHaveCount(0)
      await t.page.keyboard.press('Control+Shift+P')
      await expect(field('Who')).toBeFocused()
    }
    await expect(t.page.locator('.notices')).toContainText('is full')
    await begin()
    await field('Who').fill('Anna')
    await field('What').fill('Three rye loaves')
    await t.page.waitForTimeout(2500)
    await t.page.keyboard.press('Escape')
    await begin()
    await expect(field('What')).toHaveValue('Three rye loaves')
    await expect(t.page.getByText(/^As you left it/)).toBeVisible()
    // Saving is refused in words, and the form stays as it is.
    await field('Told by when').fill('+5d 17')
    await t.page.keyboard.press('Enter')
    await expect(t.page.getByRole('dialog')).toContainText(`The disk of the folder “${disk}” is full.`)
    await expect(field('What')).toHaveValue('Three rye loaves')
    expect(await t.call('drafts.all', {})).toEqual([])
    rmSync(join(disk, 'filling'))
    await expect
      .poll(() => t.call('drafts.all', {}), { timeout: 10_000 })
      .toMatchObject([{ typed: { what: 'Three rye loaves' } }])
    await t.close()
  } finally {
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true })
  }
})

test('with no byte free the shop opens to read, says so in words, and works when there is room', async () => {
  const disk = mountSmallDisk()
  if (disk === undefined) return test.skip(true, 'mounting a small disk is not allowed here')
  try {
    const file = join(disk, 'shop.wellkept')
    const first = await launch({ shop: file })
    await first.call('shop.setUp', { name: 'Corner Shop', ...berlin })
    await first.call('customers.save', { name: 'Anna' })
    await first.close()
    expect(existsSync(`${file}-wal`)).toBe(false)
    fillUp(disk)
    const t = await launch({ shop: file })
    await expect(t.page.locator('.notices')).toContainText(`The disk of the folder “${disk}” is full.`)
    expect(await t.call('customers.search', { text: 'ann' })).toMatchObject({ total: 1 })
    expect(await t.problem('customers.save', { name: 'Bert' })).toMatchObject({ code: 'disk-full' })
    await pictures(t, 'notice-full')
    rmSync(join(disk, 'filling'))
    await t.call('customers.save', { name: 'Bert' })
    await expect(t.page.locator('.notices')).toHaveCount(0)
    await t.close()
  } finally {
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true })
  }
})
