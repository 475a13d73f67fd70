import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testShop } from '../../support/shop.ts'

async function beside(column: string, cell: string) {
  const t = await testShop()
  const path = join(t.folder, 'words.csv')
  writeFileSync(path, `Name;Email;Newsletter;${column}\nPia Wo;p@x.example;yes;${cell}\n`)
  const { errors } = await t.call('customers.importFile', { path, commit: true })
  const { rows } = await t.call('customers.search', {})
  return { answer: rows[0]!.mailConsent, told: errors.map(({ message }) => message).join(' ') }
}

test('more words of a refusal beside a yes are a no', async () => {
  for (const [column, cell] of [
    ['Werbestopp', 'ja'],
    ['Mailverbot', 'ja'],
    ['No contact', 'yes'],
    ['E-Mail-Kontakt', 'nein'],
    ['Email contact', 'no'],
    ['Contactable by email', 'no'],
    ['Werbung per Mail', 'nein'],
    ['On mailing list', 'no'],
    ['Include in mailings', 'no'],
    ['Mail?', 'no'],
    ['Tags', 'VIP, Unsubscribers'],
    ['List', 'Unsubscribed contacts'],
    ['Group', 'Abgemeldete'],
    ['Segment', 'Opt-outs'],
    ['Notes', 'opted out by phone 3/4'],
    ['Notes', 'hat Newsletter abbestellt'],
    ['Notes', 'Newsletter abgemeldet'],
    ['Notes', 'stop sending mails'],
    ['Notes', 'Please remove from mailing list'],
    ['Notes', 'Ne veut plus la newsletter'],
    ['Notes', 'No marketing'],
    ['Notes', 'bitte nicht mehr anschreiben'],
    ['Notes', 'VIP. Bitte aus dem Verteiler nehmen!'],
    ['Notes', 'does not wish to be contacted'],
    ['Notes', 'Werbewiderspruch 3.4.2024'],
    ['Tags', 'VIP, dnc'],
    ['Tags', 'nomail'],
  ] as const)
    expect([column, cell, (await beside(column, cell)).answer]).toEqual([column, cell, 'no'])
})

test('what may be a refusal in words that nobody listed is not asked, and said', async () => {
  for (const [column, cell] of [
    ['Deceased', 'yes'],
    ['Verstorben', '2024-01-01'],
    ['Nur Post', 'x'],
    ['Post only', 'yes'],
    ['Left list', '2024-01-01'],
    ['Notes', 'take her off the newsletter'],
    ['Notes', 'Hat den Newsletter 2023 wohl abbestellt'],
    ['Notes', `${'A long story. '.repeat(30)}Unsubscribed her by hand.`],
    ['Tags', 'VIP, verstorben'],
    ['Labels', 'nur Post'],
  ] as const) {
    const { answer, told } = await beside(column, cell)
    expect([column, cell, answer]).toEqual([column, cell, 'unasked'])
    expect(told).toContain(`“${column}” says`)
  }
})

test('a no under a header that speaks of mail and is not understood is named; what is known to be something else is not', async () => {
  const { answer, told } = await beside('Newsletter group', 'no')
  expect(answer).toBe('yes')
  expect(told).toBe(
    '“Newsletter group” speaks of mail and says “no” here, but is not read as an answer about mail. If it is one, choose it for the answer.',
  )
  for (const [column, cell] of [
    ['Newsletter opened', 'no'],
    ['WhatsApp marketing', 'no'],
    ['Newsletter group', 'regulars'],
    ['Marketing emails bounced count', '0'],
    ['Contact email', 'no-reply@x.example'],
    ['Notes', 'Opted out of SMS'],
    ['Notes', 'Not unsubscribed'],
    ['Notes', 'Sends long mails'],
  ] as const)
    expect([column, await beside(column, cell)]).toEqual([column, { answer: 'yes', told: '' }])
})

test.each([
  'not cancelled',
  'no complaints yet',
  'kein Widerspruch bisher',
  'nicht mehr gesperrt',
  'no longer opted out',
  'not stopped',
  'hasn’t unsubscribed',
  'did not unsubscribe',
  'has not opted out',
  'not reached',
  'nicht erreicht',
  'keine Rückmeldung',
])('“%s” refuses nothing: it is not asked, and no later yes is stopped', async (cell) => {
  const t = await testShop()
  const path = join(t.folder, 'turned.csv')
  for (const answer of [cell, 'yes']) {
    writeFileSync(path, `Name;Email;Newsletter\nPia Wo;p@x.example;${answer}\n`)
    await t.call('customers.importFile', { path, commit: true })
    const { rows } = await t.call('customers.search', {})
    expect(rows[0]!.mailConsent).toBe(answer === 'yes' ? 'yes' : 'unasked')
  }
})

test.each(['no, opted out', 'No longer wants it', 'not interested, unsubscribed'])(
  '“%s” is a no all the same',
  async (cell) => {
    const t = await testShop()
    const path = join(t.folder, 'no.csv')
    writeFileSync(path, `Name;Email;Newsletter\nPia Wo;p@x.example;${cell}\n`)
    await t.call('customers.importFile', { path, commit: true })
    expect((await t.call('customers.search', {})).rows[0]!.mailConsent).toBe('no')
  },
)
