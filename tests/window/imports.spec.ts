import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { picture } from '../support/picture.ts'
import { expect, launch, test } from '../support/window.ts'
import type { Shown } from '../support/shown.ts'

let t: Shown

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
})

test.afterEach(() => t.close())

/** Chooses a file of these lines, under one name, for a list; answers the dialog with its preview. */
async function look(what: 'customers' | 'products', ...lines: readonly string[]) {
  const { page } = t
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, `${lines.join('\n')}\n`)
  await t.answerDialogs({ open: path })
  await page.getByRole('link', { name: what === 'customers' ? /^Customers/ : 'Stock' }).click()
  await page.getByRole('button', { name: `Import ${what}` }).click()
  return page.getByRole('dialog', { name: `Import ${what}` })
}

const columns = () => t.page.getByText(/columns are read/)

/** What a pointer takes a column off by; a keyboard chooses in the select. */
const takeOff = (column: string) => t.page.locator(`[aria-label="${column}: do not read"]`).click()

/** The select that says as what a column is read. */
const readAs = (column: string, field: string) =>
  t.page.getByRole('combobox', { name: `${column}, ${field}`, exact: true })

async function read(column: string, now: string, field: string): Promise<void> {
  await readAs(column, now).click()
  await t.page.getByRole('option', { name: field, exact: true }).click()
}

test('a column about mail that was taken off is read again when it is chosen by hand', async () => {
  const dialog = await look(
    'customers',
    'Name,E-mail,Marketing,Newsletter',
    'Anna,a@x.example,yes,',
    'Ben,b@x.example,no,',
    'Cleo,c@x.example,,yes',
  )
  await columns().click()
  await expect(dialog.getByText('Mail: 2 yes, 1 no, 0 not asked')).toBeVisible()
  for (const [field, answers] of [
    // What the owner chose for the answer is the only column whose yes counts.
    ['Mail yes or no', 'Mail: 1 yes, 1 no, 1 not asked'],
    ['Answers about mail', 'Mail: 2 yes, 1 no, 0 not asked'],
  ] as const) {
    await takeOff('Marketing')
    await expect(dialog.getByText('Mail: 1 yes, 0 no, 2 not asked')).toBeVisible()
    await read('Marketing', 'not read', field)
    await expect(dialog.getByText(answers)).toBeVisible()
  }
  await picture(t, 'import-mail-again')
})

test('a column about mail that filled another field is read again when it is ticked', async () => {
  const dialog = await look(
    'customers',
    'Name,E-mail,Newsletter',
    'Anna,a@x.example,yes',
    'Ben,b@x.example,no',
  )
  await columns().click()
  await read('Newsletter', 'read as Mail yes or no', 'Notes')
  await takeOff('Newsletter')
  const tick = dialog.getByRole('checkbox', { name: /^Read “Newsletter” as an answer/ })
  await expect(tick).not.toBeChecked()
  await tick.click()
  await expect(dialog.getByText('Mail: 1 yes, 1 no, 0 not asked')).toBeVisible()
  await expect(readAs('Newsletter', 'read as Mail yes or no')).toBeVisible()
  await takeOff('Newsletter')
  await expect(dialog.getByText('Mail: 0 yes, 0 no, 2 not asked')).toBeVisible()
  await read('Newsletter', 'not read', 'Mail yes or no')
  await expect(dialog.getByText('Mail: 1 yes, 1 no, 0 not asked')).toBeVisible()
})

test('what was chosen for a column is let go where the next file of that name has none', async () => {
  const { page } = t
  await look('customers', 'Name,E-mail,Line 2,Ort 2', 'Anna,a@x.example,030 1,Bonn')
  await columns().click()
  await read('Line 2', 'not read', 'Phone')
  await read('Ort 2', 'not read', 'City')
  await expect(readAs('Ort 2', 'read as City')).toBeVisible()
  await page.keyboard.press('Escape')

  const dialog = await look('customers', 'Name,E-mail,Ort 2', 'Anna,a@x.example,Bonn')
  await expect(
    dialog.getByText('This file has no column “Line 2”. What you chose for it was let go.'),
  ).toBeVisible()
  await expect(dialog.getByText('As you left it')).toBeVisible()
  await expect(dialog.getByRole('cell', { name: 'Bonn' })).toBeVisible()
  await picture(t, 'import-let-go')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await look('customers', 'Name,E-mail,Line 2,Ort 2', 'Anna,a@x.example,030 1,Bonn')
  await expect(dialog.getByText('As you left it')).toBeVisible()
  await expect(dialog.getByText(/was let go/)).toHaveCount(0)
  await columns().click()
  await expect(readAs('Ort 2', 'read as City')).toBeVisible()
  await expect(readAs('Line 2', 'not read')).toBeVisible()
})

