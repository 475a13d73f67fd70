import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doneBy, isWayLink, openWays } from '../../../src/core/customers/open-ways.ts'
import { wayLink } from '../../../src/core/customers/way-link.ts'

const anna = {
  phone: '030 1234567 (home), +43 664 1234567 mobile',
  email: 'anna@example.com',
  otherMails: 'a.berg@work.example (work); no address',
}

test('each number and each address is a way, by each program that reaches it', () => {
  expect(openWays(anna, 'phone')).toEqual([
    { by: 'call', to: '030 1234567' },
    { by: 'call', to: '+43 664 1234567' },
  ])
  expect(openWays(anna, 'email')).toEqual([
    { by: 'mail', to: 'anna@example.com' },
    { by: 'mail', to: 'a.berg@work.example' },
  ])
  expect(openWays(anna, 'message')).toHaveLength(8)
  expect(openWays(anna, 'post')).toEqual([])
  expect(openWays({ phone: 'ask her mother', email: 'later', otherMails: '' }, 'phone')).toEqual([])
  expect(openWays({ phone: '', email: 'later', otherMails: '' }, 'email')).toEqual([])
})

test('a mail address with an umlaut in its domain is a way', () => {
  const way = { by: 'mail', to: 'k@käse.example' } as const
  expect(openWays({ phone: '', email: 'k@käse.example', otherMails: '' }, 'email')).toEqual([way])
  expect(wayLink(way, 'DE')).toBe('mailto:k@xn--kse-qla.example')
})

test.each([
  ['030/123 45 67 ext. 12', ['030/123 45 67 ext. 12']],
  ['+1 415 555 2671 x34 (office), 0171 2345678', ['+1 415 555 2671 ext. 34', '0171 2345678']],
  ['089 1234567, Durchwahl: 12345', ['089 1234567 ext. 12345']],
  [
    '0171 2345678 mobile, 030 1234567 extension 8, 030 7654321',
    ['0171 2345678', '030 1234567 ext. 8', '030 7654321'],
  ],
  ['ext. 12', []],
  ['0171-2345678/79', ['0171-2345678/79']],
])('the numbers in “%s” keep their extensions', (phone, to) => {
  expect(openWays({ ...anna, phone }, 'phone').map((way) => way.to)).toEqual(to)
})

test.each([
  ['0171-2345678/79', 'DE', 'tel:+491712345678'],
  ['0171-2345678/79', '', 'tel:01712345678'],
  ['030 1234567/68 ext. 12', 'DE', 'tel:+49301234567;ext=12'],
  ['030 1234567/7654321', 'DE', 'tel:+49301234567'],
  ['+49 171 2345678/79', '', 'tel:+491712345678'],
  ['030/123 45 67', 'DE', 'tel:+49301234567'],
  ['030/12345/67', 'DE', 'tel:+493012345'],
  ['033921/1234', 'DE', 'tel:+49339211234'],
  ['+49 33921/1234', 'FR', 'tel:+49339211234'],
  ['01/23/45/67/89', 'FR', 'tel:+33123456789'],
  ['01/23/45/67/89', '', 'tel:0123456789'],
  ['415/555/2671', 'US', 'tel:+14155552671'],
  ['12345 ext. 7', 'DE', 'tel:12345;ext=7'],
])('Call of “%s” in “%s” dials %s', (to, country, url) => {
  expect(wayLink({ by: 'call', to }, country)).toBe(url)
})

test.each([
  [{ by: 'call', to: '030 1234567' }, 'DE', 'tel:+49301234567'],
  [{ by: 'call', to: '+49 (0)30 1234567' }, '', 'tel:+49301234567'],
  [{ by: 'call', to: '030 1234567' }, '', 'tel:0301234567'],
  // Italy dials the zero from abroad, too.
  [{ by: 'text', to: '06 1234 5678' }, 'IT', 'sms:+390612345678'],
  [{ by: 'call', to: '(415) 555-2671 ext. 12' }, 'US', 'tel:+14155552671;ext=12'],
  [{ by: 'call', to: '110' }, 'DE', 'tel:110'],
  [{ by: 'whatsapp', to: '0171 2345678' }, 'DE', 'https://wa.me/491712345678'],
  [{ by: 'signal', to: '0664 1234567' }, 'AT', 'https://signal.me/#p/+436641234567'],
  [{ by: 'telegram', to: '+44 7400 123456' }, '', 'https://t.me/+447400123456'],
  [{ by: 'whatsapp', to: '0171 2345678' }, '', null],
  [{ by: 'whatsapp', to: '0171 2345678' }, 'ZZ', null],
  [{ by: 'mail', to: 'anna@example.com' }, '', 'mailto:anna@example.com'],
  [{ by: 'mail', to: "o'neil+shop?cc=x@example.com" }, '', "mailto:o'neil%2Bshop%3Fcc%3Dx@example.com"],
] as const)('%o in “%s” opens %s', (way, country, url) => {
  expect(wayLink(way, country)).toBe(url)
})

test('whatever stands in a field, no link is more than one of the few kinds, without anything behind the number', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', ' 0171 2345678', '+49 30 1234567 ', 'a@b.example', ', x?cc=y@example.com'),
      fc.constantFrom('DE', 'US', 'IT', '', 'ZZ'),
      (text, more, country) => {
        const person = { phone: text + more, email: text + more, otherMails: more + text }
        for (const channel of ['phone', 'email', 'message'] as const)
          for (const way of openWays(person, channel))
            expect(isWayLink(wayLink(way, country) ?? 'tel:')).toBe(true)
      },
    ),
  )
})

test('what is logged says by what it was done', () => {
  expect(doneBy('call')).toEqual({ kind: 'call', note: '' })
  expect(doneBy('whatsapp')).toEqual({ kind: 'note', note: 'Message by WhatsApp' })
  expect(doneBy('text')).toEqual({ kind: 'note', note: 'Text message' })
})

test.each([
  'https://wa.me/491712345678?text=hi',
  'https://wa.me.example/49171',
  'mailto:a@b.example?cc=c@d.example',
  'tel:1,2',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://t.me/+49171/../x',
  ' tel:110',
  'tel:110\nmailto:a@b.example',
])('%s is no way to anybody', (url) => {
  expect(isWayLink(url)).toBe(false)
})
