import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, launch, test, type BrowserShown } from '../support/window.ts'

let t: BrowserShown

test.beforeEach(async () => {
  t = await launch({ now: '2026-11-30T09:00:00+01:00' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await t.call('customers.saveTier', { name: 'Regulars', idealDays: 10, maxDays: 14 })
  for (const name of ['Anna Berg', 'Bo Lind', 'Cleo Dahl'])
    await t.call('customers.save', { name, phone: '030 1' })
  for (const customerId of [1, 2, 3])
    await t.call('customers.logTouch', { customerId, kind: 'call', at: '2026-09-10T10:00' })
})

test.afterEach(() => t.close())

const customers = async () => {
  await t.page.getByRole('link', { name: /^Customers/ }).click()
  await expect(t.page.getByRole('table', { name: 'Customers' })).toBeVisible()
}

const open = async (name: string) => {
  await t.page.getByRole('table', { name: 'Customers' }).getByRole('button', { name, exact: true }).click()
  const drawer = t.page.getByRole('dialog', { name, exact: true })
  await expect(drawer.getByRole('button', { name: 'Edit' })).toBeVisible()
  return drawer
}

/** Until nothing fades any more and whoever takes the focus has taken it. */
const later = () => t.page.waitForTimeout(500)

test('what was refused has the focus, in sight below the title, however long the form is', async () => {
  const { page } = t
  await page.setViewportSize({ width: 1024, height: 700 })
  await customers()
  const drawer = await open('Anna Berg')
  await drawer.getByRole('button', { name: 'Edit' }).click()
  const birthday = drawer.getByRole('textbox', { name: 'Birthday' })
  await birthday.fill('99.99.')
  const save = drawer.getByRole('button', { name: 'Save' })
  await save.scrollIntoViewIfNeeded()
  await save.press('Enter')
  await expect(birthday).toBeFocused()
  await expect(birthday).toBeInViewport({ ratio: 1 })
  const title = await drawer.getByRole('heading', { name: 'Anna Berg' }).boundingBox()
  const field = await birthday.boundingBox()
  expect(field!.y).toBeGreaterThan(title!.y + title!.height)
  // Refused a second time it comes again.
  await save.press('Enter')
  await expect(birthday).toBeFocused()
})

test('what was changed elsewhere meanwhile is in sight where a long form is saved', async () => {
  const { page } = t
  await page.setViewportSize({ width: 1024, height: 700 })
  await customers()
  const drawer = await open('Anna Berg')
  await drawer.getByRole('button', { name: 'Edit' }).click()
  await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill('Anna Berg-Klein')
  await drawer.getByRole('button', { name: 'Save' }).scrollIntoViewIfNeeded()
  await t.call('customers.save', { customerId: 1, name: 'Anna Vogel' })
  const said = page.getByText(/^Name was changed elsewhere meanwhile/)
  await expect(said).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true })).toBeInViewport()
})

