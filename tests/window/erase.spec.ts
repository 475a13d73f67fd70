import { barriersOf } from '../support/axe.ts'
import { expect, launch, test, type BrowserShown } from '../support/window.ts'

let t: BrowserShown

test.beforeEach(async () => {
  t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  await t.call('customers.save', { name: 'Anna Berg', email: 'anna@x.example', phone: '0171 1' })
  await t.call('customers.save', { name: 'Ben Roth', email: 'anna@x.example' })
  await t.call('customers.logTouch', { customerId: 1, kind: 'call' })
  await t.call('promises.make', { customerId: 1, what: 'Three-tier cake', told: '2026-12-04T17:00' })
  await t.page.getByRole('link', { name: /^Customers/ }).click()
})

test.afterEach(() => t.close())

test('by keys alone: refused while a promise is open, then said twice what goes and stays, and erased', async () => {
  const { page } = t
  const row = page.getByRole('button', { name: 'Anna Berg', exact: true })
  await row.click()
  const drawer = page.getByRole('dialog', { name: 'Anna Berg', exact: true })
  const dialog = page.getByRole('dialog', { name: 'Erase Anna Berg?' })
  const ask = async () => {
    await drawer.getByRole('button', { name: 'Erase…' }).focus()
    await page.keyboard.press('Enter')
  }
  await ask()
  await expect(dialog.getByText(/cannot be erased yet/)).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveText(['Three-tier cake'])
  expect(await barriersOf(page)).toEqual([])
  await expect(dialog.getByRole('button', { name: 'Back' })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)

  await t.call('promises.close', { promiseId: 1, inBudget: true, fullScope: true, leftClean: true })
  await ask()
  await expect(dialog.getByText('What stays, and why')).toBeVisible()
  await expect(dialog).toContainText('1 closed promise without their name')
  await expect(dialog).toContainText('Ben Roth under the same address')
  await expect(dialog).toContainText('the last when there are backups of 9 later months')
  expect(await barriersOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Go on' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/It cannot be undone/)).toBeVisible()
  // A second Enter by mistake erases nobody.
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/It cannot be undone/)).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(drawer).toHaveCount(0)
  await expect(page.getByText('One customer erased')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await expect(row).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Ben Roth', exact: true })).toBeVisible()
})

test('words about others that may name them are listed before, and open where they stand', async () => {
  const { page } = t
  await t.call('promises.close', { promiseId: 1, inBudget: true, fullScope: true, leftClean: true })
  await t.call('customers.save', { customerId: 2, notes: 'Rye bread.\nBrother of Anna Berg' })
  await t.call('customers.logTouch', { customerId: 2, kind: 'call', note: `${'long '.repeat(80)}Anna Berg` })
  for (let i = 0; i < 12; i++)
    await t.call('checklists.saveLine', { part: 'day', text: `Greet Anna Berg ${i}` })
  await page.getByRole('button', { name: 'Anna Berg', exact: true }).click()
  await page.getByRole('button', { name: 'Erase…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase Anna Berg?' })
  await expect(dialog.getByText('Written elsewhere')).toBeVisible()
  await expect(dialog).toContainText('Brother of Anna Berg')
  await expect(dialog.getByRole('link')).toHaveCount(14)
  expect(await barriersOf(page)).toEqual([])
  await dialog.getByRole('link', { name: 'Customer: Ben Roth' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('dialog', { name: 'Ben Roth', exact: true })).toBeVisible()
})

test('an erase is said to be for good, once, before an undo takes back what was done before it', async () => {
  const { page } = t
  await t.call('promises.close', { promiseId: 1, inBudget: true, fullScope: true, leftClean: true })
  await t.call('customers.save', { name: 'Cleo Dahl' })
  await t.call('customers.erase', { customerId: 1 })
  await expect(page.getByText('One customer erased')).toBeVisible()
  await page.getByRole('heading', { name: 'Customers', level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('“One customer erased” cannot be undone. Nothing was changed.')).toBeVisible()
  expect((await t.call('customers.search', { text: 'Cleo' })).total).toBe(1)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await t.call('customers.search', { text: 'Cleo' })).total).toBe(0)
})

test('a restore that brings somebody erased back says so on Today and beside the backups, from where they are erased again', async () => {
  const { page } = t
  await t.call('promises.close', { promiseId: 1, inBudget: true, fullScope: true, leftClean: true })
  const [backup] = (await t.call('backups.now', {})).backups
  await t.call('customers.erase', { customerId: 1 })
  await t.call('backups.restore', { id: backup!.id })
  await page.getByRole('link', { name: /^Today/ }).click()
  await expect(page.getByText('Anna Berg was erased, and is on file again')).toBeVisible()
  await page.getByRole('link', { name: /^Settings/ }).click()
  const back = page.getByRole('region', { name: 'One who was erased is on file again' })
  await expect(back.getByRole('link', { name: 'Anna Berg' })).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await back.getByRole('button', { name: 'Erase again…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase Anna Berg?' })
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await page.waitForTimeout(600)
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await expect(back).toHaveCount(0)
})

test('an address without a code is never written to, from the page of the newsletter', async () => {
  const { page } = t
  await t.call('customers.setConsent', {
    customerIds: [2],
    answer: 'yes',
    source: 'asked at the counter',
    day: '2026-11-20',
  })
  await page.getByRole('link', { name: /^Newsletter/ }).click()
  await expect(page.getByText('No newsletter yet')).toBeVisible()
  const form = page.getByRole('form', { name: 'Never write to an address' })
  const field = form.getByRole('textbox')
  await field.fill('ANNA@x.example')
  await page.keyboard.press('Enter')
  await expect(form).toContainText('No newsletter goes to')
  await expect(field).toHaveValue('')
  expect((await t.call('newsletter.audience', {})).recipients).toBe(0)
  await field.fill('anna@X.example')
  await page.keyboard.press('Enter')
  await expect(form.getByText('This address gets no mail already. Nothing was changed.')).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
})

test('a half-typed form that names them comes back without them, and does not write them once more', async () => {
  const { page } = t
  await t.call('promises.close', { promiseId: 1, inBudget: true, fullScope: true, leftClean: true })
  const promise = page.getByRole('dialog', { name: 'New promise' })
  t.tell({ kind: 'menu', command: 'capture:promise' })
  await promise.getByRole('textbox', { name: 'Who' }).pressSequentially('Anna Berg', { delay: 60 })
  await promise.getByRole('textbox', { name: 'What' }).fill('Birthday cake')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(promise).toHaveCount(0)
  await page.getByRole('button', { name: 'Anna Berg', exact: true }).click()
  await page.getByRole('button', { name: 'Erase…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase Anna Berg?' })
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await page.waitForTimeout(600)
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await expect(dialog).toHaveCount(0)
  t.tell({ kind: 'menu', command: 'capture:promise' })
  await expect(promise).toBeVisible()
  await expect(promise.getByRole('textbox', { name: 'Who' })).not.toHaveValue(/Anna/)
  await promise.getByRole('textbox', { name: 'What' }).pressSequentially('Bread', { delay: 60 })
  await page.waitForTimeout(2000)
  expect(JSON.stringify(await t.call('drafts.all', {}))).not.toContain('Anna')
})
