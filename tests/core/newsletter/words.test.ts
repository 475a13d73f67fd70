import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMailAddress } from '../../../src/core/mail-address.ts'
import { bodyText, headerText, utf8Length } from '../../../src/core/greeting/header-text.ts'
import { fill, placeholders, template, unknownFields } from '../../../src/core/newsletter/merge.ts'
import { optOutCode, optOutCodesIn } from '../../../src/core/newsletter/opt-out.ts'
import { printedHours } from '../../../src/core/newsletter/printed-hours.ts'
import { closedWeek } from '../../../src/core/hours/week.ts'
import { voiceOf } from '../../../src/core/out/voice.ts'
import { runs } from '../../support/runs.ts'

test('header text is one line without control characters, and cleaning it again changes nothing', () => {
  expect(headerText(' a\r\nBcc: x@y\0\u2028b\tc  d\uFEFF ')).toBe('a Bcc: x@y b c d')
  expect(bodyText('a\r\nb\rc\u2028d\0e\tf\uD800')).toBe('a\nb\nc\nde f\uFFFD')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const clean = headerText(text)
      expect(clean).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]|^\s|\s$/u)
      expect(headerText(clean)).toBe(clean)
      expect(bodyText(bodyText(text))).toBe(bodyText(text))
      expect(utf8Length(clean)).toBe(Buffer.byteLength(clean))
    }),
    runs(500),
  )
})

/** The number of the first code in a text. */
const customerOfCode = (text: string) => optOutCodesIn(text).numbers[0] ?? null

test('an opt-out code finds its customer, in any hand', () => {
  expect([1, 2, 93, 100_000].map(optOutCode)).toEqual(['NL-1-VT', 'NL-2-F8', 'NL-2X-MP', 'NL-31N0-38'])
  const code = optOutCode(1021)
  expect(customerOfCode(code)).toBe(1021)
  expect(customerOfCode(`Subject: Stop the newsletter ${code.toLowerCase()}.\r\nHello, please stop.`)).toBe(
    1021,
  )
  expect(customerOfCode(optOutCode(93).replaceAll('-', ' '))).toBe(93)
  expect(customerOfCode('We meet on 2026-11-23, room 12-34. NL-12-34')).toBe(null)
  expect(customerOfCode('')).toBe(null)
})

test('a code with one wrong character or two swapped ones names nobody', () => {
  const id = fc.integer({ min: 1, max: 2 ** 40 })
  fc.assert(
    fc.property(
      id,
      fc.nat(20),
      fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      (customerId, at, other) => {
        const [, digits, check] = optOutCode(customerId).split('-')
        const all = [...digits!, ...check!]
        expect(customerOfCode(optOutCode(customerId))).toBe(customerId)
        const place = at % all.length
        const wrong = all.with(place, other)
        const next = (place + 1) % digits!.length
        const swapped = all.with(place, all[next]!).with(next, all[place]!)
        for (const chars of place < digits!.length ? [wrong, swapped] : [wrong]) {
          if (chars.join('') === all.join('')) continue
          const read = customerOfCode(`NL-${chars.slice(0, -2).join('')}-${chars.slice(-2).join('')}`)
          // A leading 0 says the same number with one digit less; the check holds for it as it should.
          if (read !== null)
            expect(optOutCode(read)).toBe(
              `NL-${chars.slice(0, -2).join('').replace(/^0+/, '')}-${chars.slice(-2).join('')}`,
            )
          expect(read === null || read === customerId).toBe(true)
        }
      },
    ),
    runs(500),
  )
})

test('merge fields are filled, with their own fallback or the usual one', () => {
  const parts = template('Hello {{first name|neighbour}}, dear {{ First_Name }}: {{last name}} {{', 'friend')
  expect(fill(parts, { firstName: 'Maria', optOutCode: '' })).toBe(
    'Hello Maria, dear Maria: {{last name}} {{',
  )
  expect(fill(parts, { firstName: '', optOutCode: '' })).toBe(
    'Hello neighbour, dear friend: {{last name}} {{',
  )
  expect(unknownFields('{{first name}} {{last name}} {{}}')).toEqual(['{{last name}}', '{{}}'])
})

test('placeholders never meet the words around them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('wkslot', 'wkslot0x', 'q0q', 'wkslotq0q', 'a', '{{first name}}')),
      (pieces) => {
        const text = pieces.join('')
        const { mark, unmark } = placeholders([text])
        const parts = template(text, 'friend')
        const reader = { firstName: 'Maria', optOutCode: 'X' }
        expect(fill(unmark(`<${mark(parts, String)}>`), reader)).toBe(`<${fill(parts, reader)}>`)
      },
    ),
    runs(300),
  )
})

