import { resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Shown } from './shown.ts'

interface Overlay {
  readonly name: string
  /** The page it is opened on. */
  readonly path: string
  open(app: Shown): Promise<unknown>
}

// By key: just after a scroll a click can land in the preview's frame, which is a process of its own; and a click where one was
// half a second before is taken for the second of a double click.
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().press('Enter')
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name }).first()
const dataFile = (name: string) => resolve(import.meta.dirname, '../data/northwind', name)

async function chooseFile(t: Shown, what: string): Promise<void> {
  await t.answerDialogs({ open: dataFile(`${what}.csv`) })
  await button(t.page, `Import ${what}`)
  await expect(t.page.getByRole('dialog').getByRole('button', { name: /^Import \d|^Nothing/ })).toBeVisible()
}

async function openProduct({ page }: Shown): Promise<void> {
  await page.getByRole('tab', { name: /^Products/ }).press('Enter')
  await page.getByRole('row').nth(1).getByRole('button').click()
  await expect(page.getByRole('dialog').getByRole('region', { name: 'Batches' })).toBeVisible()
}

async function openCustomer({ page }: Shown): Promise<void> {
  await page.getByRole('row').nth(1).getByRole('button').first().press('Enter')
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Log a contact' })).toBeVisible()
}

async function openLetter({ page }: Shown): Promise<void> {
  await button(page, /^Open (?!the shop)/)
  await expect(page.getByRole('region', { name: 'Who gets it' })).toContainText('.')
  await expect(page.locator('iframe')).toBeVisible()
}

async function openPalette({ page }: Shown, text = ''): Promise<void> {
  const search = page.getByRole('textbox', { name: 'Search everywhere' })
  await page.keyboard.press('Control+k')
  // Keys that come faster than a hand's are a scanner's.
  await expect(search).toBeFocused()
  await page.keyboard.type(text)
  await expect(search).toHaveValue(text)
}

