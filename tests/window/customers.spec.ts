import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, launch, test, type BrowserShown } from '../support/window.ts'
import { barriersOf } from '../support/axe.ts'

const northwind = resolve(import.meta.dirname, '../data/northwind')
let t: BrowserShown

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await t.page.getByRole('link', { name: /^Customers/ }).click()
})

test.afterEach(() => t.close())

test('a file is looked at, corrected, imported and taken back', async () => {
  const { page } = t
  await expect(page.getByText('No customers yet')).toBeVisible()
  expect(await barriersOf(t.page)).toEqual([])
  await t.answerDialogs({ open: resolve(northwind, 'customers-excel-de.csv') })
  await page.getByRole('button', { name: 'Import customers' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import customers' })
  await expect(dialog.getByText('93 new, 0 changed, 0 on file already, 0 left out')).toBeVisible()
  await expect(dialog.getByRole('cell', { name: 'Antonio Moreno Taquería' })).toBeVisible()
  await expect(dialog.getByRole('combobox', { name: 'Letters' })).toHaveValue('Western Europe (Windows-1252)')
  expect(await barriersOf(t.page)).toEqual([])
  await dialog.getByRole('combobox', { name: 'Letters' }).click()
  await page.getByRole('option', { name: 'Cyrillic (Windows-1251)' }).click()
  await expect(dialog.getByRole('cell', { name: 'Antonio Moreno TaquerРөa' })).toHaveCount(0)
  await dialog.getByRole('combobox', { name: 'Letters' }).click()
  await page.getByRole('option', { name: 'Western Europe (Windows-1252)' }).click()
  await dialog.getByText('7 of 7 columns are read').click()
  await dialog.getByRole('combobox', { name: 'City' }).focus()
  await dialog.getByRole('button', { name: 'Import 93 customers' }).click()
  await expect(dialog.getByText(/^93 customers added\./)).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: /^Alejandra Camino/ })).toBeVisible()
  // Half faded, the dialog's words are too pale for anybody.
  await expect(dialog).toHaveCount(0)
  expect(await barriersOf(t.page)).toEqual([])
  await t.call('shop.undo', {})
  await expect(page.getByText('No customers yet')).toBeVisible()
})