test('addresses that any mail program takes are told from those that none does', () => {
  const good = [
    'maria@x.example',
    "o'brien+news@mail.x-y.example",
    'a@b.co',
    'x@xn--kse-qla.example',
    `${'a'.repeat(64)}@x.example`,
  ]
  const bad = [
    '',
    'maria',
    '@x.example',
    'maria@',
    'maria@x',
    'a b@x.example',
    'a@x..example',
    '.a@x.example',
    'a.@x.example',
    'a@-x.example',
    'a@x.example\r\nBcc: b@y.example',
    'a@x.example, b@y.example',
    'a@x.example;b@y.example',
    'Maria <maria@x.example>',
    'mär@x.example',
    'a@käse.example',
    'a@1.2.3.4',
    'a@[1.2.3.4]',
    '"a b"@x.example',
    `${'a'.repeat(65)}@x.example`,
    'a@x.example\0',
    `a@${'b.'.repeat(126)}example`,
  ]
  expect(good.filter((address) => !isMailAddress(address))).toEqual([])
  expect(bad.filter(isMailAddress)).toEqual([])
})

const english = voiceOf({ country: 'DE', language: 'en' })

test('hours are printed for the month, neighbouring days joined, with changes inside the month', () => {
  const morning = [['07:00', '12:00']] as const
  const winter = {
    ...closedWeek,
    mon: morning,
    tue: morning,
    wed: [['20:00', '02:00']] as const,
    fri: morning,
  }
  const summer = { ...closedWeek, mon: morning, tue: morning, wed: morning, thu: morning, fri: morning }
  const schedules = [
    { validFrom: '2026-01-01', week: winter },
    { validFrom: '2026-12-15', week: summer },
  ]
  const winterLines = [
    { days: 'Monday, Tuesday', times: '07:00–12:00' },
    { days: 'Wednesday', times: '20:00–02:00' },
    { days: 'Thursday', times: 'closed' },
    { days: 'Friday', times: '07:00–12:00' },
    { days: 'Saturday, Sunday', times: 'closed' },
  ]
  const summerLines = [
    { days: 'Monday–Friday', times: '07:00–12:00' },
    { days: 'Saturday, Sunday', times: 'closed' },
  ]
  expect(printedHours(schedules, [], '2026-11', '2026-11-23', english)).toEqual([
    { title: null, lines: winterLines },
  ])
  expect(printedHours(schedules, [], '2026-12', '2026-11-23', english)).toEqual([
    { title: null, lines: winterLines },
    { title: 'From 15 December 2026', lines: summerLines },
  ])
  expect(printedHours(schedules, [], '2026-12', '2026-12-20', english)).toEqual([
    { title: null, lines: summerLines },
  ])
  expect(printedHours(schedules, [], '2025-12', '2025-11-23', english)).toEqual([])
})

test('the special days of the month and of two weeks after it are printed below the hours', () => {
  const week = { ...closedWeek, mon: [['07:00', '12:00']] as const }
  const schedules = [{ validFrom: '2026-01-01', week }]
  const special = { reason: '', source: 'owner', until: null } as const
  const specialDays = [
    {
      ...special,
      id: 1,
      from: '2026-12-24',
      to: '2026-12-24',
      yearly: false,
      blocks: [['08:00', '12:00']] as const,
      label: 'Christmas Eve',
    },
    {
      ...special,
      id: 2,
      from: '2025-12-28',
      to: '2026-01-06',
      yearly: true,
      blocks: [],
      label: 'Stocktaking',
    },
    { ...special, id: 3, from: '2027-02-01', to: '2027-02-01', yearly: false, blocks: [], label: 'Too far' },
  ]
  const weekly = {
    title: null,
    lines: [
      { days: 'Monday', times: '07:00–12:00' },
      { days: 'Tuesday–Sunday', times: 'closed' },
    ],
  }
  expect(printedHours(schedules, specialDays, '2026-12', '2026-11-23', english)).toEqual([
    weekly,
    {
      title: 'Special days',
      lines: [
        { days: 'Thursday 24 December', times: '08:00–12:00 (Christmas Eve)' },
        { days: 'Monday 28 December – Wednesday 6 January 2027', times: 'closed (Stocktaking)' },
      ],
    },
  ])
  expect(printedHours(schedules, specialDays, '2026-11', '2026-11-23', english)).toEqual([weekly])
})
