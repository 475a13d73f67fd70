import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, launch, test, type BrowserShown } from '../support/window.ts'
import { barriersOf } from '../support/axe.ts'

let t: BrowserShown

test.beforeEach(async () => {
  t = await launch({ now: '2026-11-23T08:00:00Z' })
  await t.call('shop.setUp', { name: 'Corner Shop', country: 'DE', zone: 'Europe/Berlin' })
  for (const [name, email, phone] of [
    ['Anna Berg', 'anna@x.example', '030 1'],
    ['Ben Roth', 'ben@x.example', '030 2'],
    ['Cleo Lang', 'cleo@x.example', ''],
  ] as const)
    await t.call('customers.save', { name, email, phone })
  await t.call('customers.setConsent', { customerIds: [2], answer: 'no', source: 'on the phone' })
  await t.page.getByRole('link', { name: /^Customers/ }).click()
})

test.afterEach(() => t.close())

test('“Yes to mail” for all says who had said no; asked again with a day, one of them turns', async () => {
  const { page } = t
  // What is chosen is asked of the store, so the mark may come a moment after the click.
  const all = page.getByRole('checkbox', { name: 'Choose all that were found' })
  await all.click()
  await expect(all).toBeChecked()
  const bar = page.getByRole('region', { name: 'Chosen customers' })
  await bar.getByRole('textbox').fill('asked at the counter')
  await bar.getByRole('button', { name: 'Yes to mail' }).click()
  const kept = page.getByRole('status').filter({ hasText: 'had said no' })
  await expect(kept).toContainText('Noted for 2. 1 had said no and stays so')
  await expect(kept.getByRole('listitem')).toHaveText(['Ben Roth'])
  await expect(page.getByRole('row', { name: /Ben Roth/ }).getByText('No mail')).toBeVisible()
  expect(await barriersOf(page)).toEqual([])

  await kept.getByRole('button', { name: 'Ben Roth' }).click()
  const drawer = page.getByRole('dialog', { name: 'Ben Roth' })
  await drawer.getByRole('button', { name: 'Note an answer about mail' }).click()
  await drawer.getByRole('textbox', { name: /^Where the answer comes from/ }).fill('asked at the counter')
  await drawer.getByRole('button', { name: 'Yes to mail' }).click()
  await expect(
    drawer.getByText(/^Ben Roth said no to mail on 23 November 2026 \(on the phone\)\./),
  ).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await drawer.getByLabel('Asked again on').fill('2026-11-23')
  await drawer.getByRole('button', { name: 'Yes to mail' }).click()
  await expect(drawer.getByText(/since .*, asked at the counter/)).toBeVisible()
})