test('who is contacted, put off or not today gives the focus to the same of the next', async () => {
  const { page } = t
  await customers()
  const due = page.getByRole('region', { name: 'Who to contact today' })
  const [first, second, third] = await due.locator('.name-button .name').allTextContents()
  const named = (what: string, name = '') => due.getByRole('button', { name: `${what}${name}`, exact: true })

  await named('Later: ', first).press('Enter')
  await expect(due.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await later()
  await expect(named('Later: ', first)).toBeFocused()

  await named('', first).focus()
  await page.keyboard.press('n')
  await expect(named('', first)).toHaveCount(0)
  await expect(named('', second)).toBeFocused()

  await named('Log a contact with ', second).press('Enter')
  await expect(due.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(named('', second)).toHaveCount(0)
  await expect(named('Log a contact with ', third)).toBeFocused()

  await named('Later: ', third).press('Enter')
  await page.getByRole('menuitem', { name: 'On a day…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: `Contact ${third} later` })
  await expect(dialog.getByRole('textbox', { name: 'Contact them on' })).toBeFocused()
  await page.keyboard.type('+3', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(due).toHaveCount(0)
  await later()
  await expect(page.locator('body')).not.toBeFocused()
})

test('a tier that is chosen, for one and for many, keeps the focus where it was chosen', async () => {
  const { page } = t
  await customers()
  const drawer = await open('Anna Berg')
  const pick = drawer.getByRole('combobox', { name: 'How often they hear from us' })
  await pick.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option').first()).toBeVisible()
  await later()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await t.call('customers.one', { customerId: 1 })).tierId).toBe(1)
  await later()
  await expect(pick).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)

  await page.getByRole('checkbox', { name: /^Choose Bo Lind/ }).check()
  const many = page
    .getByRole('region', { name: 'Chosen customers' })
    .getByRole('combobox', { name: 'How often they hear from us' })
  await expect(many).toBeEnabled()
  await many.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option').first()).toBeVisible()
  await later()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await t.call('customers.one', { customerId: 2 })).tierId).toBe(1)
  await later()
  await expect(many).toBeFocused()
})

test('a fact that was corrected in its place has the focus again, saved or left', async () => {
  const { page } = t
  await customers()
  const drawer = await open('Anna Berg')
  const fact = drawer.getByRole('button', { name: /^Phone: / })
  await fact.press('Enter')
  await drawer.getByRole('textbox', { name: 'Phone' }).fill('030 22')
  await page.keyboard.press('Enter')
  await expect(fact).toContainText('030 22')
  await later()
  await expect(fact).toBeFocused()
  await fact.press('Enter')
  await page.keyboard.press('Escape')
  await later()
  await expect(fact).toBeFocused()
  await expect(drawer).toBeVisible()
})

test('after an export its button has the focus, and after a new customer was closed the button that added them', async () => {
  const { page } = t
  await customers()
  await t.answerDialogs({ open: t.folder })
  const button = page.getByRole('button', { name: 'Export', exact: true })
  await button.press('Enter')
  await page.getByRole('menuitem').first().press('Enter')
  await expect(page.getByText(/^3 customers written to/)).toBeVisible()
  await later()
  await expect(button).toBeFocused()

  await page.getByRole('button', { name: 'Add a customer' }).press('Enter')
  await page.getByRole('dialog', { name: 'Add a customer' }).getByLabel('Name').fill('Dora Ek')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: 'Dora Ek' })
  await expect(drawer.getByRole('button', { name: 'Edit' })).toBeVisible()
  await later()
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await later()
  await expect(page.getByRole('button', { name: 'Add a customer' })).toBeFocused()
})

