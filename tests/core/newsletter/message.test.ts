import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import MailComposer from 'nodemailer/lib/mail-composer'
import { expect, test } from 'vitest'
import { escapeHtml } from '../../../src/core/html.ts'
import { bodyText, headerText } from '../../../src/core/greeting/header-text.ts'
import { fill, template, type Template } from '../../../src/core/newsletter/merge.ts'
import { draftWriter, mailDate, type Edition, type Recipient } from '../../../src/core/newsletter/message.ts'
import { optOutCode } from '../../../src/core/newsletter/opt-out.ts'
import { lintMail } from '../../support/mail-lint.ts'
import { body, hasPython, mailparser, postalMime, python, type Said } from '../../support/parse-mail.ts'
import { runs } from '../../support/runs.ts'
import { temporaryFolder } from '../../support/shop.ts'

const nastyPieces = [
  '\r\nBcc: all@evil.example',
  '\n',
  '\r',
  '\0',
  '\u2028',
  '\u2029',
  '\u0085',
  '\x0B',
  '=?UTF-8?Q?evil?=',
  '=?utf-8?b?ZXZpbA==?=',
  '"',
  '\\',
  ',',
  ';',
  ':',
  '<',
  '>',
  '(',
  ')',
  '[',
  ']',
  '@',
  '.',
  "'",
  '&',
  '%0D%0A',
  '=0D=0A',
  '=',
  '?=',
  '_',
  ' ',
  '  ',
  '\t',
  'é',
  'ß',
  'Ł',
  '日本語',
  'Ω',
  'مرحبا',
  '👩‍👩‍👧',
  '\u202E',
  '\u200B',
  '\uFEFF',
  '\uD800',
  '\uDC00',
  'e\u0301',
  'x'.repeat(80),
  'word '.repeat(30),
  'From ',
  '.',
  '..',
  '--',
  '{{first name}}',
  '{{first name|neighbour}}',
  '{{',
  '}}',
  '<script>alert(1)</script>',
  '</html>',
  'Maria',
  'Anders',
]
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...nastyPieces), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 12,
  })
  .map((all) => all.join(''))

const edition = (over: Partial<Edition>): Edition => ({
  shopName: 'Corner Shop',
  shopAddress: 'shop@corner.example',
  subject: ['News'],
  stopSubject: 'Stop the newsletter',
  text: ['Hello'],
  html: ['<p>Hello</p>'],
  now: Date.parse('2026-11-23T08:00:00Z'),
  zone: 'Europe/Berlin',
  unique: 'abc.0123456789abcdef',
  ...over,
})

const maria: Recipient = {
  customerId: 7,
  name: 'Maria Anders',
  address: 'maria@x.example',
  firstName: 'Maria',
  optOutCode: optOutCode(7),
}

const bytesOf = (e: Edition, r: Recipient) => Buffer.from(draftWriter(e)(r), 'latin1')

const expected = (e: Edition, r: Recipient): Said => ({
  from: [headerText(e.shopName), e.shopAddress],
  to: [headerText(r.name), r.address],
  subject: headerText(fill(e.subject, r)),
  text: body(fill(e.text, r)),
  html: body(fill(e.html, r, escapeHtml)),
})

/** Python 3.11 puts a space where a name goes on in another encoded-word, against RFC 2047 section 6.2. */
const withoutPythonsSpaces = <T extends Pick<Said, 'from' | 'to'>>(said: T): T => {
  const joined = ([name, address]: Said['to']) => [name.replaceAll(' ', ''), address]
  return { ...said, from: joined(said.from), to: joined(said.to) }
}

const words = (text: string): Template => template(bodyText(text), 'friend')

test('nasty names, subjects and bodies come out of three parsers as they went in, with the same headers as a harmless message', async () => {
  const folder = temporaryFolder()
  const wanted: (Said & { file: string; headers: string[]; defects: string[] })[] = []
  const longNames = new Set<string>()
  let n = 0
  const headers = [
    'From',
    'To',
    'Subject',
    'Date',
    'Message-ID',
    'X-Unsent',
    'List-Unsubscribe',
    'MIME-Version',
    'Content-Type',
  ]
  await fc.assert(
    fc.asyncProperty(nasty, nasty, nasty, nasty, nasty, async (shopName, name, subject, text, first) => {
      const e = edition({
        shopName,
        subject: template(headerText(subject) || 'News', 'friend'),
        text: words(text),
        html: [
          '<p>',
          ...words(text).map((part) => (typeof part === 'string' ? escapeHtml(part) : part)),
          '</p>',
        ],
      })
      const r = { ...maria, name, firstName: headerText(first) }
      const bytes = bytesOf(e, r)
      expect(lintMail(bytes)).toEqual([])
      const said = expected(e, r)
      expect(await postalMime(bytes)).toEqual(said)
      expect(await mailparser(bytes)).toEqual(said)
      const file = `${String(++n).padStart(6, '0')}.eml`
      writeFileSync(join(folder, file), bytes)
      if (/^(From|To):.*\?=\r\n =\?/m.test(bytes.toString('latin1'))) longNames.add(file)
      wanted.push({ ...said, file, headers, defects: [] })
    }),
    runs(500),
  )
  if (!hasPython) return console.log('no python3 here: two parsers instead of three')
  const fair = <T extends Said & { file: string }>(said: T) =>
    longNames.has(said.file) ? withoutPythonsSpaces(said) : said
  expect(python(folder).map(fair)).toEqual(wanted.map(fair))
  console.log(`${n} messages, ${hasPython ? 3 : 2} parsers agree`)
}, 900_000)

