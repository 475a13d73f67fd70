import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { launch, type LaunchedApp } from '../support/app.ts'
import { choose } from '../support/menu.ts'
import { goTo } from '../support/pages.ts'
import { picture } from '../support/picture.ts'

const berlin = { country: 'DE', zone: 'Europe/Berlin' } as const

async function shopWithAnna(t: LaunchedApp): Promise<void> {
  await t.call('shop.setUp', { name: 'Corner Shop', ...berlin })
  await t.call('customers.save', { name: 'Anna' })
}

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Backups' })
const press = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('button', { name }).first().click()
const names = async (t: LaunchedApp) =>
  (await t.call('customers.search', { text: '' })).rows.map(({ name }) => name)

/** Waits for these customers: a call on its way while the shop is exchanged is refused, and asked again. */
const holds = (t: LaunchedApp, people: readonly string[]) =>
  expect(async () => expect(await names(t)).toEqual(people)).toPass({ timeout: 10_000 })

test('a backup is made, a restore says what it changes, is done, and is undone', async () => {
  const t = await launch()
  await shopWithAnna(t)
  await goTo(t.page, '#/settings')
  await expect(panel(t.page)).toContainText('There is no backup yet')
  await press(panel(t.page), 'Back up now')
  await expect(panel(t.page).getByRole('row')).toHaveCount(2)
  await expect(panel(t.page)).toContainText('checked')

  await t.call('customers.save', { name: 'Bert' })
  await t.page.getByRole('textbox', { name: 'Phone' }).fill('04 00 00')
  await press(panel(t.page), /^Restore the backup of/)
  const dialog = t.page.getByRole('dialog')
  await expect(dialog.getByRole('row', { name: /Customers/ })).toHaveText('Customers21')
  await expect(dialog).toContainText('The one change made since is taken out')
  await press(dialog, 'Restore')
  await holds(t, ['Anna'])

  await goTo(t.page, '#/settings')
  await expect(t.page.getByRole('textbox', { name: 'Phone' })).toHaveValue('04 00 00')
  await press(panel(t.page), 'Undo this restore…')
  await expect(dialog.getByRole('row', { name: /Customers/ })).toHaveText('Customers12')
  await expect(dialog).toContainText('Undo the restore?')
  await expect(dialog).toContainText('What you typed and did not save stays.')
  await picture(t, 'undo-restore')
  await press(dialog, 'Undo the restore')
  await holds(t, ['Anna', 'Bert'])
  expect(readdirSync(join(t.userData, 'shops')).toSorted()).toEqual(
    expect.not.arrayContaining(['shop.wellkept.restoring']),
  )
  await t.close()
})

test('a backup of which a byte changed is refused in the dialog, and nothing happens', async () => {
  const t = await launch()
  await shopWithAnna(t)
  const [backup] = (await t.call('backups.now', {})).backups
  const file = join(t.userData, 'shops/backups', backup!.id)
  renameSync(file, `${file}.aside`)
  writeFileSync(file, Buffer.alloc(backup!.bytes))
  await goTo(t.page, '#/settings')
  await press(panel(t.page), /^Restore the backup of/)
  await expect(t.page.getByRole('dialog')).toContainText('This backup is not what it was when it was made')
  expect(await names(t)).toEqual(['Anna'])
  await t.close()
})

test('a second place gets each backup, is said when it is away, and again when it is back', async () => {
  const t = await launch()
  await shopWithAnna(t)
  const stick = join(t.folder, 'STICK')
  mkdirSync(stick)
  await t.answerDialogs({ open: stick })
  await goTo(t.page, '#/settings')
  await press(panel(t.page), 'Choose a second place…')
  await expect(panel(t.page)).toContainText('“STICK” had everything')
  await press(panel(t.page), 'Back up now')
  await expect(panel(t.page)).toContainText('both places')
  expect(readdirSync(join(stick, 'Wellkept backups'))).toHaveLength(2)

  renameSync(stick, `${stick}-out`)
  await press(panel(t.page), 'Back up now')
  await expect(panel(t.page)).toContainText(/“STICK” is away. Its last copy is of/)
  renameSync(`${stick}-out`, stick)
  await press(panel(t.page), 'Back up now')
  await expect(panel(t.page)).toContainText('“STICK” had everything')
  expect(JSON.stringify(await t.call('backups.list', {}))).not.toContain(t.folder)
  await press(panel(t.page), 'Stop copying')
  await expect(panel(t.page)).toContainText('All backups are on this PC')
  await t.close()
})

test('a backup that fails is said on Today in one line, which goes when the next succeeds', async () => {
  const t = await launch()
  await shopWithAnna(t)
  const folder = join(t.userData, 'shops/backups')
  writeFileSync(folder, 'a file where the folder should be')
  expect(await t.problem('backups.now', {})).toMatchObject({ code: 'no-access' })
  await goTo(t.page, '#/')
  await expect(t.page.getByRole('status')).toContainText('The last backup failed')
  rmSync(folder)
  await t.call('backups.now', {})
  await expect(t.page.getByText('The last backup failed')).toHaveCount(0)
  await t.close()
})

