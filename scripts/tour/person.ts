import { goTo } from '../../tests/support/pages.ts'
import { expect, type Tour } from './report.ts'

/** One customer's page, a letter to them, and who calls. */
export async function person({ t, picture, note }: Tour): Promise<void> {
  const { page } = t
  await goTo(page, '#/customers')
  const { rows } = await t.call('customers.search', { text: 'Thomas Hardy' })
  const { id: customerId, name } = rows[0]!
  await t.call('customers.save', { customerId, mustKnow: 'Nut allergy', formOfAddress: 'Mr' })
  await t.call('customers.setConsent', {
    customerIds: [customerId],
    channel: 'message',
    answer: 'yes',
    source: 'asked at the counter',
    wording: 'May we send you a message when it is ready?',
  })
  await page.getByRole('textbox', { name: 'Find customers' }).fill(name)
  await page
    .getByRole('button', { name: /^Thomas Hardy/ })
    .first()
    .click()
  const file = page.getByRole('dialog', { name })
  await expect(file.getByRole('region', { name: 'Time line' })).toBeVisible()
  await picture('customer')
  await file.getByRole('button', { name: 'Write…' }).click()
  await file.getByRole('menuitem', { name: 'Thank you for buying' }).click()
  const letter = page.getByRole('dialog', { name: /Thomas Hardy/ }).last()
  await expect(letter.getByRole('textbox', { name: 'Words' })).toHaveValue(/^Hello Thomas,/)
  await expect(letter.frameLocator('iframe').getByText('Hello Thomas,')).toBeVisible()
  await picture('letter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('5557788', { delay: 40 })
  await expect(page.getByText('Nut allergy').last()).toBeVisible()
  await picture('caller')
  await page.keyboard.press('Escape')
  note(`${name}: must know, consent by channel, a letter begun, found by half a phone number.`)
}
