import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, type LaunchedApp } from '../support/app.ts'
import { choose } from '../support/menu.ts'
import { picture } from '../support/picture.ts'

const berlin = { country: 'DE', zone: 'Europe/Berlin' } as const

async function ownShop(): Promise<LaunchedApp> {
  const t = await launch()
  await t.call('shop.setUp', { name: 'Käse & Brot', ...berlin })
  await expect.poll(() => readFileSync(join(t.userData, 'settings.json'), 'utf8')).toContain('Käse')
  return t
}

const backupsIn = (t: LaunchedApp) => {
  const folder = join(t.userData, 'shops/backups')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.backup')) : []
}

test('a new shop says that the own one is as it was, leads back to it, and is not what the next start opens', async () => {
  const first = await ownShop()
  await first.answerDialogs({ save: join(first.folder, 'second') })
  await choose(first, 'File', 'New shop…')
  const back = first.page.getByRole('button', { name: 'Back to Käse & Brot' })
  await expect(back).toBeVisible()
  await expect(first.page.getByRole('main')).toContainText('Käse & Brot is as you left it')
  await picture(first, 'new-shop')
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1024, 700))
  await picture(first, 'new-shop-1024')
  // The one that was left has its backup, although Wellkept was not closed.
  await expect.poll(() => backupsIn(first)).toHaveLength(1)
  await back.click()
  await expect(first.page.locator('header')).toContainText('Käse & Brot')
  await first.answerDialogs({ open: join(first.folder, 'second.wellkept') })
  await choose(first, 'File', 'Open shop…')
  await expect(back).toBeVisible()
  await first.app.close()

  const next = await launch({ userData: first.userData })
  await expect(next.page.locator('header')).toContainText('Käse & Brot')
  await next.close()
  await first.close()
})

test('settings in which one recent shop and the last file are spoiled still offer the shops by name', async () => {
  const first = await ownShop()
  await first.app.close()
  const path = join(first.userData, 'settings.json')
  const settings = JSON.parse(readFileSync(path, 'utf8')) as { recent: unknown[] }
  writeFileSync(
    path,
    JSON.stringify({ ...settings, lastFile: 123, recent: [{ path: 5 }, ...settings.recent] }),
  )
  const t = await launch({ userData: first.userData })
  const shops = t.page.getByRole('region', { name: 'Your shops on this PC' })
  await expect(shops).toContainText('shop.wellkept in')
  await picture(t, 'question-shops')
  await shops.getByRole('button', { name: 'Käse & Brot' }).click()
  await expect(t.page.locator('header')).toContainText('Käse & Brot')
  await t.close()
  await first.close()
})