test('several columns are phones: each is seen, and one that becomes the phone leaves the other read behind it', async () => {
  const dialog = await look('customers', 'Nom,Tél. domicile,Tél. portable,Ligne 3', 'Anna,030 1,0170 2,040 7')
  await columns().click()
  await expect(dialog.getByRole('cell', { name: '0170 2 (mobile), 030 1 (home)' })).toBeVisible()
  await expect(readAs('Tél. domicile', 'read as Other phones')).toBeVisible()
  await read('Ligne 3', 'not read', 'Other phones')
  await expect(dialog.getByRole('cell', { name: '0170 2 (mobile), 030 1 (home), 040 7' })).toBeVisible()
  await read('Tél. domicile', 'read as Other phones', 'Phone')
  await expect(readAs('Tél. portable', 'read as Other phones')).toBeVisible()
  await expect(dialog.getByRole('cell', { name: '030 1 (home), 0170 2 (mobile), 040 7' })).toBeVisible()
  await picture(t, 'import-phones')
  await takeOff('Tél. portable')
  await expect(dialog.getByRole('cell', { name: '030 1 (home), 040 7' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Import 1 customer' }).click()
  await expect(dialog.getByText('1 customer added.')).toBeVisible()
})

test('what a list says about mail as a whole is chosen where no column says it', async () => {
  const dialog = await look('customers', 'Name,E-mail', 'Anna,a@x.example', 'Ben,b@x.example')
  await expect(dialog.getByText('Mail: 0 yes, 0 no, 2 not asked')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'The list as a whole' }).click()
  await t.page.getByRole('option', { name: 'everybody in it said yes to mail' }).click()
  await expect(dialog.getByText('Mail: 2 yes, 0 no, 0 not asked')).toBeVisible()
  await picture(t, 'import-whole-list')
  await dialog.getByRole('button', { name: 'Import 2 customers' }).click()
  await expect(dialog.getByText('2 customers added.')).toBeVisible()
})

test('a list of columns that nobody knows shows them, and each is chosen by keys', async () => {
  const { page } = t
  const dialog = await look(
    'customers',
    'Wer,Nummer,Adr',
    'The Smith Family,030 5550001,smith@x.example',
    'Dr. Weiss,030 5550003,w@x.example',
  )
  await expect(dialog.getByText(/No column with names, companies or mail addresses/)).toBeVisible()
  await expect(dialog.getByRole('cell', { name: 'The Smith Family · Dr. Weiss' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'First choose the columns' })).toBeDisabled()
  await expect(dialog.getByRole('region', { name: 'The columns of the file' })).toBeFocused()
  await picture(t, 'import-unknown-columns')
  await page.keyboard.press('Tab')
  await expect(readAs('Wer', 'not read')).toBeFocused()
  await page.keyboard.type('Name', { delay: 60 })
  await page.getByRole('option', { name: 'Name', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await expect(readAs('Wer', 'read as Name')).toBeVisible()
  await read('Adr', 'not read', 'Mail address')
  await dialog.getByRole('button', { name: 'Import 2 customers' }).click()
  await expect(dialog.getByText('2 customers added.')).toBeVisible()
})

test('without a column that names anybody nothing is kept, and another is chosen', async () => {
  const dialog = await look('customers', 'Name,Ort 2', 'Anna,Bonn')
  await columns().click()
  await takeOff('Name')
  await expect(dialog.getByText(/No column with names, companies or mail addresses/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'First choose the columns' })).toBeDisabled()
  await read('Name', 'not read', 'Name')
  await read('Ort 2', 'not read', 'City')
  await dialog.getByRole('button', { name: 'Import 1 customer' }).click()
  await expect(dialog.getByText('1 customer added.')).toBeVisible()
})

test('of products on file the preview shows the stock that is kept, and says that the file’s is not taken over', async () => {
  const { page } = t
  const stays =
    'The file has another stock of 2 products that are on file, such as “Brot”: 40 instead of 12,5. It is not taken over; a file brings stock only of new products.'
  const dialog = await look(
    'products',
    'Artikel;EAN;Preis;Bestand',
    'Brot;4006381333931;1,25;12,5',
    'Öl;;2,50;1',
  )
  await expect(dialog.getByText(/another stock/)).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Import 2 products' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toHaveCount(0)

  const changed = ['Artikel;EAN;Preis;Bestand', 'Brot;4006381333931;1,35;40', 'Öl;;2,60;7']
  await look('products', ...changed)
  const first = page.getByRole('region', { name: 'The first lines' })
  await expect(first.getByRole('row', { name: /^Brot .* 12,5$/ })).toBeVisible()
  await expect(first.getByRole('row', { name: /^Öl .* 1$/ })).toBeVisible()
  await expect(dialog.getByText(stays)).toBeVisible()
  await picture(t, 'import-stock-stays')
  await dialog.getByRole('button', { name: 'Import 2 products' }).click()
  await expect(dialog.getByText('2 changed.')).toBeVisible()
  await expect(dialog.getByText(stays)).toBeVisible()
  await picture(t, 'import-stock-stayed')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toHaveCount(0)

  await look('products', ...changed)
  await expect(dialog.getByRole('button', { name: 'Nothing to import' })).toBeDisabled()
  await expect(first.getByRole('row', { name: /^Brot .* 12,5$/ })).toBeVisible()
})

test('the page after an import undoes that import and nothing else', async () => {
  const { page } = t
  await t.call('stock.saveProduct', { name: 'Rye bread' })
  const lines = ['Name,E-mail', 'Anna Berg,anna@x.example']
  const first = await look('customers', ...lines)
  await first.getByRole('button', { name: 'Import 1 customer' }).click()
  await expect(first.getByText('1 customer added. It is one step')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone: 1 customer imported from list.csv')).toBeVisible()
  await first.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/has been undone already. Nothing was changed./)).toBeVisible()
  expect((await t.call('stock.products', {})).rows.map(({ name }) => name)).toEqual(['Rye bread'])
})

test('the page after an import knows its act from its own answer, also where the news of acts comes late or of another', async () => {
  const { page } = t
  await t.call('stock.saveProduct', { name: 'Rye bread' })
  const dialog = await look('customers', 'Name,E-mail', 'Anna Berg,anna@x.example')
  await page.evaluate(() => {
    const late = new WeakSet<Event>()
    const keepBack = (event: Event) => {
      if (late.has(event)) return
      event.stopImmediatePropagation()
      const again = new CustomEvent('wellkept-news', { detail: (event as CustomEvent<unknown>).detail })
      late.add(again)
      setTimeout(() => document.dispatchEvent(again), 3000)
    }
    window.addEventListener('wellkept-news', keepBack, true)
  })
  await dialog.getByRole('button', { name: 'Import 1 customer' }).click()
  await expect(dialog.getByText('1 customer added. It is one step')).toBeVisible()
  await t.call('shop.undo', {})
  await t.call('shop.redo', {})
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog).toHaveCount(0)
  await expect.poll(async () => (await t.call('customers.search', { text: '' })).total).toBe(0)
  expect((await t.call('stock.products', {})).rows.map(({ name }) => name)).toEqual(['Rye bread'])
})

test('what was chosen of the columns stays when the file is read in other letters', async () => {
  const { page } = t
  const dialog = await look('customers', 'Name,E-mail,Firma,Newsletter', 'Anna Berg,anna@x.example,Berg,yes')
  await expect(dialog.getByText('Mail: 1 yes, 0 no, 0 not asked')).toBeVisible()
  await columns().click()
  await takeOff('Newsletter')
  await expect(dialog.getByText('Mail: 0 yes, 0 no, 1 not asked')).toBeVisible()
  await takeOff('Firma')
  await expect(columns()).toContainText('2 of 4 columns are read')
  await page.getByRole('combobox', { name: 'Letters' }).click()
  await page.getByRole('option', { name: /Central Europe/ }).click()
  await expect(page.getByRole('combobox', { name: 'Letters' })).toHaveValue(/Central Europe/)
  await expect(dialog.getByText('Mail: 0 yes, 0 no, 1 not asked')).toBeVisible()
  await expect(columns()).toContainText('2 of 4 columns are read')
})

test('a file that the till writes over between the look and the import is shown anew, and nothing of it comes in unsaid', async () => {
  const path = join(t.folder, 'list.csv')
  const dialog = await look(
    'customers',
    'Name,E-mail,Newsletter',
    'Anna,a@x.example,no',
    'Ben,b@x.example,yes',
  )
  await expect(dialog.getByText('Mail: 1 yes, 1 no, 0 not asked')).toBeVisible()
  writeFileSync(
    path,
    'Name,E-mail,Newsletter\nAnna,a@x.example,yes\nCleo,c@x.example,yes\nDora,d@x.example,yes\n',
  )
  await dialog.getByRole('button', { name: 'Import 2 customers' }).click()
  const said = dialog.getByText(
    'The file has changed since it was shown. Nothing was kept. Look at it again.',
  )
  await expect(said).toBeVisible()
  await expect(dialog.getByText('Mail: 3 yes, 0 no, 0 not asked')).toBeVisible()
  await expect(dialog.getByRole('cell', { name: 'Dora' })).toBeVisible()
  await picture(t, 'import-changed-since')
  expect((await t.call('customers.search', {})).rows).toEqual([])
  await dialog.getByRole('button', { name: 'Import 3 customers' }).click()
  await expect(dialog.getByText('3 customers added.')).toBeVisible()
})

test('where nothing can be read of a file that was written over, only that is said, and nothing is offered', async () => {
  const dialog = await look('customers', 'Name,E-mail', 'Anna,a@x.example')
  await expect(dialog.getByRole('button', { name: 'Import 1 customer' })).toBeEnabled()
  writeFileSync(join(t.folder, 'list.csv'), '')
  await dialog.getByRole('button', { name: 'Import 1 customer' }).click()
  await expect(dialog.getByText('The file is empty. Nothing was changed. Choose another file.')).toBeVisible()
  await expect(dialog.getByText(/has changed since it was shown/)).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: /Import|Nothing to import/ })).toHaveCount(0)
})

