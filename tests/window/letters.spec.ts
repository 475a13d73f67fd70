import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { barriersOf } from '../support/axe.ts'
import { expect, launch, test } from '../support/window.ts'
import type { Shown } from '../support/shown.ts'

let t: Shown

test.beforeEach(async () => {
  t = await launch({ now: '2026-11-30T09:00:00+01:00' })
  await t.call('shop.setUp', { name: 'Bäckerei Roth', country: 'DE', zone: 'Europe/Berlin', language: 'de' })
  await t.call('shop.change', { address: 'Lange Straße 1, 89073 Ulm', email: 'shop@example.com' })
  await t.call('letters.setVoice', { phrases: 'Bis bald im Laden.' })
  await t.call('customers.save', {
    name: 'Anna Berg',
    formOfAddress: 'Ms',
    email: 'anna@example.com',
    phone: '0731 12345',
    street: 'Hauptstr. 7',
    postcode: '89073',
    city: 'Ulm',
  })
  await t.page.getByRole('link', { name: /^Customers/ }).click()
  await t.page.getByRole('button', { name: 'Anna Berg' }).first().click()
})

test.afterEach(() => t.close())

async function write(occasion: string, name = 'Anna Berg') {
  await t.page.getByRole('button', { name: 'Write…' }).click()
  await t.page.getByRole('menuitem', { name: occasion, exact: true }).click()
  return t.page.getByRole('dialog', { name: `${occasion}: ${name}` })
}

test('a letter is proposed, changed, kept when it is left, and on the page when it is said to be sent', async () => {
  const { page } = t
  let dialog = await write('Thank you for buying')
  const words = () => dialog.getByLabel('Words', { exact: true })
  await expect(words()).toHaveValue(/^Sehr geehrte Frau Berg,\n\nvielen Dank/)
  await expect(dialog.frameLocator('iframe').getByText('Hauptstr. 7')).toBeVisible()
  expect(await barriersOf(page)).toEqual([])
  await words().press('ControlOrMeta+End')
  await dialog.getByRole('button', { name: 'Put in a phrase' }).click()
  await page.getByRole('menuitem', { name: 'Bis bald im Laden.' }).click()
  await expect(words()).toHaveValue(/Bäckerei RothBis bald im Laden\.$/)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  // Esc leaves the letter, and not the page of who gets it.
  await expect(page.getByRole('dialog', { name: 'Anna Berg', exact: true })).toBeVisible()
  dialog = await write('Thank you for buying')
  await expect(words()).toHaveValue(/Bis bald im Laden\.$/)
  await expect(dialog.getByText('what we propose is another now')).toHaveCount(0)
  // Who it goes to is called another way meanwhile: what was typed still greets them by the old name, and it is said.
  await t.call('customers.save', { customerId: 1, name: 'Anna Meier' })
  dialog = page.getByRole('dialog', { name: /^Thank you for buying: / })
  await expect(
    dialog.getByText(
      'Words: what we propose is another now: “Sehr geehrte Frau Meier,” was “Sehr geehrte Frau Berg,”.',
    ),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  dialog = await write('Thank you for buying', 'Anna Meier')
  await expect(dialog.getByText('“Sehr geehrte Frau Meier,” was')).toBeVisible()
  await dialog.getByRole('button', { name: 'Take what we propose now' }).click()
  await expect(words()).toHaveValue(/^Sehr geehrte Frau Meier,\n\nvielen Dank[^]*Bäckerei Roth$/)
  await words().press('ControlOrMeta+End')
  await dialog.getByRole('button', { name: 'Put in a phrase' }).click()
  await page.getByRole('menuitem', { name: 'Bis bald im Laden.' }).click()
  await dialog.getByLabel('Subject').press('Enter')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'The letter is sent' }).click()
  await expect(dialog).toHaveCount(0)
  const letters = page.getByRole('region', { name: 'Letters' })
  await letters.getByText('30 Nov 2026, Letter: Thank you for buying').click()
  await expect(letters.getByText('Bis bald im Laden.')).toBeVisible()
  expect((await t.call('customers.one', { customerId: 1 })).touches).toMatchObject([{ kind: 'letter' }])
})

test('a mail is a draft until it is said to be sent; who said no gets none but about their own order', async () => {
  const { page } = t
  const path = join(mkdtempSync(join(tmpdir(), 'wellkept-letter-')), 'draft.eml')
  await t.answerDialogs({ save: path })
  let dialog = await write('It is ready')
  await dialog.getByText('Mail', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Open mail draft…' }).click()
  await expect(dialog.getByText('Draft opened. It is not sent')).toBeVisible()
  expect(readFileSync(path, 'latin1')).toMatch(/To: Anna Berg <anna@example\.com>\r\n[^]*X-Unsent: 1\r\n/)
  expect((await t.call('customers.one', { customerId: 1 })).touchCount).toBe(0)
  await dialog.getByRole('button', { name: 'The mail is sent' }).click()
  await expect(dialog).toHaveCount(0)
  expect((await t.call('customers.one', { customerId: 1 })).touches).toMatchObject([{ kind: 'mail' }])
  await t.call('customers.setConsent', { customerIds: [1], answer: 'no' })
  dialog = await write('Birthday')
  await dialog.getByText('Mail', { exact: true }).click()
  await expect(dialog.getByText('They said no to mail.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Open mail draft…' })).toBeDisabled()
  await dialog.getByText('Call', { exact: true }).click()
  await expect(dialog.getByText('0731 12345')).toBeVisible()
  await dialog.getByRole('button', { name: 'I have called' }).click()
  await expect(page.getByRole('region', { name: 'Letters' }).getByText('Call: Birthday')).toBeVisible()
})

test('how the shop speaks is chosen in the settings', async () => {
  const { page } = t
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Settings' }).click()
  const panel = page.getByRole('region', { name: 'How the shop speaks' })
  await panel.getByText('Informal: “Hello Anna”').click()
  await panel.getByLabel('Signed by').fill('Mia Roth')
  await panel.getByRole('button', { name: 'Save how the shop speaks' }).click()
  await expect.poll(async () => (await t.call('letters.voice', {})).signName).toBe('Mia Roth')
  expect(await barriersOf(page)).toEqual([])
  const { words } = await t.call('letters.propose', { customerId: 1, occasion: 'birthday' })
  expect(words).toMatch(/^Guten Tag Frau Berg,[^]*Herzliche Grüße\nMia Roth\nBäckerei Roth$/)
})