test('a draft is, byte for byte, what a mail program expects', () => {
  const e = edition({
    shopName: 'Käse & Brot, Inh. Müller',
    subject: template('Für {{first name}}', 'friend'),
    text: words('a\n\nb '),
    html: ['<p>=</p>'],
  })
  expect(draftWriter(e)(maria).split('\r\n')).toEqual([
    'From: =?UTF-8?B?S8Okc2UgJiBCcm90LCBJbmguIE3DvGxsZXI=?= <shop@corner.example>',
    'To: Maria Anders <maria@x.example>',
    'Subject: =?UTF-8?Q?F=C3=BCr_Maria?=',
    'Date: Mon, 23 Nov 2026 09:00:00 +0100',
    'Message-ID: <abc.0123456789abcdef.7@corner.example>',
    'X-Unsent: 1',
    `List-Unsubscribe: <mailto:shop@corner.example?subject=Stop%20the%20newsletter%20${optOutCode(7)}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative;',
    ' boundary="=_abc.0123456789abcdef.7"',
    '',
    '--=_abc.0123456789abcdef.7',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'a',
    '',
    'b=20',
    '--=_abc.0123456789abcdef.7',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>=3D</p>',
    '--=_abc.0123456789abcdef.7--',
    '',
  ])
})

test('a draft says the same as one that nodemailer writes', async () => {
  const e = edition({
    shopName: 'Käse & Brot, Inh. Müller',
    subject: template('Für {{first name}}: 日本 und mehr, sehr viel mehr als in eine Zeile passt', 'friend'),
    text: words('Hello {{first name}},\n\n'.concat('Grüße und Küsse = '.repeat(40))),
    html: ['<p>', ...template('Hello {{first name}} &amp; co', 'friend'), '</p>'],
  })
  const { from, to, subject, text, html } = expected(e, maria)
  const mailboxOf = ([name, address]: Said['to']) => ({ name, address })
  const theirs = await new MailComposer({ from: mailboxOf(from), to: mailboxOf(to), subject, text, html })
    .compile()
    .build()
  expect(await mailparser(bytesOf(e, maria))).toEqual(await mailparser(theirs))
})

test('the linter finds what it is there to find', () => {
  const good = draftWriter(edition({}))(maria)
  const spoilt = (from: string | RegExp, to: string) =>
    lintMail(Buffer.from(good.replace(from, to), 'latin1'))
  expect(lintMail(Buffer.from(good, 'latin1'))).toEqual([])
  expect(spoilt('\r\n', '\n')).not.toEqual([])
  expect(spoilt('Subject: News', 'Subject: N\xE9ws')).toContain('a byte above 127')
  expect(spoilt('Subject: News', 'Subject: News\r\nBcc: x@y.example')).toContain('unexpected header bcc')
  expect(spoilt('Subject: News', 'Subject: News\r\nSubject: More')).toContain('2 headers subject')
  expect(spoilt('Hello', 'x'.repeat(77))).toContain('a quoted-printable line of 77')
  expect(spoilt('Hello', 'Hello ')).toContain('white space at a line end')
  expect(spoilt('Hello', '=XY')).toContain('bad quoted-printable: =XY')
  expect(spoilt('text/plain', 'text/html')).toContain('part 1 is not text/plain')
  expect(spoilt('Hello', '--=_abc.0123456789abcdef.7')).toContain('the boundary occurs 4 times')
})

test('dates carry the offset of the shop on that day', () => {
  expect(mailDate(Date.parse('2026-07-05T21:59:59Z'), 'Europe/Berlin')).toBe('Sun, 5 Jul 2026 23:59:59 +0200')
  expect(mailDate(Date.parse('2026-01-01T03:00:00Z'), 'America/St_Johns')).toBe(
    'Wed, 31 Dec 2025 23:30:00 -0330',
  )
})

test('names of files are safe on Windows whatever the customer is called', async () => {
  const { draftFileName } = await import('../../../src/core/newsletter/file-name.ts')
  expect(draftFileName(1, 58, 'Maria Anders')).toBe('001-maria-anders.eml')
  expect(draftFileName(1200, 10_000, 'Antonio Moreno Taquería')).toBe('01200-antonio-moreno-taqueria.eml')
  expect(draftFileName(2, 5, '../../etc/passwd')).toBe('002-etc-passwd.eml')
  expect(draftFileName(3, 5, 'CON')).toBe('003-con.eml')
  expect(draftFileName(4, 5, '...')).toBe('004-customer.eml')
  expect(draftFileName(5, 5, 'Ωμέγα 日本')).toBe('005-ωμεγα-日本.eml')
  fc.assert(
    fc.property(nasty, fc.nat(99_999), (name, place) => {
      const file = draftFileName(place, 99_999, name)
      expect(file).toMatch(/^\d{5}-[\p{L}\p{M}\p{N}-]+\.eml$/u)
      expect(Buffer.byteLength(file)).toBeLessThan(200)
    }),
    runs(300),
  )
})
