import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { picture } from '../support/picture.ts'
import type { Shown } from '../support/shown.ts'
import { goTo } from '../support/pages.ts'
import { expect, launch, test } from '../support/window.ts'
import { barriersOf } from '../support/axe.ts'

let t: Shown

test.beforeEach(async () => {
  t = await launch()
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await t.page.getByRole('link', { name: /^Promises/ }).click()
})

test.afterEach(() => t.close())

test('a promise is made, told late and closed by keyboard alone', async () => {
  const { page } = t
  expect(await barriersOf(t.page)).toEqual([])
  const { id: customerId } = await t.call('customers.save', { name: 'Maria Anders', phone: '030-0074321' })
  await page.keyboard.press('Control+Shift+P')
  await expect(page.getByRole('textbox', { name: 'Who' })).toBeFocused()
  await page.keyboard.type('maria')
  await expect(page.getByRole('option', { name: /Maria Anders/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText('One of your customers')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Bread knife sharpened')
  await page.keyboard.press('Tab')
  await page.keyboard.type('+5d 17')
  await expect(page.getByText(/, 17:00$/)).toBeVisible()
  await page.keyboard.press('Tab')
  // By hand: an Enter that comes as fast as a scanner's saves nothing.
  await page.keyboard.type('12,50', { delay: 120 })
  await page.keyboard.press('Enter')

  const row = page.getByRole('article', { name: 'Maria Anders: Bread knife sharpened' })
  await expect(row).toBeVisible()
  expect((await t.call('promises.board', {})).later.rows[0]).toMatchObject({
    customerId,
    priceCapMills: 12_500,
  })
  await row.getByRole('button', { name: 'Customer told' }).focus()
  await page.keyboard.press('t')
  await expect(page.getByRole('textbox', { name: 'New time' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(row.getByText(/customer warned/)).toBeVisible()
  await expect(row.getByRole('button', { name: 'Customer told' })).toBeFocused()
  await page.keyboard.press('t')
  await expect(page.getByRole('textbox', { name: 'New time' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Maria Anders has been told already/)).toBeVisible()
  await page.keyboard.type('+9 10', { delay: 120 })
  await expect(page.getByText(/, 10:00$/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(row.getByText(/^told today .*: now .* 10:00, \d days left, first /)).toBeVisible()
  // Told again without another time, once the form has gone: until then its field has the keys.
  await expect(row.getByRole('button', { name: 'Customer told' })).toBeFocused()
  await page.keyboard.press('t')
  await expect(page.getByRole('textbox', { name: 'New time' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(row.getByText(/^told .*, then .* 10:00, \d days left, customer warned$/)).toBeVisible()
  await expect(row.getByRole('button', { name: 'Customer told' })).toBeFocused()
  await page.keyboard.press('t')
  await expect(page.getByRole('textbox', { name: 'New time' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(row.getByRole('button', { name: 'Customer told' })).toBeFocused()
  await page.keyboard.press('c')
  await expect(page.getByText(/^On time: told/)).toBeVisible()
  await page.getByRole('checkbox', { name: 'In budget, at most 12,50' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(row.getByText(/^kept: told/)).toBeVisible()
  const [closed] = (await t.call('promises.board', {})).doneRecently.rows
  expect(closed).toMatchObject({ onTime: true, inBudget: true, fullScope: false, leftClean: false })
  await expect(page.getByText('1 of 1 kept')).not.toHaveCount(0)
})

test('somebody new is a customer once a phone is given with the promise, and one undo takes both back', async () => {
  const { page } = t
  const acts = (await t.call('shop.acts', {})).length
  await page.getByRole('button', { name: 'New promise' }).click()
  const type = (label: string, text: string) => page.getByRole('textbox', { name: label }).fill(text)
  await type('Who', 'Bert Roth')
  await type('What', 'Two rye loaves')
  await type('Told by when', '+3d 17')
  await type('Phone, of somebody new', '0171 555 777')
  await picture(t, 'promise-new-customer')
  await page.getByRole('button', { name: 'Save promise' }).click()
  await expect(page.getByRole('article', { name: 'Bert Roth: Two rye loaves' })).toBeVisible()
  expect((await t.call('customers.search', { text: 'Bert' })).rows).toMatchObject([{ phone: '0171 555 777' }])
  expect(await t.call('shop.acts', {})).toHaveLength(acts + 1)
  await t.call('shop.undo', {})
  await expect(page.getByRole('article', { name: 'Bert Roth: Two rye loaves' })).toBeHidden()
  expect((await t.call('customers.search', { text: 'Bert' })).rows).toEqual([])
})

const who = () => t.page.getByRole('textbox', { name: 'Who' })

test('a phone number typed at “Who” is the one customer who has it', async () => {
  const { page } = t
  const { id: customerId } = await t.call('customers.save', {
    name: 'Camille Lefevre',
    phone: '04 78 12 34 56',
  })
  for (const [number, key] of [
    ['+33 4 78 12 34 56', 'Enter'],
    ['04 78 12 34 56', 'Tab'],
  ] as const) {
    await page.getByRole('button', { name: 'New promise' }).click()
    await who().pressSequentially(number, { delay: 120 })
    await who().press(key)
    await expect(who()).toHaveValue('Camille Lefevre')
    await expect(page.getByText('One of your customers')).toBeVisible()
    await page.getByRole('textbox', { name: 'What' }).fill(`Bread by ${key}`)
    await page.getByRole('textbox', { name: 'Told by when' }).fill('+3d 17')
    await page.getByRole('button', { name: 'Save promise' }).click()
    await expect(page.getByRole('article', { name: `Camille Lefevre: Bread by ${key}` })).toBeVisible()
  }
  const { rows } = (await t.call('promises.board', {})).later
  expect(rows.map((row) => row.customerId)).toEqual([customerId, customerId])
})

test('a piece of a number is a search, its local part is whose it is, and who is put aside is said so', async () => {
  const { page } = t
  const { id: customerId } = await t.call('customers.save', {
    name: 'Camille Lefevre',
    phone: '04 78 12 34 56',
  })
  await t.call('customers.save', { name: 'Bert Roth', phone: '030 7654321' })
  await page.getByRole('button', { name: 'New promise' }).click()
  await who().pressSequentially('81234', { delay: 120 })
  await who().press('Tab')
  await expect(page.getByText('Choose whose number this is, or write the name.')).toBeVisible()
  await expect(who()).toHaveValue('81234')
  await who().focus()
  await expect(page.getByRole('option', { name: /Camille Lefevre/ })).toBeVisible()
  await picture(t, 'promise-piece-of-a-number')
  await who().fill('7654321')
  await who().press('Tab')
  await expect(who()).toHaveValue('Bert Roth')
  await expect(page.getByText('One of your customers', { exact: true })).toBeVisible()
  await t.call('customers.putAside', { customerId })
  await who().fill('04 78 12 34 56')
  await who().press('Tab')
  await expect(who()).toHaveValue('Camille Lefevre')
  await expect(page.getByText('One of your customers, put aside')).toBeVisible()
  await picture(t, 'promise-to-somebody-put-aside')
})

test('a number that nobody has goes to the phone and the name is asked; one that several have is no name', async () => {
  const { page } = t
  for (const name of ['Ada Roux', 'Ben Roux'])
    await t.call('customers.save', { name, phone: '04 78 99 99 99' })
  await page.getByRole('button', { name: 'New promise' }).click()
  await who().pressSequentially('0478999', { delay: 120 })
  await who().press('Enter')
  await expect(page.getByText(/^A number is not a name/)).toBeVisible()
  await expect(who()).toHaveValue('0478999')
  await who().fill('04 78 12 34 56')
  await who().press('Tab')
  await expect(who()).toHaveValue('')
  await expect(who()).toBeFocused()
  await expect(page.getByRole('textbox', { name: /^Phone/ })).toHaveValue('04 78 12 34 56')
  await expect(page.getByText(/^Who is it\?/)).toBeVisible()
  await picture(t, 'promise-whose-number')
  await page.getByRole('textbox', { name: 'What' }).fill('Two rye loaves')
  await page.getByRole('textbox', { name: 'Told by when' }).fill('+3d 17')
  await page.getByRole('button', { name: 'Save promise' }).click()
  await expect(page.getByText('Who is it? Write the name of whoever has this phone.')).toBeVisible()
  await who().fill('Camille Lefevre')
  await page.getByRole('button', { name: 'Save promise' }).click()
  await expect(page.getByRole('article', { name: 'Camille Lefevre: Two rye loaves' })).toBeVisible()
  expect((await t.call('customers.search', { text: 'Camille' })).rows).toMatchObject([
    { phone: '04 78 12 34 56' },
  ])
})

test('what cannot be is said beside its field, and nothing is sent', async () => {
  const { page } = t
  await page.getByRole('button', { name: 'New promise' }).click()
  await page.getByRole('button', { name: 'Save promise' }).click()
  for (const sentence of [
    'Say who it is promised to.',
    'Say what was promised.',
    'Say by when it was promised.',
  ])
    await expect(page.getByText(sentence)).toBeVisible()
  await page.getByRole('textbox', { name: 'Told by when' }).fill('31/31')
  await expect(page.getByText(/^Not a time yet/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'New promise' })).toBeFocused()
})

test('a file of past promises comes in through a preview; the board stays light and its last row can be reached', async () => {
  const { page } = t
  await t.answerDialogs({ open: resolve(import.meta.dirname, '../data/northwind/promises.csv') })
  await page.getByRole('button', { name: /^Import promises/ }).click()
  await page.getByRole('button', { name: /^Import 830/ }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('772 of 830 kept, 37 late and silent, 21 still open')).toBeVisible()
  expect(await barriersOf(t.page)).toEqual([])
  expect(await page.locator('*').count()).toBeLessThan(1500)
  await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))
  await expect(page.getByRole('article', { name: /Order 11061$/ })).toBeVisible()
})

test('a file whose dates can be read in two ways is not imported before the owner says which', async () => {
  const { page } = t
  const path = join(t.folder, 'orders.csv')
  writeFileSync(path, 'Order no,Customer,What,Due\n1,Zoe,Cake,03/04/26\n2,Max,Bread,05/04/26\n')
  await t.answerDialogs({ open: path })
  await page.getByRole('button', { name: /^Import promises/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('What is 03/04/26 in “Due”, line 2?')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'First say what the date is' })).toBeDisabled()
  expect(await barriersOf(page)).toEqual([])
  await dialog.getByRole('radio', { name: /4 March 2026/ }).click()
  await dialog.getByRole('button', { name: 'Import 2 promises' }).click()
  await expect(dialog.getByText('2 promises added.')).toBeVisible()
  const { overdue } = await t.call('promises.board', {})
  expect(overdue.rows.map(({ toldAtMs }) => new Date(toldAtMs).toISOString().slice(0, 10))).toEqual([
    '2026-03-04',
    '2026-05-04',
  ])
})

test('arrows move between the promises and between the buttons of one', async () => {
  const { page } = t
  const at = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T17:00`
  for (const what of ['Knife', 'Cake', 'Bread'])
    await t.call('promises.make', {
      name: `For ${what}`,
      what,
      told: at(what === 'Bread' ? 9 : 2),
    })
  const inRow = (what: string, button: string) =>
    page.getByRole('article', { name: `For ${what}: ${what}` }).getByRole('button', { name: button })
  await inRow('Knife', 'Customer told').focus()
  const steps = [
    ['ArrowDown', 'Cake', 'Customer told'],
    ['ArrowRight', 'Cake', 'Ready'],
    // Over the heading of the next group.
    ['ArrowDown', 'Bread', 'Customer told'],
    ['ArrowDown', 'Bread', 'Customer told'],
    ['ArrowUp', 'Cake', 'Customer told'],
    ['ArrowLeft', 'Cake', 'Customer told'],
    ['ArrowUp', 'Knife', 'Customer told'],
  ] as const
  for (const [key, what, button] of steps) {
    await page.keyboard.press(key)
    await expect(inRow(what, button)).toBeFocused()
  }
})

test('a customer shows what was promised to them and takes a new promise, whose words are nobody else’s', async () => {
  const t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  const { id: customerId } = await t.call('customers.save', { name: 'Anna Berg', phone: '030 1' })
  await t.call('customers.save', { name: 'Bo Ek' })
  await t.call('promises.make', { customerId, what: 'Rye bread', told: '2026-11-27T17:00' })
  const { page } = t
  await page.reload()
  await expect(page.getByRole('banner')).toContainText('Corner Shop')
  await goTo(page, '#/customers')
  await page.getByRole('button', { name: 'Anna Berg', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: 'Anna Berg', exact: true })
  await expect(drawer.getByRole('region', { name: 'Promises' })).toContainText('Rye bread')
  await drawer.getByRole('button', { name: 'New promise' }).click()
  const form = page.getByRole('dialog', { name: 'New promise to Anna Berg' })
  await expect(form.getByLabel('What')).toBeFocused()
  await page.keyboard.type('Ten rolls')
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bo Ek', exact: true }).click()
  await page.getByRole('dialog', { name: 'Bo Ek' }).getByRole('button', { name: 'New promise' }).click()
  await expect(page.getByRole('dialog', { name: 'New promise to Bo Ek' }).getByLabel('What')).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'New promise to Bo Ek' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Anna Berg', exact: true }).click()
  await drawer.getByRole('button', { name: 'New promise' }).click()
  await expect(form.getByLabel('What')).toHaveValue('Ten rolls')
  await form.getByLabel('Told by when').fill('fri 17')
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('region', { name: 'Promises' })).toContainText('Ten rolls')
  expect((await t.call('promises.ofCustomer', { customerId, limit: 5 })).open).toHaveLength(2)
  await t.close()
})

test('a promise is changed from its row by a key', async () => {
  const t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  const { id: promiseId } = await t.call('promises.make', {
    name: 'Anna Berg',
    what: 'Rye bread',
    told: '2026-11-27T17:00',
  })
  const { page } = t
  await page.reload()
  await page.getByRole('link', { name: 'Promises' }).click()
  await page.getByRole('button', { name: 'Ready', exact: true }).focus()
  await page.keyboard.press('e')
  const form = page.getByRole('dialog', { name: 'Change the promise' })
  await form.getByLabel('What').fill('Two rye breads')
  await form.getByLabel('At most, in money').fill('12,50')
  await page.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('article', { name: 'Anna Berg: Two rye breads' })).toContainText('12,50')
  expect(await t.call('promises.one', { promiseId })).toMatchObject({
    what: 'Two rye breads',
    priceCapMills: 12_500,
    name: 'Anna Berg',
  })
  await t.close()
})

test('a promise for a day on which the shop is closed says so and offers the next open day', async () => {
  const { page } = t
  await t.call('hours.setSchedule', {
    validFrom: '2026-01-01',
    week: Object.fromEntries(
      ['tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['07:00', '18:00']]]),
    ),
  })
  await page.keyboard.press('Control+Shift+P')
  const told = page.getByRole('textbox', { name: 'Told by when' })
  await told.fill('mon 17')
  const closed = page.getByRole('status').filter({ hasText: /^You are closed on Monday/ })
  await expect(closed).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await closed.getByRole('button', { name: /^Tuesday .* instead$/ }).click()
  await expect(told).toHaveValue(/^\d{4}-\d\d-\d\d 17:00$/)
  await expect(page.getByText(/^Tuesday .*, 17:00$/)).toBeVisible()
  await expect(closed).toBeHidden()
  await told.fill('tue 18:30')
  await expect(page.getByText('You are closed at that time.')).toBeVisible()
  await told.fill('tue 18')
  await expect(page.getByText('You are closed at that time.')).toBeHidden()
  await told.fill('tue 18:30')
  await page.getByRole('button', { name: /^Wednesday .*, 07:00 instead$/ }).press('Enter')
  await expect(page.getByText(/^Wednesday .*, 07:00$/)).toBeVisible()
  await told.fill('tue 6:15')
  await page.getByRole('button', { name: '07:00 instead', exact: true }).press('Enter')
  await expect(page.getByText(/^Tuesday .*, 07:00$/)).toBeVisible()
  await expect(page.getByText('You are closed at that time.')).toBeHidden()
})
