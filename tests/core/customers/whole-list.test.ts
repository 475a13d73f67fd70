import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailAnswer } from '../../../src/core/customers/consent-column.ts'
import { wholeListByName, wholeLists, withWholeList } from '../../../src/core/customers/whole-list.ts'
import { runs } from '../../support/runs.ts'

test.each([
  ['unsubscribed_segment_export_8a2b.csv', 'no'],
  ['cleaned_members_export.csv', 'no'],
  ['subscribed_members_export.csv', 'nothing'],
  ['nonsubscribed_members_export.csv', 'nothing'],
  ['MailerLite bounced 2026-11.csv', 'no'],
  ['klaviyo-suppressions.csv', 'no'],
  ['Abgemeldete.csv', 'no'],
  ['customers.csv', 'nothing'],
  ['customers cleaned.csv', 'nothing'],
  ['customers without unsubscribed.csv', 'nothing'],
])('the name %s says %s', (name, whole) => expect(wholeListByName(name)).toBe(whole))

const columns = [
  { header: 'Newsletter', kind: 'answer', givesYes: true },
  { header: 'Do not email', kind: 'refusal', givesYes: false },
] as const

test('a no of the list holds for everybody, and its yes never beats a line’s own word', () => {
  const cell = fc.constantFrom('', 'yes', 'no', '1', '0', 'unsubscribed', 'maybe', 'pending', 'x')
  fc.assert(
    fc.property(cell, cell, fc.constantFrom(...wholeLists), (one, other, whole) => {
      const own = mailAnswer(columns, [one, other])
      const { consent } = withWholeList(own, whole)
      const isSilent = own.consent === 'unasked' && own.against === '' && own.unclear.length === 0
      const wanted = whole === 'no' ? 'no' : whole === 'yes' && isSilent ? 'yes' : own.consent
      expect(consent).toBe(wanted)
    }),
    runs(300),
  )
})