/** Every dialog, drawer, menu and form that opens over or within a page, as in the sample shop. */
export const overlays: readonly Overlay[] = [
  { name: 'palette', path: '#/', open: openPalette },
  {
    name: 'palette with finds',
    path: '#/',
    async open(t) {
      await openPalette(t, 'an')
      await expect(t.page.getByText('Ana Trujillo', { exact: true })).toBeVisible()
    },
  },
  {
    name: 'palette without finds',
    path: '#/',
    async open(t) {
      await openPalette(t, 'zzzz')
      await expect(t.page.getByText(/^Nothing of that name/)).toBeVisible()
    },
  },
  {
    name: 'promise form, with what is missing',
    path: '#/',
    async open({ page }) {
      await page.keyboard.press('Control+Shift+P')
      await button(page, 'Save promise')
      await expect(page.getByText('Say what was promised.')).toBeVisible()
    },
  },
  {
    name: 'promise form, customers suggested',
    path: '#/',
    async open({ page }) {
      await page.keyboard.press('Control+Shift+P')
      // It may have come back with these very words.
      await field(page, 'Who').fill('')
      await field(page, 'Who').fill('an')
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'touch form, without a customer',
    path: '#/',
    async open({ page }) {
      await page.keyboard.press('Control+Shift+L')
      await button(page, 'Log contact')
      await expect(page.getByText('Choose a customer from the list.')).toBeVisible()
    },
  },
  { name: 'close dialog', path: '#/promises', open: ({ page }) => button(page, 'Close') },
  {
    name: 'change dialog of a promise',
    path: '#/promises',
    async open({ page }) {
      await button(page, /^More for /)
      await page.getByRole('menuitem', { name: /^Change/ }).click()
      await expect(page.getByRole('dialog', { name: 'Change the promise' })).toBeVisible()
    },
  },
  {
    name: 'break dialog, without a reason',
    path: '#/promises',
    async open({ page }) {
      await button(page, /^More for /)
      await page.getByRole('menuitem', { name: /^Broken/ }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Mark as broken' }).click()
      await expect(page.getByText('Say why it could not be kept.')).toBeVisible()
    },
  },
  { name: 'import of promises', path: '#/promises', open: (t) => chooseFile(t, 'promises') },
  { name: 'import of products', path: '#/stock', open: (t) => chooseFile(t, 'products') },
  {
    name: 'import of customers, columns shown',
    path: '#/customers',
    async open(t) {
      await chooseFile(t, 'customers')
      await t.page.getByText(/columns are read/).click()
    },
  },
  { name: 'later menu', path: '#/customers', open: ({ page }) => button(page, /^Later: /) },
  {
    name: 'contact on a day, none given',
    path: '#/customers',
    async open({ page }) {
      await button(page, /^Later: /)
      await page.getByRole('menuitem', { name: 'On a day…' }).click()
      await button(page, 'Put off')
      await expect(page.getByText(/^Give a day that lies ahead/)).toBeVisible()
    },
  },
  { name: 'log menu', path: '#/customers', open: ({ page }) => button(page, /^Log a contact with/) },
  { name: 'new customer', path: '#/customers', open: ({ page }) => button(page, 'Add a customer') },
  {
    name: 'new customer, on file already',
    path: '#/customers',
    async open({ page }) {
      await button(page, 'Add a customer')
      await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Ana Trujillo')
      await expect(page.getByText(/^Already on file/)).toBeVisible()
    },
  },
  {
    name: 'customers chosen, the source missing',
    path: '#/customers',
    async open({ page }) {
      await page.getByRole('checkbox').nth(1).check()
      // Who is reached is read first; a key on a button that is still off is lost.
      await expect(page.getByRole('button', { name: 'Yes to mail', exact: true })).toBeEnabled()
      await button(page, 'Yes to mail')
      await expect(page.getByText(/^Say where the yes comes from/)).toBeVisible()
    },
  },
  {
    name: 'nobody found',
    path: '#/customers',
    async open({ page }) {
      await field(page, 'Find customers').fill('zzzz')
      await expect(page.getByText(/^Nobody found/)).toBeVisible()
    },
  },
  { name: 'customer drawer', path: '#/customers', open: openCustomer },
  {
    name: 'customer drawer, put aside',
    path: '#/customers',
    async open(t) {
      await openCustomer(t)
      await button(t.page, 'Put aside')
      await expect(t.page.getByText(/^Put aside since/)).toBeVisible()
    },
  },
  {
    name: 'customer drawer, noting an answer',
    path: '#/customers',
    async open(t) {
      await openCustomer(t)
      await button(t.page, 'Note an answer about mail')
    },
  },
  {
    name: 'customer drawer, editing',
    path: '#/customers',
    async open(t) {
      await openCustomer(t)
      await button(t.page, 'Edit')
      await field(t.page, 'Mail address').fill('nowhere')
    },
  },
  {
    name: 'products',
    path: '#/stock',
    async open({ page }) {
      await page.getByRole('tab', { name: /^Products/ }).press('Enter')
      await expect(page.getByRole('row').nth(1)).toBeVisible()
    },
  },
  { name: 'product dialog', path: '#/stock', open: openProduct },
  {
    name: 'part of a batch, too much of it',
    path: '#/stock',
    async open({ page }) {
      await button(page, /^More for/)
      await field(page, /^How many of/).fill('999')
    },
  },
  {
    name: 'delivery, products suggested',
    path: '#/stock',
    async open({ page }) {
      await leaveNewProduct(page)
      await field(page, 'Product').fill('milk')
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'delivery of an unknown product',
    path: '#/stock',
    async open({ page }) {
      await leaveNewProduct(page)
      await field(page, 'Product').fill('1234')
      await page.getByRole('option', { name: /as a new product$/ }).click()
      await field(page, 'Name').fill('')
      await button(page, 'Add product')
      await expect(page.getByText('Give the product a name.')).toBeVisible()
    },
  },
  { name: 'earlier opening', path: '#/hours', open: ({ page }) => button(page, 'Log an earlier time') },
  {
    name: 'hours that cannot be',
    path: '#/hours',
    async open({ page }) {
      await page.getByRole('tab', { name: 'Weekly hours' }).click()
      await field(page, 'Monday').fill('7-')
      await field(page, 'Tuesday').focus()
      await expect(page.getByText('“7-” is not understood.')).toBeVisible()
    },
  },
  { name: 'own line, changing', path: '#/checklists', open: ({ page }) => button(page, /^Change: /) },
  {
    name: 'own line without words',
    path: '#/checklists',
    async open({ page }) {
      await button(page, 'Add')
      await expect(page.getByText('Write what is to be done.')).toBeVisible()
    },
  },
  { name: 'newsletter composer', path: '#/newsletter', open: openLetter },
  {
    name: 'newsletter composer, plain text',
    path: '#/newsletter',
    async open(t) {
      await openLetter(t)
      await t.page.getByText('Plain text', { exact: true }).click()
      await expect(t.page.getByRole('textbox', { name: 'The newsletter as plain text' })).toBeVisible()
    },
  },
  {
    name: 'newsletter code that is none',
    path: '#/newsletter',
    async open({ page }) {
      await field(page, 'The code in their mail').fill('zzzz')
      await button(page, 'Stop it')
      await expect(page.locator('.mantine-InputWrapper-error')).toBeVisible()
    },
  },
  {
    name: 'settings with a wrong field, the country being chosen',
    path: '#/settings',
    async open({ page }) {
      await field(page, 'Name').fill('')
      await page.getByRole('combobox', { name: 'Country' }).fill('Fr')
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'restore of a backup',
    path: '#/settings',
    async open({ page, call }) {
      await call('backups.now', {})
      await button(page, /^Restore the backup of/)
      await expect(page.getByRole('dialog').getByRole('table')).toBeVisible()
    },
  },
  {
    name: 'move to a new PC',
    path: '#/settings',
    async open({ page }) {
      await button(page, 'Move to a new PC…')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'undo toast',
    path: '#/settings',
    async open({ page }) {
      // A name without letters may have been left in it.
      await field(page, 'Name').fill('A shop')
      await button(page, 'Save')
      await expect(page.getByText('Shop details changed').last()).toBeVisible()
    },
  },
]

/** A product that was half entered is still there: it is given up. */
async function leaveNewProduct(page: Page): Promise<void> {
  await expect(page.getByRole('form', { name: /^Add a (batch|product)$/ })).toBeVisible()
  const cancel = page.getByRole('button', { name: 'Cancel' })
  if (await cancel.isVisible()) await cancel.click()
}

/** Leaves whatever is open. */
export async function leaveOverlay(page: Page): Promise<void> {
  const open = page.locator('[role=dialog]:visible, [role=listbox]:visible, [role=menu]:visible')
  for (let i = 0; i < 4 && (await open.count()) > 0; i++) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(50)
  }
  await expect(open).toHaveCount(0)
}
