import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch } from '../support/app.ts'
import { settled } from '../support/pages.ts'

const now = '2026-11-24T08:10:00+01:00'

/** What has the focus, by role-like words, and whether a ring or frame shows it. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement!
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return {
      tag: element.tagName,
      isVisible:
        element.matches(':focus-visible') && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    }
  })

/** Tab until the element of that name has the focus, and its ring is to be seen. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const named = page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
    .or(page.getByRole('textbox', { name, exact: true }))
    .or(page.getByRole('checkbox', { name, exact: true }))
  for (let i = 0; i < 60; i++) {
    if ((await named.and(page.locator(':focus')).count()) > 0) {
      expect(await focus(page)).toMatchObject({ isVisible: true })
      return
    }
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${String(name)}`)
}

/** Opens the palette and types what is sought; the first find is marked, for Enter. */
async function seek(page: Page, text: string, find: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('textbox', { name: 'Search everywhere' })).toBeFocused()
  await page.keyboard.type(text)
  await expect(page.locator('[data-action][data-selected]')).toHaveText(find)
}

/** To a page by the palette. */
async function goTo(page: Page, name: string): Promise<void> {
  await seek(page, name.toLowerCase(), `Go to ${name}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await settled(page)
}

test('a day at the counter by keyboard alone', async () => {
  test.setTimeout(120_000)
  const t = await launch({ now })
  const { page } = t
  const { keyboard } = page
  await page.clock.setFixedTime(new Date(now))

  await test.step('the first run: name, hours, begin', async () => {
    await expect(page.getByRole('textbox', { name: 'What is your shop called?' })).toBeFocused()
    await keyboard.type('Corner Shop')
    await keyboard.press('Tab')
    await keyboard.press('Control+A')
    await keyboard.type('Germ')
    await expect(page.getByRole('option', { name: 'Germany' })).toBeVisible()
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    await keyboard.press('Control+A')
    await keyboard.type('Europe/Berlin')
    await expect(page.getByRole('option')).toHaveCount(1)
    await keyboard.press('Enter')
    await tabTo(page, 'Monday')
    await keyboard.type('8-18')
    await tabTo(page, /^Copy Monday/)
    await keyboard.press('Enter')
    await tabTo(page, 'Begin')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
    expect(await t.call('shop.details', {})).toMatchObject({ country: 'DE', zone: 'Europe/Berlin' })
  })

  await test.step('past the pages to the page; the shop is opened', async () => {
    // As an owner reads the new page first: what was begun with Enter presses nothing in it.
    await page.waitForTimeout(300)
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
    await tabTo(page, 'Open the shop', 'Shift+Tab')
    await keyboard.press('Enter')
    await expect(page.getByText('Open since 08:10 (10 min late)')).toBeVisible()
    await expect(page.getByRole('banner').getByRole('button', { name: 'Close the shop' })).toBeFocused()
  })

  await test.step('a page by the palette', async () => {
    await keyboard.press('Control+K')
    await expect(page.getByRole('dialog', { name: 'Search everywhere' })).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('banner').getByRole('button', { name: 'Close the shop' })).toBeFocused()
    await goTo(page, 'Stock')
  })

  await test.step('a batch of a product not known yet', async () => {
    await keyboard.press('Control+B')
    await expect(page.getByRole('textbox', { name: 'Product' })).toBeFocused()
    await keyboard.type('Rye bread')
    await keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Date', exact: true })).toBeFocused()
    await keyboard.type('+2')
    await keyboard.press('Enter')
    await expect(page.getByRole('article', { name: /^Rye bread/ })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Product' })).toBeFocused()
    await expect(page.getByRole('textbox', { name: 'Product' })).toHaveValue('')
  })

  await test.step('a promise by its key, made and closed', async () => {
    await t.call('customers.save', { name: 'Maria Anders' })
    await keyboard.press('Control+Shift+P')
    await expect(page.getByRole('textbox', { name: 'Who' })).toBeFocused()
    await keyboard.type('maria')
    await expect(page.getByRole('option', { name: 'Maria Anders' })).toBeVisible()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    await keyboard.type('Bread knife sharpened')
    // Nothing opens over a dialog: one Escape would close both.
    await keyboard.press('Control+K')
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await keyboard.press('Tab')
    await keyboard.type('today 17')
    await keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('textbox', { name: 'Product' })).toBeFocused()
    await goTo(page, 'Promises')
    const row = page.getByRole('article', { name: 'Maria Anders: Bread knife sharpened' })
    await tabTo(page, 'Customer told')
    await keyboard.press('c')
    await expect(page.getByRole('dialog', { name: 'Close the promise' })).toBeVisible()
    await keyboard.press('Escape')
    await expect(row.getByRole('button', { name: 'Customer told' })).toBeFocused()
    await keyboard.press('c')
    await expect(page.getByRole('checkbox', { name: 'In budget' })).toBeFocused()
    await keyboard.press('Space')
    await keyboard.press('Enter')
    await expect(row.getByText(/^kept: told/)).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('a customer is found, and a contact logged', async () => {
    await seek(page, 'anders', 'Maria Anders')
    await keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: 'Maria Anders' })
    await tabTo(page, 'Log a contact')
    await keyboard.type('Likes the knife')
    await keyboard.press('Enter')
    await expect(
      drawer.getByRole('region', { name: 'Time line' }).getByRole('listitem').first(),
    ).toContainText('Likes the knife')
    await keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
  })

  await test.step('the contact is undone by its toast, what was before it by Ctrl+Z', async () => {
    await tabTo(page, 'Undo')
    await keyboard.press('Enter')
    await expect.poll(async () => (await t.call('customers.one', { customerId: 1 })).touchCount).toBe(0)
    expect((await t.call('promises.board', {})).doneRecently.total).toBe(1)
    // The menu's keys come from the desktop, past the page; so the item of that key is chosen.
    await t.app.evaluate(({ Menu, BrowserWindow }) => {
      const items = Menu.getApplicationMenu()!.items.flatMap(({ submenu }) => submenu?.items ?? [])
      const undo = items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Z')!
      undo.click({ triggeredByAccelerator: true }, BrowserWindow.getAllWindows()[0]!, undefined)
    })
    await expect.poll(async () => (await t.call('promises.board', {})).doneRecently.total).toBe(0)
  })

  await test.step('the week as PDF', async () => {
    const pdf = join(t.folder, 'week.pdf')
    await t.answerDialogs({ save: pdf })
    await goTo(page, 'Checklists')
    await tabTo(page, 'Save as PDF…')
    await keyboard.press('Enter')
    await expect(page.getByText('week.pdf saved')).toBeVisible()
    await expect(page.getByText(/, sheet marked as printed$/)).toBeVisible()
    for (const name of ['Open', 'Print'])
      await expect(page.locator('.toasts').getByRole('button', { name, exact: true })).toBeVisible()
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    await expect(page.getByRole('button', { name: 'Save as PDF…' })).toBeFocused()
  })
  await t.close()
})