test('a customer is found by keyboard, opened, contacted and asked about mail', async () => {
  const { page } = t
  await page.reload()
  await t.answerDialogs({ open: resolve(northwind, 'customers.csv') })
  await page.getByRole('button', { name: 'Import customers' }).click()
  await page.getByRole('button', { name: 'Import 93 customers' }).click()
  await page.getByRole('button', { name: 'Done' }).click()

  const search = page.getByRole('textbox', { name: 'Find customers' })
  await search.fill('taqueria')
  const row = page.getByRole('row', { name: /Antonio Moreno/ })
  await expect(row).toBeVisible()
  await expect(page.getByText('1 customer', { exact: true })).toBeVisible()
  await row.getByRole('button', { name: 'Log a contact with Antonio Moreno' }).click()
  await page.getByRole('menuitem', { name: 'Call' }).click()
  await expect(page.getByText('Call with Antonio Moreno logged')).toBeVisible()
  await expect(row.getByRole('cell', { name: 'today' })).toBeVisible()

  await row.getByRole('checkbox', { name: 'Choose Antonio Moreno' }).check()
  const bar = page.getByRole('region', { name: 'Chosen customers' })
  await bar.getByRole('button', { name: 'Yes to mail' }).click()
  await expect(bar.getByText('Say where the yes comes from, such as “asked at the counter”.')).toBeVisible()
  await bar.getByRole('textbox').fill('asked at the counter')
  await bar.getByRole('button', { name: 'Yes to mail' }).click()
  await expect(bar).toHaveCount(0)
  await expect(row.getByText('Mail', { exact: true })).toBeVisible()

  await row.getByRole('button', { name: /^Antonio Moreno/ }).click()
  const drawer = page.getByRole('dialog', { name: 'Antonio Moreno' })
  await drawer.getByRole('textbox', { name: 'Log a contact' }).fill('Wants tortillas on Fridays')
  await page.keyboard.press('Enter')
  const happened = drawer.getByRole('region', { name: 'Time line' }).getByRole('listitem')
  await expect(happened.first()).toContainText('Wants tortillas on Fridays')
  expect(await barriersOf(t.page)).toEqual([])
  await drawer.getByRole('button', { name: 'Edit' }).click()
  await drawer.getByRole('textbox', { name: 'City' }).fill('Ciudad de México')
  await page.keyboard.press('Enter')
  await expect(drawer.getByText(/Ciudad de México/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(row.getByRole('button', { name: /^Antonio Moreno/ })).toBeFocused()
})

test('who is put aside leaves the list, is found and marked, and is taken back', async () => {
  const { page } = t
  for (const name of ['Anna Berg', 'Ben Berg']) await t.call('customers.save', { name, phone: '0171 1' })
  await page.reload()
  const rows = page.getByRole('table', { name: 'Customers' }).getByRole('row')
  await page.getByRole('button', { name: 'Anna Berg', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: 'Anna Berg' })
  await drawer.getByRole('button', { name: 'Put aside' }).click()
  await expect(drawer.getByText(/^Put aside since/)).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(rows).toHaveCount(2)
  await page.getByRole('textbox', { name: 'Find customers' }).fill('berg')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('Ben Berg')
  await expect(rows.nth(2)).toContainText('put aside')
  expect(await barriersOf(page)).toEqual([])
  await rows.nth(2).getByRole('button', { name: 'Log a contact with Anna Berg' }).click()
  await page.getByRole('menuitem', { name: 'Call' }).click()
  await expect(page.getByText('Call with Anna Berg logged. They are put aside')).toBeVisible()
  await rows
    .nth(2)
    .getByRole('button', { name: /^Anna Berg/ })
    .click()
  await drawer.getByRole('button', { name: 'Take back' }).click()
  await expect(drawer.getByRole('button', { name: 'Put aside' })).toBeVisible()
  await expect(rows.nth(1)).toContainText('Anna Berg')
})

test('a row’s menu opens by Enter and gives the focus back to its row, the first time and after', async () => {
  for (const name of ['Anna Berg', 'Ben Berg']) await t.call('customers.save', { name })
  await t.page.reload()
  const log = t.page.getByRole('button', { name: 'Log a contact with Ben Berg' })
  await log.focus()
  for (const time of ['first', 'second']) {
    await t.page.keyboard.press('Enter')
    await expect(t.page.getByRole('menuitem').first(), time).toBeFocused()
    await t.page.keyboard.press('Escape')
    await expect(t.page.getByRole('menu'), time).toHaveCount(0)
    await expect(log, time).toBeFocused()
  }
})

test('who is on file already is said while somebody is added, and opened instead', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Anna Berg', phone: '0171 2345678' })
  await page.reload()
  await page.getByRole('button', { name: 'Add a customer' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a customer' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Berg Anna')
  await expect(dialog.getByText('Already on file: Anna Berg, 0171 2345678 (same name)')).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ben Berg')
  await expect(dialog.getByText(/^Already on file/)).toHaveCount(0)
  await dialog.getByRole('textbox', { name: 'Phone' }).fill('+49 171 2345678')
  await expect(dialog.getByText(/Anna Berg.*same phone/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Add customer' }).click()
  await expect(page.getByRole('dialog', { name: 'Ben Berg' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add a customer' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('anna berg')
  await dialog.getByRole('button', { name: 'Open: Anna Berg' }).click()
  await expect(page.getByRole('dialog', { name: 'Anna Berg' })).toBeVisible()
  expect((await t.call('customers.search', {})).total).toBe(2)
})

test('a promise to somebody new says who is on file already, and is for them', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Anna Berg', phone: '0171 2345678' })
  await page.reload()
  await page.getByRole('button', { name: 'Add a customer' }).waitFor()
  await page.keyboard.press('Control+Shift+P')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Who' }).fill('A. Berg')
  await dialog.getByRole('textbox', { name: 'What' }).fill('Cake')
  await dialog.getByRole('textbox', { name: /^Told by when/ }).fill('+3d')
  await dialog.getByRole('textbox', { name: /^Phone/ }).fill('0171/2345678')
  await dialog.getByRole('button', { name: 'It is for them: Anna Berg' }).click()
  await expect(dialog.getByText('One of your customers')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save promise' }).click()
  await expect(page.getByText(/Promise to Anna Berg made/)).toBeVisible()
  expect((await t.call('customers.search', {})).total).toBe(1)
})

test('whom to contact is put off until tomorrow, to an open day or for ever', async () => {
  const { page } = t
  const mon = [['08:00', '18:00']] as const
  await t.call('hours.setSchedule', {
    validFrom: '2026-01-01',
    week: { mon, tue: mon, wed: mon, thu: mon, fri: mon, sat: mon, sun: [] },
  })
  for (const name of ['Anna Berg', 'Ben Berg', 'Cleo Berg', 'Dora Berg'])
    await t.call('customers.save', { name, phone: '0171 1' })
  await t.call('shop.change', { cadenceDays: 1 })
  const { rows } = await t.call('customers.search', {})
  for (const { id } of rows)
    await t.call('customers.logTouch', { customerId: id, kind: 'call', at: '2026-01-02T10:00' })
  await page.reload()
  const panel = page.getByRole('region', { name: 'Who to contact today' })
  const later = async (name: string, item: string) => {
    await panel.getByRole('button', { name: `Later: ${name}` }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await later('Anna Berg', 'Not today')
  await expect(panel.getByRole('article')).toHaveCount(3)
  await later('Ben Berg', 'Put aside')
  await expect(panel.getByRole('article')).toHaveCount(2)
  await later('Cleo Berg', 'On a day…')
  const dialog = page.getByRole('dialog', { name: 'Contact Cleo Berg later' })
  const day = dialog.getByRole('textbox', { name: 'Contact them on' })
  await expect(day).toBeFocused()
  await day.fill('yesterday')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/^Give a day that lies ahead/)).toBeVisible()
  // The shop's weekday, which is another than this machine's in the last hours of its day.
  const weekday = new Date().toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'Europe/Berlin' })
  const inDays = 14 - ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(weekday)
  await day.fill(`+${inDays}`)
  await expect(dialog.getByText(/^You are closed on/)).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await dialog.getByRole('button', { name: / instead$/ }).click()
  await expect(dialog.getByText(/^You are closed on/)).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Put off' }).click()
  await expect(panel.getByRole('article')).toHaveCount(1)
  const { snoozedUntil } = await t.call('customers.one', { customerId: rows[2]!.id })
  expect(new Date(`${snoozedUntil}T12:00Z`).getUTCDay()).toBe(1)
  await later('Dora Berg', 'In a week')
  await expect(panel).toHaveCount(0)
})

test('the list is sorted by its columns and narrowed to an answer, and both are remembered', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Anna Berg', city: 'Ulm' })
  await t.call('customers.save', { name: 'Ben Berg', city: 'Aachen' })
  const { id } = await t.call('customers.save', { name: 'Cleo Berg', city: 'Bonn' })
  await t.call('customers.setConsent', { customerIds: [id], answer: 'no' })
  await page.reload()
  const table = page.getByRole('table', { name: 'Customers' })
  const names = table.locator('tbody td.name')
  await expect(names).toHaveText(['Anna Berg', 'Ben Berg', 'Cleo Berg'])
  await table.getByRole('button', { name: 'City' }).click()
  await expect(names).toHaveText(['Ben Berg', 'Cleo Berg', 'Anna Berg'])
  await table.getByRole('button', { name: 'City' }).click()
  await expect(names).toHaveText(['Anna Berg', 'Cleo Berg', 'Ben Berg'])
  await expect(table.getByRole('columnheader', { name: 'City' })).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('combobox', { name: 'Who is listed' }).click()
  await page.getByRole('option', { name: 'Not asked' }).click()
  await expect(names).toHaveText(['Anna Berg', 'Ben Berg'])
  await page.getByRole('checkbox', { name: 'Choose all that were found' }).click()
  await expect(page.getByText('2 chosen', { exact: true })).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await page.reload()
  await expect(names).toHaveText(['Anna Berg', 'Ben Berg'])
  await page.getByRole('combobox', { name: 'Who is listed' }).click()
  await page.getByRole('option', { name: 'Put aside' }).click()
  await expect(page.getByText('Nobody under “Put aside”.')).toBeVisible()
})

test('where everybody is put aside, the list can still be searched', async () => {
  const { page } = t
  const { id: customerId } = await t.call('customers.save', { name: 'Anna Berg' })
  await t.call('customers.putAside', { customerId })
  await page.reload()
  await expect(page.getByText('No customers yet')).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Find customers' }).fill('anna')
  await expect(page.getByRole('row', { name: /Anna Berg.*put aside/ })).toBeVisible()
})

test('three thousand customers scroll to the last row with few rows drawn', async () => {
  const { page } = t
  const lines = Array.from(
    { length: 3000 },
    (_, i) => `Person ${String(i).padStart(4, '0')},p${i}@example.org`,
  )
  writeFileSync(resolve(t.folder, 'many.csv'), `Name,E-mail\n${lines.join('\n')}\n`)
  await t.answerDialogs({ open: resolve(t.folder, 'many.csv') })
  await page.getByRole('button', { name: 'Import customers' }).click()
  await page.getByRole('button', { name: 'Import 3.000 customers' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Person 0000', exact: true }).first()).toBeVisible()
  await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))
  await expect(page.getByRole('button', { name: 'Person 2999', exact: true })).toBeVisible()
  expect(await page.locator('*').count()).toBeLessThan(1500)
})

test('an answer for many reaches who is chosen and shown; who is hidden is said, and taken along only when asked', async () => {
  const { page } = t
  for (const name of ['Anna Berg', 'Bert Lang', 'Zoé Roux']) await t.call('customers.save', { name })
  await page.reload()
  const search = page.getByRole('textbox', { name: 'Find customers' })
  const tick = (name: string) => page.getByRole('checkbox', { name: `Choose ${name}`, exact: true })
  const all = page.getByRole('checkbox', { name: 'Choose all that were found' })
  const bar = page.getByRole('region', { name: 'Chosen customers' })
  const answers = async () => {
    const { rows } = await t.call('customers.search', { text: '' })
    return Object.fromEntries(rows.map(({ name, mailConsent }) => [name.slice(0, 1), mailConsent]))
  }
  await tick('Anna Berg').check()
  await expect(bar.getByText('1 chosen', { exact: true })).toBeVisible()
  await search.fill('zo')
  await expect(bar).toContainText('0 chosen, 1 more not shown')
  await expect(all).not.toBeChecked()
  await expect(bar.getByRole('button', { name: 'No mail' })).toBeDisabled()
  // The box chooses the row that is shown, and lets go of no other.
  await all.click()
  await expect(tick('Zoé Roux')).toBeChecked()
  await expect(all).toBeChecked()
  await expect(bar).toContainText('1 chosen, 1 more not shown')
  await bar.getByRole('button', { name: 'No mail' }).click()
  await expect(bar).toContainText('0 chosen, 1 more not shown')
  expect(await answers()).toEqual({ A: 'unasked', B: 'unasked', Z: 'no' })
  await search.fill('bert')
  await tick('Bert Lang').check()
  await bar.getByRole('button', { name: 'Include them' }).click()
  await expect(bar).toContainText('2 chosen, 1 of them not shown')
  expect(await barriersOf(page)).toEqual([])
  await bar.getByRole('button', { name: 'No mail' }).click()
  await expect(bar).toHaveCount(0)
  expect(await answers()).toEqual({ A: 'no', B: 'no', Z: 'no' })
})

test('a contact with somebody named in full is logged by Enter; nobody of that name is said in sight', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Anna Berg' })
  await page.reload()
  await expect(page.getByText('1 customer; nobody waits to hear from us')).toBeVisible()
  const who = page.getByRole('textbox', { name: 'Who', exact: true })
  await page.keyboard.press('Control+Shift+L')
  await expect(who).toBeFocused()
  await page.keyboard.type('Anna', { delay: 80 })
  await expect(page.getByRole('option', { name: /Anna Berg/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(0)
  await expect(page.getByText('Choose a customer from the list.')).toBeVisible()
  await who.fill('anna berg')
  await expect(page.getByRole('option', { name: /Anna Berg/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('Visit with Anna Berg logged')).toBeVisible()
})

test('a phone is corrected in its place: Enter saves, Esc leaves the field and not the customer, what is half typed comes back', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Zoe Fact', phone: '030 1', email: 'zoe@example.com', notes: 'Rye' })
  await page.goto(`${page.url().replace(/#.*/, '')}#/customers`)
  await page.getByRole('textbox', { name: 'Find customers' }).fill('Zoe Fact')
  await page.getByRole('button', { name: 'Zoe Fact', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: 'Zoe Fact' })
  await drawer.getByRole('button', { name: 'Phone: 030 1. Correct it' }).click()
  const phone = drawer.getByRole('textbox', { name: 'Phone' })
  await expect(phone).toBeFocused()
  await phone.fill('030 22')
  await page.keyboard.press('Escape')
  await expect(drawer.getByRole('button', { name: /^Phone: 030 1/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(phone).toHaveValue('030 22')
  expect(await barriersOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('button', { name: /^Phone: 030 22/ })).toBeVisible()
  const zoe = async () => (await t.call('customers.search', { text: 'Zoe Fact' })).rows[0]
  expect(await zoe()).toMatchObject({ phone: '030 22', email: 'zoe@example.com' })
  await drawer.getByRole('button', { name: /^Notes: Rye/ }).click()
  await drawer.getByRole('textbox', { name: 'Notes' }).fill('Rye, sliced')
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('button', { name: /^Notes: Rye, sliced/ })).toBeVisible()
})

test('a search that took the focus by itself leaves Ctrl+Z to the shop until something is typed', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Undone Ann' })
  // From another page: on its own the link takes the focus from the search again.
  await page.goto(`${page.url().replace(/#.*/, '')}#/`)
  await page.reload()
  await page.getByRole('link', { name: /^Customers/ }).click()
  await expect(page.getByRole('textbox', { name: 'Find customers' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await t.call('customers.search', { text: 'Undone Ann' })).total).toBe(0)
})

test('of other mail addresses what is none is said by name, and kept', async () => {
  const { page } = t
  await page.getByRole('button', { name: 'Add a customer' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Add a customer' })
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Anna Berg')
  const others = dialog.getByRole('textbox', { name: 'Other mail addresses' })
  await others.fill('anna@office.example (work), quatsch')
  await expect(dialog.getByText('No mail can go to “quatsch” yet.')).toBeVisible()
  await others.fill('anna@office.example (work)')
  await expect(dialog.getByText(/^No mail can go to/)).toHaveCount(0)
  await others.fill('quatsch')
  await dialog.getByRole('button', { name: 'Add customer' }).click()
  await expect(page.getByRole('dialog', { name: 'Anna Berg' })).toBeVisible()
  expect((await t.call('customers.one', { customerId: 1 })).otherMails).toBe('quatsch')
})

test('a list that comes while a promise is being typed takes no letter of it', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Anna Berg' })
  await page.getByRole('link', { name: 'Today' }).click()
  t.tell({ kind: 'menu', command: 'capture:promise' })
  const who = page.getByRole('dialog', { name: 'New promise' }).getByRole('textbox', { name: 'Who' })
  await expect(who).toBeFocused()
  await page.evaluate(() => (location.hash = '#/customers'))
  await expect(page.getByRole('textbox', { name: 'Find customers' })).toBeAttached()
  await expect(who).toBeFocused()
  await page.keyboard.type('Anna', { delay: 60 })
  await expect(who).toHaveValue('Anna')
})

test('a mail address stands whole in the list where names leave room for it', async () => {
  const { page } = t
  const email = 'maximiliane.oberhuber@bakery-at-the-old-bridge.example'
  await t.call('customers.save', { name: 'Max Lang', email })
  for (const width of [1366, 1024]) {
    await page.setViewportSize({ width, height: 740 })
    const cell = page.getByRole('table', { name: 'Customers' }).getByText(email)
    await expect(cell).toBeVisible()
    expect(await cell.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true)
  }
})

test('who is on file already is in sight beside the field that says it', async () => {
  const { page } = t
  await page.setViewportSize({ width: 1366, height: 741 })
  await t.call('customers.save', { name: 'Eva Klein', phone: '030 8181818', email: 'eva@klein.example' })
  await page.getByRole('button', { name: 'Add a customer' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a customer' })
  const said = dialog.getByText(/^Already on file: Eva Klein/)
  for (const [name, typed] of [
    ['Name', 'Klein Eva'],
    ['Phone', '0308181818'],
    ['Mail address', 'eva@klein.example'],
  ] as const) {
    const field = dialog.getByRole('textbox', { name, exact: true })
    // The dialog has come to rest.
    await field.click()
    const before = await field.boundingBox()
    await field.fill(typed)
    await expect(said).toHaveCount(1)
    await expect(said).toBeInViewport({ ratio: 1 })
    // What is being typed into stays where it is.
    expect((await field.boundingBox())!.y).toBe(before!.y)
    await field.fill('')
    await expect(said).toHaveCount(0)
  }
})

test('a name beside four phones stands in a line, each number whole', async () => {
  const { page } = t
  const { id: byId } = await t.call('customers.save', { name: 'Eva Klein' })
  const { id: customerId } = await t.call('customers.save', {
    name: 'John Doe',
    phone: '905-555-1234 (mobile), 905-666-1234 (home), 905-777-1234 (work), 905-222-1234 (assistant phone)',
  })
  await t.call('referrals.set', { customerId, byId })
  await page.getByRole('button', { name: 'Eva Klein', exact: true }).click()
  const chip = page.locator('.about-chip', { hasText: 'John Doe' })
  expect((await chip.locator('bdi').first().boundingBox())!.height).toBeLessThan(30)
  for (const number of ['905-555-1234', '905-222-1234'])
    expect((await chip.getByText(number, { exact: true }).boundingBox())!.height).toBeLessThan(30)
})

test('where all of somebody’s data was written to, the folder is shown by a button that is whole', async () => {
  const { page } = t
  await t.call('customers.save', { name: 'Eva Klein' })
  await t.answerDialogs({ open: t.folder })
  await page.getByRole('button', { name: 'Eva Klein', exact: true }).click()
  await page.getByRole('button', { name: 'Their data' }).click()
  await page.getByRole('menuitem', { name: /JSON/ }).click()
  const label = page.getByRole('button', { name: 'Show the folder' }).locator('.mantine-Button-label')
  await expect(label).toBeVisible()
  expect(await label.evaluate((on) => on.scrollWidth - on.clientWidth)).toBe(0)
})