test('a shop file that is gone comes back from its newest backup, on the page that asks for it', async () => {
  const first = await launch()
  await shopWithAnna(first)
  await first.call('backups.now', {})
  await first.app.close()
  const file = join(first.userData, 'shops/shop.wellkept')
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })

  const t = await launch({ userData: first.userData })
  await expect(t.page.getByRole('heading', { level: 1 })).toBeVisible()
  await press(t.page, /^Restore the backup of/)
  await press(t.page.getByRole('dialog'), 'Restore')
  await expect(t.page.locator('header')).toContainText('Corner Shop')
  expect(await names(t)).toEqual(['Anna'])
  await t.close()
  await first.close()
})

test('a shop moves to a new PC as one file, and the old PC asks before anybody goes on', async () => {
  const old = await launch()
  await shopWithAnna(old)
  await old.call('window.setTheme', { theme: 'dark' })
  await old.answerDialogs({ open: old.folder })
  await goTo(old.page, '#/settings')
  await press(old.page, 'Move to a new PC…')
  await press(old.page.getByRole('dialog'), 'Choose a folder…')
  await expect(old.page.getByRole('dialog')).toContainText('Now, on the new PC')
  await press(old.page.getByRole('dialog'), 'Done')
  await expect(old.page.getByText('The shop was packed on')).toBeVisible()
  const [file] = readdirSync(old.folder).filter((name) => name.startsWith('Corner Shop'))
  await old.app.close()

  const next = await launch()
  await next.answerDialogs({ open: join(old.folder, file!) })
  await press(next.page, 'I have a shop file from another PC…')
  await expect(next.page.locator('header')).toContainText('Corner Shop')
  expect(await names(next)).toEqual(['Anna'])
  expect(await next.call('window.settings', {})).toMatchObject({ theme: 'dark' })
  expect(existsSync(join(next.userData, 'shops/Corner Shop.wellkept'))).toBe(true)
  await next.close()

  const again = await launch({ userData: old.userData })
  await expect(again.page.getByRole('heading', { level: 1 })).toHaveText(
    '“Corner Shop” was packed for another PC',
  )
  expect(await again.problem('shop.details', {})).toMatchObject({ code: 'moved' })
  await press(again.page, 'Go on here')
  await expect(again.page.locator('header')).toContainText('Corner Shop')
  await again.close()
  await old.close()
})

test('a file of a shop that is here already is asked about: it opens no second copy, and a no holds either way', async () => {
  const t = await launch({ now: '2026-11-24T09:00:00Z' })
  await shopWithAnna(t)
  await t.answerDialogs({ open: t.folder })
  const packed = await t.call('shop.moveOut', {})
  await t.answerDialogs({ open: join(t.folder, packed!.file) })
  await t.call('customers.save', { name: 'Bert' })
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no', source: 'on the phone' })
  const consent = async () => (await t.call('customers.one', { customerId: 1 })).mailConsent

  /** Chooses the file in the menu, answers the question with a button's place, and tells what was asked. */
  const moveIn = async (response: number) => {
    await t.app.evaluate(({ dialog }, button) => {
      Object.assign(globalThis, { asked: undefined })
      dialog.showMessageBox = async (...given: unknown[]) => {
        Object.assign(globalThis, { asked: given.at(-1) })
        return { response: button, checkboxChecked: false }
      }
    }, response)
    await choose(t, 'File', 'File from another PC…')
    let asked: { message: string; detail: string; buttons: string[] } | undefined
    await expect(async () => {
      asked = await t.app.evaluate(() => (globalThis as { asked?: never }).asked)
      expect(asked).toBeDefined()
    }).toPass()
    return asked!
  }

  const asked = await moveIn(2)
  expect(asked.message).toBe('“Corner Shop” is on this PC already. Open it, or put the file in its place?')
  expect(asked.detail).toContain('The shop here is newer: 2 changes made here would be missing in the file.')
  expect(await names(t)).toEqual(['Anna', 'Bert'])

  // The one here goes on, also at the next start, although it had been packed.
  await moveIn(0)
  await expect(async () => expect((await t.call('backups.notes', {})).movedOutAtMs).toBe(null)).toPass()
  await holds(t, ['Anna', 'Bert'])

  await moveIn(1)
  await holds(t, ['Anna'])
  expect(await consent()).toBe('no')
  expect(readdirSync(join(t.userData, 'shops')).filter((name) => name.endsWith('.wellkept'))).toEqual([
    'shop.wellkept',
  ])
  await goTo(t.page, '#/settings')
  await expect(panel(t.page)).toContainText('the file from another PC')
  await panel(t.page).scrollIntoViewIfNeeded()
  await picture(t, 'file-from-another-pc')
  await press(panel(t.page), 'Undo this restore…')
  await press(t.page.getByRole('dialog'), 'Undo the restore')
  await holds(t, ['Anna', 'Bert'])
  expect(await consent()).toBe('no')
  await t.close()
})