test('a file’s preview shows old and new, whose stays, and what each said about mail', async () => {
  const { page } = t
  const file = resolve(t.folder, 'till.csv')
  writeFileSync(
    file,
    'Name,E-mail,Phone,City,do_not_email\nAnna Berg,anna@x.example,030 99,Bonn,0\nBert Lang,BEN@x.example,,,0\nDora Kern,dora@x.example,,,1\n',
  )
  await t.answerDialogs({ open: file })
  await page.getByRole('button', { name: 'Import customers' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import customers' })
  await expect(dialog.getByText('2 new, 1 changed, 0 on file already, 0 left out')).toBeVisible()
  await expect(dialog.getByText('Mail: 0 yes, 2 no, 1 not asked')).toBeVisible()
  const column = dialog.getByRole('checkbox', {
    name: 'Read “do_not_email” as an answer about mail: 0 yes, 1 no',
  })
  await column.click()
  await expect(column).not.toBeChecked()
  await expect(dialog.getByText('Mail: 0 yes, 1 no, 2 not asked')).toBeVisible()
  await column.click()
  await expect(column).toBeChecked()
  await expect(dialog.getByText('Mail: 0 yes, 2 no, 1 not asked')).toBeVisible()
  await expect(dialog.getByText('1 value changes, 1 stays as it is')).toBeVisible()
  const differs = dialog.getByRole('region', { name: 'Old and new values' })
  await expect(
    differs.getByRole('row', { name: '2 Anna Berg Phone 030 1 030 99 stays as you have it' }),
  ).toBeVisible()
  await expect(differs.getByRole('row', { name: '2 Anna Berg City – Bonn changes' })).toBeVisible()
  await expect(
    dialog.getByText('Ben Roth has the same mail address, BEN@x.example. Both were kept.'),
  ).toBeVisible()
  await expect(dialog.getByRole('row', { name: /Dora Kern .* no “do_not_email” says “1”/ })).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Import 3 customers' }).click()
  await expect(dialog.getByText(/Their no stays, also if you take the import back/)).toBeVisible()
})

test('a no to calls is noted in two clicks, a pause by its day, and both stand on the page', async () => {
  const { page } = t
  await page.getByRole('button', { name: 'Anna Berg', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: 'Anna Berg' })
  const panel = drawer.getByRole('region', { name: 'How to reach them' })
  await panel.getByRole('button', { name: 'Note an answer about calls' }).click()
  await panel.getByRole('combobox', { name: 'What was asked, in words' }).fill('May we call you?')
  await panel.getByRole('button', { name: 'No calls' }).click()
  await expect(panel.getByText(/since .*: “May we call you\?”/)).toBeVisible()
  await panel.getByRole('button', { name: 'All answers: 1' }).click()
  await expect(panel.getByRole('list', { name: 'All answers' }).getByRole('listitem')).toHaveText([
    /Phone: no/,
  ])
  expect(await barriersOf(page)).toEqual([])
  await panel.getByRole('button', { name: 'More about how to reach Anna Berg' }).click()
  await page.getByRole('menuitem', { name: 'Pause until a day…' }).click()
  const until = page.getByLabel('No letters, mail or calls until')
  await until.fill('1.3.')
  await until.press('Enter')
  await expect(panel.getByText(': not before 1 March 2027')).toBeVisible()
  await expect(drawer.getByText('Paused until 1 March 2027')).toBeVisible()
})

test('a program is opened for a number or an address; only when it was done is it logged', async () => {
  const { page } = t
  await t.call('customers.save', {
    customerId: 3,
    name: 'Cleo Lang',
    email: 'cleo@x.example',
    phone: '0171 2345678, +43 664 1234567',
    otherMails: 'cleo@work.example',
  })
  await page.getByRole('button', { name: 'Cleo Lang', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: 'Cleo Lang' })
  const reach = drawer.getByRole('region', { name: 'How to reach them' })

  // By keys alone: the message's program and number, then that it was done.
  await reach.getByRole('button', { name: 'Message Cleo Lang' }).focus()
  await page.keyboard.press('Enter')
  await expect(reach.getByRole('menuitem')).toHaveCount(8)
  await page.keyboard.type('Wh')
  const whatsapp = reach.getByRole('menuitem', { name: 'WhatsApp: 0171 2345678' })
  await whatsapp.focus()
  await page.keyboard.press('Enter')
  await expect(
    reach.getByText('WhatsApp opened for 0171 2345678. Nothing is sent by that alone.'),
  ).toBeVisible()
  expect(t.opened()).toBe('https://wa.me/491712345678')
  expect((await t.call('customers.one', { customerId: 3 })).touches).toEqual([])
  await reach.getByRole('button', { name: 'Done: log it' }).click()
  await expect(reach.getByText('WhatsApp opened')).toHaveCount(0)
  await expect(drawer.getByRole('region', { name: 'Time line' })).toContainText('Message by WhatsApp')

  await reach.getByRole('button', { name: 'Mail Cleo Lang' }).click()
  await reach.getByRole('menuitem', { name: 'cleo@work.example' }).click()
  await expect(reach.getByText(/^Mail opened for cleo@work\.example/)).toBeVisible()
  expect(t.opened()).toBe('mailto:cleo@work.example')
  expect(await barriersOf(page)).toEqual([])
  await reach.getByRole('button', { name: 'Not done' }).click()
  expect((await t.call('customers.one', { customerId: 3 })).touches).toHaveLength(1)

  // Who died is not called.
  await t.call('customers.deceased', { customerId: 3, isDeceased: true })
  await expect(reach.getByRole('button', { name: /^(Call|Mail|Message) Cleo/ })).toHaveCount(0)
})

test('of one number and one address nothing is asked', async () => {
  const { page } = t
  await page.getByRole('button', { name: 'Anna Berg', exact: true }).click()
  const reach = page
    .getByRole('dialog', { name: 'Anna Berg' })
    .getByRole('region', { name: 'How to reach them' })
  await reach.getByRole('button', { name: 'Mail Anna Berg' }).click()
  await expect(reach.getByText(/^Mail opened for anna@x\.example/)).toBeVisible()
  expect(t.opened()).toBe('mailto:anna@x.example')
  await reach.getByRole('button', { name: 'Call Anna Berg' }).click()
  await expect(reach.getByText('Call opened for 030 1. Nothing is called by that alone.')).toBeVisible()
  expect(t.opened()).toBe('tel:0301')
})