test('one Esc closes one thing: a dialog over a person’s page, then the page', async () => {
  const { page } = t
  await customers()
  const drawer = await open('Anna Berg')
  for (const [button, title] of [
    ['Sent by…', 'Who sent Anna Berg?'],
    ['Erase…', 'Erase Anna Berg?'],
  ] as const) {
    await drawer.getByRole('button', { name: button }).press('Enter')
    const dialog = page.getByRole('dialog', { name: title })
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeVisible()
    await later()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(drawer).toBeVisible()
    await expect(drawer.getByRole('button', { name: button })).toBeFocused()
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Search everywhere' })).toHaveCount(0)
  await expect(drawer).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
})

test('a note begun from the card of a caller and left gives the focus back to the page', async () => {
  const { page } = t
  await t.call('customers.save', { customerId: 1, phone: '0221 471112' })
  await customers()
  const add = page.getByRole('button', { name: 'Add a customer' })
  await add.focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Search everywhere' })).toBeFocused()
  await page.keyboard.type('0221 47', { delay: 60 })
  await expect(page.locator('.caller-card')).toContainText('Anna Berg')
  await page.keyboard.press('Alt+N')
  const dialog = page.getByRole('dialog', { name: 'Contact with Anna Berg' })
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(add).toBeFocused()
})

test('whoever is erased gives the focus to the next of the list; the question begins at Cancel', async () => {
  const { page } = t
  await customers()
  const drawer = await open('Anna Berg')
  await drawer.getByRole('button', { name: 'Erase…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Erase Anna Berg?' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await later()
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Go on' }).press('Enter')
  await dialog.getByRole('button', { name: 'Erase for good' }).press('Enter')
  await expect(page.getByText('One customer erased')).toBeVisible()
  await expect(drawer).toHaveCount(0)
  await later()
  await expect(
    page.getByRole('table', { name: 'Customers' }).getByRole('button', { name: 'Bo Lind', exact: true }),
  ).toBeFocused()
})

test('what was answered about dates leaves the focus in the import, which begins at its first question', async () => {
  const { page } = t
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, 'Name,Birthday\nDora Ek,03/04/1980\n')
  await t.answerDialogs({ open: path })
  await customers()
  await page.getByRole('button', { name: 'Import customers' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Import customers' })
  const readings = dialog.getByRole('radio')
  await expect(readings.first()).toBeFocused()
  await later()
  await expect(readings.first()).toBeFocused()
  await page.keyboard.press('Space')
  const go = dialog.getByRole('button', { name: 'Import 1 customer' })
  await expect(go).toBeEnabled()
  await later()
  await expect(readings.first()).toBeFocused()
})

test('asked what they said, the first answer has the focus, and Enter closes nothing', async () => {
  const { page } = t
  const { id: promiseId } = await t.call('promises.make', {
    customerId: 1,
    what: 'Cake',
    told: '2026-12-01T17:00',
  })
  await t.call('promises.close', { promiseId, inBudget: true, fullScope: true, leftClean: true })
  await customers()
  const drawer = await open('Anna Berg')
  await drawer.getByRole('button', { name: /^Asked…/ }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'What did they say?' })
  await expect(dialog.getByRole('radio', { name: 'Very' })).toBeFocused()
  await later()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Say whether they are satisfied.')).toBeVisible()
  await later()
  await expect(dialog.getByRole('radio', { name: 'Very' })).toBeFocused()
})

test('a click beside everything leaves the focus there, as it was meant', async () => {
  const { page } = t
  await customers()
  await page.getByRole('button', { name: 'Add a customer' }).focus()
  await page.getByRole('heading', { name: 'Customers', level: 1 }).click()
  await t.call('customers.save', { name: 'Emil Fuchs' })
  await expect(page.getByRole('button', { name: 'Emil Fuchs', exact: true })).toBeVisible()
  await later()
  await expect(page.locator('main')).toBeFocused()
})

const isInDialog = () => t.page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)

test('no key leads into a preview, which is only looked at, nor past it out of the dialog', async () => {
  const { page } = t
  await t.call('customers.save', { customerId: 1, street: 'Hauptstr. 7', postcode: '89073', city: 'Ulm' })
  await customers()
  await page.getByRole('checkbox', { name: 'Choose Anna Berg' }).check()
  await page.getByRole('button', { name: 'Labels…' }).click()
  await expect(page.locator('iframe')).toBeVisible()
  await later()
  // A number is typed anew over nothing, and read as a whole one.
  const begin = page.getByRole('textbox', { name: 'Begin at label' })
  await begin.fill('5')
  await begin.press('Backspace')
  await expect(begin).toHaveValue('')
  await page.keyboard.type('7', { delay: 60 })
  await expect(begin).toHaveValue('7')
  await begin.fill('')
  await page.keyboard.type('1.5', { delay: 60 })
  await later()
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveCount(0)
  await begin.fill('')
  await begin.press('Tab')
  await expect(begin).toHaveValue('1')
  await page.getByRole('button', { name: 'Save as PDF…' }).focus()
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press('Tab')
    expect(await isInDialog()).toBe(true)
    await expect(page.locator('iframe')).not.toBeFocused()
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('Esc leaves an answer that is being noted, and not the page of the person', async () => {
  const { page } = t
  await customers()
  const drawer = await open('Anna Berg')
  const note = drawer.getByRole('button', { name: 'Note an answer about mail' })
  const from = drawer.getByRole('textbox', { name: 'Where the answer comes from' })
  await note.press('Enter')
  await expect(from).toBeFocused()
  await from.fill('at the counter')
  await page.keyboard.press('Escape')
  await expect(from).toHaveCount(0)
  await expect(note).toBeFocused()
  await expect(drawer).toBeVisible()
  await note.press('Enter')
  await expect(from).toHaveValue('at the counter')
  // From the button that opened it, Esc shuts it too.
  await note.focus()
  await page.keyboard.press('Escape')
  await expect(from).toHaveCount(0)
  await later()
  await expect(drawer).toBeVisible()
  await expect(note).toBeFocused()
})

test('Enter pressed again after a no opens no mail to whoever said it and calls nobody', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Dora Ek', email: 'dora@x.example', phone: '0171 5550015' })
  await customers()
  const drawer = await open('Dora Ek')
  for (const what of ['mail', 'calls']) {
    const note = drawer.getByRole('button', { name: `Note an answer about ${what}` })
    await note.press('Enter')
    await drawer.getByRole('button', { name: `No ${what}`, exact: true }).press('Enter')
    await expect(note).toBeFocused()
    await expect(note).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('Enter')
    await expect(note).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Escape')
  }
  expect(t.opened()).toBe('')
})

test('Esc leaves the form of a person, and not their page; what was typed is there again', async () => {
  const { page } = t
  await customers()
  const drawer = await open('Anna Berg')
  const edit = drawer.getByRole('button', { name: 'Edit', exact: true })
  await edit.press('Enter')
  await drawer.getByRole('textbox', { name: 'City' }).fill('Ulm')
  await page.keyboard.press('Escape')
  await later()
  await expect(edit).toBeFocused()
  await edit.press('Enter')
  await expect(drawer.getByRole('textbox', { name: 'City' })).toHaveValue('Ulm')
})

test('a menu begins at its first line', async () => {
  const { page } = t
  await customers()
  const first = page.getByRole('menuitem').first()
  await page.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  await expect(first).toBeFocused()
  await page.keyboard.press('Escape')
  const drawer = await open('Anna Berg')
  for (const name of ['Their data', 'Write…']) {
    await drawer.getByRole('button', { name }).press('Enter')
    await expect(first).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(drawer.getByRole('button', { name })).toBeFocused()
  }
})

const long = { title: 'Head', formOfAddress: 'Ms', notes: 'one\ntwo', mustKnow: 'nuts' }

test('a menu is scrolled within a low window, and End leads to its last line', async () => {
  const { page } = t
  await page.setViewportSize({ width: 800, height: 560 })
  await t.call('customers.save', { ...long, customerId: 1 })
  await customers()
  const drawer = await open('Anna Berg')
  await drawer.getByRole('button', { name: 'Write…' }).press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem').last()).toBeFocused()
  await expect(page.getByRole('menuitem').last()).toBeInViewport({ ratio: 0.9 })
  await later()
  await expect(page.getByRole('menuitem').last()).toBeFocused()
})

test('Enter pressed again while a list is read or imported stops nothing', async () => {
  const { page } = t
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, 'Name\nDora Ek\n')
  t.between(async (name, ask) => {
    if (name === 'customers.importFile') await new Promise((done) => setTimeout(done, 1200))
    return ask()
  })
  await t.answerDialogs({ open: path })
  await customers()
  await page.getByRole('button', { name: 'Import customers' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Import customers' })
  await expect(dialog.getByText('Reading list.csv')).toBeFocused()
  await later()
  await page.keyboard.press('Enter')
  const go = dialog.getByRole('button', { name: 'Import 1 customer' })
  await expect(go).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Importing list.csv')).toBeFocused()
  await later()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('1 customer added')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused()
})
