import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnAnswer, refuses } from '../../../src/core/customers/consent-column.ts'
import { guessCustomerMapping } from '../../../src/core/customers/import-fields.ts'
import { runs } from '../../support/runs.ts'

test.each([
  ['Shopify', 'Accepts Email Marketing', { yes: 'yes', no: 'unasked', '': 'unasked' }],
  ['Square', 'Email Subscription Status', { subscribed: 'yes', unsubscribed: 'no', unknown: 'unasked' }],
  ['Square before', 'Email Unsubscribed', { True: 'no', False: 'unasked' }],
  ['Clover', 'Marketing Allowed', { true: 'yes', false: 'no', '': 'unasked' }],
  ['Lightspeed X', 'do_not_email', { 1: 'no', 0: 'unasked', '': 'unasked' }],
  ['Mailchimp, unsubscribed', 'UNSUB_TIME', { '2026-03-01 10:00:00': 'no', '': 'unasked' }],
  [
    'Klaviyo',
    'Email Marketing Consent',
    { SUBSCRIBED: 'yes', UNSUBSCRIBED: 'no', NEVER_SUBSCRIBED: 'unasked' },
  ],
  ['Klaviyo', 'Email Suppressions', { USER_SUPPRESSED: 'no', SPAM_COMPLAINT: 'no', '': 'unasked' }],
  ['Brevo', 'EMAIL_BLACKLISTED', { Yes: 'no', No: 'unasked' }],
  ['HubSpot', 'Unsubscribed from all email', { true: 'no', false: 'unasked', '': 'unasked' }],
  ['Zoho, Salesforce', 'Email Opt Out', { true: 'no', 1: 'no', false: 'unasked' }],
  [
    'Wix',
    'Email subscriber status',
    { Subscribed: 'yes', Unsubscribed: 'no', 'Never subscribed': 'unasked' },
  ],
  ['Ghost', 'subscribed_to_emails', { true: 'yes', false: 'unasked' }],
  ['a till in German', 'Newsletter', { ja: 'yes', nein: 'no', vielleicht: 'unasked' }],
])('the column about mail of %s is found and understood', (_program, header, answers) => {
  const mapping = guessCustomerMapping(['Name', header])
  expect(mapping['refusal'] ?? mapping['consent']).toBe(header)
  for (const [cell, consent] of Object.entries(answers))
    expect({ cell, consent: columnAnswer(header, cell).consent }).toEqual({ cell, consent })
})

test('a column that says who must not be mailed is known by its words', () => {
  for (const header of [
    'doNotEmail',
    'No newsletter',
    'Kein Newsletter',
    'Nicht anschreiben',
    'opt_out',
    'Ne pas contacter',
    'Geen mail',
    'Unsubscribed?',
    'Not to be mailed',
  ])
    expect({ header, refuses: refuses(header) }).toEqual({ header, refuses: true })
  for (const header of [
    'Newsletter',
    'Newsletter ja/nein',
    'Opt-in/Opt-out',
    'Subscribed',
    'Yes/No',
    'Notes',
  ])
    expect({ header, refuses: refuses(header) }).toEqual({ header, refuses: false })
})

test('a refusal in people’s own words is a no, and no sentence about asking is one', () => {
  for (const cell of [
    'Nein danke',
    'STOP',
    'no, thanks',
    'abgemeldet am 1.2.24',
    'unsubscribe',
    'never',
    'möchte nicht',
    'nee',
    'non merci',
    'bitte keine Werbung',
    'opted out on 3 May',
    'hard bounced',
  ])
    expect({ cell, consent: columnAnswer('Newsletter', cell).consent }).toEqual({ cell, consent: 'no' })
  for (const cell of ['not asked', 'nicht gefragt', 'never subscribed', 'not set', 'perhaps', 'maybe later'])
    expect({ cell, consent: columnAnswer('Newsletter', cell).consent }).toEqual({ cell, consent: 'unasked' })
})

test('a column of refusals that no list names is read beside a yes, and one about another thing is not', () => {
  for (const header of [
    'Opt-out date',
    'Opted Out On',
    'Unsubscribed at',
    'Abgemeldet am',
    'Abmeldedatum',
    'Date désinscription',
    'Is Unsubscribed',
    'Do Not Contact',
    'DNC',
    'Kontaktsperre',
    'Robinson',
    'Reklamesperre',
    'CLEAN_TIME',
  ])
    expect({
      header,
      refusal: guessCustomerMapping(['Name', 'Email', 'Newsletter', header])['refusal'],
    }).toEqual({
      header,
      refusal: header,
    })
  for (const header of ['No client', 'No TVA', 'Exclude VAT', 'Do not call', 'SMS opt-out', 'Blocked credit'])
    expect({
      header,
      refusal: guessCustomerMapping(['Name', 'Email', 'Newsletter', header])['refusal'],
    }).toEqual({
      header,
      refusal: undefined,
    })
  expect(guessCustomerMapping(['Email address', 'Email status', 'Email permission status'])['consent']).toBe(
    'Email permission status',
  )
})

test('no cell of a column of refusals is ever a yes', () => {
  const header = fc.constantFrom(
    'do_not_email',
    'Email Opt Out',
    'EMAIL_BLACKLISTED',
    'Unsubscribed',
    'kein Newsletter',
  )
  const cell = fc.oneof(
    fc.constantFrom('1', 'yes', 'TRUE', 'ja', 'x', '✓', '0', 'no', 'subscribed', '2026-01-01', 'opt in'),
    fc.string({ maxLength: 12 }),
  )
  fc.assert(
    fc.property(header, cell, (column, text) => {
      expect(columnAnswer(column, text).consent).not.toBe('yes')
    }),
    runs(500),
  )
})