test('by keys alone: from the palette to a file that is kept, and back', async () => {
  const { page } = t
  const path = join(t.folder, 'list.csv')
  writeFileSync(path, 'Name,E-mail\nAnna Berg,anna@x.example\nBen Ost,ben@x.example\n')
  await t.answerDialogs({ open: path })
  await expect(page.getByRole('link', { name: /^Customers/ })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Search everywhere' })).toBeFocused()
  await page.keyboard.type('import cust', { delay: 60 })
  await expect(page.locator('[data-action][data-selected]')).toHaveText('Import customers')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Import customers' })
  const button = dialog.getByRole('button', { name: 'Import 2 customers' })
  await expect(button).toBeFocused()
  await picture(t, 'import-by-keys')
  // Every guess is reached, and changed, without a pointer.
  await page.keyboard.press('Shift+Tab')
  const fold = dialog.locator('summary', { hasText: 'columns are read' })
  for (let n = 0; n < 20 && !(await fold.evaluate((on) => on === document.activeElement)); n++)
    await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(readAs('E-mail', 'read as Mail address')).toBeVisible()
  for (
    let n = 0;
    n < 20 &&
    !(await readAs('E-mail', 'read as Mail address').evaluate((on) => on === document.activeElement));
    n++
  )
    await page.keyboard.press('Tab')
  await page.keyboard.type('notes', { delay: 60 })
  await picture(t, 'import-by-keys-choice')
  await page.keyboard.press('Enter')
  await expect(readAs('E-mail', 'read as Notes')).toBeVisible()
  for (let n = 0; n < 20 && !(await button.evaluate((on) => on === document.activeElement)); n++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('2 customers added.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  const { rows } = await t.call('customers.search', { text: 'Anna' })
  expect((await t.call('customers.one', { customerId: rows[0]!.id })).notes).toBe('anna@x.example')
})

test('what is left out is saved from the preview and after the import, and shown where it lies', async () => {
  const dialog = await look('customers', 'Name,E-mail,Notes', 'Anna,a@x.example,', ',,', ',,nobody')
  const to = join(t.folder, 'to mend')
  await t.answerDialogs({ save: to })
  const save = dialog.getByRole('button', { name: 'Save the line that is left out' })
  await save.click()
  await expect(
    dialog.getByText('1 line saved in to mend.csv, with why. Mend it there, then import that file.'),
  ).toBeVisible()
  await picture(t, 'import-left-out')
  const first = readFileSync(`${to}.csv`, 'utf8')
  expect(first).toContain('"nobody"')
  await dialog.getByRole('button', { name: /^Import \d/ }).click()
  await expect(dialog.getByText(/added/)).toBeVisible()
  await t.answerDialogs({ save: join(t.folder, 'after.csv') })
  await save.click()
  await expect(dialog.getByText('1 line saved in after.csv')).toBeVisible()
  await picture(t, 'import-left-out-after')
  expect(readFileSync(join(t.folder, 'after.csv'), 'utf8')).toBe(first)
  // Who thinks better of it in the dialog gets no file, and no word of one.
  await t.answerDialogs({ save: null })
  await save.click()
  await expect(dialog.getByText(/saved in/)).toHaveCount(0)
})

test('a change is told in words, a phone stands whole, and what was said of the last change covers nothing', async () => {
  const { page } = t
  await page.getByRole('link', { name: /^Customers/ }).click()
  await expect(page.getByText('No customers yet')).toBeVisible()
  await t.call('customers.save', { name: 'Anna Berg', email: 'anna@x.example', birthday: '14 March' })
  await expect(page.getByText('Anna Berg added')).toBeVisible()
  const phone = '+49 171 2345678 (mobile), +49 30 12345678 (work)'
  const dialog = await look(
    'customers',
    'Name;E-mail;Birthday;Language;Phone',
    `Anna Berg;anna@x.example;15.03.;de;"${phone}"`,
  )
  const changes = dialog.getByRole('region', { name: 'Old and new values' })
  await expect(changes.getByRole('cell', { name: '15 March', exact: true })).toBeVisible()
  await expect(changes.getByRole('cell', { name: 'German', exact: true })).toBeVisible()
  await expect(changes).not.toContainText('--03')
  for (const name of ['The first lines', 'Old and new values']) {
    const cell = dialog.getByRole('region', { name }).getByRole('cell', { name: /12345678/ })
    expect(await cell.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true)
  }
  await expect(page.getByText('Anna Berg added')).toHaveCount(0)
})

test('Enter opens the list of a column, and its row scrolls behind the head', async () => {
  const { page } = t
  const dialog = await look('customers', 'Name,E-mail,A,B,C,D,E,F,G', 'Anna,a@x.example,1,2,3,4,5,6,7')
  await columns().click()
  const first = readAs('Name', 'read as Name')
  await first.press('Enter')
  await expect(page.getByRole('option', { name: 'Company', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(first).toHaveAttribute('aria-expanded', 'false')
  const [head, button] = [
    dialog.getByRole('columnheader', { name: 'Read as' }),
    dialog.getByLabel('E-mail: do not read'),
  ]
  await head.evaluate((on) => (on.closest('.import-scroll')!.scrollTop = on.closest('tr')!.offsetHeight))
  await expect(button).toBeVisible()
  // The button of a row that is scrolled to where the head stands.
  await button.evaluate((on) => {
    const scroll = on.closest('.import-scroll')!
    const above = on.getBoundingClientRect().top - scroll.getBoundingClientRect().top
    scroll.scrollTop += above - 4
  })
  const onTop = await button.evaluate((on) => {
    const { left, top, width, height } = on.getBoundingClientRect()
    return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('th')?.textContent
  })
  expect(onTop).toBe('Read as')
})
